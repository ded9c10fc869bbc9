// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/refreshtoken.h"

#include "authority/protocol/grammar.h"
#include "base/secret.h"
#include "crypto/digest.h"
#include "crypto/random.h"

#include <QScopeGuard>
#include <QtEndian>

#include <limits>

namespace authority {

namespace {

constexpr char prefix[] = "lkr_";
constexpr qsizetype prefixSize = sizeof prefix - 1;
constexpr qsizetype idSize = 16;
constexpr qsizetype familySize = idSize + 16;
constexpr qsizetype taggedSize = familySize + 4;
constexpr qsizetype tagSize = 16;

} // namespace

RefreshToken::~RefreshToken()
{
    base::wipe(m_family);
}

base::Result<RefreshToken> RefreshToken::first(const QString &grantId)
{
    TRY(const QByteArray id, crypto::fromBase64Url(grantId.toLatin1()));
    if (id.size() != idSize)
        return base::fail(base::ErrorCode::Internal, {});
    RefreshToken token;
    token.m_family = crypto::randomBytes(familySize);
    std::copy(id.begin(), id.end(), token.m_family.begin());
    return token;
}

std::optional<QByteArray> RefreshToken::bytesOf(QByteArrayView text)
{
    if (!text.startsWith(prefix))
        return {};
    auto bytes = crypto::fromBase64Url(text.sliced(prefixSize));
    if (!bytes || bytes->size() != taggedSize + tagSize)
        return {};
    return *std::move(bytes);
}

RefreshToken RefreshToken::of(QByteArrayView bytes)
{
    RefreshToken token;
    token.m_family = bytes.first(familySize).toByteArray();
    token.m_number = qFromBigEndian<quint32>(bytes.data() + familySize);
    return token;
}

base::Result<RefreshToken> RefreshToken::read(const KeyRing &keys, QByteArrayView text)
{
    auto bytes = bytesOf(text);
    if (!bytes)
        return base::fail(base::ErrorCode::InvalidInput, {});
    const auto wipe = qScopeGuard([&bytes] { base::wipe(*bytes); });
    const QByteArrayView view(*bytes);
    TRY(const QByteArray tag, keys.mac(QByteArrayLiteral("refresh"), view.first(taggedSize)));
    if (!crypto::constantTimeEquals(QByteArrayView(tag).first(tagSize), view.last(tagSize)))
        return base::fail(base::ErrorCode::InvalidInput, {});
    return of(view);
}

std::optional<RefreshToken> RefreshToken::readUnproven(QByteArrayView text)
{
    auto bytes = bytesOf(text);
    if (!bytes)
        return {};
    const auto wipe = qScopeGuard([&bytes] { base::wipe(*bytes); });
    return of(*bytes);
}

base::Result<QByteArray> RefreshToken::write(const KeyRing &keys, quint32 number) const
{
    QByteArray bytes;
    bytes.reserve(taggedSize + tagSize);
    const auto wipe = qScopeGuard([&bytes] { base::wipe(bytes); });
    bytes += m_family;
    bytes.resize(taggedSize);
    qToBigEndian(number, bytes.data() + familySize);
    TRY(const QByteArray tag, keys.mac(QByteArrayLiteral("refresh"), bytes));
    bytes += QByteArrayView(tag).first(tagSize);
    QByteArray encoded = crypto::toBase64Url(bytes);
    QByteArray text;
    text.reserve(prefixSize + encoded.size());
    text += prefix;
    text += encoded;
    base::wipe(encoded);
    return text;
}

base::Result<QByteArray> RefreshToken::writeSuccessor(const KeyRing &keys) const
{
    if (m_number == std::numeric_limits<quint32>::max())
        return base::fail(base::ErrorCode::Internal, {});
    return write(keys, m_number + 1);
}

QString RefreshToken::grantId() const
{
    return QString::fromLatin1(crypto::toBase64Url(QByteArrayView(m_family).first(idSize)));
}

QString RefreshToken::secretHash() const
{
    return hashOf(QByteArrayView(m_family).sliced(idSize));
}

} // namespace authority
