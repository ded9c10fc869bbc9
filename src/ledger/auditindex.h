// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "ledger/auditfiles.h"
#include "ledger/database.h"

#include <QThreadPool>
#include <QTimer>

#include <vector>

namespace ledger {

//! The lines of the record in the database, for looking things up. The files are the truth: what
//! the index has lost, or not yet taken, is read from them.
//!
//! Lines wait for each other and go into the table in one transaction, a quarter of a second after
//! the first at the latest. Whoever asks finds all of them all the same: they go in before.
class AuditIndex
{
public:
    AuditIndex(QString folder, Database &database);
    //! Puts in what waits.
    ~AuditIndex();
    AuditIndex(const AuditIndex &) = delete;
    AuditIndex &operator=(const AuditIndex &) = delete;

    //! Takes a line that stands in its file already.
    void add(const AuditLine &line);
    //! When it returns, the table has all that was added. On error it still waits.
    [[nodiscard]] base::Result<> flush();
    //! Brings the table up to line \a last of the files, if it is behind.
    [[nodiscard]] base::Result<> catchUp(qint64 last);
    //! How far the table has seen the chain.
    [[nodiscard]] base::Result<ChainEnd> end() const;

    [[nodiscard]] base::Result<QList<core::AuditEvent>> find(const core::AuditFilter &filter);
    //! In a worker thread, with a connection of its own.
    [[nodiscard]] base::Task<QList<core::AuditEvent>> search(core::AuditFilter filter);

    //! Removes some lines up to \a through and gives their number; 0: none is left.
    [[nodiscard]] base::Result<int> dropRows(qint64 through);

private:
    void flushOrWait();
    [[nodiscard]] base::Result<> insert(const AuditLine &line);
    [[nodiscard]] base::Result<> insertBehind();

    QString m_folder;
    Database &m_database;
    std::vector<AuditLine> m_waiting;
    QTimer m_timer; //!< runs only while something waits
    QThreadPool m_searching; //!< one thread
    bool m_isBehind = false; //!< more has waited than is kept: the files have it
    bool m_hasFailed = false;
};

} // namespace ledger
