// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/admin/admingate.h"

#include "authority/people/passage.h"
#include "authority/words.h"

#include <QJsonArray>

#include <algorithm>

namespace authority {

using base::ErrorCode;

namespace {

constexpr qint64 adminBody = 128LL * 1024;

policy::EntityUid uid(const char *type, const QString &id)
{
    return {QString::fromLatin1(type), id};
}

bool isSafe(web::Method method)
{
    return method == web::Method::Get || method == web::Method::Head;
}

web::Response limited(web::Response response, const Throttle::Allowance &allowance)
{
    response.set("X-RateLimit-Limit", QByteArray::number(allowance.limit));
    response.set("X-RateLimit-Remaining", QByteArray::number(allowance.remaining));
    return response;
}

} // namespace

AdminGate::AdminGate(Household &house)
    : m_house(house)
{}

policy::Entity AdminGate::local()
{
    return {uid("Authority", QStringLiteral("local")), {}, {}, {}};
}

policy::Entity AdminGate::entityOf(const core::AuthorityUser &user)
{
    policy::Entity entity;
    entity.uid = uid("User", user.id);
    entity.attributes = {{QStringLiteral("active"), user.isActive},
                         {QStringLiteral("name"), user.name},
                         {QStringLiteral("owner"), user.isOwner}};
    for (const QString &role : user.roles)
        entity.parents.append(uid("Role", role));
    return entity;
}

void AdminGate::addFacts(policy::Request &question) const
{
    for (const policy::EntityUid &named : {question.principal, question.resource}) {
        if (named.type != QLatin1String("User"))
            continue;
        const auto user = m_house.users.find(named.id);
        const bool isThere = std::any_of(question.entities.cbegin(),
                                         question.entities.cend(),
                                         [&](const auto &known) { return known.uid == named; });
        if (user && !isThere)
            question.entities.append(entityOf(*user));
    }
}

void AdminGate::fill(Caller &caller, const core::AuthorityUser &user, const QStringList &amr)
{
    caller.userId = user.id;
    caller.principal = uid("User", user.id);
    caller.entities = {entityOf(user)};
    caller.context = {{QStringLiteral("second_factor"), hasSecondFactor(amr)},
                      {QStringLiteral("peer"), caller.peer}};
}

base::Result<Caller> AdminGate::byCookie(const web::Request &request, SessionTable::Renewal renewal)
{
    const Visitor visitor(m_house, request, {}, renewal);
    if (!visitor.session()) {
        return base::fail(ErrorCode::SignInRequired,
                          Words::tr("Sign in first, or send an access token with scope admin."));
    }
    // Another site's page may send the cookie along with a GET only, and cannot read the answer.
    if (!isSafe(request.method()))
        TRY_VOID(visitor.checkCsrf(request.header("X-CSRF-Token")));
    Caller caller;
    caller.peer = visitor.peer();
    caller.language = visitor.language();
    caller.cookies = visitor.cookies();
    const Session &session = *visitor.session();
    TRY(const auto user, m_house.users.find(session.view.userId));
    fill(caller, user, session.amr);
    if (!hasEnough(user, session)) {
        return base::fail(ErrorCode::SignInRequired,
                          Words::tr("Administrators sign in with a second factor."));
    }
    return caller;
}

base::Result<QStringList> AdminGate::howSignedIn(const AccessClaims &claims) const
{
    QStringList amr;
    const QJsonArray said = claims.all[QStringLiteral("amr")].toArray();
    for (const QJsonValue &word : said)
        amr.append(word.toString());
    if (!amr.isEmpty() || claims.grant.isEmpty())
        return amr;
    // Access tokens are kept short: the grant knows.
    TRY(const auto rows,
        m_house.database.rows(QStringLiteral("SELECT amr FROM authority_grants WHERE id = ?"),
                              {claims.grant}));
    return rows.isEmpty() ? amr : rows.first().first().toString().split(u' ', Qt::SkipEmptyParts);
}

base::Result<Caller> AdminGate::byToken(const web::Request &request)
{
    if (!m_house.tokens)
        return base::fail(ErrorCode::Denied, Words::tr("There are no access tokens here."));
    TRY(const AccessClaims claims, m_house.tokens->check(request, m_house.settings.issuer));
    if (!claims.scopes.contains(QLatin1String("admin"))) {
        return base::fail(ErrorCode::Denied,
                          Words::tr("This access token does not have the scope admin."));
    }
    Caller caller;
    caller.peer = request.peerName();
    caller.language = m_house.languages.best(request.languages());
    caller.clientId = claims.clientId;
    if (claims.subject == claims.clientId || claims.subject.isEmpty()) {
        caller.principal = uid("Client", claims.clientId);
        caller.entities = {{caller.principal, {}, {}, {}}};
        return caller;
    }
    TRY(const QStringList amr, howSignedIn(claims));
    TRY(const auto user, m_house.users.find(claims.subject));
    fill(caller, user, amr);
    if (isAdmin(user) && !hasSecondFactor(amr)) {
        return base::fail(ErrorCode::SignInRequired,
                          Words::tr("Administrators sign in with a second factor."));
    }
    return caller;
}

base::Result<Caller> AdminGate::identify(const web::Request &request, SessionTable::Renewal renewal)
{
    auto caller =
        request.headers().contains("Authorization") ? byToken(request) : byCookie(request, renewal);
    if (caller)
        caller->traceId = request.traceId();
    return caller;
}

base::Result<> AdminGate::ask(const Caller &caller,
                              const QString &action,
                              const policy::Entity &resource)
{
    policy::Request question;
    question.principal = caller.principal;
    question.action = uid("Action", action);
    question.resource = resource.uid;
    question.context = caller.context;
    question.entities = caller.entities;
    if (resource.uid != caller.principal)
        question.entities.append(resource);
    const policy::Decision decision = m_house.policies.decide(question);
    if (decision.isAllowed())
        return {};
    m_house.events.record({QStringLiteral("admin_denied"),
                           QStringLiteral("refused"),
                           caller.userId,
                           caller.clientId,
                           caller.peer,
                           caller.traceId,
                           action});
    return base::fail(ErrorCode::Denied,
                      Words::tr("The policies of this authority do not allow you that."),
                      Words::tr("Ask an administrator."));
}

web::Response AdminGate::answer(const base::Error &error)
{
    const bool isUnknown =
        error.code == ErrorCode::SignInRequired || error.code == ErrorCode::Expired;
    web::Response response = web::Response::error(error);
    if (isUnknown) {
        response.setStatus(401);
        const bool hadToken = error.code == ErrorCode::Expired;
        response.set("WWW-Authenticate",
                     hadToken ? "Bearer realm=\"latchkey\", error=\"invalid_token\""
                              : "Bearer realm=\"latchkey\", scope=\"admin\"");
    }
    return response;
}

std::optional<web::Response> AdminGate::refusal(const web::Request &request,
                                                const QString &action,
                                                const Resource &resource,
                                                Caller *caller,
                                                SessionTable::Renewal renewal)
{
    auto known = identify(request, renewal);
    if (!known)
        return answer(known.error());
    const auto about = resource ? resource(request) : base::Result<policy::Entity>(local());
    // Who may not see whether it is there must not learn it from the answer.
    const auto allowed =
        ask(*known,
            action,
            about ? *about : policy::Entity{uid("User", QStringLiteral("-")), {}, {}, {}});
    if (!allowed)
        return answer(allowed.error());
    if (!about)
        return answer(about.error());
    *caller = std::move(*known);
    return {};
}

void AdminGate::add(web::Router &router,
                    web::Method method,
                    const QByteArray &pattern,
                    const QString &action,
                    const Resource &resource,
                    const Work &work)
{
    addAsync(router,
             method,
             pattern,
             action,
             resource,
             [work](Caller caller, web::Request request) -> QCoro::Task<web::Response> {
                 co_return work(caller, request);
             });
}

void AdminGate::addAsync(web::Router &router,
                         web::Method method,
                         const QByteArray &pattern,
                         const QString &action,
                         const Resource &resource,
                         const AsyncWork &work)
{
    web::RouteOptions options;
    options.bodyLimit = adminBody;
    // The closure lives as long as the router; the coroutine keeps copies of what it needs.
    const auto handler = [](AdminGate *self,
                            QString asked,
                            Resource about,
                            AsyncWork doing,
                            web::Request request) -> QCoro::Task<web::Response> {
        const auto allowance = self->m_house.buckets.take(
            QStringLiteral("admin/") + request.peerName(), self->m_house.settings.perAddress);
        if (!allowance)
            co_return web::Response::error(allowance.error());
        if (!allowance->isAllowed) {
            self->m_house.throttled.increment();
            web::Response wait =
                web::Response::json({{QStringLiteral("error"), QStringLiteral("slow_down")},
                                     {QStringLiteral("retry_after"), allowance->retryAfter}},
                                    429);
            wait.set("Retry-After", QByteArray::number(allowance->retryAfter));
            co_return limited(std::move(wait), *allowance);
        }
        Caller caller;
        if (auto refused = self->refusal(request, asked, about, &caller))
            co_return limited(std::move(*refused), *allowance);
        const QList<web::Cookie> cookies = caller.cookies;
        web::Response response = co_await doing(std::move(caller), std::move(request));
        for (const web::Cookie &cookie : cookies)
            response.setCookie(cookie);
        response.setCaching(web::Caching::NoStore, std::chrono::seconds(0));
        co_return limited(std::move(response), *allowance);
    };
    router.add(method, pattern, options, [=, this](web::Request request) {
        return handler(this, action, resource, work, std::move(request));
    });
}

} // namespace authority
