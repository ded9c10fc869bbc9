// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

//! Kills a process at every point of every write, starts again, and finds the old or the new state:
//! never neither.
class KillTest : public QObject
{
    Q_OBJECT

    struct Run
    {
        int signal = 0;
        int code = 0;
        QStringList lines;
        QString errors;
    };

    //! Runs the actor; \a point is where it is to die.
    static Run actor(const QStringList &arguments, const QString &point = {}, bool listing = false)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        if (!point.isEmpty())
            environment.insert(QStringLiteral("LATCHKEY_FAULT_POINT"), point);
        if (listing)
            environment.insert(QStringLiteral("LATCHKEY_LIST_FAULT_POINTS"), QStringLiteral("1"));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(KILL_ACTOR), arguments);
        Run run;
        if (!process.waitForFinished(60000)) {
            run.code = -1;
            run.errors = QStringLiteral("did not end");
            process.kill();
            process.waitForFinished();
            return run;
        }
        // On Unix, Qt gives the signal's number as the exit code of a crash.
        const bool crashed = process.exitStatus() == QProcess::CrashExit;
        (crashed ? run.signal : run.code) = process.exitCode();
        run.lines = QString::fromUtf8(process.readAllStandardOutput())
                        .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        run.errors = QString::fromUtf8(process.readAllStandardError());
        return run;
    }

    static void copyFolder(const QString &from, const QString &to)
    {
        QDir().mkpath(to);
        const auto all = QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System;
        const auto entries = QDir(from).entryInfoList(all);
        for (const QFileInfo &entry : entries) {
            const QString target = to + QLatin1Char('/') + entry.fileName();
            if (entry.isDir())
                copyFolder(entry.filePath(), target);
            else
                QVERIFY(QFile::copy(entry.filePath(), target));
        }
    }

private Q_SLOTS:
    void aRestartFindsTheOldStateOrTheNewOne_data()
    {
        QTest::addColumn<int>("leastPoints");
        QTest::newRow("registry") << 16;
        QTest::newRow("age_file") << 20;
        QTest::newRow("keyring") << 8;
        QTest::newRow("move") << 8;
        QTest::newRow("database") << 6;
        QTest::newRow("audit") << 13;
        QTest::newRow("audit_trim") << 2;
        QTest::newRow("authority") << 12;
    }
    void aRestartFindsTheOldStateOrTheNewOne()
    {
#ifndef LATCHKEY_FAULT_POINTS
        QSKIP("built without FAULT_POINTS");
#endif
        QFETCH(const int, leastPoints);
        const QString scenario = QLatin1String(QTest::currentDataTag());
        const QTemporaryDir folder;
        const QString prepared = folder.filePath(QStringLiteral("prepared"));
        QVERIFY(QDir().mkpath(prepared));
        const Run preparing = actor({scenario, QStringLiteral("prepare"), prepared});
        QVERIFY2(preparing.code == 0 && preparing.signal == 0, qPrintable(preparing.errors));
        const QString work = folder.filePath(QStringLiteral("work"));
        const auto freshly = [&] {
            QDir(work).removeRecursively();
            copyFolder(prepared, work);
        };

        // Which points are passed, in which order and how often.
        freshly();
        const Run listing = actor({scenario, QStringLiteral("act"), work}, {}, true);
        QVERIFY2(listing.code == 0 && listing.signal == 0, qPrintable(listing.errors));
        QStringList points;
        QMap<QString, int> passes;
        int steps = 0;
        for (const QString &line : listing.lines) {
            if (line.startsWith(QLatin1String("step ")))
                ++steps;
            else if (!line.startsWith(QLatin1String("done ")))
                points.append(QStringLiteral("%1#%2").arg(line).arg(++passes[line]));
        }
        QVERIFY2(points.size() >= leastPoints, qPrintable(points.join(QLatin1Char(' '))));

        // What a start finds after each number of steps.
        QStringList states;
        for (int done = 0; done <= steps; ++done) {
            freshly();
            const Run acting =
                actor({scenario, QStringLiteral("act"), work, QString::number(done)});
            QVERIFY2(acting.code == 0 && acting.signal == 0, qPrintable(acting.errors));
            const Run found = actor({scenario, QStringLiteral("state"), work});
            QVERIFY2(found.code == 0 && found.signal == 0, qPrintable(found.errors));
            states.append(found.lines.value(0));
        }

        for (const QString &point : std::as_const(points)) {
            freshly();
            const Run killed = actor({scenario, QStringLiteral("act"), work}, point);
            QVERIFY2(killed.signal == SIGKILL,
                     qPrintable(point + QLatin1Char(' ') + killed.errors));
            const int step = killed.lines.isEmpty() ? 0 : killed.lines.last().mid(5).toInt();
            const Run found = actor({scenario, QStringLiteral("state"), work});
            QVERIFY2(found.code == 0 && found.signal == 0,
                     qPrintable(point + QLatin1Char(' ') + found.errors));
            const QString state = found.lines.value(0);
            QVERIFY2(state == states[step] || state == states[step + 1],
                     qPrintable(QStringLiteral("%1\nfound: %2\nold:   %3\nnew:   %4")
                                    .arg(point, state, states[step], states[step + 1])));
        }
        qInfo("%s: killed at %d points", qPrintable(scenario), int(points.size()));
    }
};

QTEST_GUILESS_MAIN(KillTest)
#include "tst_kill.moc"
