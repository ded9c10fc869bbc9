// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "core/ports.h"
#include "vault/chunks.h"
#include "vault/keyring.h"
#include "vault/turns.h"

#include <QHash>

#include <chrono>
#include <map>

namespace vault {

class KeyringLine;

//! SecretStore on the desktop's keyring. Every call ends within the time limit, whatever the
//! keyring does: on time-out the answer is Locked and the order is forgotten; one that the keyring
//! has taken already ends by itself in the background (a write that a person lets through late is
//! therefore done, in its order before all later ones).
//!
//! It is looked at anew at each call, so a keyring that comes back is used at once. No call but
//! unlock() makes the keyring ask for its password.
class KeyringStore final : public core::SecretStore
{
public:
    struct Limits
    {
        std::chrono::milliseconds call = std::chrono::seconds(20);
        std::chrono::milliseconds dialog = std::chrono::minutes(2); //!< unlock(): a person types
        qsizetype entryBytes = platformEntryBytes(); //!< 0: no limit
    };
    [[nodiscard]] static constexpr qsizetype platformEntryBytes()
    {
#ifdef Q_OS_WIN
        return 2048;
#else
        return 0;
#endif
    }

    KeyringStore(Keyring &keyring, base::Clock &clock, Limits limits);
    ~KeyringStore() override;

    [[nodiscard]] base::Task<base::Secret> read(QString entry) override;
    [[nodiscard]] base::Task<> write(QString entry, base::Secret secret) override;
    [[nodiscard]] base::Task<> remove(QString entry) override;
    [[nodiscard]] core::StoreState state() const override
    {
        return m_state;
    }
    //! The keyring asks for its own password; \a passphrase is not used.
    [[nodiscard]] base::Task<> unlock(base::Secret passphrase) override;
    void lock() override;

    //! How the keyring stands now. Cheap, shows no dialog: for the scheduler and for the settings.
    [[nodiscard]] base::Task<core::StoreState> look();
    //! Writes, reads and removes an entry of its own; the error says why that does not work.
    [[nodiscard]] base::Task<> probe();
    //! Whether a keyring answered when it was looked at last, open or not.
    [[nodiscard]] bool isPresent() const
    {
        return m_present;
    }
    [[nodiscard]] bool isSetUp() const
    {
        return m_presence != Keyring::Presence::NotSetUp;
    }
    //! Why state() is not Ready, for people.
    [[nodiscard]] QString reason() const
    {
        return m_reason;
    }
    [[nodiscard]] QString place() const
    {
        return m_keyring.name();
    }
    void setCallLimit(std::chrono::milliseconds limit)
    {
        m_limits.call = limit;
    }

private:
    using Verb = std::function<void(Keyring &, const Keyring::Answer &)>;

    [[nodiscard]] base::Task<base::Secret> readWhole(QString entry, QDateTime until);
    [[nodiscard]] base::Task<> writeWhole(QString entry, base::Secret secret, QDateTime until);
    [[nodiscard]] base::Task<> removeChunks(QString entry, ChunkHeader header, QDateTime until);
    [[nodiscard]] base::Task<std::optional<ChunkHeader>> header(QString entry, QDateTime until);

    [[nodiscard]] base::Task<base::Secret> ask(Verb verb, QDateTime until);
    [[nodiscard]] base::Task<base::Secret> get(QString key, QDateTime until);
    [[nodiscard]] base::Task<> put(QString key, base::Secret value, QDateTime until);
    [[nodiscard]] base::Task<> drop(QString key, QDateTime until);
    [[nodiscard]] base::Task<Keyring::Presence> presence(QDateTime until);
    [[nodiscard]] base::Task<> ready(QDateTime until);
    [[nodiscard]] base::Task<> probeUntil(QDateTime until);

    [[nodiscard]] Turns &turnsOf(const QString &entry);
    [[nodiscard]] QDateTime deadline(std::chrono::milliseconds limit) const;
    [[nodiscard]] base::Error unreachable() const;
    [[nodiscard]] base::Error locked() const;
    [[nodiscard]] base::Error tooLate() const;
    void note(Keyring::Presence presence);
    void note(const base::Error &error);
    void setState(core::StoreState state, const QString &reason = {});

    Keyring &m_keyring;
    base::Clock &m_clock;
    Limits m_limits;
    core::StoreState m_state = core::StoreState::Unavailable;
    Keyring::Presence m_presence = Keyring::Presence::Absent;
    QString m_reason;
    bool m_present = false;
    bool m_shut = false; //!< by lock()
    std::shared_ptr<KeyringLine> m_line;
    std::map<QString, Turns> m_turns; //!< changes of one entry, one after the other
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace vault
