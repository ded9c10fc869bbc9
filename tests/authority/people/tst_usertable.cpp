// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peoplehouse.h"
#include "support/settle.h"

using authority::UserTable;
using core::AuthorityUser;
using core::BulkVerb;

class UserTableTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<PeopleHouse> m_house;

    UserTable &users() { return m_house->door->users(); }
    AuthorityUser named(const char *name, const QStringList &roles = {})
    {
        AuthorityUser user;
        user.name = QString::fromUtf8(name);
        user.roles = roles;
        return user;
    }

private Q_SLOTS:
    void init() { m_house = std::make_unique<PeopleHouse>(); }
    void cleanup() { m_house.reset(); }
    void cleanupTestCase() { settleEverything(); }

    void seedsTheOwnerOnce()
    {
        VERIFY_RESULT(m_house->door->seed(QStringLiteral("Ada Lovelace"), QStringLiteral("Ada")));
        VERIFY_RESULT(m_house->door->seed(QStringLiteral("somebody"), QStringLiteral("Else")));

        const auto owner = users().owner();

        VERIFY_RESULT(owner);
        QCOMPARE(owner->name, QStringLiteral("adalovelace"));
        QCOMPARE(owner->roles, QStringList{QStringLiteral("admin")});
        QVERIFY(owner->isOwner && owner->isActive && !owner->hasPassword);
        QCOMPARE(users().page({}, 1, 50)->total, 1);
        core::AuthorityEventFilter seeded;
        seeded.kind = QStringLiteral("seeded");
        const auto events = m_house->door->events().find(seeded);
        QCOMPARE(events->size(), 1);
    }

    void anOddSystemNameStillMakesAnOwner()
    {
        VERIFY_RESULT(m_house->door->seed(QStringLiteral("__!!"), {}));

        QCOMPARE(users().owner()->name, QStringLiteral("owner"));
    }

    void findsAUserByAnySpellingOfTheName()
    {
        VERIFY_RESULT(users().add(named("Ada"), {}));

        const auto found = users().findByName(QStringLiteral("  ADA "));

        VERIFY_RESULT(found);
        QCOMPARE(found->name, QStringLiteral("ada"));
    }

    void aNameIsTakenOnce()
    {
        VERIFY_RESULT(users().add(named("ada"), {}));
        const auto grace = users().add(named("grace"), {});
        VERIFY_RESULT(grace);

        VERIFY_ERROR(users().add(named("ADA"), {}), base::ErrorCode::Conflict);
        AuthorityUser renamed = *grace;
        renamed.name = QStringLiteral("ada");
        VERIFY_ERROR(users().change(renamed, *grace), base::ErrorCode::Conflict);
    }

    void complainsAboutEveryFieldAtOnce()
    {
        AuthorityUser user = named("  not a name!", {QStringLiteral("Admin Role")});
        user.email = QStringLiteral("nowhere");
        user.displayName = QString(200, u'x');

        QStringList fields;
        for (const auto &error : UserTable::complaints(user))
            fields.append(error.field + u':' + QString::fromLatin1(error.code));

        QCOMPARE(fields,
                 (QStringList{QStringLiteral("name:not_allowed"),
                              QStringLiteral("display_name:too_long"),
                              QStringLiteral("email:not_allowed"),
                              QStringLiteral("roles:not_allowed")}));
    }

    void searchesAndPages()
    {
        VERIFY_RESULT(m_house->door->seed(QStringLiteral("root"), {}));
        for (int i = 0; i < 25; ++i) {
            AuthorityUser user =
                named(qPrintable(QStringLiteral("user%1").arg(i, 2, 10, QLatin1Char('0'))));
            user.email = QStringLiteral("u%1@example.org").arg(i);
            user.displayName = i == 3 ? QStringLiteral("100% Ada_") : QString();
            VERIFY_RESULT(users().add(user, {}));
        }

        const auto second = users().page(QStringLiteral("user"), 2, 10);
        VERIFY_RESULT(second);
        QCOMPARE(second->total, 25);
        QCOMPARE(second->users.size(), 10);
        QCOMPARE(second->users.first().name, QStringLiteral("user10"));
        QCOMPARE(users().page(QStringLiteral("U24@EXAMPLE"), 1, 10)->total, 1);
        QCOMPARE(users().page(QStringLiteral("0% ada_"), 1, 10)->total, 1);
        QCOMPARE(users().page(QStringLiteral("_____"), 1, 10)->total, 0);
        QCOMPARE(users().page({}, 9, 10)->users.size(), 0);
    }

    void anAdministratorAlwaysRemains_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"role", "active", "bulk deactivate", "bulk remove"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }

    void anAdministratorAlwaysRemains()
    {
        QFETCH(const QString, how);
        const auto admin = users().add(named("root", {authority::adminRole}), {});
        VERIFY_RESULT(admin);
        AuthorityUser user = *admin;

        if (how == QLatin1String("role")) {
            user.roles = {QStringLiteral("user")};
            VERIFY_ERROR(users().change(user, *admin), base::ErrorCode::Conflict);
        } else if (how == QLatin1String("active")) {
            user.isActive = false;
            VERIFY_ERROR(users().change(user, *admin), base::ErrorCode::Conflict);
        } else {
            const auto summary = users().change(
                {user.id},
                how.endsWith(QLatin1String("remove")) ? BulkVerb::Remove : BulkVerb::Deactivate);
            VERIFY_RESULT(summary);
            QCOMPARE(summary->changed, 0);
            QCOMPARE(summary->refused.size(), 1);
        }

        QVERIFY(users().find(user.id)->isActive);
        QVERIFY(authority::isAdmin(*users().find(user.id)));
    }

    //! A password takes its time to hash, and two people may look at the same person.
    void whatWasTakenAwayMeanwhileDoesNotComeBack_data()
    {
        QTest::addColumn<bool>("isRole");
        QTest::newRow("role") << true;
        QTest::newRow("active") << false;
    }
    void whatWasTakenAwayMeanwhileDoesNotComeBack()
    {
        QFETCH(const bool, isRole);
        VERIFY_RESULT(m_house->door->seed(QStringLiteral("root"), {}));
        const AuthorityUser ada =
            m_house->person("ada", {QStringLiteral("user"), QStringLiteral("developer")});
        const QByteArray password = *users().passwordHash(ada.id);
        AuthorityUser renamed = ada;
        renamed.displayName = QStringLiteral("Countess");
        AuthorityUser less = ada;
        if (isRole)
            less.roles = {QStringLiteral("user")};
        else
            less.isActive = false;

        // A hash that takes its time: a quick one could be there before anybody waits for it.
        auto settings = PeopleHouse::settings();
        settings.passwordWorks.cost = {.passes = 3, .kibibytes = 64 * 1024, .lanes = 1};
        const auto thorough = m_house->makeDoor(settings);
        auto slow = thorough->changeUser(renamed, base::Secret("nine-herons-borrow-velvet"));
        // At once, as another instance would.
        VERIFY_RESULT(users().change(less, ada));
        const auto changed = QCoro::waitFor(slow);

        VERIFY_ERROR(changed, base::ErrorCode::Conflict);
        const auto now = users().find(ada.id);
        QCOMPARE(now->roles, less.roles);
        QCOMPARE(now->isActive, less.isActive);
        QCOMPARE(now->displayName, ada.displayName);
        QCOMPARE(*users().passwordHash(ada.id), password);
    }

    void whoIsRemovedLeavesNoConsents()
    {
        VERIFY_RESULT(m_house->door->seed(QStringLiteral("root"), {}));
        const AuthorityUser ada = m_house->person("ada");
        VERIFY_RESULT(m_house->database->change(
            QStringLiteral("INSERT INTO authority_consents (user_id, client_id, scopes, given_at)"
                           " VALUES (?, 'web', 'openid', 1)"),
            {ada.id}));
        const auto kept = [&] {
            return m_house->database
                ->rows(QStringLiteral("SELECT 1 FROM authority_consents WHERE user_id = ?"),
                       {ada.id})
                ->size();
        };

        VERIFY_RESULT(m_house->door->changeUsers({ada.id}, BulkVerb::Deactivate));
        QCOMPARE(kept(), 1);
        VERIFY_RESULT(m_house->door->changeUsers({ada.id}, BulkVerb::Remove));
        QCOMPARE(kept(), 0);
    }

    void bulkSaysWhatItDid()
    {
        VERIFY_RESULT(m_house->door->seed(QStringLiteral("root"), {}));
        const QString owner = users().owner()->id;
        const QString a = users().add(named("a"), {})->id;
        const QString b = users().add(named("b"), {})->id;
        AuthorityUser sleeping = named("c");
        sleeping.isActive = false;
        const QString c = users().add(sleeping, {})->id;

        const auto summary =
            users().change({a, b, c, owner, QStringLiteral("nobody")}, BulkVerb::Deactivate);

        VERIFY_RESULT(summary);
        QCOMPARE(summary->asked, 5);
        QCOMPARE(summary->changed, 2);
        QCOMPARE(summary->unchanged, (QStringList{c, QStringLiteral("nobody")}));
        QCOMPARE(summary->refused.size(), 1);
        QVERIFY(summary->refused.first().startsWith(owner));
        QCOMPARE(users().change({a, b}, BulkVerb::Activate)->changed, 2);
        QCOMPARE(users().change({a, owner}, BulkVerb::Remove)->changed, 1);
        VERIFY_ERROR(users().find(a), base::ErrorCode::NotFound);
    }

    void whoIsSwitchedOffLosesSessionsAndGrants()
    {
        VERIFY_RESULT(m_house->door->seed(QStringLiteral("root"), {}));
        const AuthorityUser ada = m_house->person("ada");
        VERIFY_RESULT(m_house->door->sessions().begin(
            ada.id, {QStringLiteral("pwd")}, QStringLiteral("127.0.0.1"), {}));

        VERIFY_RESULT(m_house->door->changeUsers({ada.id}, BulkVerb::Deactivate));

        QCOMPARE(m_house->door->sessions().list(ada.id)->size(), 0);
        QCOMPARE(m_house->interactions.revoked, QStringList{ada.id + QStringLiteral("||shut_out")});
    }
};

QTEST_GUILESS_MAIN(UserTableTest)
#include "tst_usertable.moc"
