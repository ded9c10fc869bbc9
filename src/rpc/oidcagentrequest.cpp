// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/oidcagentrequest.h"

#include "crypto/naclbox.h"
#include "rpc/words.h"

#include <algorithm>

namespace rpc {

namespace {

using base::ErrorCode;
using crypto::NaclBox;
using Kind = net::JsonValue::Kind;

constexpr qint64 longestValid = 24LL * 3600;
//! Digits of a length that anybody would send.
constexpr qsizetype mostDigits = 9;

std::optional<QByteArray> decoded(QByteArrayView text, qsizetype size)
{
    auto bytes =
        QByteArray::fromBase64Encoding(text.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes || bytes.decoded.size() != size)
        return {};
    return bytes.decoded;
}

//! How many letters of base64 \a size bytes take.
constexpr qsizetype lettersFor(qsizetype size)
{
    return (size + 2) / 3 * 4;
}

base::Result<> isNot(const char *member)
{
    return base::fail(
        ErrorCode::InvalidInput,
        Words::tr("Bad Request: %1 is not what it is to be.").arg(QString::fromLatin1(member)));
}

//! A text member; empty: there is none, or null.
base::Result<QString> textOf(const net::JsonValue &request, const char *name)
{
    const net::JsonValue member = request.member(QString::fromLatin1(name));
    if (member.isAbsent() || member.kind() == Kind::Null)
        return QString();
    if (auto text = member.text())
        return *std::move(text);
    return base::fail(isNot(name).error());
}

base::Result<std::chrono::seconds> secondsOf(const net::JsonValue &request, const char *name)
{
    const net::JsonValue member = request.member(QString::fromLatin1(name));
    if (member.isAbsent() || member.kind() == Kind::Null)
        return std::chrono::seconds(0);
    std::optional<qint64> number = member.integer();
    if (const auto text = member.text()) { // some clients write every value as a text
        bool isNumber = false;
        const qint64 read = text->toLongLong(&isNumber);
        if (isNumber)
            number = read;
    }
    if (!number)
        return base::fail(isNot(name).error());
    return std::chrono::seconds(std::clamp<qint64>(*number, 0, longestValid));
}

} // namespace

bool ObjectEnd::isIn(QByteArrayView text)
{
    for (; m_at < text.size(); ++m_at) {
        const char c = text[m_at];
        if (m_isEscaped) {
            m_isEscaped = false;
        } else if (m_isInString) {
            m_isEscaped = c == '\\';
            m_isInString = c != '"';
        } else if (c == '"') {
            m_isInString = true;
        } else if (c == '{' || c == '[') {
            ++m_depth;
        } else if ((c == '}' || c == ']') && --m_depth <= 0) {
            return true; // stays here: what follows is the reader's to judge
        }
    }
    return false;
}

SealedRequest SealedRequest::read(QByteArrayView text, qsizetype most)
{
    constexpr qsizetype nonceLetters = lettersFor(NaclBox::nonceSize);
    SealedRequest request;
    const qsizetype first = text.indexOf(':');
    const QByteArrayView digits = first < 0 ? text : text.first(first);
    request.reading = Reading::Wrong;
    if (digits.size() > mostDigits
        || !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return request;
    request.reading = Reading::NotYet;
    if (first < 0)
        return request;
    request.reading = Reading::Wrong;
    bool isNumber = false;
    const qlonglong length = digits.toLongLong(&isNumber);
    if (!isNumber || length > most)
        return request;
    const QByteArrayView rest = text.sliced(first + 1);
    const qsizetype second = rest.indexOf(':');
    if (second < 0 ? rest.size() > nonceLetters : second != nonceLetters)
        return request;
    const qsizetype cipherSize = qsizetype(length) + NaclBox::tagSize;
    const QByteArrayView cipher = second < 0 ? QByteArrayView() : rest.sliced(second + 1);
    if (cipher.size() > lettersFor(cipherSize))
        return request;
    if (second < 0 || cipher.size() < lettersFor(cipherSize)) {
        request.reading = Reading::NotYet;
        return request;
    }
    auto nonceBytes = decoded(rest.first(second), NaclBox::nonceSize);
    auto cipherBytes = decoded(cipher, cipherSize);
    if (!nonceBytes || !cipherBytes)
        return request;
    request.reading = Reading::Whole;
    request.nonce = *std::move(nonceBytes);
    request.cipher = *std::move(cipherBytes);
    return request;
}

std::optional<QByteArray> readPublicKey(QByteArrayView text)
{
    return decoded(text, NaclBox::keySize);
}

qsizetype publicKeyLetters()
{
    return lettersFor(NaclBox::keySize);
}

base::Result<OidcAgentRequest> OidcAgentRequest::read(const net::JsonValue &request)
{
    OidcAgentRequest wish;
    const QString what = request.member(u"request").text().value_or(QString());
    if (what == QLatin1String("loaded_accounts")) {
        wish.what = What::Accounts;
        return wish;
    }
    if (what != QLatin1String("access_token")) {
        return base::fail(ErrorCode::Unsupported,
                          Words::tr("Bad Request: Latchkey gives tokens and lists accounts here."),
                          Words::tr("Use `latchkey` for everything else."));
    }
    TRY(wish.account, textOf(request, "account"));
    TRY(wish.issuer, textOf(request, "issuer"));
    TRY(wish.audience, textOf(request, "audience"));
    TRY(const QString scopes, textOf(request, "scope"));
    wish.scopes = scopes.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    TRY(wish.minValid, secondsOf(request, "min_valid_period"));
    return wish;
}

} // namespace rpc
