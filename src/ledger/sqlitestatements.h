// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/engine.h"

class QSqlDatabase;

namespace ledger {

//! SQLite's own interface on Qt's connection: the same tables in the same transactions without a
//! QSqlRecord for each row. Null where Qt brings a SQLite of its own: two libraries must not share
//! one connection.
[[nodiscard]] std::unique_ptr<Statements> sqliteStatements(const QSqlDatabase &database);

} // namespace ledger
