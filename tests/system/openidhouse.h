// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/credentialref.h"
#include "oauth/browserflow.h"
#include "oauth/completion.h"
#include "oauth/deviceflow.h"
#include "oauth/discovery.h"
#include "oauth/idtoken.h"
#include "oauth/jwks.h"
#include "oauth/providercatalog.h"
#include "oauth/tokenmanager.h"
#include "support/fakeclock.h"
#include "support/fakeports.h"
#include "support/openidprovider.h"
#include "support/pump.h"
#include "support/verifyresult.h"

#include <QCoroTask>
#include <QJsonArray>
#include <QTemporaryDir>

//! A browser without a screen: goes where it is sent and follows the redirects to the end.
class PlainBrowser final : public core::Browser
{
public:
    bool obeys = true; //!< false: only remembers the page
    QUrl page;
    QByteArray lastPage; //!< what it shows in the end

    [[nodiscard]] base::Result<> open(const QUrl &address) override
    {
        page = address;
        if (obeys)
            go(address);
        return {};
    }
    void go(const QUrl &address)
    {
        m_reply.reset(m_network.get(QNetworkRequest(address)));
        QObject::connect(m_reply.get(), &QNetworkReply::finished, m_reply.get(), [this] {
            lastPage = m_reply->readAll();
        });
    }
    [[nodiscard]] bool hasArrived() const { return m_reply && m_reply->isFinished(); }

private:
    QNetworkAccessManager m_network;
    std::unique_ptr<QNetworkReply> m_reply;
};

//! All of the room between the real provider and fakes for person and store.
struct OpenIdHouse
{
    QTemporaryDir folder;
    FakeClock clock{QDateTime::currentDateTimeUtc()};
    net::HttpClient http;
    net::CircuitBreaker breaker;
    net::Retry retry{http, clock, breaker};
    oauth::Discovery discovery{retry};
    oauth::ProviderCatalog catalog{folder.filePath(QStringLiteral("providers")), discovery};
    oauth::Jwks jwks{retry, clock};
    oauth::IdTokenVerifier verifier{jwks, clock};
    oauth::Completion completion{verifier, retry};
    oauth::TokenEndpoint endpoint{retry, clock};
    PlainBrowser browser;
    oauth::BrowserFlow browserFlow{catalog, endpoint, completion, browser, clock};
    oauth::DeviceFlow deviceFlow{catalog, retry, endpoint, completion, clock};
    FakeSecretStore store;
    FakeAccounts accounts;
    oauth::TokenManager tokens{store,
                               accounts,
                               catalog,
                               retry,
                               clock,
                               [this](base::Secret idToken,
                                      core::Provider provider,
                                      QString clientId,
                                      QString nonce,
                                      base::Secret accessToken,
                                      std::stop_token stop) {
                                   return verifier.verify(std::move(idToken),
                                                          std::move(provider),
                                                          std::move(clientId),
                                                          std::move(nonce),
                                                          std::move(accessToken),
                                                          std::move(stop));
                               }};
    core::AccountId account{QStringLiteral("fixture"), QStringLiteral("maria")};
    QList<core::SignInProgress> told;
    std::stop_source halt;
    std::optional<base::Result<core::SignedIn>> result;

    ~OpenIdHouse() { (void)QCoro::waitFor(tokens.stop()); }

    [[nodiscard]] base::Result<core::Provider> discover(const QString &issuer)
    {
        return QCoro::waitFor(catalog.discover(issuer, {}));
    }

    static QCoro::Task<> run(OpenIdHouse *house,
                             core::SignInFlow *flow,
                             core::Provider provider,
                             core::ClientCredentials client)
    {
        auto task = flow->run(
            std::move(provider),
            std::move(client),
            {},
            [house](const core::SignInProgress &progress) { house->told << progress; },
            house->halt.get_token());
        auto result = co_await task;
        house->result = std::move(result);
    }

    void begin(core::SignInFlow &flow,
               const core::Provider &provider,
               const QString &client = QStringLiteral("latchkey-public"),
               const QString &secret = {})
    {
        result.reset();
        told.clear();
        run(this, &flow, provider, {client, base::Secret(secret.toUtf8())});
    }
    [[nodiscard]] bool finish()
    {
        return QTest::qWaitFor([this] { return result.has_value(); }, 20'000);
    }

    //! Signs in through the browser and keeps the tokens as the agent does.
    [[nodiscard]] base::Result<> signIn(const core::Provider &provider,
                                        const QString &client = QStringLiteral("latchkey-public"),
                                        const QString &secret = {})
    {
        begin(browserFlow, provider, client, secret);
        if (!finish())
            return base::fail(base::ErrorCode::TimedOut, QStringLiteral("no end"));
        if (!*result)
            return base::fail(result->error());
        core::Account kept;
        kept.id = account;
        kept.kind = core::AccountKind::OAuth;
        kept.provider = provider.id;
        TRY_VOID(QCoro::waitFor(accounts.put(kept)));
        TRY_VOID(catalog.keep(provider));
        if (!secret.isEmpty())
            store.put(core::clientSecretEntry(provider.id), secret.toUtf8().constData());
        return QCoro::waitFor(tokens.store(account, (*result)->tokens.clone()));
    }

    //! Renews, moving the clock on while the provider is waited for.
    [[nodiscard]] base::Result<core::AccessToken> refresh()
    {
        std::optional<base::Result<core::AccessToken>> token;
        renew(this, &token);
        pump(clock, [&token] { return token.has_value(); });
        if (!token)
            return base::fail(base::ErrorCode::TimedOut, QStringLiteral("no end"));
        return *std::move(token);
    }
    //! A token for less, in the same way.
    [[nodiscard]] base::Result<core::AccessToken> narrowed(core::TokenLimits limits)
    {
        auto task = tokens.narrowed(account, std::chrono::seconds(60), std::move(limits), {});
        pump(clock, [&task] { return task.isReady(); });
        if (!task.isReady())
            return base::fail(base::ErrorCode::TimedOut, QStringLiteral("no end"));
        return QCoro::waitFor(std::move(task));
    }
    static QCoro::Task<> renew(OpenIdHouse *house,
                               std::optional<base::Result<core::AccessToken>> *out)
    {
        auto task = house->tokens.refresh(house->account, {});
        auto token = co_await task;
        *out = std::move(token);
    }
    [[nodiscard]] QByteArray keptRefreshToken()
    {
        const auto set = core::TokenSet::parse(store.entries[core::tokenEntry(account)]);
        return set ? set->refreshToken.expose().toByteArray() : QByteArray();
    }
};
