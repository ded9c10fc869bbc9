// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/redactions.h"

#include <algorithm>
#include <array>

namespace base::redactions {

namespace {

struct SensitiveName
{
    QLatin1String name; //!< lower case, without '_' and '-'
    QLatin1String mark;
};

//! A key that ends in one of these holds a secret: "password", "DB_PASSWORD", "clientSecret".
constexpr std::array sensitiveEndings{
    SensitiveName{QLatin1String("password"), QLatin1String("[password]")},
    SensitiveName{QLatin1String("passwd"), QLatin1String("[password]")},
    SensitiveName{QLatin1String("passphrase"), QLatin1String("[password]")},
    SensitiveName{QLatin1String("secret"), QLatin1String("[secret]")},
    SensitiveName{QLatin1String("token"), QLatin1String("[token]")},
    SensitiveName{QLatin1String("apikey"), QLatin1String("[key]")},
    SensitiveName{QLatin1String("accesskey"), QLatin1String("[key]")},
    SensitiveName{QLatin1String("secretkey"), QLatin1String("[key]")},
    SensitiveName{QLatin1String("privatekey"), QLatin1String("[key]")},
    SensitiveName{QLatin1String("devicecode"), QLatin1String("[code]")},
    SensitiveName{QLatin1String("usercode"), QLatin1String("[code]")},
    SensitiveName{QLatin1String("codeverifier"), QLatin1String("[code]")},
    SensitiveName{QLatin1String("clientassertion"), QLatin1String("[token]")},
};

//! These mean other things as the end of a longer name.
constexpr std::array sensitiveNames{
    SensitiveName{QLatin1String("code"), QLatin1String("[code]")},
    SensitiveName{QLatin1String("pass"), QLatin1String("[password]")},
    SensitiveName{QLatin1String("pwd"), QLatin1String("[password]")},
    SensitiveName{QLatin1String("pin"), QLatin1String("[code]")},
    SensitiveName{QLatin1String("otp"), QLatin1String("[code]")},
    SensitiveName{QLatin1String("sig"), QLatin1String("[signature]")},
    SensitiveName{QLatin1String("signature"), QLatin1String("[signature]")},
    SensitiveName{QLatin1String("assertion"), QLatin1String("[token]")},
    SensitiveName{QLatin1String("cookie"), QLatin1String("[cookie]")},
    SensitiveName{QLatin1String("setcookie"), QLatin1String("[cookie]")},
    SensitiveName{QLatin1String("authorization"), QLatin1String("[authorization]")},
    SensitiveName{QLatin1String("proxyauthorization"), QLatin1String("[authorization]")},
};

constexpr qsizetype longestName = 64;

bool isNameCharacter(QChar c)
{
    return isWordCharacter(c) || c == u'_' || c == u'-';
}

QLatin1String markFor(QStringView name)
{
    if (name.size() > longestName)
        return {};
    QString plain;
    for (const QChar c : name) {
        if (c != u'_' && c != u'-')
            plain += c.toLower();
    }
    for (const SensitiveName &each : sensitiveEndings) {
        if (plain.endsWith(each.name))
            return each.mark;
    }
    for (const SensitiveName &each : sensitiveNames) {
        if (plain == each.name)
            return each.mark;
    }
    return {};
}

bool isScheme(QStringView word)
{
    return word.compare(u"bearer", Qt::CaseInsensitive) == 0
           || word.compare(u"basic", Qt::CaseInsensitive) == 0
           || word.compare(u"dpop", Qt::CaseInsensitive) == 0;
}

//! Takes values out that stand behind a telling name or behind "Bearer".
class AssignmentPass
{
public:
    explicit AssignmentPass(QStringView text)
        : m_text(text)
    {
        m_out.reserve(text.size());
    }

    QString run()
    {
        while (m_at < m_text.size()) {
            if (!isNameCharacter(m_text[m_at])) {
                copyTo(m_at + 1);
                continue;
            }
            const qsizetype begin = m_at;
            qsizetype end = begin;
            while (end < m_text.size() && isNameCharacter(m_text[end]))
                ++end;
            const QStringView name = m_text.sliced(begin, end - begin);
            copyTo(end);
            if (const QLatin1String mark = markFor(name); !mark.isEmpty())
                redactAssigned(mark);
            else if (isScheme(name))
                redactCredentials(Sure::No);
        }
        return m_out;
    }

private:
    enum class Sure { No, Yes };

    void copyTo(qsizetype end)
    {
        m_out += m_text.sliced(m_at, end - m_at);
        m_at = end;
    }
    void replaceTo(qsizetype end, QLatin1String mark)
    {
        m_out += mark;
        m_at = end;
    }
    [[nodiscard]] QChar at(qsizetype position) const
    {
        return position < m_text.size() ? m_text[position] : QChar();
    }
    //! Behind a few blanks; no more of them, for the sake of linear time.
    [[nodiscard]] qsizetype skipBlanks(qsizetype position) const
    {
        const qsizetype most = position + 16;
        while (position < most && (at(position) == u' ' || at(position) == u'\t'))
            ++position;
        return position;
    }

    void redactAssigned(QLatin1String mark)
    {
        qsizetype position = m_at;
        // The end of a quoted key, also in JSON that is quoted itself.
        if (at(position) == u'\\')
            ++position;
        if (at(position) == u'"' || at(position) == u'\'')
            ++position;
        position = skipBlanks(position);
        const QChar separator = at(position);
        if (separator != u'=' && separator != u':')
            return;
        while (at(position) == u'=' || at(position) == u':' || at(position) == u'>')
            ++position;
        const qsizetype value = skipBlanks(position);
        const bool apart = separator == u':' && value > position;
        copyTo(value);
        redactValue(mark, apart);
    }

    void redactValue(QLatin1String mark, bool apart)
    {
        if (at(m_at) == u'[' && markEnd(m_text, m_at) < 0) {
            redactList(mark);
            return;
        }
        if (mark == QLatin1String("[authorization]") || mark == QLatin1String("[cookie]")) {
            redactHeader(mark);
            return;
        }
        if (redactQuoted(mark))
            return;
        if (const qsizetype end = markEnd(m_text, m_at); end >= 0) {
            copyTo(end);
            return;
        }
        const qsizetype end = bareEnd(m_at);
        const QStringView value = m_text.sliced(m_at, end - m_at);
        // "The token: it has ended" is a sentence; "token=it" is not.
        if (value.isEmpty() || isHarmless(value, mark) || (apart && isProse(value)))
            copyTo(end);
        else
            replaceTo(end, mark);
    }

    void redactList(QLatin1String mark)
    {
        copyTo(m_at + 1);
        while (true) {
            qsizetype position = m_at;
            while (at(position) == u',' || at(position).isSpace())
                ++position;
            copyTo(position);
            if (!redactQuoted(mark))
                return;
        }
    }

    //! "Authorization: Digest …", "Cookie: a=b; c=d": all of it, but the scheme's name may stay.
    void redactHeader(QLatin1String mark)
    {
        const bool quoted = at(m_at) == u'"' || at(m_at) == u'\'';
        const QChar quote = at(m_at);
        if (quoted)
            copyTo(m_at + 1);
        qsizetype wordEnd = m_at;
        while (wordEnd < m_text.size() && isWordCharacter(m_text[wordEnd]))
            ++wordEnd;
        if (isScheme(m_text.sliced(m_at, wordEnd - m_at))) {
            copyTo(wordEnd);
            redactCredentials(Sure::Yes);
            return;
        }
        qsizetype end = m_at;
        while (end < m_text.size() && m_text[end] != u'\n' && m_text[end] != u'\r'
               && !(quoted && m_text[end] == quote))
            ++end;
        if (end > m_at)
            replaceTo(end, mark);
    }

    //! What stands behind "Bearer" or "Basic".
    void redactCredentials(Sure sure)
    {
        const qsizetype begin = skipBlanks(m_at);
        if (begin == m_at || markEnd(m_text, begin) >= 0)
            return;
        qsizetype end = begin;
        while (end < m_text.size() && isTokenCharacter(m_text[end]))
            ++end;
        const QStringView value = m_text.sliced(begin, end - begin);
        if (value.isEmpty() || (sure == Sure::No && isProse(value)))
            return;
        copyTo(begin);
        replaceTo(end, QLatin1String("[token]"));
    }

    //! Whether a quoted value (or one in escaped quotes) stood here.
    bool redactQuoted(QLatin1String mark)
    {
        const bool escaped = at(m_at) == u'\\';
        const QChar quote = at(m_at + (escaped ? 1 : 0));
        if (quote != u'"' && quote != u'\'')
            return false;
        const qsizetype begin = m_at + (escaped ? 2 : 1);
        const bool triple = at(begin) == quote && at(begin + 1) == quote;
        const qsizetype inner = triple ? begin + 2 : begin;
        qsizetype end = inner;
        while (end < m_text.size()) {
            if (escaped && m_text[end] == u'\\' && at(end + 1) == quote)
                break;
            if (!escaped && m_text[end] == u'\\' && quote == u'"')
                ++end;
            else if (!escaped && m_text[end] == quote
                     && (!triple || (at(end + 1) == quote && at(end + 2) == quote)))
                break;
            ++end;
        }
        end = std::min(end, m_text.size());
        copyTo(inner);
        const QStringView value = m_text.sliced(inner, end - inner);
        if (value.isEmpty() || isHarmless(value, mark))
            copyTo(end);
        else
            replaceTo(end, mark);
        copyTo(std::min(m_text.size(), end + (triple ? 3 : escaped ? 2 : 1)));
        return true;
    }

    [[nodiscard]] qsizetype bareEnd(qsizetype position) const
    {
        const qsizetype begin = position;
        while (position < m_text.size() && !m_text[position].isSpace()
               && !QStringView(u"&\"'<>[").contains(m_text[position]))
            ++position;
        // What closes the sentence or the bracket around it stays.
        while (position > begin && QStringView(u",;.)]}\\").contains(m_text[position - 1]))
            --position;
        return position;
    }

    //! Words that tell nothing, and the codes of errors and answers.
    static bool isHarmless(QStringView value, QLatin1String mark)
    {
        for (const QStringView word : {QStringView(u"null"),
                                       QStringView(u"true"),
                                       QStringView(u"false"),
                                       QStringView(u"none"),
                                       QStringView(u"empty")}) {
            if (value.compare(word, Qt::CaseInsensitive) == 0)
                return true;
        }
        if (mark != QLatin1String("[code]"))
            return false;
        const bool isNumber =
            value.size() <= 4
            && std::all_of(value.cbegin(), value.cend(), [](QChar c) { return c.isDigit(); });
        const bool isName = std::all_of(value.cbegin(), value.cend(), [](QChar c) {
            return (c >= u'a' && c <= u'z') || c == u'_';
        });
        return isNumber || isName;
    }

    QStringView m_text;
    QString m_out;
    qsizetype m_at = 0;
};

} // namespace

QString withoutAssignedSecrets(QStringView text)
{
    return AssignmentPass(text).run();
}

} // namespace base::redactions
