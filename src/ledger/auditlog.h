// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "core/ports.h"
#include "ledger/auditindex.h"
#include "ledger/disksync.h"

#include <QFile>

namespace ledger {

//! The record of what happened: append-only files, one a month, in which each line carries the hash
//! of the one before, and the database as an index for looking things up.
//!
//! append() has written the line into the file when it returns (an error means that it is not
//! there), so a killed process costs nothing. A worker thread makes the disk take it: at once after
//! a pause, and lines that come one upon the other together (see DiskSync), so that a power cut may
//! cost the last hundredths of a second and the time the disk takes. The index takes lines in
//! batches (see AuditIndex); who asks finds each at once, and what a crash has kept from the index
//! is read from the files at the next start.
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

    QString m_folder;
    const base::Clock &m_clock;
    std::unique_ptr<AuditIndex> m_index;
    QFile m_file;
    QDate m_month;
    ChainEnd m_end;
    QString m_plainActor; //!< the last one, if there was nothing to take out of it
    DiskSync m_disk;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace ledger
