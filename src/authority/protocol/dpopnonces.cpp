// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/dpopnonces.h"

#include "crypto/digest.h"

#include <QDateTime>

namespace authority {

namespace {

constexpr qint64 windowLength = 120; // seconds
constexpr qsizetype nonceBytes = 18;

} // namespace

DpopNonces::DpopNonces(const KeyRing &keys, const base::Clock &clock)
    : m_keys(keys)
    , m_clock(clock)
{}

qint64 DpopNonces::window() const
{
    return m_clock.now().toSecsSinceEpoch() / windowLength;
}

base::Result<QByteArray> DpopNonces::of(qint64 window) const
{
    TRY(const QByteArray mac,
        m_keys.mac(QByteArrayLiteral("dpop_nonce"), QByteArray::number(window)));
    return crypto::toBase64Url(QByteArrayView(mac).first(nonceBytes));
}

base::Result<QByteArray> DpopNonces::current() const
{
    return of(window());
}

base::Result<bool> DpopNonces::isGood(QByteArrayView nonce) const
{
    const qint64 now = window();
    for (const qint64 known : {now, now - 1, now + 1}) {
        TRY(const QByteArray expected, of(known));
        if (crypto::constantTimeEquals(expected, nonce))
            return true;
    }
    return false;
}

} // namespace authority
