// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/jwks.h"

#include "net/retry.h"
#include "oauth/words.h"

namespace oauth {

namespace {

using base::ErrorCode;
using namespace std::chrono_literals;

constexpr std::chrono::milliseconds keptFor = 1h;
constexpr std::chrono::milliseconds betweenSearches = 1min;

QList<crypto::Jwk> named(const QList<crypto::Jwk> &keys, const QString &keyId)
{
    if (keyId.isEmpty())
        return keys;
    QList<crypto::Jwk> found;
    for (const auto &key : keys) {
        if (key.id == keyId)
            found << key;
    }
    return found;
}

} // namespace

Jwks::Jwks(net::Retry &http, base::Clock &clock)
    : m_http(http)
    , m_clock(clock)
{}

base::Task<QList<crypto::Jwk>> Jwks::keys(QString address, QString keyId, std::stop_token stop)
{
    // A clock that was set back makes the age negative: fetch then, too.
    const auto age = span(m_entries.value(address).fetched);
    const bool fresh = age >= 0ms && age <= keptFor;
    if (!fresh) {
        CO_TRY_VOID(co_await fetch(address, stop));
    }
    QList<crypto::Jwk> found = named(m_entries.value(address).keys, keyId);
    const auto sinceSearch = span(m_entries.value(address).searched);
    if (found.isEmpty() && fresh && (sinceSearch < 0ms || sinceSearch >= betweenSearches)) {
        m_entries[address].searched = m_clock.now();
        CO_TRY_VOID(co_await fetch(address, stop));
        found = named(m_entries.value(address).keys, keyId);
    }
    if (found.isEmpty())
        co_return base::fail(ErrorCode::Denied,
                             Words::tr("The identity was signed with a key that %1 does not have.")
                                 .arg(QUrl(address).host()),
                             Words::tr("Sign in again."));
    co_return found;
}

std::chrono::milliseconds Jwks::span(const QDateTime &since) const
{
    return since.isValid() ? std::chrono::milliseconds(since.msecsTo(m_clock.now())) : -1ms;
}

base::Task<> Jwks::fetch(QString address, std::stop_token stop)
{
    net::Request request(net::Method::Get, QUrl(address));
    request.with("Accept", "application/json");
    CO_TRY(const auto response, co_await m_http.send(std::move(request), stop));
    if (!response.isSuccess())
        co_return base::fail(ErrorCode::Unreachable,
                             Words::tr("%1 did not give its keys.").arg(QUrl(address).host()),
                             Words::tr("Try again in a few minutes."),
                             base::Retryable::Yes);
    CO_TRY(auto keys, crypto::parseJwkSet(response.body));
    auto &entry = m_entries[address];
    entry.keys = std::move(keys);
    entry.fetched = m_clock.now();
    co_return {};
}

} // namespace oauth
