// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/storedesk.h"
#include "support/fakeports.h"
#include "support/fakestoreservice.h"
#include "support/verifyresult.h"

#include <QCoroTask>
#include <QTest>

using core::AuditKind;
using core::AuditOutcome;

//! What is done with the store stands in the record, with who did it.
class StoreDeskTest : public QObject
{
    Q_OBJECT

private:
    struct House
    {
        FakeStoreService store;
        FakeAudit audit;
        agent::StoreDesk desk{{store, store, audit}};

        [[nodiscard]] core::AuditEvent last() const
        {
            return audit.lines.isEmpty() ? core::AuditEvent() : audit.lines.constLast();
        }
    };

private Q_SLOTS:
    void whoTakesTheRecoveryKeyIsRecorded()
    {
        House house;
        const auto key =
            QCoro::waitFor(house.desk.recoveryKey(base::Secret("right"), QStringLiteral("backup")));
        VERIFY_RESULT(key);
        QVERIFY(key->expose().startsWith("AGE-SECRET-KEY-1"));
        QCOMPARE(house.last().kind, AuditKind::KeyExported);
        QCOMPARE(house.last().actor, QStringLiteral("backup"));
        QCOMPARE(house.last().outcome, AuditOutcome::Done);
        QVERIFY(!house.last().detail.contains(QLatin1String("AGE-SECRET")));
    }

    void aWrongPassphraseIsRecordedAsRefused()
    {
        House house;
        VERIFY_ERROR(
            QCoro::waitFor(house.desk.recoveryKey(base::Secret("wrong"), QStringLiteral("cli"))),
            base::ErrorCode::Denied);
        QCOMPARE(house.last().kind, AuditKind::KeyExported);
        QCOMPARE(house.last().outcome, AuditOutcome::Refused);
    }

    void whatCannotBeGivenIsNoEvent()
    {
        House house;
        house.store.now.usesKeyFile = true;
        VERIFY_ERROR(QCoro::waitFor(house.desk.recoveryKey({}, QStringLiteral("cli"))),
                     base::ErrorCode::Unsupported);
        QVERIFY(house.audit.lines.isEmpty());
    }

    void aMoveIsRecorded()
    {
        House house;
        VERIFY_RESULT(QCoro::waitFor(
            house.desk.moveTo(core::StoreKind::AgeFile, base::Secret(), [](int, int) {}, {})));
        QCOMPARE(house.last().kind, AuditKind::StoreChanged);
        QVERIFY(house.last().detail.contains(QLatin1String("GNOME Keyring")));
        QVERIFY(house.last().detail.contains(QLatin1String("vault.age")));

        house.store.moveError =
            base::Error{base::ErrorCode::TimedOut, QStringLiteral("slow"), {}, {}};
        VERIFY_ERROR(QCoro::waitFor(house.desk.moveTo(
                         core::StoreKind::Keyring, base::Secret(), [](int, int) {}, {})),
                     base::ErrorCode::TimedOut);
        QCOMPARE(house.last().outcome, AuditOutcome::Failed);
        QCOMPARE(house.last().detail, QStringLiteral("timed_out"));
    }

    void anOlderCopyAndWhoWantedItStandInTheRecord()
    {
        House house;
        int told = 0;
        const auto subscription =
            house.desk.olderCopyFound.subscribe([&](const QDateTime &) { ++told; });
        house.store.older = QDateTime(QDate(2026, 11, 20), QTime(8, 30), Qt::UTC);
        house.store.olderCopyFound.announce(house.store.older);
        QCOMPARE(told, 1);
        QCOMPARE(house.last().kind, AuditKind::StoreChanged);
        QVERIFY(house.last().detail.contains(QLatin1String("2026-11-20")));

        VERIFY_RESULT(QCoro::waitFor(house.desk.keepOlderCopy(QStringLiteral("window"))));
        QCOMPARE(house.audit.lines.size(), 2);
        QCOMPARE(house.last().actor, QStringLiteral("window"));
        // A second time there is nothing to say.
        VERIFY_RESULT(QCoro::waitFor(house.desk.keepOlderCopy(QStringLiteral("window"))));
        QCOMPARE(house.audit.lines.size(), 2);
    }
};

QTEST_GUILESS_MAIN(StoreDeskTest)
#include "tst_storedesk.moc"
