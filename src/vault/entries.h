// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QString>

#include <map>
#include <memory>

namespace vault {

//! What vault.age holds: name → secret. Copies share the secrets, which never change.
using Entries = std::map<QString, std::shared_ptr<const base::Secret>>;

//! The plain content of vault.age: the line "latchkey-vault 1", the number of entries, then each
//! entry's name and secret with their lengths in front (32 bits, big-endian), names in order. Not
//! JSON: no secret passes through a parser's strings.
[[nodiscard]] base::Secret serialized(const Entries &entries);

//! Corrupt unless it is exactly what serialized() writes. Pure.
[[nodiscard]] base::Result<Entries> parseEntries(const base::Secret &payload);

} // namespace vault
