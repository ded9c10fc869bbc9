// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agenda.h"

#include <QTest>

using agent::Agenda;
using core::AccountId;

namespace {

AccountId id(const char *account)
{
    return {QStringLiteral("github"), QString::fromLatin1(account)};
}

const QDateTime noon(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

} // namespace

//! Which accounts a job looks at: those that are due, and no others.
class AgendaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithEverybody()
    {
        Agenda agenda([] { return QList<AccountId>{id("a"), id("b")}; });
        QVERIFY(agenda.next(noon).isValid());
        QCOMPARE(agenda.take(noon), (QList<AccountId>{id("a"), id("b")}));
        QVERIFY(agenda.take(noon).isEmpty());
        QVERIFY(!agenda.next(noon).isValid());
    }

    void takesWhatIsDue()
    {
        Agenda agenda([] { return QList<AccountId>(); });
        QVERIFY(agenda.take(noon).isEmpty());
        agenda.add(id("late"), noon.addSecs(60));
        agenda.add(id("early"), noon.addSecs(30));
        agenda.add(id("moved"), noon.addSecs(1));
        agenda.add(id("moved"), noon.addSecs(90));
        agenda.add(id("gone"), noon.addSecs(1));
        agenda.add(id("gone"), {});

        QCOMPARE(agenda.next(noon), noon.addSecs(30));
        QVERIFY(agenda.take(noon).isEmpty());
        QCOMPARE(agenda.take(noon.addSecs(60)), (QList<AccountId>{id("early"), id("late")}));
        QCOMPARE(agenda.next(noon.addSecs(60)), noon.addSecs(90));
    }

    void whatIsUrgentComesFirst()
    {
        Agenda agenda([] { return QList<AccountId>(); });
        QVERIFY(agenda.take(noon).isEmpty());
        agenda.add(id("due"), noon);
        agenda.add(id("urgent"));
        QCOMPARE(agenda.take(noon), (QList<AccountId>{id("urgent"), id("due")}));
    }

    void tenThousandComeInSlices()
    {
        QList<AccountId> all;
        for (int i = 0; i < 10'000; ++i)
            all += id(QByteArray::number(i).constData());
        Agenda agenda([&all] { return all; });
        QList<AccountId> seen;
        QDateTime now = noon;
        for (int round = 0; round < 20; ++round) {
            const auto some = agenda.take(now);
            QVERIFY(some.size() <= Agenda::slice);
            seen += some;
            now = agenda.next(now);
        }
        QCOMPARE(seen, all);
        QVERIFY(!now.isValid());
    }

    void aClockThatWasSetBackBeginsAnew()
    {
        Agenda agenda([] { return QList<AccountId>{id("a")}; });
        QCOMPARE(agenda.take(noon).size(), 1);
        agenda.add(id("a"), noon.addDays(1));
        QCOMPARE(agenda.take(noon.addSecs(-3600)), QList<AccountId>{id("a")});
    }
};

QTEST_GUILESS_MAIN(AgendaTest)
#include "tst_agenda.moc"
