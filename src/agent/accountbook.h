// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/accountviews.h"
#include "agent/agenda.h"
#include "base/clock.h"
#include "base/settings.h"
#include "base/taskscope.h"
#include "core/services.h"

#include <QHash>
#include <QSet>

namespace agent {

//! The accounts with how they stand: joins the registry (what a person decided), the states (what
//! changes by itself) and the catalog (names and marks), keeps them current as tokens change, and
//! does what the faces ask.
class AccountBook final : public core::AccountService
{
public:
    //! Everything outlives the book.
    struct Parts
    {
        core::Accounts &accounts;
        core::AccountStates &states;
        core::SecretStore &secrets;
        core::Tokens &tokens;
        core::Providers &providers;
        core::Audit &audit;
        base::Clock &clock;
        base::Settings &settings;
    };

    explicit AccountBook(Parts parts);

    //! Reads the states; accounts without one are looked up in the store in the background.
    [[nodiscard]] base::Result<> load();
    [[nodiscard]] base::Task<> stop()
    {
        keepUses();
        return m_scope.stop();
    }

    [[nodiscard]] QList<core::AccountView> list() const override;
    [[nodiscard]] std::optional<core::AccountView> find(const core::AccountId &id) const override;
    [[nodiscard]] base::Task<> addApiKey(core::AccountId id,
                                         QString provider,
                                         QString identity,
                                         base::Secret key,
                                         QDateTime expires,
                                         QString actor) override;
    [[nodiscard]] base::Task<> change(core::Account account, QString actor) override;
    [[nodiscard]] base::Task<QString> remove(core::AccountId id, QString actor) override;
    void snooze(const core::AccountId &id, const QDateTime &until) override;

    [[nodiscard]] QList<core::AccountId> ids() const;
    //! Looks into the store for accounts whose state nobody knows (new file, lost database).
    void reconcile();
    //! Job: announces the accounts whose standing has changed by time alone; when to look again.
    [[nodiscard]] QDateTime watchStandings(const QDateTime &now);
    //! Somebody has been given the token just now.
    void noteUse(const core::AccountId &id, const QString &actor);

    //! An account's state moved from one to the other.
    base::Event<core::AccountId, core::AccountState, core::AccountState> moved;

private:
    struct Mark
    {
        QString name;
        QString letters;
        int tone = 0;
    };

    //! When the last use was written down, and when it was announced.
    struct Use
    {
        QDateTime kept;
        QDateTime told;
    };

    [[nodiscard]] AccountViews::Made made(const core::Account &account,
                                          const QDateTime &now,
                                          const QList<std::chrono::seconds> &general) const;
    [[nodiscard]] const Mark &markOf(const core::Account &account) const;
    [[nodiscard]] base::Task<> lookUpMissing();
    [[nodiscard]] base::Task<> lookUp(core::Account account);
    void put(const core::AccountId &id, const core::AccountState &state);
    void followEdit(const core::AccountId &id);
    void forget(const core::AccountId &id);
    void keepUses();
    [[nodiscard]] const QList<std::chrono::seconds> &general() const;
    void followToken(const core::TokenChange &change);

    Parts m_parts;
    QHash<core::AccountId, core::AccountState> m_states;
    QHash<core::AccountId, core::Standing> m_standings; // as they were announced last
    QHash<core::AccountId, Use> m_uses;
    QSet<core::AccountId> m_usesWaiting; // later ones are in m_states only
    QSet<core::AccountId> m_adding; // keys on their way to the store
    mutable QHash<std::pair<QString, QString>, Mark> m_marks; // by provider and service
    mutable QList<std::chrono::seconds> m_general; // empty: to be read from the settings
    mutable AccountViews m_views{m_parts.accounts,
                                 [this](const core::Account &account, const QDateTime &now) {
                                     return made(account, now, m_general);
                                 }};
    Agenda m_agenda{[this] { return ids(); }}; // of watchStandings()
    QList<std::chrono::seconds> m_agendaGeneral;
    bool m_lookingUp = false;
    bool m_lookAgain = false;
    base::TaskScope m_scope;
    base::Subscription m_onAccounts;
    base::Subscription m_onEdits;
    base::Subscription m_onTokens;
    base::Subscription m_onSettings;
};

//! The warning times of the settings ("24h", "1h", "5m"); the built-in ones where one cannot be
//! read.
[[nodiscard]] QList<std::chrono::seconds> warnBeforeOf(const base::Settings &settings);

} // namespace agent
