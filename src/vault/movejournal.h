// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services.h"

#include <optional>

namespace vault {

//! A small file beside the store that says that a move is under way: written before the first copy,
//! removed after the last old entry. It lists the entries, since no keyring can. Whether the move
//! is decided the setting store.kind says; that it was carried out whole, the journal.
struct MoveJournal
{
    enum class Step { Copying, Decided };

    core::StoreKind from = core::StoreKind::Keyring;
    core::StoreKind to = core::StoreKind::AgeFile;
    Step step = Step::Copying;
    QStringList entries;

    //! Nothing when no move is under way.
    [[nodiscard]] static base::Result<std::optional<MoveJournal>> read(const QString &path);
    [[nodiscard]] base::Result<> write(const QString &path) const;
    [[nodiscard]] static base::Result<> remove(const QString &path);
};

} // namespace vault
