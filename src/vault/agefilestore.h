// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "core/ports.h"
#include "vault/agevault.h"
#include "vault/turns.h"

namespace vault {

//! SecretStore in one encrypted file, vault.age: for where no keyring answers, or by choice. The
//! file is what any `age` program opens with the key (see vaultkey.h); reading and writing happen
//! in a worker thread, one change after the other, and each change replaces the whole file. What is
//! decrypted stays in memory until lock().
//!
//! With a plain key file the store opens by itself at the first call; lock() shuts it until
//! unlock(). A damaged file is reported and never written over.
class AgeFileStore final : public core::SecretStore
{
public:
    //! \a clock tells when the file was written; null: the system does.
    explicit AgeFileStore(AgeFiles files,
                          crypto::Argon2Cost cost = {},
                          const base::Clock *clock = nullptr);
    ~AgeFileStore() override;

    [[nodiscard]] base::Task<base::Secret> read(QString entry) override;
    [[nodiscard]] base::Task<> write(QString entry, base::Secret secret) override;
    [[nodiscard]] base::Task<> remove(QString entry) override;
    [[nodiscard]] core::StoreState state() const override { return m_state; }
    [[nodiscard]] base::Task<> unlock(base::Secret passphrase) override;
    void lock() override;

    //! Makes the files; an empty passphrase makes a key file. Conflict when there is a store.
    [[nodiscard]] base::Task<> create(base::Secret passphrase);
    //! Gives the store a new key, closed with \a passphrase, or (empty) in a key file.
    [[nodiscard]] base::Task<> protect(base::Secret passphrase);
    //! The names of all entries.
    [[nodiscard]] base::Task<QStringList> names();
    //! The age identity that opens the file, for who knows the passphrase. Denied: a wrong one.
    [[nodiscard]] base::Task<base::Secret> recoveryKey(base::Secret passphrase);
    //! The older copy in use was wanted.
    [[nodiscard]] base::Task<> acceptOlderCopy();
    //! When the copy in use was written, if it is older than what was in use before; else invalid.
    [[nodiscard]] QDateTime olderCopy() const { return m_olderCopy; }
    //! One was found now.
    base::Event<QDateTime> olderCopyFound;
    //! Removes the files. Forgets everything, like lock().
    [[nodiscard]] base::Task<> destroy();

    //! Whether there is a store on the disk.
    [[nodiscard]] bool exists() const;
    //! Whether unlock() wants a passphrase.
    [[nodiscard]] bool needsPassphrase() const;
    //! Why state() is not Ready, for people.
    [[nodiscard]] QString reason() const { return m_reason; }
    [[nodiscard]] const AgeFiles &files() const { return m_files; }
    //! Looks at the disk again: a file that was put back is noticed.
    void look();

private:
    using Work = std::function<base::Result<OpenedVault>()>;

    [[nodiscard]] base::Task<> ensureOpen();
    [[nodiscard]] base::Task<> change(Edit edit, Backup backup);
    [[nodiscard]] base::Task<> run(Work work);
    [[nodiscard]] bool isFresh() const;
    [[nodiscard]] QDateTime now() const;
    void keep(OpenedVault vault);
    void take(const base::Error &error);
    void setState(core::StoreState state, const QString &reason = {});

    AgeFiles m_files;
    crypto::Argon2Cost m_cost;
    const base::Clock *m_clock;
    std::optional<OpenedVault> m_opened;
    core::StoreState m_state = core::StoreState::Unavailable;
    QString m_reason;
    QDateTime m_olderCopy;
    bool m_shut = false; //!< by lock(): opens only by unlock()
    int m_epoch = 0; //!< counts locks: what a worker brings from before one is dropped
    Turns m_turns;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace vault
