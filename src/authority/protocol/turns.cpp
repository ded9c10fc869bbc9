// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/turns.h"

#include <array>
#include <charconv>

namespace authority {

namespace {

//! QByteArray::number() asks for memory four times.
QByteArray digitsOf(int number)
{
    std::array<char, 12> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return {digits.data(), end - digits.data()};
}

} // namespace

Answer<> Turns::take(const QString &bucket, const Throttle::Rule &rule)
{
    TRY(m_own, ours(m_throttle.take(bucket, rule)));
    return checkTurn(*m_own);
}

Answer<> Turns::takeShared(const QString &bucket, const Throttle::Rule &rule)
{
    TRY_VOID(turnOf(m_throttle, bucket, rule));
    return {};
}

void Turns::tell(web::Response &response) const
{
    if (!m_own)
        return;
    response.set(QByteArrayLiteral("X-RateLimit-Limit"), digitsOf(m_own->limit));
    response.set(QByteArrayLiteral("X-RateLimit-Remaining"), digitsOf(m_own->remaining));
}

} // namespace authority
