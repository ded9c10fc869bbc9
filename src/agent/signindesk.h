// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/taskscope.h"
#include "core/services.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <memory>

namespace agent {

//! Runs sign-ins: finds provider and client, lets a flow bring the tokens, keeps them, and only
//! then lists the account. Any number may be under way; one for the same account ends the one
//! before.
class SignInDesk final : public core::SignInService
{
public:
    using MakeFlow = std::function<std::unique_ptr<core::SignInFlow>(core::SignInMethod)>;

    struct Parts
    {
        core::Providers &providers;
        core::SecretStore &secrets;
        core::Tokens &tokens;
        core::Accounts &accounts;
        core::Audit &audit;
        base::Clock &clock;
        MakeFlow makeFlow;
    };

    explicit SignInDesk(Parts parts);
    ~SignInDesk() override;

    [[nodiscard]] base::Task<> stop();

    [[nodiscard]] QList<core::Provider> providers() const override;
    [[nodiscard]] std::optional<core::Provider> guess(const QString &service) const override;
    [[nodiscard]] base::Task<bool> hasClient(QString provider) override;
    [[nodiscard]] base::Task<> setClient(QString provider, core::ClientCredentials client) override;
    [[nodiscard]] base::Result<QString> begin(const core::SignInRequest &request) override;
    void cancel(const QString &signInId) override;
    [[nodiscard]] base::Result<> openAgain(const QString &signInId) override;
    [[nodiscard]] base::Result<> useRedirect(const QString &signInId,
                                             const QString &address) override;

private:
    struct Running
    {
        core::SignInRequest request;
        std::stop_source stop;
        std::unique_ptr<core::SignInFlow> flow; // there while the flow runs
        core::SignInProgress last;
    };

    //! The id under which the client of a provider, named by id or issuer address, is kept.
    [[nodiscard]] QString idOf(const QString &idOrIssuer) const;
    [[nodiscard]] base::Task<> run(QString signInId);
    [[nodiscard]] base::Task<> signIn(std::shared_ptr<Running> running);
    [[nodiscard]] base::Task<core::Provider> providerFor(QString idOrIssuer, std::stop_token stop);
    [[nodiscard]] base::Task<core::ClientCredentials> clientOf(core::Provider provider);
    [[nodiscard]] base::Task<> keep(std::shared_ptr<Running> running,
                                    core::Provider provider,
                                    core::SignedIn signedIn);
    //! Conflict: what is there by now may not be replaced.
    [[nodiscard]] base::Result<> mayKeep(const core::SignInRequest &request) const;
    void report(Running &running, core::SignInProgress::Step step);
    [[nodiscard]] base::Result<std::shared_ptr<Running>> runningOf(const QString &signInId) const;

    Parts m_parts;
    base::TaskScope m_scope;
    QHash<QString, std::shared_ptr<Running>> m_running;
    QSet<core::AccountId> m_keeping; // tokens on their way to the store
};

} // namespace agent
