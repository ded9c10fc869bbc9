// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/auditlog.h"

#include "base/faultpoint.h"
#include "base/logging.h"
#include "base/redactor.h"
#include "ledger/words.h"

#include <QCoroFuture>
#include <QDir>
#include <QFileInfo>
#include <QPromise>
#include <QTimer>
#include <QtConcurrentRun>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace ledger {

using base::ErrorCode;

AuditLog::AuditLog(QString folder, Database &database, const base::Clock &clock)
    : m_folder(std::move(folder))
    , m_database(database)
    , m_clock(clock)
{
    m_syncing.setMaxThreadCount(1);
    m_searching.setMaxThreadCount(1);
}

AuditLog::~AuditLog()
{
    sync();
    m_syncing.waitForDone();
}

base::Result<std::unique_ptr<AuditLog>> AuditLog::open(const QString &folder,
                                                       Database &database,
                                                       const base::Clock &clock)
{
    std::unique_ptr<AuditLog> log(new AuditLog(folder, database, clock));
    TRY_VOID(log->start());
    return log;
}

base::Result<> AuditLog::start()
{
    if (!QDir().mkpath(m_folder)) {
        return base::fail(ErrorCode::Denied,
                          Words::tr("The folder %1 cannot be made.").arg(m_folder),
                          Words::tr("Check who may write into the folder above it."));
    }
    const QStringList files = auditFiles(m_folder);
    QString halfLine;
    if (!files.isEmpty()) {
        TRY(halfLine, setHalfLineAside(files.last()));
    }
    TRY(m_end, chainEndOf(files));
    TRY_VOID(catchUp());
    TRY(const ChainEnd index, indexEnd());
    const qint64 missing = index.sequence - m_end.sequence;
    if (missing > 0) // no number is given twice; verify() names the gap
        m_end.sequence = index.sequence;
    if (!files.isEmpty())
        m_month = monthOf(files.last());

    if (!halfLine.isEmpty()) {
        TRY_VOID(
            mark(QStringLiteral("log_repaired"),
                 QStringLiteral("half a line was moved to %1").arg(QFileInfo(halfLine).fileName()),
                 {}));
    }
    if (missing > 0) {
        TRY_VOID(mark(
            QStringLiteral("log_gap"), QStringLiteral("%1 lines are missing").arg(missing), {}));
    }
    return {};
}

base::Result<> AuditLog::append(core::AuditEvent event)
{
    event.sequence = m_end.sequence + 1;
    if (!event.at.isValid())
        event.at = m_clock.now();
    // At this sink, so that no caller can forget it.
    event.detail = base::redacted(event.detail);
    event.actor = base::redacted(event.actor);
    AuditLine line = AuditLine::of(event);
    TRY_VOID(write(line));
    appended.announce(event);
    return {};
}

base::Result<> AuditLog::mark(const QString &kind, const QString &detail, ChainEnd through)
{
    AuditLine line;
    line.sequence = m_end.sequence + 1;
    line.at = m_clock.now();
    line.kind = kind;
    line.actor = QStringLiteral("latchkey");
    line.outcome = core::nameOf(core::AuditOutcome::Done);
    line.detail = detail;
    line.through = through.sequence;
    line.throughHash = through.hash;
    return write(line);
}

base::Result<> AuditLog::write(AuditLine &line)
{
    const QDate today = m_clock.now().toUTC().date();
    const QDate month(today.year(), today.month(), 1);
    // A clock that was set back must not put a line into a month that is over.
    if (!m_file.isOpen() || month > m_month)
        TRY_VOID(openMonth(m_month.isValid() ? qMax(month, m_month) : month));

    line.previous = m_end.hash;
    const QByteArray text = line.written() + '\n';
    const qint64 before = m_file.size();
    base::faultPoint("audit.before_line");
    if (m_file.write(text) != text.size()) {
        const QString why = m_file.errorString();
        m_file.resize(before); // half a line would break the chain
        return base::fail(ErrorCode::Denied,
                          Words::tr("%1 cannot be written: %2.").arg(m_file.fileName(), why),
                          Words::tr("Check the free space and who may write into that folder."));
    }
    base::faultPoint("audit.line_written");
    m_end = {line.sequence, line.hash};
    sync();

    m_unindexed.push_back(line);
    while (!m_unindexed.empty()) {
        const auto inserted = insert(m_unindexed.front());
        if (!inserted) {
            qCWarning(lcLedger) << "the audit index is behind:" << inserted.error().message;
            break;
        }
        m_unindexed.pop_front();
    }
    base::faultPoint("audit.indexed");
    return {};
}

base::Result<> AuditLog::openMonth(const QDate &month)
{
    if (m_file.isOpen()) {
        sync();
        m_file.close();
    }
    m_file.setFileName(m_folder + QLatin1Char('/') + auditFileName(month));
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered,
                     QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        return base::fail(
            ErrorCode::Denied,
            Words::tr("%1 cannot be written: %2.").arg(m_file.fileName(), m_file.errorString()),
            Words::tr("Check the free space and who may write into that folder."));
    }
    m_month = month;
    return {};
}

//! Makes the disk take what was written, in the worker thread; many lines in a row share one.
void AuditLog::sync()
{
#ifdef Q_OS_UNIX
    if (!m_file.isOpen() || m_isSyncing->exchange(true))
        return;
    const int descriptor = ::dup(m_file.handle());
    m_syncing.start([descriptor, flag = m_isSyncing] {
        flag->store(false);
        if (descriptor >= 0) {
            ::fdatasync(descriptor);
            ::close(descriptor);
        }
    });
#endif
}

base::Task<qint64> AuditLog::verify(std::stop_token stop)
{
    CO_TRY(const ChainEnd index, indexEnd());
    const QStringList files = auditFiles(m_folder);
    // Lines that are appended while we read are for the next time.
    const qint64 lastSize = files.isEmpty() ? 0 : QFileInfo(files.last()).size();
    const QFuture<base::Result<qint64>> walking = QtConcurrent::run(
        [files, lastSize, index, stop] { return verifyChain(files, lastSize, index, stop); });
    const base::Result<qint64> result = co_await walking;
    co_return result;
}

base::Task<> AuditLog::trim(Keep keep)
{
    const std::weak_ptr<int> alive = m_alive;
    const QStringList files = auditFiles(m_folder);
    const QDate oldest = m_clock.now().toUTC().date().addDays(-keep.days);
    qint64 bytes = 0;
    for (const QString &path : files)
        bytes += QFileInfo(path).size();

    QStringList dropped;
    for (const QString &path : files) {
        const bool isCurrent = path == files.last() || monthOf(path) >= m_month;
        const bool isOld = monthOf(path).addMonths(1) <= oldest;
        if (isCurrent || (!isOld && bytes <= keep.bytes))
            break;
        bytes -= QFileInfo(path).size();
        dropped.append(path);
    }
    if (dropped.isEmpty())
        co_return {};

    QFile next(files.at(dropped.size()));
    const bool isOpen = next.open(QIODevice::ReadOnly);
    const QByteArray text = isOpen ? next.readLine().trimmed() : QByteArray();
    CO_TRY(const AuditLine first,
           AuditLine::parse(text)); // nothing is dropped before a damaged one
    const ChainEnd through{first.sequence - 1, first.previous};
    CO_TRY_VOID(mark(QStringLiteral("log_trimmed"),
                     QStringLiteral("%1 lines are no longer kept").arg(through.sequence),
                     through));
    base::faultPoint("audit.trim_marked");
    for (const QString &path : dropped) {
        if (!QFile::remove(path))
            qCWarning(lcLedger) << "cannot remove" << path;
        base::faultPoint("audit.file_dropped");
    }
    // A few rows at a time: the window must not wait.
    while (!alive.expired()) {
        CO_TRY(const int rows, dropRows(through.sequence));
        if (rows == 0)
            break;
        const auto pause = std::make_shared<QPromise<void>>();
        pause->start();
        QTimer::singleShot(0, qApp, [pause] { pause->finish(); });
        const QFuture<void> over = pause->future();
        co_await over;
    }
    co_return {};
}

} // namespace ledger
