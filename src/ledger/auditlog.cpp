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

namespace ledger {

using base::ErrorCode;

AuditLog::AuditLog(QString folder, Database &database, const base::Clock &clock)
    : m_folder(std::move(folder))
    , m_clock(clock)
    , m_index(std::make_unique<AuditIndex>(m_folder, database))
{}

AuditLog::~AuditLog() = default;

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
    TRY_VOID(m_index->catchUp(m_end.sequence));
    TRY(const ChainEnd index, m_index->end());
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
    if (!event.detail.isEmpty())
        event.detail = base::redacted(event.detail);
    // The same program again, mostly.
    if (event.actor != m_plainActor) {
        const QString given = std::exchange(event.actor, base::redacted(event.actor));
        m_plainActor = event.actor == given ? given : QString();
    }
    AuditLine line = AuditLine::of(event);
    TRY_VOID(write(line));
    appended.announce(event);
    return {};
}

base::Result<QList<core::AuditEvent>> AuditLog::find(const core::AuditFilter &filter) const
{
    return m_index->find(filter);
}

base::Task<QList<core::AuditEvent>> AuditLog::search(core::AuditFilter filter)
{
    return m_index->search(std::move(filter));
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
    base::faultPoint("audit.before_line");
    if (const qint64 written = m_file.write(text); written != text.size()) {
        const QString why = m_file.errorString();
        if (written > 0) // half a line would break the chain
            m_file.resize(m_file.size() - written);
        return base::fail(ErrorCode::Denied,
                          Words::tr("%1 cannot be written: %2.").arg(m_file.fileName(), why),
                          Words::tr("Check the free space and who may write into that folder."));
    }
    base::faultPoint("audit.line_written");
    m_end = {line.sequence, line.hash};
    m_disk.wrote();
    m_index->add(line);
    base::faultPoint("audit.line_taken");
    return {};
}

base::Result<> AuditLog::openMonth(const QDate &month)
{
    m_file.close();
    m_file.setFileName(m_folder + QLatin1Char('/') + auditFileName(month));
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered,
                     QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        return base::fail(
            ErrorCode::Denied,
            Words::tr("%1 cannot be written: %2.").arg(m_file.fileName(), m_file.errorString()),
            Words::tr("Check the free space and who may write into that folder."));
    }
    m_disk.follow(m_file.handle());
    m_month = month;
    return {};
}

base::Task<qint64> AuditLog::verify(std::stop_token stop)
{
    if (const auto flushed = m_index->flush(); !flushed)
        qCWarning(lcLedger) << "the audit index is behind:" << flushed.error().message;
    CO_TRY(const ChainEnd index, m_index->end());
    // The index remembers what was written before this start; we, what it could not take.
    const ChainEnd seen = index.sequence >= m_end.sequence ? index : m_end;
    const QStringList files = auditFiles(m_folder);
    // Lines that are appended while we read are for the next time.
    const qint64 lastSize = files.isEmpty() ? 0 : QFileInfo(files.last()).size();
    const QFuture<base::Result<qint64>> walking = QtConcurrent::run(
        [files, lastSize, seen, stop] { return verifyChain(files, lastSize, seen, stop); });
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
        CO_TRY(const int rows, m_index->dropRows(through.sequence));
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
