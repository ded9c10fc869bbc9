// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/entries.h"

#include <optional>

//! Which state of the vault was in use last, kept in a file of its own (state folder, vault.seen),
//! so that an older vault.age in the newer one's place is noticed. It holds no secret. Whoever can
//! replace both files is not found out; a backup, a sync program or who has only the vault's folder
//! is.
namespace vault {

struct VaultSeen
{
    Revision last; //!< what was read or written last
    //! An older copy has come into use and nobody has said yet that it was wanted: when that copy
    //! was written; else invalid.
    QDateTime olderCopy;
    quint64 lost = 0; //!< the revision that the older copy took the place of

    friend bool operator==(const VaultSeen &, const VaultSeen &) = default;
};

//! Nothing when there is no such file, or none that can be read: the vault never suffers for it.
[[nodiscard]] std::optional<VaultSeen> readSeen(const QString &path);
[[nodiscard]] base::Result<> writeSeen(const QString &path, const VaultSeen &seen);

//! What is to be kept after a vault of \a found was opened; \a fileTime is for a copy that does
//! not say when it was written. \a seen was read before the vault was, so a write in between can
//! only make the vault newer. Pure.
[[nodiscard]] VaultSeen judged(const std::optional<VaultSeen> &seen,
                               const Revision &found,
                               const QDateTime &fileTime);

//! The revision of the next write, never one that was used. Pure.
[[nodiscard]] Revision nextRevision(const std::optional<VaultSeen> &seen,
                                    const Revision &present,
                                    const QDateTime &now);

} // namespace vault
