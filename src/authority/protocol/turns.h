// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/protocol/refusal.h"

#include <optional>

namespace authority {

//! The turns that one request takes from the buckets of who asks and of everybody, and what its
//! answer says of the asker's.
class Turns
{
public:
    explicit Turns(Throttle &throttle)
        : m_throttle(throttle)
    {}

    //! One turn of the asker's: 429 with when to come back if there is none left.
    [[nodiscard]] Answer<> take(const QString &bucket, const Throttle::Rule &rule);
    //! One of everybody's, which no answer tells about.
    [[nodiscard]] Answer<> takeShared(const QString &bucket, const Throttle::Rule &rule);
    //! X-RateLimit-Limit and X-RateLimit-Remaining; nothing before take().
    void tell(web::Response &response) const;

private:
    Throttle &m_throttle;
    std::optional<Throttle::Allowance> m_own;
};

} // namespace authority
