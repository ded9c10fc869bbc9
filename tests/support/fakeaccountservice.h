// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services.h"
#include "support/samples.h"

//! Accounts in memory. Standings are what the test says; secrets are counted, not kept.
class FakeAccountService final : public core::AccountService
{
public:
    QList<core::AccountView> views;
    QStringList removedBy; //!< actors
    QString removeRemark;
    std::optional<base::Error> nextError; //!< the next call fails with it
    QHash<core::AccountId, QDateTime> snoozed;

    FakeAccountService() = default;
    explicit FakeAccountService(QList<core::AccountView> accounts)
        : views(std::move(accounts))
    {}

    [[nodiscard]] QList<core::AccountView> list() const override { return views; }

    [[nodiscard]] std::optional<core::AccountView> find(const core::AccountId &id) const override
    {
        for (const core::AccountView &view : views) {
            if (view.account.id == id)
                return view;
        }
        return {};
    }

    [[nodiscard]] base::Task<> addApiKey(core::AccountId id,
                                         QString provider,
                                         QString identity,
                                         base::Secret key,
                                         QDateTime expires,
                                         QString) override
    {
        if (auto error = std::exchange(nextError, {}))
            co_return base::fail(*error);
        if (key.isEmpty())
            co_return base::fail(base::ErrorCode::InvalidInput, QStringLiteral("no key"));
        core::AccountView view;
        view.account.id = id;
        view.account.kind = core::AccountKind::ApiKey;
        view.account.provider = provider;
        view.account.identity = identity;
        view.account.expires = expires;
        view.state.expiresAt = expires;
        view.standing = expires.isValid() ? core::Standing::Valid : core::Standing::NoExpiry;
        put(view);
        co_return {};
    }

    [[nodiscard]] base::Task<> change(core::Account account, QString) override
    {
        if (auto error = std::exchange(nextError, {}))
            co_return base::fail(*error);
        auto view = find(account.id);
        if (!view)
            co_return base::fail(base::ErrorCode::NotFound, QStringLiteral("no such account"));
        view->account = account;
        if (account.kind == core::AccountKind::ApiKey)
            view->state.expiresAt = account.expires;
        put(*view);
        co_return {};
    }

    [[nodiscard]] base::Task<QString> remove(core::AccountId id, QString actor) override
    {
        if (auto error = std::exchange(nextError, {}))
            co_return base::fail(*error);
        removedBy << actor;
        views.removeIf([&](const core::AccountView &view) { return view.account.id == id; });
        changed.announce(id);
        const QString remark = removeRemark; // QCoro 0.8 would move the member away
        co_return remark;
    }

    void snooze(const core::AccountId &id, const QDateTime &until) override
    {
        snoozed.insert(id, until);
    }

    //! Adds or replaces, and announces it.
    void put(const core::AccountView &view)
    {
        bool known = false;
        for (core::AccountView &present : views) {
            if (present.account.id == view.account.id) {
                present = view;
                known = true;
            }
        }
        if (!known)
            views.append(view);
        changed.announce(view.account.id);
    }
};
