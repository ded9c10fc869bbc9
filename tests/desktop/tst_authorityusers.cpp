// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/authoritysamples.h"
#include "support/fakedesk.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace desktop;

namespace {

struct House
{
    House()
    {
        fillAuthority(desk.authority, desk.clock.now());
        desk.app->setActive(true);
        users->watch();
    }

    FakeDesk desk;
    AuthorityUsers *users = desk.app->authority()->userList();
    QAbstractItemModelTester tester{users};
};

} // namespace

//! The people of the authority: pages, search, several at once, and every reason for a refusal.
class AuthorityUsersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsByNameAndTurnsPages()
    {
        House house;
        for (int i = 0; i < 120; ++i) {
            core::AuthorityUser user;
            user.id = QStringLiteral("x-%1").arg(i);
            user.name = QStringLiteral("worker%1").arg(i);
            house.desk.authority.knownUsers.append(user);
        }
        house.users->reload();
        QCOMPARE(house.users->rowCount(), 50);
        QCOMPARE(house.users->pages(), 3);
        QCOMPARE(house.users->pageWords(), QStringLiteral("1–50 of 125"));
        house.users->turnTo(3);
        QCOMPARE(house.users->rowCount(), 25);
        QCOMPARE(house.users->pageWords(), QStringLiteral("101–125 of 125"));

        house.users->setSearch(QStringLiteral("noor"));
        QTRY_COMPARE(house.users->rowCount(), 1);
        QCOMPARE(house.users->page(), 1);
        house.users->setSearch(QStringLiteral("nobody"));
        QTRY_COMPARE(house.users->state(), AuthorityList::State::NoMatch);
    }

    void everyReasonForARefusedPasswordIsALine()
    {
        const House house;
        QSignalSpy kept(house.users, &AuthorityUsers::kept);
        house.users->keep({{QStringLiteral("name"), QStringLiteral("kim")}},
                          QStringLiteral("password"));
        QCOMPARE(house.users->problems().size(), 2);
        QCOMPARE(kept.size(), 0);

        house.users->keep({{QStringLiteral("name"), QStringLiteral("kim")},
                           {QStringLiteral("roles"), QStringLiteral("user auditor")}},
                          QStringLiteral("a long way round the lake"));
        QVERIFY(house.users->problems().isEmpty());
        QCOMPARE(kept.size(), 1);
        QCOMPARE(house.users->rowCount(), 6);
        QCOMPARE(house.desk.authority.knownUsers.constLast().roles.size(), 2);
    }

    void anEmptyPasswordLeavesTheOldOne()
    {
        const House house;
        QVariantMap form = house.users->form(QStringLiteral("u-2"));
        form[QStringLiteral("email")] = QStringLiteral("lin@work.example");
        house.users->keep(form, {});
        QVERIFY(house.users->problems().isEmpty());
        QCOMPARE(house.desk.authority.knownUsers.at(1).email, QStringLiteral("lin@work.example"));
        QCOMPARE(house.desk.authority.knownUsers.at(1).roles,
                 QStringList{QStringLiteral("developer")});
    }

    void severalAreChangedAndTheOwnerIsNot()
    {
        const House house;
        QSignalSpy done(house.users, &AuthorityList::done);
        for (const char *id : {"u-2", "u-5"})
            house.users->setSelected(QString::fromLatin1(id), true);
        QCOMPARE(house.users->selectedCount(), 2);
        house.users->change(QStringLiteral("deactivate"), {});
        QCOMPARE(done.front().front().toString(),
                 QStringLiteral("1 of 2 deactivated. Already so: 1."));
        QCOMPARE(house.users->selectedCount(), 0);

        house.users->change(QStringLiteral("remove"), QStringLiteral("u-1"));
        QCOMPARE(house.users->problems(),
                 (QStringList{QStringLiteral("0 of 1 removed."),
                              QStringLiteral("ada: is the owner of this desktop")}));
        house.users->change(QStringLiteral("remove"), QStringLiteral("u-4"));
        QCOMPARE(house.users->rowCount(), 4);
    }

    void resetsASecondFactor()
    {
        const House house;
        house.users->resetSecondFactor(QStringLiteral("u-3"));
        QVERIFY(!house.users->data(house.users->index(2), AuthorityUsers::SecondRole).toBool());
        QCOMPARE(house.desk.authority.verbs, QStringList{QStringLiteral("reset u-3")});
    }
};

QTEST_MAIN(AuthorityUsersTest)

#include "tst_authorityusers.moc"
