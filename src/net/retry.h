// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "net/circuitbreaker.h"
#include "net/httpclient.h"

#include <functional>
#include <optional>

namespace net {

//! How often and how patiently something is tried again. A value; full jitter, so that many clients
//! do not come back at the same moment.
struct Backoff
{
    int tries = 3; //!< in all
    std::chrono::milliseconds first{500};
    double factor = 2.0;
    std::chrono::milliseconds cap = std::chrono::seconds(8);
    //! A server that asks for more is not waited for; its answer goes to the caller.
    std::chrono::milliseconds patience = std::chrono::seconds(20);

    //! The wait after the attempt number \a attempt (from 1), where \a random is in [0, 1).
    [[nodiscard]] std::chrono::milliseconds delay(int attempt, double random) const;
};

//! What a Retry-After header asks for (RFC 9110 10.2.3: seconds or a date); unset: nothing
//! readable.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter(QByteArrayView value,
                                                                  const QDateTime &now);

//! Whether the same request may fare better a little later: 408, 429, 500, 502, 503, 504.
[[nodiscard]] bool isPassing(int status);

//! Sends what may be sent again until it gets through, waits as the server asks, and leaves hosts
//! alone that keep failing. Client, clock and breaker outlive it.
class Retry
{
public:
    using Random = std::function<double()>; //!< in [0, 1)

    Retry(HttpClient &http,
          base::Clock &clock,
          CircuitBreaker &breaker,
          Backoff backoff = Backoff());
    Retry(HttpClient &http,
          base::Clock &clock,
          CircuitBreaker &breaker,
          Backoff backoff,
          Random random);

    //! The last answer or error when the tries are used up.
    [[nodiscard]] base::Task<Response> send(Request request, std::stop_token stop);
    //! The same, but \a stop ends only the waits in between: what is on its way is not torn off,
    //! as a refresh that rotates its token must not be.
    [[nodiscard]] base::Task<Response> sendWhole(Request request, std::stop_token stop);

private:
    [[nodiscard]] base::Task<Response> attempts(Request request,
                                                std::stop_token transfer,
                                                std::stop_token stop);
    [[nodiscard]] base::Task<Response> attempt(Request request, std::stop_token stop);

    HttpClient &m_http;
    base::Clock &m_clock;
    CircuitBreaker &m_breaker;
    Backoff m_backoff;
    Random m_random;
};

} // namespace net
