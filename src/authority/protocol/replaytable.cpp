// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/replaytable.h"

#include "authority/protocol/grammar.h"

namespace authority {

ReplayTable::ReplayTable(ledger::Database &database)
    : m_database(database)
{}

base::Result<bool> ReplayTable::isNew(const QString &kind,
                                      QByteArrayView value,
                                      const QDateTime &until)
{
    // One statement, so that of two instances only one can be the first.
    TRY(const int added,
        m_database.changed(QStringLiteral("INSERT INTO authority_replays"
                                          " (kind, value_hash, expires_at) VALUES (?, ?, ?)"
                                          " ON CONFLICT DO NOTHING"),
                           {kind, hashOf(value), until.toMSecsSinceEpoch()}));
    return added == 1;
}

} // namespace authority
