// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audithouse.h"

#include <QElapsedTimer>

using namespace ledger;
using core::AuditKind;

//! What the record's index in the database knows, and when.
class AuditIndexTest : public QObject, private AuditHouse
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void cleanupTestCase()
    {
        m_log.reset();
        m_database.reset();
    }

    void aLostIndexIsMadeAgainFromTheFiles()
    {
        append(20);
        m_log.reset();
        m_database.reset();
        for (const char *suffix : {"", "-wal", "-shm"})
            QFile::remove(databaseFile() + QLatin1String(suffix));

        openLog();

        QCOMPARE(m_log->find({})->size(), 20);
        append(1);
        QCOMPARE(verified().value(), 21);
    }

    void anIndexThatIsBehindCatchesUp()
    {
        append(20);
        VERIFY_RESULT(m_log->find({}));
        VERIFY_RESULT(
            m_database->run(QStringLiteral("DELETE FROM audit_lines WHERE sequence > 15")));

        openLog();

        QCOMPARE(m_log->find({})->size(), 20);
    }

    void linesGoIntoTheIndexTogetherAndAreHeardOfAtOnce()
    {
        int heard = 0;
        const auto listening = m_log->appended.subscribe([&heard](const auto &) { ++heard; });

        append(3);

        QCOMPARE(heard, 3);
        QCOMPARE(indexed(), 0);
        QTRY_COMPARE(indexed(), 3);
    }

    void manyLinesDoNotWaitForTheClock()
    {
        append(1000);

        QVERIFY(indexed() >= 512);
    }

    void whoeverAsksFindsWhatTheIndexHasNotTakenYet_data()
    {
        QTest::addColumn<std::function<qsizetype(AuditLog &)>>("ask");
        const auto row = [](const char *name, std::function<qsizetype(AuditLog &)> ask) {
            QTest::newRow(name) << std::move(ask);
        };
        row("find", [](AuditLog &log) { return log.find({})->size(); });
        row("search", [](AuditLog &log) { return QCoro::waitFor(log.search({}))->size(); });
        row("verify", [](AuditLog &log) { return QCoro::waitFor(log.verify({})).value(); });
    }
    void whoeverAsksFindsWhatTheIndexHasNotTakenYet()
    {
        QFETCH(const std::function<qsizetype(AuditLog &)>, ask);
        append(2);
        QCOMPARE(ask(*m_log), 2);
        append(3);

        QCOMPARE(ask(*m_log), 5);
    }

    void aKillBeforeTheIndexIsWrittenLosesNothing_data()
    {
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("waiting");
        QTest::newRow("the first lines of all") << 0 << 5;
        QTest::newRow("a few of many") << 3000 << 5;
        QTest::newRow("nearly a full batch") << 100 << 511;
    }
    void aKillBeforeTheIndexIsWrittenLosesNothing()
    {
        QFETCH(const int, before);
        QFETCH(const int, waiting);
        append(before);
        VERIFY_RESULT(m_log->find({}));
        append(waiting);
        QCOMPARE(indexed(), before);

        openAsAfterAKill();

        QCOMPARE(indexed(), before + waiting);
        append(1);
        QCOMPARE(verified().value(), before + waiting + 1); // and no line about a gap
    }

    void linesCutOffBeforeTheIndexHasThemAreMissed()
    {
        append(5);
        QCOMPARE(indexed(), 0);
        QList<QByteArray> all = lines(file());
        all.resize(3);
        rewrite(file(), all);

        VERIFY_ERROR(verified(), base::ErrorCode::Corrupt);
    }

    void anIndexThatRefusesCostsTheRecordNothing_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("for a moment") << 200;
        QTest::newRow("for more lines than are kept") << 5000;
    }
    void anIndexThatRefusesCostsTheRecordNothing()
    {
        QFETCH(const int, count);
        append(10);
        VERIFY_RESULT(m_log->find({}));
        rename("audit_lines", "away");

        append(count);

        QVERIFY(!m_log->find({}));
        QVERIFY(!QCoro::waitFor(m_log->search({})));
        rename("away", "audit_lines");
        append(1);
        core::AuditFilter all;
        all.limit = 10'000;
        QCOMPARE(m_log->find(all)->size(), count + 11);
        QCOMPARE(verified().value(), count + 11);
    }

    void linesBehindOneAreReadFromWhereTheyBegin()
    {
        for (const int month : {10, 11, 12}) {
            m_log.reset();
            m_clock.setNow(QDateTime({2026, month, 15}, {12, 0}, Qt::UTC));
            openLog();
            append(month == 12 ? 20 : 900); // two files of some looks, a small one
        }
        for (const qint64 after : {0, 1, 899, 900, 901, 1500, 1799, 1800, 1819, 1820}) {
            qint64 next = after;
            VERIFY_RESULT(eachLine(auditFiles(folder()), after, [&next](const AuditLine &line) {
                return line.sequence == ++next ? base::Result<>() : base::fail(base::Error{});
            }));
            QCOMPARE(next, 1820);
        }
    }

    void aListThatCannotBeReadToItsEndIsAnError()
    {
        append(3);
        VERIFY_RESULT(m_log->find({}));
        rename("audit_lines", "sound");
        // abs() has no answer for the smallest number: the last row cannot be read.
        VERIFY_RESULT(m_database->run(QStringLiteral(
            "CREATE VIEW audit_lines AS SELECT sequence, at, kind, outcome, actor, service,"
            " account, detail, CASE sequence WHEN 1 THEN abs(-9223372036854775807 - sequence)"
            " ELSE trace_id END AS trace_id FROM sound")));

        VERIFY_ERROR(m_log->find({}), base::ErrorCode::Internal);
        VERIFY_ERROR(QCoro::waitFor(m_log->search({})), base::ErrorCode::Internal);
    }

    void aSearchOpensTheDatabaseWithoutCheckingItAgain()
    {
        append(1);
        VERIFY_RESULT(m_database->run(QStringLiteral("PRAGMA user_version = 999")));

        const auto found = QCoro::waitFor(m_log->search({}));

        VERIFY_RESULT(found);
        QCOMPARE(found->size(), 1);
    }

    void aHundredThousandLinesAreSearchedQuickly()
    {
        VERIFY_RESULT(m_database->transaction([this]() -> base::Result<> {
            for (int i = 1; i <= 100'000; ++i) {
                TRY_VOID(m_database->change(
                    QStringLiteral("INSERT INTO audit_lines VALUES (?, ?, 'token_issued', 'done',"
                                   " 'git', 'github', ?, 'by a program', 'abcd', '')"),
                    {i, qint64(i) * 1000, QStringLiteral("work%1").arg(i % 50)}));
            }
            return {};
        }));
        core::AuditFilter nobody;
        nobody.search = QStringLiteral("nobody");
        core::AuditFilter account;
        account.account = {QStringLiteral("github"), QStringLiteral("work7")};
        core::AuditFilter copied;
        copied.kinds = {AuditKind::TokenCopied};
        for (const auto &filter : {nobody, account, copied, core::AuditFilter{}}) {
            QElapsedTimer timer;
            timer.start();
            VERIFY_RESULT(m_log->find(filter));
            qInfo("search ‘%s’: %lld µs", qPrintable(filter.search), timer.nsecsElapsed() / 1000);
        }
    }
};

Q_DECLARE_METATYPE(std::function<qsizetype(AuditLog &)>)

QTEST_GUILESS_MAIN(AuditIndexTest)
#include "tst_auditindex.moc"
