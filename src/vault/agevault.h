// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/entries.h"
#include "vault/filemark.h"
#include "vault/vaultkey.h"
#include "vault/vaultseen.h"

#include <functional>
#include <optional>

//! vault.age and its key on the disk. Everything here reads, computes and writes at length: it is
//! for a worker thread (see AgeFileStore).
namespace vault {

struct AgeFiles
{
    QString vault; //!< …/vault.age; beside it vault.age.bak, the good generation before
    QString key; //!< …/vault.key, or the person's own key file
    bool isOwnKey = false; //!< the person's own: never replaced, never removed
    QString seen = {}; //!< …/vault.seen (see vaultseen.h); empty: older copies are not noticed

    [[nodiscard]] QString backup() const { return vault + QStringLiteral(".bak"); }
};

//! An opened store, as it stood when it was read or written last. Never changes: a change makes a
//! new one.
struct OpenedVault
{
    std::shared_ptr<const Identities> identities;
    std::shared_ptr<const Entries> entries;
    FileMark mark;
    FileMark keyMark;
    Revision revision = {};
    QDateTime olderCopy = {}; //!< as in VaultSeen
    bool olderCopyIsNews = false; //!< it was found with this reading
};

using Edit = std::function<void(Entries &)>;

//! What happens to the generation before.
enum class Backup {
    KeepPrevious,
    Renew //!< a removed secret must not live on in the backup: it gets the new content as well
};

//! Conflict when the store is there already, or a key that it would replace. An empty passphrase
//! makes a plain key file, or takes the one that is there.
[[nodiscard]] base::Result<OpenedVault> createVault(const AgeFiles &files,
                                                    const base::Secret &passphrase,
                                                    const crypto::Argon2Cost &cost,
                                                    const QDateTime &now);

//! Denied: wrong passphrase. Corrupt: damaged, or one of the files is missing.
[[nodiscard]] base::Result<OpenedVault> openVault(const AgeFiles &files,
                                                  const base::Secret &passphrase);

//! Reads again what another process has written, with the keys that are known.
[[nodiscard]] base::Result<OpenedVault> reloadVault(const AgeFiles &files,
                                                    const OpenedVault &known);

//! Applies \a edit to what the file holds at this moment (read again if it is not what \a known
//! says) and replaces it. One process at a time, by vault.age.lock.
[[nodiscard]] base::Result<OpenedVault> editVault(const AgeFiles &files,
                                                  const OpenedVault &known,
                                                  const Edit &edit,
                                                  Backup backup,
                                                  const QDateTime &now);

//! A new key, closed with \a passphrase (empty: a plain key file); the old key opens nothing any
//! more. In three steps, each of which leaves a store that one of the two keys opens.
[[nodiscard]] base::Result<OpenedVault> rekeyVault(const AgeFiles &files,
                                                   const OpenedVault &known,
                                                   const base::Secret &passphrase,
                                                   const crypto::Argon2Cost &cost,
                                                   const QDateTime &now);

//! The older copy that is in use was wanted: from now on it is the newest.
[[nodiscard]] base::Result<OpenedVault> acceptOlderCopy(const AgeFiles &files,
                                                        const OpenedVault &known,
                                                        const QDateTime &now);

//! The identity that opens vault.age, as `age` takes it, from a key that is closed with
//! \a passphrase. Denied: not this one. Unsupported: the key file is not closed, it is the key.
[[nodiscard]] base::Result<base::Secret> recoveryKeyOf(const AgeFiles &files,
                                                       const base::Secret &passphrase);

//! Removes the store, its backup and the key that Latchkey made for it.
[[nodiscard]] base::Result<> destroyVault(const AgeFiles &files);

} // namespace vault
