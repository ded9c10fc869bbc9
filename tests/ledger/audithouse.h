// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/auditlog.h"
#include "support/fakeclock.h"
#include "support/verifyresult.h"

#include <QCoroTask>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

const inline core::AccountId work{QStringLiteral("github"), QStringLiteral("work")};
const inline core::AccountId home{QStringLiteral("gitlab"), QStringLiteral("home")};

inline core::AuditEvent eventOf(core::AuditKind kind,
                                const core::AccountId &account = work,
                                core::AuditOutcome outcome = core::AuditOutcome::Done)
{
    core::AuditEvent event;
    event.kind = kind;
    event.account = account;
    event.outcome = outcome;
    event.actor = QStringLiteral("tray");
    event.detail = QStringLiteral("by a click");
    return event;
}

//! A record in a folder of its own.
class AuditHouse
{
protected:
    void begin()
    {
        m_log.reset();
        m_database.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock.setNow(QDateTime({2026, 11, 22}, {12, 0}, Qt::UTC));
        openLog();
    }

    QString folder() const { return m_folder->filePath(QStringLiteral("state")); }
    QString databaseFile() const { return m_folder->filePath(QStringLiteral("latchkey.db")); }
    QString file(const char *month = "2026-11") const
    {
        return folder() + QStringLiteral("/audit-%1.jsonl").arg(QLatin1String(month));
    }

    void openLog()
    {
        m_log.reset();
        m_database.reset();
        auto database = ledger::Database::open(databaseFile());
        VERIFY_RESULT(database);
        m_database = std::move(*database);
        auto log = ledger::AuditLog::open(folder(), *m_database, m_clock);
        VERIFY_RESULT(log);
        m_log = std::move(*log);
    }

    void append(int count)
    {
        for (int i = 0; i < count; ++i)
            VERIFY_RESULT(m_log->append(eventOf(core::AuditKind::TokenCopied)));
    }

    //! Lines in the table as it is, without what waits for it.
    int indexed()
    {
        auto query = m_database->run(QStringLiteral("SELECT COUNT(*) FROM audit_lines"));
        return query && query->next() ? query->value(0).toInt() : -1;
    }

    void rename(const char *from, const char *to)
    {
        VERIFY_RESULT(m_database->run(QStringLiteral("ALTER TABLE %1 RENAME TO %2")
                                          .arg(QLatin1String(from), QLatin1String(to))));
    }

    //! What a process that was killed now would leave, opened again.
    void openAsAfterAKill()
    {
        auto left = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(left->path()).mkdir(QStringLiteral("state")));
        const QDir old(folder());
        for (const QString &name : old.entryList(QDir::Files))
            QVERIFY(
                QFile::copy(old.filePath(name), left->filePath(QStringLiteral("state/") + name)));
        for (const char *suffix : {"", "-wal"}) {
            QVERIFY(
                QFile::copy(databaseFile() + QLatin1String(suffix),
                            left->filePath(QStringLiteral("latchkey.db") + QLatin1String(suffix))));
        }
        m_log.reset();
        m_database.reset();
        m_folder = std::move(left);
        openLog();
    }

    base::Result<qint64> verified() { return QCoro::waitFor(m_log->verify({})); }

    QList<QByteArray> lines(const QString &path) const
    {
        QFile audit(path);
        if (!audit.open(QIODevice::ReadOnly))
            return {};
        QList<QByteArray> all = audit.readAll().split('\n');
        all.removeLast();
        return all;
    }

    void rewrite(const QString &path, const QList<QByteArray> &all)
    {
        QFile audit(path);
        QVERIFY(audit.open(QIODevice::WriteOnly | QIODevice::Truncate));
        for (const QByteArray &line : all)
            audit.write(line + '\n');
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock;
    std::unique_ptr<ledger::Database> m_database;
    std::unique_ptr<ledger::AuditLog> m_log;
};
