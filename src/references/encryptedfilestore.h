// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"
#include "references/sops/sopsfile.h"

#include <memory>

namespace references {

//! SecretStore in one SOPS file, for a repository: git shows which entry changed, and a team or
//! several machines open it with a key each. Entries are maps in maps, in alphabetical order, so
//! that a change of one entry is a change of its line (and of the file's check).
//!
//! A person without a key gets one sentence (Denied). The file is read again when somebody else has
//! changed it; what is open is forgotten by lock().
class EncryptedFileStore final : public core::SecretStore
{
public:
    //! \a recipients: for a file that is not there yet; an existing one keeps its own. \a clock
    //! outlives this.
    EncryptedFileStore(QString path,
                       Recipients recipients,
                       SopsKeyPlaces places,
                       base::Clock &clock);
    ~EncryptedFileStore() override;

    [[nodiscard]] base::Task<base::Secret> read(QString entry) override;
    [[nodiscard]] base::Task<> write(QString entry, base::Secret secret) override;
    [[nodiscard]] base::Task<> remove(QString entry) override;
    [[nodiscard]] core::StoreState state() const override { return m_state; }
    //! There is no passphrase: the keys are where SOPS has them. Opens after lock().
    [[nodiscard]] base::Task<> unlock(base::Secret passphrase) override;
    void lock() override;

    //! Whom the file is closed to.
    [[nodiscard]] base::Task<Recipients> recipients();
    //! Closes it to others, with the same data key.
    [[nodiscard]] base::Task<> share(Recipients recipients);
    //! The names of all entries.
    [[nodiscard]] base::Task<QStringList> names();
    //! Why state() is not Ready, for people.
    [[nodiscard]] QString reason() const { return m_reason; }

private:
    using Edit = std::function<base::Result<>(SopsFile &)>;

    [[nodiscard]] base::Task<> ensureOpen(bool mayMake);
    [[nodiscard]] base::Task<> change(Edit edit);
    enum class Commit { Done, Stale };
    //! Changes m_file and replaces the file, unless that is no longer the one with the mark
    //! \a seen. Nothing waits in between: the file that was read is the file that is replaced.
    [[nodiscard]] base::Result<Commit> commit(const QByteArray &seen, const Edit &edit);
    [[nodiscard]] base::Result<> save();
    //! Tells one state of the file from another.
    [[nodiscard]] QByteArray mark() const;
    void setState(core::StoreState state, const QString &reason = {});

    QString m_path;
    Recipients m_recipients;
    SopsKeys m_keys;
    base::Clock &m_clock;
    std::optional<SopsFile> m_file;
    QByteArray m_mark; //!< of the file that m_file is
    core::StoreState m_state = core::StoreState::Ready;
    QString m_reason;
    bool m_shut = false;
    int m_epoch = 0; //!< counts locks
};

} // namespace references
