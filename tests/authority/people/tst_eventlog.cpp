// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/eventlog.h"
#include "peoplehouse.h"
#include "support/settle.h"

using authority::EventLog;
using namespace std::chrono_literals;

class EventLogTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<PeopleHouse> m_house;

    EventLog &log() { return m_house->door->events(); }
    void fail(int times, const QString &kind = QStringLiteral("sign_in_failed"))
    {
        for (int i = 0; i < times; ++i)
            log().record({kind, QStringLiteral("refused")});
    }
    qsizetype count(const QString &kind = QStringLiteral("sign_in_failed"))
    {
        auto filter = last(1000);
        filter.kind = kind;
        return log().find(filter)->size();
    }

    static core::AuthorityEventFilter last(int limit)
    {
        core::AuthorityEventFilter filter;
        filter.limit = limit;
        return filter;
    }

private Q_SLOTS:
    void init() { m_house = std::make_unique<PeopleHouse>(); }
    void cleanup() { m_house.reset(); }
    void cleanupTestCase() { settleEverything(); }

    void tellsListenersAndKeepsIt()
    {
        QList<core::AuthorityEvent> told;
        const auto listening = log().recorded.subscribe(
            [&](const core::AuthorityEvent &event) { told.append(event); });
        const auto ada = m_house->person("ada");
        told.clear();

        log().record({QStringLiteral("signed_in"),
                      QStringLiteral("done"),
                      ada.id,
                      QStringLiteral("web"),
                      QStringLiteral("127.0.0.1"),
                      QStringLiteral("abc"),
                      QStringLiteral("pwd")});

        auto adas = last(1);
        adas.user = QStringLiteral("Ada");
        const auto found = log().find(adas);
        QCOMPARE(told.size(), 1);
        QCOMPARE(found->first(), told.first());
        QCOMPARE(told.first().user, QStringLiteral("ada"));
        QVERIFY(told.first().sequence > 0);
    }

    void aFloodIsSampled()
    {
        fail(20 + 500);

        QCOMPARE(count(), 20 + 10);
        QVERIFY(log().find(last(1))->first().detail.contains(QStringLiteral("×50")));
    }

    void aFloodOfOneKindHidesNoOther()
    {
        fail(1000);
        fail(3, QStringLiteral("code_failed"));
        log().record({QStringLiteral("signed_in")});

        QCOMPARE(count(QStringLiteral("code_failed")), 3);
        QCOMPARE(count(QStringLiteral("signed_in")), 1);
    }

    void whatWasLeftOutIsCountedInTheNextMinute()
    {
        fail(20 + 7);
        m_house->clock.advance(60s);

        fail(1);

        QVERIFY(log().find(last(1))->first().detail.contains(QStringLiteral("×8")));
    }

    void whatWentWellIsNeverLeftOut()
    {
        for (int i = 0; i < 200; ++i)
            log().record({QStringLiteral("token_issued")});

        QCOMPARE(count(QStringLiteral("token_issued")), 200);
    }

    void oldOnesGo()
    {
        fail(3);
        m_house->clock.advance(std::chrono::hours(24 * 91));
        fail(2);

        VERIFY_RESULT(log().cleanUp());

        QCOMPARE(count(), 2);
    }

    void tooManyGo()
    {
        EventLog::Rule rule;
        rule.keepRows = 5;
        EventLog small(*m_house->database, m_house->clock, rule);
        for (int i = 0; i < 12; ++i)
            small.record({QStringLiteral("token_issued")});

        VERIFY_RESULT(small.cleanUp());

        QCOMPARE(small.find(last(1000))->size(), 5);
    }

    void pagesGoBackwards()
    {
        for (int i = 0; i < 5; ++i)
            log().record({QStringLiteral("token_issued")});
        const auto first = log().find(last(2));

        auto before = last(2);
        before.before = first->last().sequence;
        const auto second = log().find(before);

        QCOMPARE(second->first().sequence, first->last().sequence - 1);
    }

    void secretsInAWordFromOutsideAreStruckOut()
    {
        log().record(
            {QStringLiteral("odd"),
             QStringLiteral("refused"),
             {},
             {},
             {},
             {},
             QStringLiteral("Authorization: Bearer abcdefghijklmnop1234567890abcdefghijklmnop")});

        QVERIFY(
            !log().find(last(1))->first().detail.contains(QStringLiteral("abcdefghijklmnop1234")));
    }
};

QTEST_GUILESS_MAIN(EventLogTest)
#include "tst_eventlog.moc"
