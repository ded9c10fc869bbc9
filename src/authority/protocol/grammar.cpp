// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/grammar.h"

#include "crypto/digest.h"
#include "crypto/random.h"
#include "web/parameters.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

namespace authority {

namespace {

constexpr QByteArrayView userCodeLetters = "BCDFGHJKLMNPQRSTVWXZ";

bool isLetterOrDigit(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')
           || (letter >= '0' && letter <= '9');
}

} // namespace

std::optional<QStringList> parseScopes(const QString &text)
{
    QStringList scopes;
    if (text.isEmpty() || text.size() > 2048)
        return {};
    for (qsizetype begin = 0, end = 0; begin <= text.size(); begin = end + 1) {
        end = text.indexOf(u' ', begin);
        if (end < 0)
            end = text.size();
        const QString word = text.sliced(begin, end - begin);
        const bool fits = !word.isEmpty() && std::all_of(word.begin(), word.end(), [](QChar c) {
            return c > u' ' && c < u'\x7f' && c != u'"' && c != u'\\';
        });
        if (!fits)
            return {};
        if (!scopes.contains(word))
            scopes += word;
    }
    return scopes;
}

const QStringList &personalScopes()
{
    static const QStringList scopes{QStringLiteral("openid"),
                                    QStringLiteral("profile"),
                                    QStringLiteral("email"),
                                    QStringLiteral("offline_access")};
    return scopes;
}

bool isWithin(const QStringList &part, const QStringList &whole)
{
    return std::all_of(
        part.begin(), part.end(), [&whole](const QString &word) { return whole.contains(word); });
}

bool isCodeVerifier(QByteArrayView text)
{
    return text.size() >= 43 && text.size() <= 128
           && std::all_of(text.begin(), text.end(), [](char c) {
                  return isLetterOrDigit(c) || c == '-' || c == '.' || c == '_' || c == '~';
              });
}

bool isCodeChallenge(QByteArrayView text)
{
    return text.size() == 43 && std::all_of(text.begin(), text.end(), [](char c) {
               return isLetterOrDigit(c) || c == '-' || c == '_';
           });
}

bool isResource(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return isVisible(text, 512) && url.isValid() && !url.isRelative() && !url.hasFragment()
           && !text.contains(u'#') && url.userInfo().isEmpty();
}

bool isVisible(const QString &text, qsizetype longest)
{
    return !text.isEmpty() && text.size() <= longest
           && std::all_of(
               text.begin(), text.end(), [](QChar c) { return c >= u' ' && c < u'\x7f'; });
}

QString hashOf(QByteArrayView token)
{
    return QString::fromLatin1(crypto::toBase64Url(crypto::digest(crypto::Hash::Sha256, token)));
}

QByteArray halfHash(QByteArrayView value, const QString &algorithm)
{
    // Ed25519 has no hash of its own in the name; SHA-512 is what it uses inside.
    const bool isLong = algorithm == QLatin1String("EdDSA");
    const QByteArray whole =
        crypto::digest(isLong ? crypto::Hash::Sha512 : crypto::Hash::Sha256, value);
    return crypto::toBase64Url(QByteArrayView(whole).first(whole.size() / 2));
}

QString toJsonList(const QStringList &list)
{
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

QStringList fromJsonList(const QString &json)
{
    if (json.size() <= 2) // "[]", as mostly
        return {};
    // Grants of one client are for the same resources.
    thread_local std::pair<QString, QStringList> last;
    if (json == last.first)
        return last.second;
    QStringList list;
    const QJsonArray array = QJsonDocument::fromJson(json.toUtf8()).array();
    for (const auto &value : array)
        list += value.toString();
    last = {json, list};
    return list;
}

QString newUserCode()
{
    QString code;
    while (code.size() < 9) {
        // 240 is the greatest multiple of 20 in a byte: every letter is as likely.
        const QByteArray bytes = crypto::randomBytes(16);
        for (const char byte : bytes) {
            const auto value = static_cast<unsigned char>(byte);
            if (value >= 240 || code.size() == 9)
                continue;
            code += QLatin1Char(userCodeLetters.at(value % 20));
            if (code.size() == 4)
                code += u'-';
        }
    }
    return code;
}

QString foldedUserCode(const QString &typed)
{
    QString code;
    if (typed.size() > 64)
        return {};
    for (const QChar letter : typed) {
        const QChar upper = letter.toUpper();
        if (upper.unicode() < 0x80 && userCodeLetters.contains(upper.toLatin1()))
            code += upper;
        else if (letter.isLetterOrNumber())
            return {};
    }
    return code.size() == 8 ? code : QString();
}

void appendQuery(QByteArray &url, QByteArrayView name, QByteArrayView value)
{
    url += url.contains('?') ? (url.endsWith('?') || url.endsWith('&') ? "" : "&") : "?";
    url += name;
    url += '=';
    url += web::formEncoded(value);
}

} // namespace authority
