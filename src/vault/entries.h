// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <map>
#include <memory>

namespace vault {

//! What vault.age holds: name → secret. Copies share the secrets, which never change.
using Entries = std::map<QString, std::shared_ptr<const base::Secret>>;

//! Which state of which vault a content is: it is inside, so nobody without the key can change it.
struct Revision
{
    static constexpr qsizetype vaultSize = 16;

    QByteArray vault; //!< random, for the life of a vault; empty in files of the first form
    quint64 number = 0; //!< one more with every write
    QDateTime written; //!< UTC, to the second

    friend bool operator==(const Revision &, const Revision &) = default;
};

//! Everything that is in vault.age.
struct VaultContent
{
    Revision revision;
    Entries entries;
};

//! The plain content of vault.age: the line "latchkey-vault 2", the vault's 16 bytes, its revision
//! and the second of its writing (64 bits each, big-endian), the number of entries, then each
//! entry's name and secret with their lengths in front (32 bits), names in order. Not JSON: no
//! secret passes through a parser's strings.
[[nodiscard]] base::Secret serialized(const VaultContent &content);

//! Corrupt unless it is exactly what serialized() writes, or the first form ("latchkey-vault 1",
//! without a revision). Pure.
[[nodiscard]] base::Result<VaultContent> parseContent(const base::Secret &payload);

} // namespace vault
