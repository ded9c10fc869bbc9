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
constexpr qsizetype familySize = idSize + 16;
constexpr qsizetype taggedSize = familySize + 4;
constexpr qsizetype tagSize = 16;

tl::unexpected<base::Error> notOurs()
{
    return base::fail(base::ErrorCode::InvalidInput, {});
}

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
    token.m_family = bytes.first(familySize).toByteArray();
    token.m_number = qFromBigEndian<quint32>(bytes.data() + familySize);
    return token;
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
    return prefix + crypto::toBase64Url(bytes);
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
