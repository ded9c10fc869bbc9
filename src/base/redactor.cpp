// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/redactor.h"

#include "base/redactions.h"

#include <QStringView>

#include <algorithm>

// Each pass goes through the text once, from left to right, and looks ahead only over what it then
// consumes (or over a bounded stretch): linear time, whatever an attacker puts into a log line. No
// regular expressions for the same reason.

namespace base::redactions {

namespace {

//! "https://user:password@host" → "https://[user]@host".
QString withoutUrlUsers(QStringView text)
{
    QString out;
    out.reserve(text.size());
    qsizetype at = 0;
    while (true) {
        const qsizetype marker = text.indexOf(u"://", at);
        if (marker < 0)
            break;
        const qsizetype begin = marker + 3;
        qsizetype end = begin;
        qsizetype atSign = -1;
        while (end < text.size() && !text[end].isSpace()
               && !QStringView(u"/?#\"'<>\\").contains(text[end])) {
            if (text[end] == u'@')
                atSign = end;
            ++end;
        }
        out += text.sliced(at, begin - at);
        if (atSign > begin)
            out += QLatin1String("[user]");
        at = atSign > begin ? atSign : begin;
        out += text.sliced(at, end - at);
        at = end;
    }
    out += text.sliced(at);
    return out;
}

//! A private key in PEM goes whole, also when its end is cut off.
QString withoutPrivateKeys(const QString &text)
{
    const QLatin1String ending("PRIVATE KEY-----");
    QString out;
    qsizetype at = 0;
    while (true) {
        const qsizetype begin = text.indexOf(QLatin1String("-----BEGIN "), at);
        const qsizetype headEnd = begin < 0 ? -1 : text.indexOf(ending, begin);
        if (headEnd < 0)
            break;
        const qsizetype tail = text.indexOf(ending, headEnd + ending.size());
        out += QStringView(text).sliced(at, begin - at);
        out += QLatin1String("[private key]");
        at = tail < 0 ? text.size() : tail + ending.size();
    }
    out += QStringView(text).sliced(at);
    return out;
}

} // namespace

bool isWordCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

bool isTokenCharacter(QChar c)
{
    return isWordCharacter(c) || QStringView(u"-._~+/=").contains(c);
}

bool isProse(QStringView word)
{
    while (!word.isEmpty() && QStringView(u".,:;!?-").contains(word.back()))
        word.chop(1);
    return word.size() < 20
           && std::all_of(word.cbegin() + (word.isEmpty() ? 0 : 1),
                          word.cend(),
                          [](QChar c) { return c.isLower() || c == u'-'; })
           && (word.isEmpty() || word.front().isLetter());
}

qsizetype markEnd(QStringView text, qsizetype begin)
{
    if (begin >= text.size() || text[begin] != u'[')
        return -1;
    constexpr qsizetype longestMark = 16;
    const qsizetype limit = std::min(text.size(), begin + longestMark);
    for (qsizetype i = begin + 1; i < limit; ++i) {
        if (text[i] == u']')
            return i > begin + 1 ? i + 1 : -1;
        if (!(text[i] >= u'a' && text[i] <= u'z') && text[i] != u' ' && text[i] != u'-')
            return -1;
    }
    return -1;
}

} // namespace base::redactions

namespace base {

QString redacted(const QString &text)
{
    using namespace redactions;
    QString current = text;
    // What one round takes out may lay something bare that stood against it without a gap. Nearly
    // every text is done after the second look; the limit keeps an attacker's text linear.
    for (int round = 0; round < 8; ++round) {
        const QString noUsers = withoutUrlUsers(withoutPrivateKeys(current));
        QString next = withoutSecretWords(withoutAssignedSecrets(noUsers));
        if (next == current)
            break;
        current = std::move(next);
    }
    return current;
}

} // namespace base
