// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/admin/opsapi.h"

#include "authority/words.h"
#include "policy/authorization.h"

#include <QJsonArray>

#include <algorithm>

namespace authority {

using base::ErrorCode;
using web::Request;
using web::Response;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

OpsApi::OpsApi(Household &house,
               AdminGate &gate,
               ApiTokens &tokens,
               const policy::PolicyFolder &policies)
    : m_house(house)
    , m_gate(gate)
    , m_tokens(tokens)
    , m_policies(policies)
{}

void OpsApi::addRoutes(web::Router &router)
{
    const web::RouteOptions quiet{.noise = web::Noise::Quiet};
    router.add(web::Method::Get, "/health/live", quiet, [](const Request &) {
        return Response::json(QJsonObject{{s("status"), s("live")}});
    });
    router.add(
        web::Method::Get, "/health/ready", quiet, [this](const Request &) { return ready(); });
    router.add(web::Method::Get, "/metrics", quiet, [this](const Request &request) {
        return metrics(request);
    });
    router.add(web::Method::Post, "/v1/authorize", [this](const Request &request) {
        return authorize(request);
    });
}

Response OpsApi::ready() const
{
    const bool hasDatabase = m_house.database.rows(s("SELECT 1")).has_value();
    const bool hasVault = m_house.keys.isOpen();
    const bool hasKeys = hasVault && !m_house.keys.list().isEmpty();
    // An old set is good enough to decide by; without any, every request would be denied.
    const bool hasPolicies = m_policies.hasBeenRead();
    const auto word = [](bool isWell) { return isWell ? s("ok") : s("failed"); };
    const bool isReady = hasDatabase && hasVault && hasKeys && hasPolicies;
    return Response::json(QJsonObject{{s("status"), isReady ? s("ready") : s("not_ready")},
                                      {s("checks"),
                                       QJsonObject{{s("database"), word(hasDatabase)},
                                                   {s("keys"), word(hasKeys)},
                                                   {s("policies"), word(hasPolicies)},
                                                   {s("vault"), word(hasVault)}}}},
                          isReady ? 200 : 503);
}

Response OpsApi::metrics(const Request &request)
{
    bool isAllowed = m_house.settings.isMetricsPublic;
    if (const auto token = request.bearer(); !isAllowed && token)
        isAllowed = m_tokens.check(s("metrics"), *token).has_value();
    if (!isAllowed) {
        Caller caller;
        if (auto refused = m_gate.refusal(request, s("Metrics_read"), {}, &caller))
            return std::move(*refused);
    }
    takeStock();
    return Response::bytes(m_house.metrics.text(), "text/plain; version=0.0.4; charset=utf-8");
}

void OpsApi::takeStock()
{
    const auto set = [this](const char *name, const char *help, double value) {
        m_house.metrics.gauge(name, help).set(value);
    };
    const auto number = [](const base::Result<int> &result) { return result ? *result : -1; };
    // What is counted elsewhere and only grows: the counter is brought up to it.
    const auto grow = [this](const char *name, const char *help, qint64 value) {
        web::Counter counter = m_house.metrics.counter(name, help);
        counter.increment(std::max(0.0, static_cast<double>(value) - counter.value()));
    };
    set("latchkey_users", "People at this authority.", number(m_house.users.count()));
    set("latchkey_active_users", "People with a session.", number(m_house.sessions.countUsers()));
    set("latchkey_sessions", "Sessions of browsers.", number(m_house.sessions.count()));
    const auto waiting = m_house.approvals.waiting();
    set("latchkey_approvals_waiting",
        "Questions at the desktop.",
        waiting ? static_cast<double>(waiting->size()) : -1);
    grow("latchkey_events_lost_total", "Events that could not be written.", m_house.events.lost());
    set("latchkey_passwords_under_way",
        "Passwords that are being checked.",
        m_house.passwords.underWay());
    const Buckets::Counters buckets = m_house.buckets.counters();
    grow("latchkey_limiter_allowed_total", "Requests that a limiter let through.", buckets.allowed);
    grow("latchkey_limiter_refused_total", "Requests that a limiter turned away.", buckets.refused);
    grow("latchkey_limiter_leases_total",
         "Times that a limiter went to the database.",
         buckets.leases);
    set("latchkey_limiter_held", "Limiters in hand.", static_cast<double>(buckets.held));
    if (const auto &open = m_house.settings.openBreakers) {
        set("latchkey_breakers_open",
            "Hosts elsewhere that are left alone because they failed.",
            open->load());
    }
    const policy::EngineCounters policies = m_house.policies.counters();
    grow("latchkey_policy_allowed_total", "Decisions that allowed.", policies.allowed);
    grow("latchkey_policy_denied_total", "Decisions that denied.", policies.denied);
    grow("latchkey_policy_errors_total", "Decisions with an error in them.", policies.withErrors);
    grow("latchkey_policy_timed_out_total", "Decisions that took too long.", policies.timedOut);
    grow("latchkey_policy_cache_hits_total", "Decisions from the cache.", policies.cacheHits);
    grow("latchkey_policy_cache_misses_total", "Decisions not in the cache.", policies.cacheMisses);
    set("latchkey_policy_cache_entries",
        "Decisions in the cache.",
        static_cast<double>(policies.cacheEntries));
    grow("latchkey_policy_cache_evicted_total",
         "Decisions that left a full cache.",
         policies.cacheEvicted);
    grow("latchkey_policy_cache_expired_total", "Decisions that grew old.", policies.cacheExpired);
    grow("latchkey_policy_cache_invalidated_total",
         "Decisions that a change made void.",
         policies.cacheInvalidated);
    set("latchkey_policy_trouble",
        "1 while the policy files as they are now are refused.",
        m_policies.trouble() ? 1 : 0);
}

base::Result<> OpsApi::mayAskPolicy(const Request &request)
{
    // A token of the small kind is good from this machine only.
    if (const auto token = request.bearer(); token && request.isLocal()) {
        if (m_tokens.check(s("policy"), *token))
            return {};
    }
    if (!request.headers().contains("Authorization") || !m_house.tokens) {
        return base::fail(ErrorCode::SignInRequired,
                          Words::tr("Send an access token with scope policy."));
    }
    TRY(const AccessClaims claims, m_house.tokens->check(request, m_house.settings.issuer));
    if (!claims.scopes.contains(QLatin1String("policy"))) {
        return base::fail(ErrorCode::Denied,
                          Words::tr("This access token does not have the scope policy."));
    }
    return {};
}

Response OpsApi::authorize(const Request &request)
{
    if (const auto may = mayAskPolicy(request); !may)
        return AdminGate::answer(may.error());
    auto question = policy::parseAuthorization(request.body());
    if (!question) {
        // Whoever reads only the decision is safe, too.
        return Response::json(
            QJsonObject{{s("decision"), s("Deny")},
                        {s("determining"), QJsonArray()},
                        {s("errors"), QJsonArray{base::nameOf(question.error().code)}},
                        {s("message"), question.error().message}},
            400);
    }
    m_gate.addFacts(question->request);
    const policy::Decision decision = m_house.policies.decide(question->request);
    return Response::bytes(policy::toJson(question->requestId, decision), "application/json");
}

} // namespace authority
