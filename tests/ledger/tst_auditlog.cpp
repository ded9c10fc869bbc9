// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/auditlog.h"
#include "support/fakeclock.h"
#include "support/verifyresult.h"

#include <QCoroTask>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace ledger;
using core::AuditKind;
using core::AuditOutcome;

namespace {

const core::AccountId work{QStringLiteral("github"), QStringLiteral("work")};
const core::AccountId home{QStringLiteral("gitlab"), QStringLiteral("home")};

core::AuditEvent eventOf(AuditKind kind,
                         const core::AccountId &account = work,
                         AuditOutcome outcome = AuditOutcome::Done)
{
    core::AuditEvent event;
    event.kind = kind;
    event.account = account;
    event.outcome = outcome;
    event.actor = QStringLiteral("tray");
    event.detail = QStringLiteral("by a click");
    return event;
}

} // namespace

class AuditLogTest : public QObject
{
    Q_OBJECT

private:
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
        auto database = Database::open(databaseFile());
        VERIFY_RESULT(database);
        m_database = std::move(*database);
        auto log = AuditLog::open(folder(), *m_database, m_clock);
        VERIFY_RESULT(log);
        m_log = std::move(*log);
    }

    void append(int count)
    {
        for (int i = 0; i < count; ++i)
            VERIFY_RESULT(m_log->append(eventOf(AuditKind::TokenCopied)));
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
    std::unique_ptr<Database> m_database;
    std::unique_ptr<AuditLog> m_log;

private Q_SLOTS:
    void init()
    {
        m_log.reset();
        m_database.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock.setNow(QDateTime({2026, 11, 22}, {12, 0}, Qt::UTC));
        openLog();
    }

    void cleanupTestCase()
    {
        m_log.reset();
        m_database.reset();
    }

    void eachLineIsAJsonObjectInAPrivateFile()
    {
        int told = 0;
        const auto subscription =
            m_log->appended.subscribe([&](const core::AuditEvent &) { ++told; });

        append(2);

        QCOMPARE(told, 2);
        const auto all = lines(file());
        QCOMPARE(all.size(), 2);
        const auto first = AuditLine::parse(all.at(0));
        const auto second = AuditLine::parse(all.at(1));
        VERIFY_RESULT(first);
        VERIFY_RESULT(second);
        QCOMPARE(first->sequence, 1);
        QCOMPARE(first->previous, noHash());
        QCOMPARE(second->previous, first->hash);
        QCOMPARE(second->account, QStringLiteral("github/work"));
        QCOMPARE(QFileInfo(file()).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QCOMPARE(verified().value(), 2);
    }

    void findGivesNewestFirstAndFilters_data()
    {
        QTest::addColumn<core::AuditFilter>("filter");
        QTest::addColumn<QList<qint64>>("found");
        using List = QList<qint64>;
        QTest::newRow("all") << core::AuditFilter{} << List{4, 3, 2, 1};
        core::AuditFilter kinds;
        kinds.kinds = {AuditKind::TokenCopied, AuditKind::Locked};
        QTest::newRow("kinds") << kinds << List{4, 1};
        core::AuditFilter outcomes;
        outcomes.outcomes = {AuditOutcome::Refused};
        QTest::newRow("outcomes") << outcomes << List{3};
        core::AuditFilter account;
        account.account = home;
        QTest::newRow("account") << account << List{2};
        core::AuditFilter search;
        search.search = QStringLiteral("LAB/ho");
        QTest::newRow("search in the account") << search << List{2};
        core::AuditFilter percent;
        percent.search = QStringLiteral("%");
        QTest::newRow("no wildcard") << percent << List{};
        core::AuditFilter page;
        page.before = 4;
        page.limit = 2;
        QTest::newRow("a page") << page << List{3, 2};
        core::AuditFilter since;
        since.since = QDateTime({2026, 11, 22}, {12, 2}, Qt::UTC);
        QTest::newRow("since") << since << List{4, 3};
    }
    void findGivesNewestFirstAndFilters()
    {
        QFETCH(core::AuditFilter, filter);
        QFETCH(QList<qint64>, found);
        VERIFY_RESULT(m_log->append(eventOf(AuditKind::TokenCopied)));
        m_clock.advance(std::chrono::minutes(1));
        VERIFY_RESULT(m_log->append(eventOf(AuditKind::TokenIssued, home)));
        m_clock.advance(std::chrono::minutes(1));
        VERIFY_RESULT(m_log->append(eventOf(AuditKind::TokenIssued, work, AuditOutcome::Refused)));
        m_clock.advance(std::chrono::minutes(1));
        VERIFY_RESULT(m_log->append(eventOf(AuditKind::Locked, {})));

        const auto events = m_log->find(filter);

        VERIFY_RESULT(events);
        QList<qint64> sequences;
        for (const auto &each : *events)
            sequences.append(each.sequence);
        QCOMPARE(sequences, found);
        const auto sought = QCoro::waitFor(m_log->search(filter)); // in a worker thread
        VERIFY_RESULT(sought);
        QCOMPARE(*sought, *events);
    }

    void anEventComesBackAsItWas()
    {
        auto sent = eventOf(AuditKind::TokenRefused, home, AuditOutcome::Failed);
        sent.detail = QStringLiteral("“ü” and \"quotes\" \\ and\nlines");
        sent.traceId = QStringLiteral("abcd");
        sent.at = m_clock.now();
        VERIFY_RESULT(m_log->append(sent));
        sent.sequence = 1;

        const auto events = m_log->find({});
        VERIFY_RESULT(events);
        QCOMPARE(events->first(), sent);
        const auto line = AuditLine::parse(lines(file()).first());
        VERIFY_RESULT(line);
        QCOMPARE(line->event(), std::optional(sent));
    }

    void secretsInADetailAreTakenOut()
    {
        auto careless = eventOf(AuditKind::TokenCopied);
        careless.detail =
            QStringLiteral("failed with Authorization: Bearer abcdefghijklmnop123456");

        VERIFY_RESULT(m_log->append(careless));

        QVERIFY(!lines(file()).first().contains("abcdefghijklmnop"));
    }

    void theChainGoesOnAcrossMonthsAndRestarts()
    {
        append(2);
        m_clock.setNow(QDateTime({2026, 12, 1}, {0, 0, 1}, Qt::UTC));
        append(2);
        openLog();
        append(1);

        QCOMPARE(lines(file("2026-11")).size(), 2);
        QCOMPARE(lines(file("2026-12")).size(), 3);
        const auto count = verified();
        VERIFY_RESULT(count);
        QCOMPARE(*count, 5);
    }

    void aClockSetBackDoesNotReopenAMonth()
    {
        m_clock.setNow(QDateTime({2026, 12, 1}, {0, 0, 1}, Qt::UTC));
        append(1);
        m_clock.setNow(QDateTime({2026, 11, 30}, {0, 0, 1}, Qt::UTC));
        append(1);

        QCOMPARE(lines(file("2026-12")).size(), 2);
        QCOMPARE(verified().value(), 2);
    }

    void verifyNamesTheFirstLineThatIsWrong_data()
    {
        using Lines = QList<QByteArray>;
        using Change = std::function<void(Lines &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("place");
        const auto p = [](const char *text) { return QString::fromLatin1(text); };
        QTest::newRow("a changed letter")
            << Change([](Lines &all) { all[2].replace("tray", "trax"); })
            << p("audit-2026-11.jsonl:3:");
        QTest::newRow("a changed hash") << Change([](Lines &all) {
            all[1][all[1].size() - 4] = all[1][all[1].size() - 4] == 'a' ? 'b' : 'a';
        }) << p("audit-2026-11.jsonl:2:");
        QTest::newRow("a line taken out")
            << Change([](Lines &all) { all.removeAt(2); }) << p("audit-2026-11.jsonl:3:");
        QTest::newRow("the first line taken out")
            << Change([](Lines &all) { all.removeFirst(); }) << p("audit-2026-11.jsonl:1:");
        QTest::newRow("the last lines taken out")
            << Change([](Lines &all) { all.resize(3); }) << p("audit-2026-11.jsonl:3:");
        QTest::newRow("two lines exchanged")
            << Change([](Lines &all) { all.swapItemsAt(1, 2); }) << p("audit-2026-11.jsonl:2:");
        QTest::newRow("a line twice")
            << Change([](Lines &all) { all.insert(2, all.at(1)); }) << p("audit-2026-11.jsonl:3:");
        QTest::newRow("garbage") << Change([](Lines &all) { all[3] = "garbage"; })
                                 << p("audit-2026-11.jsonl:4:");
        QTest::newRow("an empty line")
            << Change([](Lines &all) { all.insert(3, ""); }) << p("audit-2026-11.jsonl:4:");
    }
    void verifyNamesTheFirstLineThatIsWrong()
    {
        using Lines = QList<QByteArray>;
        QFETCH(std::function<void(Lines &)>, change);
        QFETCH(QString, place);
        append(5);
        Lines all = lines(file());
        change(all);
        rewrite(file(), all);

        const auto count = verified();

        VERIFY_ERROR(count, base::ErrorCode::Corrupt);
        QVERIFY2(count.error().message.startsWith(place), qPrintable(count.error().message));
    }

    void aLastLineWrittenAnewIsFound()
    {
        append(3);
        QList<QByteArray> all = lines(file());
        AuditLine forged = AuditLine::parse(all.last()).value();
        forged.actor = QStringLiteral("nobody");
        all.last() = forged.written();
        rewrite(file(), all);

        VERIFY_ERROR(verified(), base::ErrorCode::Corrupt);
    }

    void aRemovedFileIsFound()
    {
        append(2);
        QVERIFY(QFile::remove(file()));
        VERIFY_ERROR(verified(), base::ErrorCode::Corrupt);
    }

    void verifyCanBeStopped()
    {
        append(2);
        std::stop_source stop;
        stop.request_stop();
        VERIFY_ERROR(QCoro::waitFor(m_log->verify(stop.get_token())), base::ErrorCode::Cancelled);
    }

    void halfALineIsSetAsideAndTheChainGoesOn()
    {
        append(3);
        m_log.reset();
        QFile audit(file());
        QVERIFY(audit.open(QIODevice::Append));
        audit.write("{\"seq\":4,\"ts\":\"2026-");
        audit.close();

        openLog();
        append(1);

        const auto all = lines(file());
        QCOMPARE(all.size(), 5);
        QCOMPARE(AuditLine::parse(all.at(3)).value().kind, QStringLiteral("log_repaired"));
        QVERIFY(QFile::exists(file() + QStringLiteral(".half-1")));
        QCOMPARE(verified().value(), 5);
        QCOMPARE(m_log->find({})->size(), 4); // marks are not events
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
        VERIFY_RESULT(
            m_database->run(QStringLiteral("DELETE FROM audit_lines WHERE sequence > 15")));

        openLog();

        QCOMPARE(m_log->find({})->size(), 20);
    }

    void linesCutOffAtTheEndStayKnownAfterARestart()
    {
        append(5);
        QList<QByteArray> all = lines(file());
        all.resize(3);
        rewrite(file(), all);

        openLog();
        append(1);

        const auto count = verified();
        VERIFY_ERROR(count, base::ErrorCode::Corrupt);
        QVERIFY2(count.error().message.startsWith(QStringLiteral("audit-2026-11.jsonl:4:")),
                 qPrintable(count.error().message));
    }

    void oldMonthsAreDroppedAndTheRestStillVerifies_data()
    {
        QTest::addColumn<AuditLog::Keep>("keep");
        QTest::addColumn<QStringList>("left");
        const QString october = QStringLiteral("audit-2026-10.jsonl");
        const QString november = QStringLiteral("audit-2026-11.jsonl");
        const QString december = QStringLiteral("audit-2026-12.jsonl");
        const qint64 much = 1'000'000;
        QTest::newRow("nothing is old")
            << AuditLog::Keep{365, much} << QStringList{october, november, december};
        QTest::newRow("by age") << AuditLog::Keep{30, much} << QStringList{november, december};
        QTest::newRow("by size") << AuditLog::Keep{365, 10} << QStringList{december};
    }
    void oldMonthsAreDroppedAndTheRestStillVerifies()
    {
        QFETCH(AuditLog::Keep, keep);
        QFETCH(QStringList, left);
        for (const int month : {10, 11, 12}) {
            m_log.reset();
            m_clock.setNow(QDateTime({2026, month, 15}, {12, 0}, Qt::UTC));
            if (month == 10) {
                m_folder = std::make_unique<QTemporaryDir>();
            }
            openLog();
            append(700);
        }

        VERIFY_RESULT(QCoro::waitFor(m_log->trim(keep)));

        QCOMPARE(QDir(folder()).entryList(QDir::Files, QDir::Name), left);
        const auto count = verified();
        VERIFY_RESULT(count);
        core::AuditFilter all;
        all.limit = 10'000;
        QCOMPARE(m_log->find(all)->size(), 700 * left.size());
        openLog();
        VERIFY_RESULT(verified());
        append(1);
        VERIFY_RESULT(verified());
    }

    void monthsThatSomebodyRemovedAreStillMissed()
    {
        append(3);
        m_clock.setNow(QDateTime({2026, 12, 2}, {12, 0}, Qt::UTC));
        append(3);
        QVERIFY(QFile::remove(file("2026-11")));

        const auto count = verified();

        VERIFY_ERROR(count, base::ErrorCode::Corrupt);
        QVERIFY(count.error().message.startsWith(QStringLiteral("audit-2026-12.jsonl:1:")));
    }

    void aListThatCannotBeReadToItsEndIsAnError()
    {
        append(3);
        VERIFY_RESULT(m_database->run(QStringLiteral("ALTER TABLE audit_lines RENAME TO sound")));
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

    void anAppendDoesNotWaitForTheDisk()
    {
        qint64 longest = 0;
        qint64 all = 0;
        for (int i = 0; i < 3000; ++i) {
            QElapsedTimer timer;
            timer.start();
            VERIFY_RESULT(m_log->append(eventOf(AuditKind::TokenIssued)));
            longest = qMax(longest, timer.nsecsElapsed());
            all += timer.nsecsElapsed();
        }
        qInfo("append: %lld µs on average, slowest %lld µs", all / 3'000'000, longest / 1000);
    }
};

Q_DECLARE_METATYPE(core::AuditFilter)
Q_DECLARE_METATYPE(AuditLog::Keep)
Q_DECLARE_METATYPE(std::function<void(QList<QByteArray> &)>)

QTEST_GUILESS_MAIN(AuditLogTest)
#include "tst_auditlog.moc"
