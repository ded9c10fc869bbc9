// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services.h"
#include "support/samples.h"

//! A sign-in that goes where the test sends it: begin() records, report() announces.
class FakeSignInService final : public core::SignInService
{
public:
    QList<core::Provider> known = sampleProviders();
    QStringList clients; //!< providers whose client is known
    QList<core::SignInRequest> requests;
    QStringList cancelled;
    QStringList pasted;
    int opened = 0;
    std::optional<base::Error> beginError;
    std::optional<base::Error> redirectError;
    QString clientId;
    QByteArray clientSecret;

    [[nodiscard]] QList<core::Provider> providers() const override { return known; }

    [[nodiscard]] std::optional<core::Provider> guess(const QString &service) const override
    {
        for (const core::Provider &provider : known) {
            if (provider.id == service || provider.aliases.contains(service))
                return provider;
        }
        return {};
    }

    [[nodiscard]] base::Task<bool> hasClient(QString provider) override
    {
        co_return clients.contains(provider);
    }

    [[nodiscard]] base::Task<> setClient(QString provider, core::ClientCredentials client) override
    {
        clients << provider;
        clientId = client.clientId;
        clientSecret = client.clientSecret.expose().toByteArray();
        co_return {};
    }

    [[nodiscard]] base::Result<QString> begin(const core::SignInRequest &request) override
    {
        if (beginError)
            return base::fail(*beginError);
        requests.append(request);
        return currentId();
    }

    void cancel(const QString &signInId) override { cancelled << signInId; }

    [[nodiscard]] base::Result<> openAgain(const QString &) override
    {
        ++opened;
        return {};
    }

    [[nodiscard]] base::Result<> useRedirect(const QString &, const QString &address) override
    {
        pasted << address;
        if (redirectError)
            return base::fail(*redirectError);
        return {};
    }

    [[nodiscard]] QString currentId() const
    {
        return QStringLiteral("sign-in-%1").arg(requests.size());
    }

    //! A progress of the sign-in that was begun last, for the test to complete and announce.
    [[nodiscard]] core::SignInProgress at(core::SignInProgress::Step step) const
    {
        core::SignInProgress report;
        report.signInId = currentId();
        report.step = step;
        report.account = requests.back().account;
        report.provider = requests.back().provider;
        report.host = QStringLiteral("github.com");
        report.authorizationUrl =
            QUrl(QStringLiteral("https://github.com/login/oauth/authorize?state=abc"));
        report.redirectUri = QStringLiteral("http://127.0.0.1:39117/callback");
        if (step == core::SignInProgress::Step::WaitingForCode) {
            report.authorizationUrl = {};
            report.userCode = QStringLiteral("WDJB-MJHT");
            report.verificationUri = QUrl(QStringLiteral("https://github.com/login/device"));
            report.verificationUriComplete =
                QUrl(QStringLiteral("https://github.com/login/device?user_code=WDJB-MJHT"));
        }
        return report;
    }
};
