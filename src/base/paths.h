// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace base {

//! Where Latchkey keeps its files: XDG folders on Linux, the platform's own elsewhere
//! (design: "Files"). With a profile every folder gets the profile's name as a subfolder.
struct Paths
{
    QString config; //!< config.toml, accounts.toml, providers/
    QString data; //!< latchkey.db, vault.age
    QString state; //!< audit-YYYY-MM.jsonl, latchkey.log
    QString runtime; //!< sockets and locks, 0700
    QString socket = {}; //!< where the agent listens; empty: agent.sock in runtime

    //! For this user; \a profile is LATCHKEY_PROFILE unless given. Creates nothing.
    [[nodiscard]] static Paths ofUser(const QString &profile = {});
    //! All below one folder, for tests and the tour.
    [[nodiscard]] static Paths below(const QString &folder);
    //! Creates the folders, 0700; an error names the one that cannot be made.
    [[nodiscard]] Result<> create() const;

    [[nodiscard]] QString configFile() const { return config + QStringLiteral("/config.toml"); }
    [[nodiscard]] QString accountsFile() const { return config + QStringLiteral("/accounts.toml"); }
    [[nodiscard]] QString providersFolder() const { return config + QStringLiteral("/providers"); }
    [[nodiscard]] QString databaseFile() const { return data + QStringLiteral("/latchkey.db"); }
    [[nodiscard]] QString vaultFile() const { return data + QStringLiteral("/vault.age"); }
    [[nodiscard]] QString agentSocket() const
    {
        return socket.isEmpty() ? runtime + QStringLiteral("/agent.sock") : socket;
    }
    //! Whoever holds it is the agent.
    [[nodiscard]] QString agentLock() const { return runtime + QStringLiteral("/agent.lock"); }
    [[nodiscard]] QString logFile() const { return state + QStringLiteral("/latchkey.log"); }
};

} // namespace base
