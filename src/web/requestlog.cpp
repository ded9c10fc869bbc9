// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/requestlog.h"

#include "base/logging.h"

#include <algorithm>

namespace web {

namespace {

//! Refusals come in floods: a line for each would be an attack on the disk.
constexpr int mostLinesPerSecond = 20;

} // namespace

RequestLog::RequestLog(Metrics &metrics)
    : m_metrics(metrics)
    , m_underway(metrics.gauge("latchkey_http_requests_underway", "Requests being answered now."))
    , m_connections(metrics.gauge("latchkey_http_connections", "Open connections."))
{}

void RequestLog::count(const Router::Route *route, const RequestSeen &seen)
{
    auto numbers = m_numbers.find(route);
    if (numbers == m_numbers.end()) {
        numbers = m_numbers.insert(route,
                                   {{},
                                    m_metrics.histogram("latchkey_http_request_seconds",
                                                        "How long requests took to answer.",
                                                        {{"route", seen.route}})});
    }
    auto &byStatus = numbers->byStatus;
    auto counter = std::find_if(byStatus.begin(), byStatus.end(), [&](const auto &each) {
        return each.first == seen.status;
    });
    if (counter == byStatus.end()) {
        byStatus.emplace_back(seen.status,
                              m_metrics.counter("latchkey_http_requests_total",
                                                "Requests by route and status.",
                                                {{"route", seen.route},
                                                 {"status", QByteArray::number(seen.status)}}));
        counter = std::prev(byStatus.end());
    }
    counter->second.increment();
    numbers->seconds.observe(double(seen.micros) / 1e6);
}

void RequestLog::note(const RequestSeen &seen, const Router::Route *route)
{
    count(route, seen);
    if (isTold(route)) {
        write(seen);
        m_seen.announce(seen);
    }
}

void RequestLog::noteRefusal(const RequestSeen &seen)
{
    m_metrics
        .counter("latchkey_http_refused_total",
                 "Requests that did not get past the gate.",
                 {{"status", QByteArray::number(seen.status)}})
        .increment();
    write(seen);
    m_seen.announce(seen);
}

void RequestLog::write(const RequestSeen &seen)
{
    // What went well is for who looks closely; it would be most of the log otherwise.
    const bool isTrouble = seen.status >= 400;
    if (!isTrouble && !lcWeb().isDebugEnabled())
        return;
    if (isTrouble && ++m_linesThisSecond > mostLinesPerSecond) {
        ++m_unwritten;
        return;
    }
    const QString line = QStringLiteral("%1 %2 %3 %4 us, from %5")
                             .arg(QString::fromLatin1(seen.method), QString::fromLatin1(seen.route))
                             .arg(seen.status)
                             .arg(seen.micros)
                             .arg(seen.peer);
    if (seen.status >= 500)
        qCWarning(lcWeb).noquote() << line;
    else if (isTrouble)
        qCInfo(lcWeb).noquote() << line;
    else
        qCDebug(lcWeb).noquote() << line;
}

void RequestLog::rest()
{
    if (m_unwritten > 0)
        qCInfo(lcWeb) << "and" << m_unwritten << "refused requests like these in one second";
    m_linesThisSecond = 0;
    m_unwritten = 0;
}

} // namespace web
