// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/event.h"
#include "web/metrics.h"
#include "web/router.h"
#include "web/server.h"

#include <QHash>

#include <vector>

namespace web {

//! Writes down what was asked and answered: numbers, live requests, log lines.
class RequestLog
{
public:
    explicit RequestLog(Metrics &metrics);

    //! One answered request; \a route is null when none matched.
    void note(const RequestSeen &seen, const Router::Route *route);
    //! Whether anybody is told of requests to \a route, and so wants the peer's address.
    [[nodiscard]] static bool isTold(const Router::Route *route)
    {
        return route == nullptr || route->options.noise == Noise::Loud;
    }
    //! One that the gate did not let in.
    void noteRefusal(const RequestSeen &seen);
    void began() { m_underway.increment(); }
    void ended() { m_underway.decrement(); }
    void setConnections(int count) { m_connections.set(count); }
    //! A second has passed: the log may take more again.
    void rest();

    [[nodiscard]] base::Event<RequestSeen> &seen() { return m_seen; }

private:
    struct Numbers
    {
        std::vector<std::pair<int, Counter>> byStatus;
        Histogram seconds;
    };
    void count(const Router::Route *route, const RequestSeen &seen);
    void write(const RequestSeen &seen);

    Metrics &m_metrics;
    Gauge m_underway;
    Gauge m_connections;
    QHash<const Router::Route *, Numbers> m_numbers;
    base::Event<RequestSeen> m_seen;
    int m_linesThisSecond = 0;
    int m_unwritten = 0;
};

} // namespace web
