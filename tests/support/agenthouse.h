// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/accountbook.h"
#include "core/settingspecs.h"
#include "support/fakeclock.h"
#include "support/fakeports.h"

//! The agent's lower half on fakes: what most of its tests stand on.
struct AgentHouse
{
    FakeClock clock;
    FakeAccounts accounts;
    FakeAccountStates states;
    FakeSecretStore secrets;
    FakeTokens tokens;
    FakeProviders providers;
    FakeAudit audit;
    FakeNotifications notifications;
    FakeLock lock;
    base::Settings settings{core::settingSpecs(), {}};
    agent::AccountBook book{{accounts, states, secrets, tokens, providers, audit, clock, settings}};

    AgentHouse()
    {
        // No files, no environment: cannot fail.
        Q_UNUSED(settings.load())
        core::Provider github;
        github.id = QStringLiteral("github");
        github.name = QStringLiteral("GitHub");
        github.letters = QStringLiteral("Gh");
        github.tone = 9;
        github.issuer = QStringLiteral("https://github.com");
        github.scopes = {QStringLiteral("repo")};
        github.methods = {core::SignInMethod::Browser, core::SignInMethod::Device};
        providers.list += github;
    }

    static core::AccountId id(const char *joined)
    {
        return *core::AccountId::parse(QString::fromLatin1(joined));
    }

    //! Adds an OAuth account whose token ends in \a left.
    core::AccountId oauth(const char *joined, std::chrono::seconds left, bool renewable)
    {
        core::Account account;
        account.id = id(joined);
        account.kind = core::AccountKind::OAuth;
        account.provider = account.id.service;
        account.created = clock.now();
        core::AccountState state;
        state.issuedAt = clock.now().addDays(-30);
        state.expiresAt = clock.now().addSecs(left.count());
        state.renewable = renewable;
        states.rows.insert(account.id, state);
        accounts.list += account;
        core::TokenSet set;
        set.accessToken = base::Secret("at");
        set.expiresAt = state.expiresAt;
        tokens.sets[account.id] = std::move(set);
        return account.id;
    }
};
