// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "core/credentialref.h"
#include "core/ports.h"
#include "core/services.h"

#include <QCoroFuture>
#include <QHash>
#include <QPromise>

#include <algorithm>
#include <map>

//! SecretStore in memory, with a state that a test can set.
class FakeSecretStore final : public core::SecretStore
{
public:
    std::map<QString, base::Secret> entries;
    core::StoreState now = core::StoreState::Ready;
    QByteArray passphrase;
    int reads = 0;

    void put(const QString &entry, const char *secret) { entries[entry] = base::Secret(secret); }
    void become(core::StoreState state)
    {
        now = state;
        stateChanged.announce(state);
    }

    [[nodiscard]] base::Task<base::Secret> read(QString entry) override
    {
        ++reads;
        CO_TRY_VOID(ready());
        const auto found = entries.find(entry);
        if (found == entries.end())
            co_return base::fail(base::ErrorCode::NotFound, entry);
        co_return found->second.clone();
    }
    [[nodiscard]] base::Task<> write(QString entry, base::Secret secret) override
    {
        CO_TRY_VOID(ready());
        entries[entry] = std::move(secret);
        co_return {};
    }
    [[nodiscard]] base::Task<> remove(QString entry) override
    {
        CO_TRY_VOID(ready());
        entries.erase(entry);
        co_return {};
    }
    [[nodiscard]] core::StoreState state() const override { return now; }
    [[nodiscard]] base::Task<> unlock(base::Secret given) override
    {
        if (now == core::StoreState::Unavailable)
            co_return base::fail(base::ErrorCode::Unreachable, QStringLiteral("nobody answers"));
        if (!passphrase.isEmpty() && !given.equals(passphrase))
            co_return base::fail(base::ErrorCode::Denied, QStringLiteral("wrong passphrase"));
        become(core::StoreState::Ready);
        co_return {};
    }
    void lock() override { become(core::StoreState::Locked); }

private:
    [[nodiscard]] base::Result<> ready() const
    {
        if (now == core::StoreState::Locked)
            return base::fail(base::ErrorCode::Locked, QStringLiteral("locked"));
        if (now == core::StoreState::Unavailable)
            return base::fail(base::ErrorCode::Unreachable, QStringLiteral("nobody answers"));
        return {};
    }
};

class FakeAccounts final : public core::Accounts
{
public:
    QList<core::Account> list;

    [[nodiscard]] QList<core::Account> all() const override { return list; }
    [[nodiscard]] std::optional<core::Account> find(const core::AccountId &id) const override
    {
        for (const core::Account &account : list) {
            if (account.id == id)
                return account;
        }
        return {};
    }
    [[nodiscard]] base::Task<> put(core::Account account) override
    {
        const auto known = std::find_if(list.begin(), list.end(), [&account](const auto &each) {
            return each.id == account.id;
        });
        if (known != list.end())
            *known = account;
        else
            list += account;
        edited.announce(account.id);
        co_return {};
    }
    [[nodiscard]] base::Task<> remove(core::AccountId id) override
    {
        list.removeIf([&id](const core::Account &account) { return account.id == id; });
        edited.announce(id);
        co_return {};
    }
};

class FakeAccountStates final : public core::AccountStates
{
public:
    QHash<core::AccountId, core::AccountState> rows;

    [[nodiscard]] base::Result<QHash<core::AccountId, core::AccountState>> all() const override
    {
        return rows;
    }
    [[nodiscard]] base::Result<> put(const core::AccountId &id,
                                     const core::AccountState &state) override
    {
        rows.insert(id, state);
        return {};
    }
    [[nodiscard]] base::Result<> remove(const core::AccountId &id) override
    {
        rows.remove(id);
        return {};
    }
};

class FakeAudit final : public core::Audit
{
public:
    QList<core::AuditEvent> lines;

    [[nodiscard]] base::Result<> append(core::AuditEvent event) override
    {
        event.sequence = lines.size() + 1;
        lines += event;
        appended.announce(event);
        return {};
    }
    [[nodiscard]] base::Result<QList<core::AuditEvent>> find(
        const core::AuditFilter &) const override
    {
        return QList<core::AuditEvent>(lines.crbegin(), lines.crend());
    }
    [[nodiscard]] base::Task<qint64> verify(std::stop_token) override { co_return lines.size(); }

    //! "account_added done" and so on, for a test to compare.
    [[nodiscard]] QStringList words() const
    {
        QStringList words;
        for (const core::AuditEvent &line : lines)
            words += core::nameOf(line.kind) + QLatin1Char(' ') + core::nameOf(line.outcome);
        return words;
    }
};

class FakeProviders final : public core::Providers
{
public:
    QList<core::Provider> list;

    [[nodiscard]] QList<core::Provider> all() const override { return list; }
    [[nodiscard]] std::optional<core::Provider> find(const QString &id) const override
    {
        for (const core::Provider &provider : list) {
            if (provider.id == id)
                return provider;
        }
        return {};
    }
    [[nodiscard]] std::optional<core::Provider> guess(const QString &service) const override
    {
        return find(service);
    }
    [[nodiscard]] base::Task<core::Provider> resolved(core::Provider provider,
                                                      std::stop_token) override
    {
        co_return provider;
    }
    [[nodiscard]] base::Result<> keep(const core::Provider &provider) override
    {
        if (!find(provider.id))
            list += provider;
        return {};
    }
    [[nodiscard]] base::Task<core::Provider> discover(QString issuer, std::stop_token) override
    {
        core::Provider provider;
        provider.id = core::providerIdOf(issuer);
        provider.name = provider.id;
        provider.issuer = issuer;
        provider.methods = {core::SignInMethod::Browser, core::SignInMethod::Device};
        co_return provider;
    }
};

//! Tokens that answer what the test says.
class FakeTokens final : public core::Tokens
{
public:
    std::map<core::AccountId, core::TokenSet> sets;
    std::optional<base::Error> failure;
    std::optional<base::Error> revokeFailure;
    QList<core::AccountId> refreshed;
    int forgotten = 0;

    [[nodiscard]] base::Task<core::AccessToken> ensure(core::AccountId id,
                                                       std::chrono::seconds,
                                                       std::stop_token) override
    {
        if (failure)
            co_return base::fail(*failure);
        const auto found = sets.find(id);
        if (found == sets.end())
            co_return base::fail(base::ErrorCode::SignInRequired, id.joined());
        core::AccessToken token;
        token.value = found->second.accessToken.clone();
        token.expiresAt = found->second.expiresAt;
        co_return token;
    }
    [[nodiscard]] base::Task<core::AccessToken> refresh(core::AccountId id,
                                                        std::stop_token stop) override
    {
        refreshed += id;
        co_return co_await ensure(id, std::chrono::seconds(0), stop);
    }
    [[nodiscard]] base::Task<> store(core::AccountId id, core::TokenSet tokens) override
    {
        core::TokenChange change;
        change.account = id;
        change.what = core::TokenChange::What::Stored;
        change.issuedAt = tokens.issuedAt;
        change.expiresAt = tokens.expiresAt;
        change.renewable = !tokens.refreshToken.isEmpty();
        sets[id] = std::move(tokens);
        changed.announce(change);
        co_return {};
    }
    [[nodiscard]] base::Task<> revoke(core::AccountId id, std::stop_token) override
    {
        sets.erase(id);
        if (revokeFailure)
            co_return base::fail(*revokeFailure);
        co_return {};
    }
    [[nodiscard]] base::Task<core::TokenSet> facts(core::AccountId id) override
    {
        const auto found = sets.find(id);
        if (found == sets.end())
            co_return base::fail(base::ErrorCode::NotFound, id.joined());
        core::TokenSet facts = found->second.clone();
        facts.accessToken.clear();
        facts.refreshToken.clear();
        co_return facts;
    }
    void forget() override { ++forgotten; }
};

class FakeNotifications final : public core::Notifications
{
public:
    QList<core::Notification> shown;
    QStringList withdrawn;

    void show(const core::Notification &notification) override { shown += notification; }
    void withdraw(const QString &matter) override { withdrawn += matter; }
};

class FakeLock final : public core::LockService
{
public:
    State now = State::Unlocked;

    [[nodiscard]] State state() const override { return now; }
    [[nodiscard]] QString reason() const override { return {}; }
    [[nodiscard]] bool needsPassphrase() const override { return false; }
    void lock(const QString &) override { now = State::Locked; }
    [[nodiscard]] base::Task<> unlock(base::Secret, QString) override
    {
        now = State::Unlocked;
        co_return {};
    }
    void touch() override {}
};

class FakeStoreStatus final : public core::StoreService
{
public:
    core::StoreStatus now;

    [[nodiscard]] core::StoreStatus status() const override { return now; }
    [[nodiscard]] base::Task<> moveTo(core::StoreKind,
                                      base::Secret,
                                      std::function<void(int, int)>,
                                      std::stop_token) override
    {
        co_return {};
    }
};

//! A sign-in whose end the test decides.
class FakeFlow final : public core::SignInFlow
{
public:
    //! Shared with the test, which outlives the flow.
    struct Script
    {
        QPromise<void> finish;
        std::optional<base::Error> failure;
        core::SignInReport report;
        core::ClientCredentials client;
        QStringList scopes;
        int opened = 0;
        QString pasted;
    };

    explicit FakeFlow(std::shared_ptr<Script> script)
        : m_script(std::move(script))
    {
        m_script->finish.start();
    }

    [[nodiscard]] base::Task<core::SignedIn> run(core::Provider provider,
                                                 core::ClientCredentials client,
                                                 QStringList scopes,
                                                 core::SignInReport report,
                                                 std::stop_token stop) override
    {
        const auto script = m_script;
        script->report = report;
        script->client = std::move(client);
        script->scopes = scopes;
        core::SignInProgress waiting;
        waiting.step = core::SignInProgress::Step::WaitingForBrowser;
        waiting.host = QUrl(provider.issuer).host();
        report(waiting);
        const std::stop_callback cancel(stop, [script] { script->finish.finish(); });
        const QFuture<void> finished = script->finish.future();
        co_await finished;
        if (stop.stop_requested())
            co_return base::fail(base::ErrorCode::Cancelled, QStringLiteral("cancelled"));
        if (script->failure)
            co_return base::fail(*script->failure);
        core::SignedIn signedIn;
        signedIn.tokens.accessToken = base::Secret("at-1");
        signedIn.tokens.refreshToken = base::Secret("rt-1");
        signedIn.tokens.scopes = scopes;
        signedIn.identity = QStringLiteral("maria@acme.dev");
        co_return signedIn;
    }
    [[nodiscard]] base::Result<> useRedirect(const QString &address) override
    {
        m_script->pasted = address;
        return {};
    }
    [[nodiscard]] base::Result<> openAgain() override
    {
        ++m_script->opened;
        return {};
    }

private:
    std::shared_ptr<Script> m_script;
};
