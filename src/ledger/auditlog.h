// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "core/ports.h"
#include "ledger/auditfiles.h"
#include "ledger/database.h"

#include <QFile>
#include <QThreadPool>

#include <atomic>
#include <deque>

namespace ledger {

//! The record of what happened: append-only files, one a month, in which each line carries the hash
//! of the one before, and the database as an index for looking things up.
//!
//! append() has written the line into the file when it returns (an error means that it is not
//! there); a worker thread makes the disk take it a moment later, so a power cut may cost the last
//! milliseconds and a killed process nothing. If the index could not take it, the line stands all
//! the same and is indexed with the next one or at the next start.
class AuditLog final : public core::Audit
{
public:
    //! How much is kept; the month that is being written always is.
    struct Keep
    {
        int days = 365;
        qint64 bytes = 64LL * 1024 * 1024;
    };

    //! Sets half a line that a crash left aside, finds the end of the chain, and brings the index
    //! up to date with the files; what it had to repair is recorded.
    [[nodiscard]] static base::Result<std::unique_ptr<AuditLog>> open(const QString &folder,
                                                                      Database &database,
                                                                      const base::Clock &clock);
    ~AuditLog() override;

    [[nodiscard]] base::Result<> append(core::AuditEvent event) override;
    [[nodiscard]] base::Result<QList<core::AuditEvent>> find(
        const core::AuditFilter &filter) const override;
    //! In a worker thread, with a connection of its own.
    [[nodiscard]] base::Task<QList<core::AuditEvent>> search(core::AuditFilter filter) override;
    [[nodiscard]] base::Task<qint64> verify(std::stop_token stop) override;

    //! Drops the oldest months, and records that, so that verify() still holds.
    [[nodiscard]] base::Task<> trim(Keep keep);

private:
    AuditLog(QString folder, Database &database, const base::Clock &clock);
    [[nodiscard]] base::Result<> start();
    [[nodiscard]] base::Result<> mark(const QString &kind, const QString &detail, ChainEnd through);
    [[nodiscard]] base::Result<> write(AuditLine &line);
    [[nodiscard]] base::Result<> openMonth(const QDate &month);
    [[nodiscard]] base::Result<> insert(const AuditLine &line);
    [[nodiscard]] base::Result<> catchUp();
    [[nodiscard]] base::Result<ChainEnd> indexEnd() const;
    [[nodiscard]] base::Result<int> dropRows(qint64 through);
    void sync();

    QString m_folder;
    Database &m_database;
    const base::Clock &m_clock;
    QFile m_file;
    QDate m_month;
    ChainEnd m_end;
    std::deque<AuditLine> m_unindexed;
    QThreadPool m_searching; //!< one thread
    QThreadPool m_syncing; //!< one thread: fdatasync in order
    std::shared_ptr<std::atomic_bool> m_isSyncing = std::make_shared<std::atomic_bool>(false);
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace ledger
