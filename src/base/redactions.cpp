// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/redactions.h"

#include <algorithm>
#include <array>

namespace base::redactions {

namespace {

struct Prefix
{
    QLatin1String text;
    qsizetype least; //!< characters behind it
    QLatin1String mark;
};

constexpr qsizetype awsSecretLength = 40;
constexpr QLatin1String token("[token]");
constexpr QLatin1String key("[key]");

constexpr std::array prefixes{
    Prefix{QLatin1String("github_pat_"), 20, token},
    Prefix{QLatin1String("ghp_"), 20, token},
    Prefix{QLatin1String("gho_"), 20, token},
    Prefix{QLatin1String("ghu_"), 20, token},
    Prefix{QLatin1String("ghs_"), 20, token},
    Prefix{QLatin1String("ghr_"), 20, token},
    // What our own authority hands out.
    Prefix{QLatin1String("lkc_"), 20, token},
    Prefix{QLatin1String("lkd_"), 20, token},
    Prefix{QLatin1String("lki_"), 20, token},
    Prefix{QLatin1String("lkm_"), 20, token},
    Prefix{QLatin1String("lkr_"), 20, token},
    Prefix{QLatin1String("lks_"), 20, token},
    Prefix{QLatin1String("glpat-"), 16, token},
    Prefix{QLatin1String("gldt-"), 16, token},
    Prefix{QLatin1String("glrt-"), 16, token},
    Prefix{QLatin1String("xoxb-"), 10, token},
    Prefix{QLatin1String("xoxp-"), 10, token},
    Prefix{QLatin1String("xoxa-"), 10, token},
    Prefix{QLatin1String("xoxr-"), 10, token},
    Prefix{QLatin1String("xoxs-"), 10, token},
    Prefix{QLatin1String("xoxe."), 10, token},
    Prefix{QLatin1String("xoxe-"), 10, token},
    Prefix{QLatin1String("xapp-"), 10, token},
    Prefix{QLatin1String("ya29."), 16, token},
    Prefix{QLatin1String("1//0"), 20, token},
    Prefix{QLatin1String("npm_"), 20, token},
    Prefix{QLatin1String("pypi-"), 20, token},
    Prefix{QLatin1String("hvs."), 20, token},
    Prefix{QLatin1String("AIza"), 30, key},
    Prefix{QLatin1String("GOCSPX-"), 16, key},
    Prefix{QLatin1String("sk-"), 20, key},
    Prefix{QLatin1String("sk_live_"), 10, key},
    Prefix{QLatin1String("sk_test_"), 10, key},
    Prefix{QLatin1String("rk_live_"), 10, key},
    Prefix{QLatin1String("SG."), 30, key},
    Prefix{QLatin1String("AGE-SECRET-KEY-1"), 20, key},
};

bool isUpperOrDigit(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

//! An access key id: AKIA (long-lived), ASIA (session) and its relatives.
bool isAwsKeyId(QStringView word)
{
    if (word.size() != 20 || !std::all_of(word.cbegin(), word.cend(), isUpperOrDigit))
        return false;
    for (const QStringView start : {QStringView(u"AKIA"),
                                    QStringView(u"ASIA"),
                                    QStringView(u"AROA"),
                                    QStringView(u"AIDA"),
                                    QStringView(u"AGPA")}) {
        if (word.startsWith(start))
            return true;
    }
    return false;
}

//! Parts with dots between, the first one (a JSON object in base64url) and either the second one
//! too or a third one.
bool isJwt(QStringView word)
{
    const qsizetype first = word.indexOf(u'.');
    if (!word.startsWith(u"eyJ") || first < 6 || word.contains(u'/'))
        return false;
    const QStringView rest = word.sliced(first + 1);
    return rest.startsWith(u"eyJ") || rest.indexOf(u'.') > 0;
}

bool isHexadecimal(QStringView word)
{
    const auto isLower = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    };
    const auto isUpper = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'F');
    };
    return std::all_of(word.cbegin(), word.cend(), isLower)
           || std::all_of(word.cbegin(), word.cend(), isUpper);
}

//! How a word's letters and digits are mixed.
struct Mixture
{
    int lower = 0;
    int upper = 0;
    int digits = 0;
    int marks = 0;
    int slashes = 0; //!< and plus signs: base64 has both
    int changes = 0; //!< from one of the first three to another, without a mark between

    explicit Mixture(QStringView word)
    {
        int *previous = nullptr;
        for (const QChar c : word) {
            int *kind = nullptr;
            if (c >= u'a' && c <= u'z')
                kind = &lower;
            else if (c >= u'A' && c <= u'Z')
                kind = &upper;
            else if (c >= u'0' && c <= u'9')
                kind = &digits;
            else
                ++(c == u'/' || c == u'+' ? slashes : marks);
            if (kind) {
                ++*kind;
                changes += previous && previous != kind ? 1 : 0;
            }
            previous = kind;
        }
    }
};

//! Long and mixed as chance mixes, not as names do: "x86_64-linux-gnu" and "QNetworkReply2" change
//! between kinds of characters seldom, random text about every other time.
bool isRandom(QStringView word)
{
    constexpr qsizetype shortest = 24;
    if (word.size() < shortest)
        return false;
    const Mixture mixture(word);
    const double rate = double(mixture.changes) / double(word.size());
    const bool allKinds = mixture.lower && mixture.upper && mixture.digits;
    if (allKinds && word.size() == awsSecretLength && mixture.marks == 0)
        return rate >= 0.25;
    if (allKinds)
        return rate >= (mixture.slashes > 1 ? 0.4 : 0.33);
    const bool twoKinds = mixture.digits && (mixture.lower || mixture.upper);
    if (twoKinds && word.size() >= 32 && isHexadecimal(word))
        return true;
    return twoKinds && mixture.marks == 0 && mixture.slashes == 0 && rate >= 0.2;
}

bool isMailCharacter(QChar c)
{
    return c.isLetterOrNumber() || QStringView(u"._%+-").contains(c);
}

//! Finds words and decides on each.
class WordPass
{
public:
    explicit WordPass(QStringView text)
        : m_text(text)
    {
        m_out.reserve(text.size());
    }

    QString run()
    {
        qsizetype at = 0;
        while (at < m_text.size()) {
            if (const qsizetype behind = markEnd(m_text, at); behind >= 0) {
                m_out += m_text.sliced(at, behind - at);
                at = behind;
            } else if (m_text[at] == u'@') {
                at = passAt(at);
            } else if (isTokenCharacter(m_text[at])) {
                qsizetype end = at;
                while (end < m_text.size() && isTokenCharacter(m_text[end]))
                    ++end;
                passWord(m_text.sliced(at, end - at));
                at = end;
            } else {
                m_out += m_text[at++];
            }
        }
        return m_out;
    }

private:
    //! An address is known by its @: its first half is in the output already.
    qsizetype passAt(qsizetype at)
    {
        qsizetype local = m_out.size();
        while (local > 0 && isMailCharacter(m_out[local - 1]))
            --local;
        qsizetype end = at + 1;
        qsizetype lastDot = -1;
        while (end < m_text.size()
               && (m_text[end].isLetterOrNumber() || m_text[end] == u'-' || m_text[end] == u'.')) {
            if (m_text[end] == u'.' && end + 1 < m_text.size() && m_text[end + 1].isLetter())
                lastDot = end;
            ++end;
        }
        if (local == m_out.size() || lastDot <= at + 1) {
            m_out += u'@';
            return at + 1;
        }
        // A dot that ends the sentence is no part of the name.
        while (m_text[end - 1] == u'.' || m_text[end - 1] == u'-')
            --end;
        m_out.truncate(local);
        m_out += QLatin1String("[e-mail]");
        return end;
    }

    void passWord(QStringView word)
    {
        // Marks around it are the sentence's, as in "…abc." or "--token=abc".
        qsizetype begin = 0;
        while (begin < word.size() && !isWordCharacter(word[begin]))
            ++begin;
        qsizetype end = word.size();
        while (end > begin && (word[end - 1] == u'.' || word[end - 1] == u'-'))
            --end;
        m_out += word.first(begin);
        passParts(word.sliced(begin, end - begin), 0);
        m_out += word.sliced(end);
    }

    //! The whole word, or else its parts: what stands around an equals sign, then a path's, then a
    //! name's with dots. So neither a name before a secret nor a path around it hides it.
    void passParts(QStringView word, std::size_t level)
    {
        static constexpr std::array<QStringView, 3> separators{
            QStringView(u"="), QStringView(u"/+"), QStringView(u".~")};
        if (const QLatin1String mark = markFor(word); !mark.isEmpty()) {
            m_out += mark;
            return;
        }
        if (level == separators.size()) {
            m_out += word;
            return;
        }
        qsizetype part = 0;
        for (qsizetype i = 0; i <= word.size(); ++i) {
            const bool isEnd = i == word.size();
            if (i == part && isJwt(word.sliced(part))) {
                m_out += QLatin1String("[jwt]");
                return;
            }
            if (!isEnd && !separators[level].contains(word[i]))
                continue;
            passParts(word.sliced(part, i - part), level + 1);
            if (!isEnd)
                m_out += word[i];
            part = i + 1;
        }
    }

    static QLatin1String markFor(QStringView word)
    {
        if (isJwt(word))
            return QLatin1String("[jwt]");
        for (const Prefix &prefix : prefixes) {
            if (word.size() >= prefix.text.size() + prefix.least && word.startsWith(prefix.text))
                return prefix.mark;
        }
        if (isAwsKeyId(word))
            return QLatin1String("[aws key]");
        // Padding belongs to base64, but then it stands at the end.
        QStringView bare = word;
        while (bare.endsWith(u'='))
            bare.chop(1);
        if (bare.contains(u'=') || bare.contains(u'.') || bare.contains(u'~') || !isRandom(bare))
            return {};
        const Mixture mixture(bare);
        const bool isAwsSecret = word.size() == awsSecretLength && mixture.lower && mixture.upper;
        return isAwsSecret ? QLatin1String("[aws secret]") : QLatin1String("[secret]");
    }

    QStringView m_text;
    QString m_out;
};

} // namespace

QString withoutSecretWords(QStringView text)
{
    return WordPass(text).run();
}

} // namespace base::redactions
