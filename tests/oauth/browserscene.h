// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "oauth/browserflow.h"
#include "oauth/providercatalog.h"

#include <QCoroTask>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>
#include <QUrlQuery>

#include <optional>

//! A browser whose person does what the test says.
class FakeBrowser final : public core::Browser
{
public:
    QList<QUrl> opened;
    base::Result<> outcome;

    [[nodiscard]] base::Result<> open(const QUrl &page) override
    {
        opened << page;
        return outcome;
    }
};

//! Everything one sign-in needs, and how it went.
struct BrowserScene
{
    using Step = core::SignInProgress::Step;

    OauthDesk desk;
    ScriptedProvider acme{desk.clock};
    oauth::ProviderCatalog catalog{QStringLiteral("/nonexistent"), desk.discovery};
    FakeBrowser browser;
    oauth::BrowserFlow flow{catalog, desk.tokens, desk.completion, browser, desk.clock};
    QList<core::SignInProgress> told;
    std::stop_source stop;
    std::optional<base::Result<core::SignedIn>> result;

    void begin(core::ClientCredentials client = {QStringLiteral("client-1"), {}})
    {
        watch(this, std::move(client));
    }

    //! A coroutine of its own, as a Task cannot be looked into.
    static QCoro::Task<> watch(BrowserScene *scene, core::ClientCredentials client)
    {
        auto task = scene->flow.run(
            scene->acme.provider,
            std::move(client),
            {},
            [scene](const core::SignInProgress &progress) { scene->told << progress; },
            scene->stop.get_token());
        auto result = co_await task;
        scene->result = std::move(result);
    }

    [[nodiscard]] QString asked(const char *name) const
    {
        return QUrlQuery(browser.opened.value(0))
            .queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
    }
    //! The address of a good answer, which carries the nonce into the id token.
    [[nodiscard]] QString answer(const QString &more = QStringLiteral("code=code-1"))
    {
        acme.claims.insert(QStringLiteral("nonce"), asked("nonce"));
        return asked("redirect_uri") + QStringLiteral("?%1&state=").arg(more) + asked("state");
    }
    //! What the browser shows after going there.
    std::pair<int, QByteArray> visit(const QString &address)
    {
        QNetworkAccessManager network;
        const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(QUrl(address))));
        (void)QTest::qWaitFor([&reply] { return reply->isFinished(); }, 10'000);
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                reply->readAll()};
    }
    [[nodiscard]] bool finish()
    {
        return QTest::qWaitFor([this] { return result.has_value(); }, 10'000);
    }
    [[nodiscard]] QList<Step> steps() const
    {
        QList<Step> out;
        for (const auto &progress : told)
            out << progress.step;
        return out;
    }
};
