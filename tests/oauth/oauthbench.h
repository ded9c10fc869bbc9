// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/credentialref.h"
#include "oauth/tokenmanager.h"
#include "support/fakeclock.h"
#include "support/fakeports.h"
#include "support/pump.h"
#include "support/scriptedserver.h"
#include "support/verifyresult.h"

#include <QCoroTask>

//! A token manager between fakes and a small provider that keeps the rules: refresh tokens rotate
//! (rt-0 → rt-1 → …), and an old one ends the family (RFC 9700 4.14).
class OauthBench
{
public:
    OauthBench()
        : server([this](const ScriptedServer::Request &request) { return answer(request); })
        , manager(store, accounts, providers, retry, clock, [this](auto &&...given) {
            return checkIdToken(std::forward<decltype(given)>(given)...);
        })
    {
        core::Provider acme;
        acme.id = QStringLiteral("acme");
        acme.name = QStringLiteral("Acme");
        acme.tokenEndpoint = server.address(QStringLiteral("/token"));
        acme.revocationEndpoint = server.address(QStringLiteral("/revoke"));
        providers.list += acme;
        core::Account account;
        account.id = id;
        account.kind = core::AccountKind::OAuth;
        account.provider = acme.id;
        accounts.list += account;
        subscription = manager.changed.subscribe(
            [this](const core::TokenChange &change) { changes += change; });
    }
    ~OauthBench() { [[maybe_unused]] const auto stopped = QCoro::waitFor(manager.stop()); }

    //! Tokens made for an hour, of which \a left is left (or for longer, made just now).
    [[nodiscard]] core::TokenSet tokens(std::chrono::seconds left) const
    {
        const auto life = std::max<std::chrono::seconds>(left, std::chrono::hours(1));
        core::TokenSet set;
        set.accessToken = base::Secret("at-0");
        set.refreshToken = base::Secret("rt-0");
        set.expiresAt = clock.now().addSecs(left.count());
        set.issuedAt = set.expiresAt.addSecs(-life.count());
        set.clientId = QStringLiteral("me");
        set.tokenEndpoint = server.address(QStringLiteral("/token"));
        set.scopes = {QStringLiteral("read")};
        return set;
    }
    void keep(core::TokenSet set) { store.entries[core::tokenEntry(id)] = set.serialized(); }
    [[nodiscard]] core::TokenSet kept()
    {
        auto set = core::TokenSet::parse(store.entries[core::tokenEntry(id)]);
        return set ? *std::move(set) : core::TokenSet();
    }
    [[nodiscard]] base::Result<core::AccessToken> ensure(
        std::chrono::seconds minValid = std::chrono::minutes(5))
    {
        auto task = manager.ensure(id, minValid, {});
        pump(clock, [&task] { return task.isReady(); });
        if (!task.isReady())
            qFatal("ensure() does not end.");
        return QCoro::waitFor(std::move(task));
    }
    [[nodiscard]] QList<core::TokenChange::What> said() const
    {
        QList<core::TokenChange::What> all;
        for (const core::TokenChange &change : changes)
            all += change.what;
        return all;
    }
    [[nodiscard]] static ScriptedServer::Reply refusal(const QString &code, int status = 400)
    {
        return ScriptedServer::json({{QStringLiteral("error"), code}}, status);
    }

    const core::AccountId id{QStringLiteral("acme"), QStringLiteral("work")};
    int lifetime = 3600;
    bool rotates = true;
    int generation = 0; //!< of the refresh token that is good
    bool isEnded = false; //!< the family is
    QString idToken;
    QList<ScriptedServer::Reply> script; //!< said instead, first
    std::function<void()> whenAsked = [] {}; //!< happens while a request is on its way
    std::function<base::Result<oauth::IdTokenClaims>()> judgeIdToken = [] {
        return oauth::IdTokenClaims{QStringLiteral("sub-1"), {}};
    };
    QList<core::TokenChange> changes;

    FakeClock clock;
    FakeSecretStore store;
    FakeAccounts accounts;
    FakeProviders providers;
    ScriptedServer server;
    net::HttpClient http{net::HttpLimits{std::chrono::seconds(1), std::chrono::seconds(1), 5}};
    net::CircuitBreaker breaker;
    net::Retry retry{http, clock, breaker};
    oauth::TokenManager manager;
    base::Subscription subscription;

private:
    base::Task<oauth::IdTokenClaims> checkIdToken(
        base::Secret, core::Provider, QString, QString, base::Secret, std::stop_token)
    {
        co_return judgeIdToken();
    }

    ScriptedServer::Reply answer(const ScriptedServer::Request &request)
    {
        whenAsked();
        if (!script.isEmpty())
            return script.takeFirst();
        if (request.path == QLatin1String("/revoke"))
            return ScriptedServer::text({});
        const QString good = QStringLiteral("rt-%1").arg(rotates ? generation : 0);
        if (isEnded || request.field(QStringLiteral("refresh_token")) != good) {
            isEnded = true;
            return refusal(QStringLiteral("invalid_grant"));
        }
        ++generation;
        QJsonObject reply{{QStringLiteral("access_token"), QStringLiteral("at-%1").arg(generation)},
                          {QStringLiteral("token_type"), QStringLiteral("Bearer")},
                          {QStringLiteral("expires_in"), lifetime}};
        if (rotates) {
            reply.insert(QStringLiteral("refresh_token"), QStringLiteral("rt-%1").arg(generation));
        }
        if (!idToken.isEmpty())
            reply.insert(QStringLiteral("id_token"), idToken);
        return ScriptedServer::json(reply);
    }
};
