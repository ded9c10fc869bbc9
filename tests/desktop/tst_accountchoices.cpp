// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/accountchoices.h"
#include "support/fakedesk.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace desktop;

//! Choosing one of all accounts by typing.
class AccountChoicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithEveryAccount()
    {
        FakeDesk desk;
        AccountChoices *choices = desk.app->activity()->choices();
        const QAbstractItemModelTester tester(choices);
        QCOMPARE(choices->count(), 0);

        choices->open();

        QCOMPARE(choices->count(), int(sampleRows().size()) + 1);
        QCOMPARE(choices->keyAt(0), QString());
        QCOMPARE(choices->index(0).data().toString(), QStringLiteral("Every account"));
        const int row = choices->rowOf(QStringLiteral("github/work"));
        QCOMPARE(choices->keyAt(row), QStringLiteral("github/work"));
        QCOMPARE(choices->index(row).data(AccountChoices::ServiceRole).toString(),
                 QStringLiteral("GitHub"));
    }

    void findsByTyping()
    {
        FakeDesk desk;
        AccountChoices *choices = desk.app->activity()->choices();
        const QAbstractItemModelTester tester(choices);
        choices->open();

        choices->setSearch(QStringLiteral("WORK git"));
        QCOMPARE(choices->keyAt(0), QStringLiteral("github/work"));
        QCOMPARE(choices->rowOf(QString()), -1);

        choices->setSearch(QStringLiteral("nobody"));
        QCOMPARE(choices->count(), 0);
        QCOMPARE(choices->keyAt(0), QString());
    }

    void forgetsWhenItIsClosed()
    {
        FakeDesk desk;
        AccountChoices *choices = desk.app->activity()->choices();
        choices->open();
        choices->setSearch(QStringLiteral("git"));

        choices->close();

        QCOMPARE(choices->count(), 0);
        QVERIFY(choices->search().isEmpty());
        QCOMPARE(choices->nameOf(QStringLiteral("github/work")), QStringLiteral("GitHub work"));
        QCOMPARE(choices->nameOf(QStringLiteral("gone/away")), QStringLiteral("gone/away"));
        QCOMPARE(choices->nameOf({}), QStringLiteral("Every account"));
    }
};

QTEST_MAIN(AccountChoicesTest)
#include "tst_accountchoices.moc"
