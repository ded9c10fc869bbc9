// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/approvaltable.h"

#include "base/faultpoint.h"
#include "base/logging.h"

#include <QDateTime>

namespace ledger {

namespace {

// 0 stands for a time that is not there.
qint64 stored(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

QDateTime timeOf(const QVariant &value)
{
    const qint64 stored = value.toLongLong();
    return stored == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(stored, Qt::UTC);
}

std::optional<core::Wish> wishFrom(const QString &name)
{
    for (const core::Wish wish : {core::Wish::Use, core::Wish::Change, core::Wish::Remove}) {
        if (core::nameOf(wish) == name)
            return wish;
    }
    return {};
}

} // namespace

ApprovalTable::ApprovalTable(Database &database)
    : m_database(database)
{}

base::Result<QList<core::KeptApproval>> ApprovalTable::all() const
{
    TRY(const auto rows,
        m_database.rows(QStringLiteral(
            "SELECT id, identity, name, executable, script, through, service, account, wish,"
            " allowed, span, given_at, ends_at, used_at, uses, hash, script_hash"
            " FROM approvals ORDER BY given_at, id")));
    QList<core::KeptApproval> all;
    for (const QVariantList &row : rows) {
        core::KeptApproval kept;
        core::Approval &approval = kept.approval;
        approval.id = row.at(0).toString();
        const auto wish = wishFrom(row.at(8).toString());
        const auto span = core::consentSpanFrom(row.at(10).toString());
        if (!wish || !span) {
            // What cannot be read allows nothing; the person is asked again.
            qCWarning(lcLedger) << "The approval" << approval.id << "cannot be read; left out.";
            continue;
        }
        approval.identity = row.at(1).toString().toLatin1();
        approval.name = row.at(2).toString();
        approval.executable = row.at(3).toString();
        approval.script = row.at(4).toString();
        approval.through = row.at(5).toString();
        approval.account = {row.at(6).toString(), row.at(7).toString()};
        approval.wish = *wish;
        approval.allowed = row.at(9).toInt() != 0;
        approval.span = *span;
        approval.since = timeOf(row.at(11));
        approval.until = timeOf(row.at(12));
        approval.lastUsed = timeOf(row.at(13));
        approval.uses = row.at(14).toLongLong();
        approval.source = QStringLiteral("person");
        kept.hash = row.at(15).toString().toLatin1();
        kept.scriptHash = row.at(16).toString().toLatin1();
        all += kept;
    }
    return all;
}

base::Result<> ApprovalTable::put(const core::KeptApproval &kept)
{
    const core::Approval &approval = kept.approval;
    TRY_VOID(m_database.change(
        QStringLiteral("INSERT INTO approvals (id, identity, name, executable, script, through,"
                       " service, account, wish, allowed, span, given_at, ends_at, used_at, uses,"
                       " hash, script_hash)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                       " ON CONFLICT (id) DO UPDATE SET name = excluded.name,"
                       " allowed = excluded.allowed, span = excluded.span,"
                       " given_at = excluded.given_at, ends_at = excluded.ends_at,"
                       " used_at = excluded.used_at, uses = excluded.uses,"
                       " hash = excluded.hash, script_hash = excluded.script_hash"),
        {approval.id,
         QString::fromLatin1(approval.identity),
         approval.name,
         approval.executable,
         approval.script,
         approval.through,
         approval.account.service,
         approval.account.account,
         core::nameOf(approval.wish),
         approval.allowed ? 1 : 0,
         core::nameOf(approval.span),
         stored(approval.since),
         stored(approval.until),
         stored(approval.lastUsed),
         approval.uses,
         QString::fromLatin1(kept.hash),
         QString::fromLatin1(kept.scriptHash)}));
    base::faultPoint("database.approval_put");
    return {};
}

base::Result<> ApprovalTable::remove(const QString &id)
{
    return m_database.change(QStringLiteral("DELETE FROM approvals WHERE id = ?"), {id});
}

} // namespace ledger
