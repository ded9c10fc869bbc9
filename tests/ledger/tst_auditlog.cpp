// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audithouse.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

using namespace ledger;
using core::AuditKind;
using core::AuditOutcome;

class AuditLogTest : public QObject, private AuditHouse
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

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

    void textStandsInALineAsJsonWritesIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("plain") << QStringLiteral("git-credential-latchkey ~ [x]");
        QTest::newRow("quotes") << QStringLiteral("a \"b\" \\ c");
        QTest::newRow("controls") << QStringLiteral("a\nb\tc\x01\x1f\x7f");
        QTest::newRow("umlauts") << QStringLiteral("über ☃ 🔑");
        QTest::newRow("half a character") << QStringLiteral("a") + QChar(0xd800) + u'b';
    }
    void textStandsInALineAsJsonWritesIt()
    {
        QFETCH(const QString, text);
        AuditLine line;
        line.sequence = 1;
        line.at = m_clock.now();
        line.kind = QStringLiteral("token_copied");
        line.detail = text;
        line.previous = noHash();

        const QByteArray written = line.written();

        const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
        QVERIFY(written.contains("\"detail\":" + list.sliced(1).chopped(1) + ",\"trace_id\""));
        VERIFY_RESULT(AuditLine::parse(written));
    }

    void secretsInAnActorAreTakenOutEachTime()
    {
        for (const char *actor : {"git", "ghp_abcdefghijklmnopqrstuvwxyz0123456789"}) {
            for (int i = 0; i < 2; ++i) {
                auto event = eventOf(AuditKind::TokenIssued);
                event.actor = QLatin1String(actor);
                VERIFY_RESULT(m_log->append(event));
            }
        }

        const auto events = m_log->find({});
        VERIFY_RESULT(events);
        QCOMPARE(events->at(3).actor, QStringLiteral("git"));
        QCOMPARE(events->at(2).actor, QStringLiteral("git"));
        QVERIFY(!events->at(1).actor.contains(QLatin1String("abcdefghij")));
        QCOMPARE(events->at(0).actor, events->at(1).actor);
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
