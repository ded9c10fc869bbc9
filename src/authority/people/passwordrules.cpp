// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/passwordrules.h"

#include <QRegularExpression>
#include <QStringDecoder>

#include <cmath>
#include <vector>
#include <zxcvbn.h>

namespace authority {

namespace {

//! The library's time grows with the square of the length.
constexpr qsizetype longestRated = 100;

//! The words in \a known, and their parts: "ada.lovelace@example.org" is four of them.
std::vector<QByteArray> guessable(const QStringList &known)
{
    static const QRegularExpression apart(QStringLiteral("[^\\w]+|_"));
    std::vector<QByteArray> words{QByteArrayLiteral("latchkey")};
    for (const QString &text : known) {
        QStringList parts = text.toLower().split(apart, Qt::SkipEmptyParts);
        parts.append(text.toLower());
        for (const QString &part : parts) {
            if (part.size() >= 3)
                words.push_back(part.toUtf8());
        }
    }
    return words;
}

//! One byte a letter: the library knows bytes only, and would take six for two Chinese letters.
QByteArray rated(const base::Secret &password)
{
    QString text = QString::fromUtf8(password.expose());
    QByteArray bytes;
    bytes.reserve(longestRated);
    for (const QChar letter : text) {
        if (bytes.size() == longestRated)
            break;
        const char16_t unit = letter.unicode();
        bytes += static_cast<char>(unit < 0x80 ? unit : 0x80 + unit % 0x7f);
    }
    base::wipe(text);
    return bytes;
}

} // namespace

PasswordRules::PasswordRules(const QString &breachedFile)
    : m_breached(breachedFile)
{}

int PasswordRules::score(const base::Secret &password, const QStringList &known)
{
    const std::vector<QByteArray> words = guessable(known);
    std::vector<const char *> dictionary;
    for (const QByteArray &word : words)
        dictionary.push_back(word.constData());
    dictionary.push_back(nullptr);
    QByteArray text = rated(password);
    const double bits = ZxcvbnMatch(text.constData(), dictionary.data(), nullptr);
    base::wipe(text);
    // zxcvbn's own thresholds of guesses (Wheeler 2016): 10³, 10⁶, 10⁸, 10¹⁰.
    const double guesses = bits * std::log10(2.0);
    if (guesses < 3)
        return 0;
    if (guesses < 6)
        return 1;
    if (guesses < 8)
        return 2;
    return guesses < 10 ? 3 : 4;
}

QList<web::FieldError> PasswordRules::complaints(const base::Secret &password,
                                                 const QStringList &known,
                                                 const PageLanguage &language,
                                                 const QString &field) const
{
    QList<web::FieldError> errors;
    const auto add = [&](const char *code, const QString &message) {
        errors.append({QByteArray(code), field, message});
    };
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder.decode(password.expose());
    const bool isText = !decoder.hasError() && !text.contains(QChar(0));
    if (!isText) {
        add("not_text", language.translate("authority", "This cannot be typed as a password."));
    } else if (text.size() < shortest) {
        add("too_short",
            language.translate("authority",
                               "A password has at least 10 letters. Four words that "
                               "have nothing to do with each other are easy to keep."));
    } else if (text.size() > longest) {
        add("too_long", language.translate("authority", "A password has at most 128 letters."));
    }
    bool isName = false;
    for (const QString &word : known) {
        const QString plain = word.trimmed();
        isName = isName
                 || (!plain.isEmpty()
                     && (text.compare(plain, Qt::CaseInsensitive) == 0
                         || text.compare(plain.section(u'@', 0, 0), Qt::CaseInsensitive) == 0));
    }
    base::wipe(text);
    if (!isText || password.isEmpty())
        return errors;
    if (isName)
        add("same_as_name", language.translate("authority", "This is your name."));
    else if (score(password, known) < leastScore) {
        add("too_easy",
            language.translate("authority",
                               "This is guessed too easily. Make it longer, or leave out common "
                               "words, names, dates and rows of keys."));
    }
    const auto isBreached = m_breached.contains(password);
    if (!isBreached) {
        add("not_checked",
            language.translate("authority",
                               "Passwords cannot be checked for breaches at the moment. "
                               "Try again later."));
    } else if (*isBreached) {
        add("breached",
            language.translate("authority",
                               "This password is known from a breach somewhere else. "
                               "Choose one that you use nowhere else."));
    }
    return errors;
}

} // namespace authority
