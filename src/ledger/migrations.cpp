// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/migrations.h"

#include "ledger/authoritytables.h"

namespace ledger {

const QList<Migration> &migrations()
{
    static const auto s = [](const char *text) { return QString::fromLatin1(text); };
    // Times are milliseconds since 1970, UTC.
    static const QList<Migration> all = {
        {1,
         s("states of accounts"),
         {s("CREATE TABLE account_states ("
            " service TEXT NOT NULL,"
            " account TEXT NOT NULL,"
            " issued_at INTEGER,"
            " expires_at INTEGER,"
            " renewable INTEGER NOT NULL DEFAULT 0,"
            " sign_in_lost INTEGER NOT NULL DEFAULT 0,"
            " trouble TEXT,"
            " trouble_since INTEGER,"
            " last_refresh INTEGER,"
            " last_used INTEGER,"
            " last_used_by TEXT,"
            " snoozed_until INTEGER,"
            " PRIMARY KEY (service, account)"
            ") WITHOUT ROWID")}},
        {2,
         s("index of the audit log"),
         {s("CREATE TABLE audit_lines ("
            " sequence INTEGER PRIMARY KEY,"
            " at INTEGER NOT NULL,"
            " kind TEXT NOT NULL,"
            " outcome TEXT NOT NULL,"
            " actor TEXT NOT NULL,"
            " service TEXT NOT NULL,"
            " account TEXT NOT NULL,"
            " detail TEXT NOT NULL,"
            " trace_id TEXT NOT NULL,"
            " hash TEXT NOT NULL"
            ")"),
          s("CREATE INDEX audit_lines_of_account ON audit_lines (service, account, sequence)"),
          s("CREATE INDEX audit_lines_at ON audit_lines (at)")}},
        authorityMigration(),
        {4,
         s("approvals of programs"),
         {s("CREATE TABLE approvals ("
            " id TEXT PRIMARY KEY,"
            " identity TEXT NOT NULL," // of the program: SHA-256 of its paths
            " name TEXT NOT NULL,"
            " executable TEXT NOT NULL,"
            " script TEXT NOT NULL,"
            " through TEXT NOT NULL,"
            " service TEXT NOT NULL,"
            " account TEXT NOT NULL,"
            " wish TEXT NOT NULL,"
            " allowed BIGINT NOT NULL,"
            " span TEXT NOT NULL,"
            " given_at BIGINT NOT NULL,"
            " ends_at BIGINT NOT NULL DEFAULT 0," // 0: no end
            " used_at BIGINT NOT NULL DEFAULT 0,"
            " uses BIGINT NOT NULL DEFAULT 0,"
            " hash TEXT NOT NULL," // of the files when it was given: another one asks again
            " script_hash TEXT NOT NULL)")}},
        {5,
         s("second factors that were begun"),
         {s("ALTER TABLE authority_totp ADD COLUMN begun_at BIGINT NOT NULL DEFAULT 0"),
          // Who was shown the key: hash of the browser's visit and session.
          s("ALTER TABLE authority_totp ADD COLUMN begun_by TEXT NOT NULL DEFAULT ''")}},
        {6,
         s("refresh tokens in the order in which they end"),
         // No query asked for those of a grant, and keeping them sorted by it touched one page more
         // at each rotation; the clean-up read the whole table.
         {s("DROP INDEX authority_refresh_grant"),
          s("CREATE INDEX authority_refresh_ends ON authority_refresh (expires_at)")}},
        {7,
         s("families of refresh tokens"),
         // One row for a family, however often its token is rotated, where there was one for each
         // token. Nobody holds the old ones: no Latchkey that gave them was published.
         {s("DROP TABLE authority_refresh"),
          s("ALTER TABLE authority_grants ADD COLUMN refresh_hash TEXT NOT NULL DEFAULT ''"),
          s("ALTER TABLE authority_grants ADD COLUMN refresh_number BIGINT NOT NULL DEFAULT 0"),
          s("ALTER TABLE authority_grants ADD COLUMN refresh_expires_at BIGINT NOT NULL DEFAULT 0"),
          s("ALTER TABLE authority_grants ADD COLUMN refresh_rotations TEXT NOT NULL DEFAULT ''")}},
    };
    return all;
}

} // namespace ledger
