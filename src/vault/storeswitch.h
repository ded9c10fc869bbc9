// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/settings.h"
#include "core/services.h"
#include "core/storerestores.h"
#include "vault/agefilestore.h"
#include "vault/keyringstore.h"

#include <QSet>

namespace vault {

//! The store that is in use: decides once which one (setting store.kind), passes every call on, and
//! moves everything to the other one when a person wants that. The rest of the house knows only
//! this SecretStore.
//!
//! A move goes in five steps: note it in a journal; copy each entry, read it back and compare; see
//! that nothing changed meanwhile; write the setting, which decides; remove the old copies. A
//! process that ends in the middle leaves the old store whole (before the setting) or the new one
//! (after it); settle() then removes the copies that are not needed.
class StoreSwitch final : public core::SecretStore,
                          public core::StoreService,
                          public core::StoreRestores
{
public:
    //! Names of entries that the accounts do not tell of (catalog clients, custom references).
    using MoreEntries = std::function<QStringList()>;

    struct Parts
    {
        KeyringStore &keyring;
        AgeFileStore &ageFile;
        base::Settings &settings;
        const core::Accounts &accounts;
    };

    StoreSwitch(Parts parts, MoreEntries more = {});
    ~StoreSwitch() override;

    //! Once, at the start: finds out which store is used (`auto`: an encrypted file that is there
    //! already, else the keyring if one answers, else a new encrypted file with a key file), writes
    //! that into the settings and settles a move that was cut off. Until then every call waits.
    [[nodiscard]] base::Task<> decide();

    [[nodiscard]] base::Task<base::Secret> read(QString entry) override;
    [[nodiscard]] base::Task<> write(QString entry, base::Secret secret) override;
    [[nodiscard]] base::Task<> remove(QString entry) override;
    [[nodiscard]] core::StoreState state() const override;
    [[nodiscard]] base::Task<> unlock(base::Secret passphrase) override;
    void lock() override;

    [[nodiscard]] core::StoreStatus status() const override;
    [[nodiscard]] base::Task<> moveTo(core::StoreKind kind,
                                      base::Secret passphrase,
                                      std::function<void(int, int)> progress,
                                      std::stop_token stop) override;

    //! \a actor is for who records it.
    [[nodiscard]] base::Task<base::Secret> recoveryKey(base::Secret passphrase,
                                                       QString actor) override;
    [[nodiscard]] QDateTime olderCopy() const override;
    [[nodiscard]] base::Task<> keepOlderCopy(QString actor) override;

    //! Looks how the keyring stands, without any dialog: for the scheduler's tick.
    [[nodiscard]] base::Task<> look();

private:
    struct Move;

    [[nodiscard]] core::SecretStore &store(core::StoreKind kind) const;
    [[nodiscard]] core::SecretStore &current() const { return store(m_kind); }
    [[nodiscard]] base::Task<> ready();
    [[nodiscard]] base::Task<> decideOnce();
    [[nodiscard]] base::Task<> chooseByItself();
    [[nodiscard]] base::Task<> choose(core::StoreKind kind);
    [[nodiscard]] base::Task<> settle();
    [[nodiscard]] base::Task<> completeCopies(core::StoreKind from, QStringList entries);

    [[nodiscard]] base::Task<> prepare(core::StoreKind kind, base::Secret passphrase);
    [[nodiscard]] base::Task<> carryOut(std::shared_ptr<Move> move, base::Secret passphrase);
    [[nodiscard]] base::Task<> copyAll(std::shared_ptr<Move> move);
    [[nodiscard]] base::Task<> copyTouched(std::shared_ptr<Move> move);
    [[nodiscard]] base::Task<> copyOne(core::StoreKind from, core::StoreKind to, QString entry);
    [[nodiscard]] base::Task<> clear(core::StoreKind kind, QStringList entries);
    [[nodiscard]] base::Task<> change(std::function<base::Task<>(core::SecretStore &)> act,
                                      QString entry);
    [[nodiscard]] base::Task<QStringList> entries();
    [[nodiscard]] QStringList knownEntries() const;
    [[nodiscard]] base::Result<> checkTarget(core::StoreKind kind) const;
    [[nodiscard]] QString journalFile() const;
    void announce();

    KeyringStore &m_keyring;
    AgeFileStore &m_ageFile;
    base::Settings &m_settings;
    const core::Accounts &m_accounts;
    MoreEntries m_more;
    core::StoreKind m_kind = core::StoreKind::Keyring;
    core::StoreState m_announced = core::StoreState::Unavailable;
    bool m_decided = false;
    bool m_moving = false;
    QSet<QString> m_touched; //!< written during a move, to be copied again
    int m_changing = 0; //!< changes that are under way in the current store
    std::shared_ptr<QPromise<void>> m_calm; //!< finished when m_changing comes to nought
    Turns m_turns; //!< decide, move
    std::vector<base::Subscription> m_subscriptions;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace vault
