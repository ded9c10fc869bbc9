// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/refreshtoken.h"

#include "authority/protocol/grammar.h"
#include "base/secret.h"
#include "crypto/digest.h"
#include "crypto/random.h"

#include <QScopeGuard>
#include <QtEndian>

namespace authority {

namespace {

constexpr char prefix[] = "lkr_";
constexpr qsizetype prefixSize = sizeof prefix - 1;
constexpr qsizetype idSize = 16;
constexpr qsizetype secretSize = 16;
constexpr qsizetype numberSize = 4;
constexpr qsizetype tagSize = 16;
constexpr qsizetype taggedSize = idSize + secretSize + numberSize;

tl::unexpected<base::Error> notOurs()
{
    return base::fail(base::ErrorCode::InvalidInput, {});
}

} // namespace

RefreshToken::RefreshToken(QString ofGrant)
    : grantId(std::move(ofGrant))
    , secret(crypto::randomBytes(secretSize))
{}

RefreshToken::~RefreshToken()
{
    base::wipe(secret);
}

base::Result<RefreshToken> RefreshToken::read(const KeyRing &keys, QByteArrayView text)
{
    if (!text.startsWith(prefix))
        return notOurs();
    auto decoded = crypto::fromBase64Url(text.sliced(prefixSize));
    if (!decoded || decoded->size() != taggedSize + tagSize)
        return notOurs();
    const auto wipe = qScopeGuard([&decoded] { base::wipe(*decoded); });
    const QByteArrayView bytes(*decoded);
    TRY(const QByteArray tag, keys.mac(QByteArrayLiteral("refresh"), bytes.first(taggedSize)));
    if (!crypto::constantTimeEquals(QByteArrayView(tag).first(tagSize), bytes.last(tagSize)))
        return notOurs();
    RefreshToken token;
    token.grantId = QString::fromLatin1(crypto::toBase64Url(bytes.first(idSize)));
    token.secret = bytes.sliced(idSize, secretSize).toByteArray();
    token.number = qFromBigEndian<quint32>(bytes.data() + idSize + secretSize);
    return token;
}

base::Result<QByteArray> RefreshToken::write(const KeyRing &keys, quint32 place) const
{
    TRY(QByteArray bytes, crypto::fromBase64Url(grantId.toLatin1()));
    if (bytes.size() != idSize)
        return base::fail(base::ErrorCode::Internal, {});
    const auto wipe = qScopeGuard([&bytes] { base::wipe(bytes); });
    bytes.reserve(taggedSize + tagSize);
    bytes += secret;
    bytes.resize(taggedSize);
    qToBigEndian(place, bytes.data() + idSize + secretSize);
    TRY(const QByteArray tag, keys.mac(QByteArrayLiteral("refresh"), bytes));
    bytes += QByteArrayView(tag).first(tagSize);
    return prefix + crypto::toBase64Url(bytes);
}

QString RefreshToken::secretHash() const
{
    return hashOf(secret);
}

} // namespace authority
