// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/retry.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

namespace net {

using base::ErrorCode;
using base::Retryable;
using std::chrono::milliseconds;

milliseconds Backoff::delay(int attempt, double random) const
{
    const double grown = static_cast<double>(first.count()) * std::pow(factor, attempt - 1);
    const double limited = std::min(grown, static_cast<double>(cap.count()));
    return milliseconds(static_cast<qint64>(limited * std::clamp(random, 0.0, 1.0)));
}

std::optional<milliseconds> retryAfter(QByteArrayView value, const QDateTime &now)
{
    const QByteArrayView text = value.trimmed();
    if (text.isEmpty())
        return {};
    constexpr qint64 longest = 24LL * 3600 * 1000;
    if (std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        bool fits = false;
        const qint64 seconds = text.toByteArray().toLongLong(&fits);
        return milliseconds(fits ? std::min(seconds, longest / 1000) * 1000 : longest);
    }
    // The one format that servers may still send: Sun, 06 Nov 1994 08:49:37 GMT.
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text),
                                             QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!date.isValid())
        return {};
    date.setTimeSpec(Qt::UTC);
    return milliseconds(std::clamp<qint64>(now.msecsTo(date), 0, longest));
}

bool isPassing(int status)
{
    return status == 408 || status == 429 || status == 500 || (status >= 502 && status <= 504);
}

Retry::Retry(HttpClient &http, base::Clock &clock, CircuitBreaker &breaker, Backoff backoff)
    : Retry(
        http, clock, breaker, backoff, [] { return QRandomGenerator::global()->generateDouble(); })
{}

Retry::Retry(
    HttpClient &http, base::Clock &clock, CircuitBreaker &breaker, Backoff backoff, Random random)
    : m_http(http)
    , m_clock(clock)
    , m_breaker(breaker)
    , m_backoff(backoff)
    , m_random(std::move(random))
{}

base::Task<Response> Retry::send(Request request, std::stop_token stop)
{
    return attempts(std::move(request), stop, stop);
}

base::Task<Response> Retry::sendWhole(Request request, std::stop_token stop)
{
    return attempts(std::move(request), std::stop_token(), stop);
}

base::Task<Response> Retry::attempts(Request request,
                                     std::stop_token transfer,
                                     std::stop_token stop)
{
    for (int number = 1;; ++number) {
        Request copy = request.clone();
        const auto result = co_await attempt(std::move(copy), transfer);

        const bool passing =
            result ? isPassing(result->status) : result.error().retryable == Retryable::Yes;
        if (!passing || !request.isRepeatable() || number >= m_backoff.tries)
            co_return result;
        milliseconds wait = m_backoff.delay(number, m_random());
        if (result) {
            const auto asked = retryAfter(result->header("Retry-After"), m_clock.now());
            if (asked && *asked > m_backoff.patience)
                co_return result;
            wait = std::max(wait, asked.value_or(milliseconds(0)));
        } else if (m_breaker.state(request.url.host(), m_clock.now())
                   != CircuitBreaker::State::Closed) {
            co_return result;
        }
        CO_TRY_VOID(co_await m_clock.sleep(wait, stop));
    }
}

base::Task<Response> Retry::attempt(Request request, std::stop_token stop)
{
    const QString host = request.url.host();
    const QDateTime now = m_clock.now();
    if (m_breaker.admit(host, now) == CircuitBreaker::Admission::Refused) {
        co_return base::fail(
            ErrorCode::Unreachable,
            QCoreApplication::translate("net", "%1 did not answer several times in a row.")
                .arg(host),
            QCoreApplication::translate("net", "We try again in a little while."),
            Retryable::Yes);
    }
    const auto result = co_await m_http.send(std::move(request), stop);
    if (result ? result->status >= 500 : result.error().retryable == Retryable::Yes)
        m_breaker.failed(host, m_clock.now());
    else if (!result && result.error().code == ErrorCode::Cancelled)
        m_breaker.abandoned(host);
    else
        m_breaker.succeeded(host);
    co_return result;
}

} // namespace net
