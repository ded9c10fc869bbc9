// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

QByteArrayView trimmed(QByteArrayView text)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.isEmpty() && isSpace(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isSpace(text.back()))
        text.chop(1);
    return text;
}

bool startsWithWord(QByteArrayView text, QByteArrayView word)
{
    return text.size() > word.size()
           && text.first(word.size()).compare(word, Qt::CaseInsensitive) == 0
           && (text[word.size()] == ' ' || text[word.size()] == ':');
}

//! NAME=value as in a .env file: capitals in front of the sign.
bool isAssignment(QByteArrayView text)
{
    const qsizetype sign = text.indexOf('=');
    // A base64 key may end in '='; a name is short, in capitals and has an underscore.
    if (sign < 3 || sign == text.size() - 1 || text[sign + 1] == '=')
        return false;
    const QByteArrayView name = text.first(sign);
    return name.contains('_') && std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
           });
}

base::Result<base::Secret> mistake(const char *sentence, const char *remedy)
{
    return base::fail(base::ErrorCode::InvalidInput,
                      QCoreApplication::translate("core", sentence),
                      QCoreApplication::translate("core", remedy));
}

} // namespace

base::Result<base::Secret> checkApiKey(base::Secret typed)
{
    const QByteArrayView key = trimmed(typed.expose());
    if (key.isEmpty())
        return mistake(QT_TRANSLATE_NOOP("core", "There is no key yet."),
                       QT_TRANSLATE_NOOP("core", "Paste the key that the service gave you."));
    if (startsWithWord(key, "bearer") || startsWithWord(key, "token")
        || startsWithWord(key, "basic") || startsWithWord(key, "authorization"))
        return mistake(
            QT_TRANSLATE_NOOP("core", "This begins like a header, not like a key."),
            QT_TRANSLATE_NOOP("core", "Leave out “Bearer” and what stands before the key."));
    if (key.contains('\n') || key.contains('\r'))
        return mistake(QT_TRANSLATE_NOOP("core", "This is more than one line."),
                       QT_TRANSLATE_NOOP("core", "Paste the key alone."));
    if (isAssignment(key))
        return mistake(QT_TRANSLATE_NOOP("core", "This is a whole NAME=value line."),
                       QT_TRANSLATE_NOOP("core", "Paste what stands behind the equals sign."));
    if (key.contains(' ') || key.contains('\t'))
        return mistake(QT_TRANSLATE_NOOP("core", "There is a space inside."),
                       QT_TRANSLATE_NOOP("core", "A key has no spaces. Copy it again."));
    const char first = key.front();
    if ((first == '"' || first == '\'' || first == '`') && key.back() == first)
        return mistake(QT_TRANSLATE_NOOP("core", "There are quotes around it."),
                       QT_TRANSLATE_NOOP("core", "Leave out the quotes."));
    if (std::any_of(key.begin(), key.end(), [](char c) {
            return static_cast<unsigned char>(c) < 0x21 || static_cast<unsigned char>(c) > 0x7e;
        }))
        return mistake(QT_TRANSLATE_NOOP("core", "There is a character inside that no key has."),
                       QT_TRANSLATE_NOOP("core", "Copy it again, from the service's own page."));
    return base::Secret(key);
}

} // namespace core
