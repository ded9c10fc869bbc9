// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/programs/programfinder.h"
#include "support/settle.h"
#include "support/verifyresult.h"

#include <QCryptographicHash>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <unistd.h>

inline QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QByteArray sumOf(const QString &path)
{
    return QCryptographicHash::hash(content(path), QCryptographicHash::Sha256).toHex();
}

inline QString exeOf(qint64 pid)
{
    return QFile::symLinkTarget(QStringLiteral("/proc/%1/exe").arg(pid));
}

inline QList<qint64> childrenOf(qint64 pid)
{
    QList<qint64> children;
    const QByteArray line = content(QStringLiteral("/proc/%1/task/%1/children").arg(pid));
    for (const QByteArray &word : line.split(' ')) {
        if (const qint64 child = word.toLongLong(); child > 0) {
            children += child;
            children += childrenOf(child);
        }
    }
    return children;
}

//! Processes that are really there, with the files that they run.
struct RealProcesses
{
    QTemporaryDir m_folder;
    QString m_tool; // stands for `latchkey`: a program of its own that stays for a while
    QString m_sleeper; // any other program
    std::vector<std::unique_ptr<QProcess>> m_processes;

    QProcess &start(const QString &program, const QStringList &arguments, const QString &in = {})
    {
        auto &process = m_processes.emplace_back(std::make_unique<QProcess>());
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        if (!in.isEmpty())
            process->setWorkingDirectory(in);
        process->start(program, arguments);
        process->waitForStarted();
        return *process;
    }

    //! The process itself or one below it that runs \a executable by now; 0: none.
    static qint64 running(const QProcess &process, const QString &executable)
    {
        for (const qint64 pid :
             QList<qint64>{process.processId()} + childrenOf(process.processId())) {
            if (exeOf(pid) == executable)
                return pid;
        }
        return 0;
    }

    QString write(const QString &name, const QByteArray &text) const
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        file.close();
        // Only what was there before a process is what that process runs, and clocks go in steps.
        const auto isSettled = [&path] {
            const QDateTime changed = QFileInfo(path).metadataChangeTime();
            return changed.msecsTo(QDateTime::currentDateTime()) > 30;
        };
        return QTest::qWaitFor(isSettled) ? path : QString();
    }

    std::unique_ptr<agent::ProgramFinder> finder() const
    {
        agent::ProgramFinder::Parts parts;
        parts.ownTool = m_tool;
        return std::make_unique<agent::ProgramFinder>(parts);
    }

    static core::Peer peer(qint64 pid) { return {pid, qint64(getuid())}; }

    void initTestCase()
    {
        m_tool = m_folder.filePath(s("latchkey"));
        QVERIFY(QFile::copy(QFileInfo(s("/usr/bin/sleep")).canonicalFilePath(), m_tool));
        m_sleeper = m_folder.filePath(s("sleeper"));
        QVERIFY(QFile::copy(QFileInfo(s("/usr/bin/sleep")).canonicalFilePath(), m_sleeper));
    }
    void cleanup()
    {
        for (const auto &process : m_processes) {
            for (const qint64 pid : childrenOf(process->processId()))
                ::kill(static_cast<pid_t>(pid), SIGKILL);
            process->kill();
            process->waitForFinished();
        }
        m_processes.clear();
    }
    void cleanupTestCase() { settleEverything(); }
    static QString s(const char *text) { return QString::fromUtf8(text); }
};

#define IDENTIFY(name, pid)                                                  \
    const auto name##Result = QCoro::waitFor(finder()->identify(peer(pid))); \
    VERIFY_RESULT(name##Result);                                             \
    const core::Program &name = **name##Result
