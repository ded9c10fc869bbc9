// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QString>

#include <atomic>
#include <chrono>
#include <memory>

namespace net {

//! Spares a host that fails: after some failures in a row it is left alone for a while, then one
//! request may try it. A pure state machine for each host; time comes with every call.
//!
//!     Closed --failures--> Open --pause over--> HalfOpen --success--> Closed
//!                            ^                      |
//!                            +------- failure ------+   (and the pause doubles, up to its limit)
class CircuitBreaker
{
public:
    enum class State { Closed, Open, HalfOpen };

    struct Limits
    {
        int failures = 5;
        std::chrono::milliseconds pause = std::chrono::seconds(30);
        std::chrono::milliseconds longestPause = std::chrono::minutes(5);
    };

    enum class Admission { Granted, Refused };

    CircuitBreaker() = default;
    explicit CircuitBreaker(Limits limits)
        : m_limits(limits)
    {}

    //! Whether a request may go out now. What is granted is reported by exactly one of the three
    //! calls below.
    [[nodiscard]] Admission admit(const QString &host, const QDateTime &now);
    void succeeded(const QString &host);
    void failed(const QString &host, const QDateTime &now);
    //! The request ended without saying anything about the host (it was cancelled).
    void abandoned(const QString &host);

    [[nodiscard]] State state(const QString &host, const QDateTime &now) const;
    //! When the host may be tried again; invalid: at any time.
    [[nodiscard]] QDateTime closedUntil(const QString &host) const;
    //! How many hosts are left alone or being tried; for any thread, and also when this has gone.
    [[nodiscard]] std::shared_ptr<const std::atomic<int>> openCount() const { return m_openCount; }

private:
    struct Circuit
    {
        int failures = 0;
        QDateTime until; //!< open until then; invalid: closed
        std::chrono::milliseconds pause{0};
        bool probing = false;
    };

    void count();

    Limits m_limits;
    QHash<QString, Circuit> m_circuits; //!< of hosts that failed lately
    std::shared_ptr<std::atomic<int>> m_openCount = std::make_shared<std::atomic<int>>(0);
};

} // namespace net
