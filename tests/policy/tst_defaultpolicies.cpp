// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/engine.h"
#include "policy/policyfolder.h"
#include "support/fakeclock.h"
#include "support/verifyresult.h"

#include <QJsonObject>

using namespace policy;

//! The set that Latchkey ships with: who may do what in its authority.
class DefaultPoliciesTest : public QObject
{
    Q_OBJECT

    enum Circumstances { Active = 0, SecondFactor = 1, Inactive = 2, Unknown = 4 };

    static Entity owned(const char *type, const char *attribute, const QString &owner)
    {
        const QJsonObject user{{QStringLiteral("type"), QStringLiteral("User")},
                               {QStringLiteral("id"), owner}};
        const QJsonObject escape{{QStringLiteral("__entity"), user}};
        return {{QString::fromUtf8(type), QStringLiteral("x")},
                {{QString::fromUtf8(attribute), escape}},
                {},
                {}};
    }

private Q_SLOTS:
    void answersAsWritten_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("resource");
        QTest::addColumn<int>("circumstances");
        QTest::addColumn<bool>("isAllowed");
        int count = 0;
        const auto row = [&count](const char *role,
                                  const char *action,
                                  const char *resource,
                                  int circumstances,
                                  bool isAllowed) {
            QTest::addRow("%d %s %s %s", ++count, role, action, resource)
                << QString::fromUtf8(role) << QString::fromUtf8(action)
                << QString::fromUtf8(resource) << circumstances << isAllowed;
        };
        const char *const house = "Authority::\"local\"";
        const char *const me = "User::\"me\"";
        const char *const other = "User::\"other\"";
        const char *const mine = "Client::\"mine\"";
        const char *const theirs = "Client::\"theirs\"";
        row("admin", "User_read", house, Active, true);
        row("admin", "User_read", house, Inactive, false);
        row("admin", "User_read", house, Unknown, false);
        row("admin", "Log_read", house, Active, true);
        row("admin", "User_grant", other, Active, true);
        row("admin", "User_delete", other, Active, false);
        row("admin", "User_delete", other, SecondFactor, true);
        row("admin", "Key_rotate", house, Active, false);
        row("admin", "Key_rotate", house, SecondFactor, true);
        row("admin", "Client_change", theirs, Active, true);
        row("developer", "Client_read", house, Active, true);
        row("developer", "Client_create", house, Active, true);
        row("developer", "Client_change", mine, Active, true);
        row("developer", "Client_delete", mine, Active, true);
        row("developer", "Client_delete", mine, Inactive, false);
        row("developer", "Client_change", theirs, Active, false);
        row("developer", "Policy_ask", house, Active, true);
        row("developer", "Policy_change", house, SecondFactor, false);
        row("developer", "User_read", house, Active, false);
        row("developer", "Key_rotate", house, SecondFactor, false);
        row("user", "User_read", me, Active, true);
        row("user", "User_change", me, Active, true);
        row("user", "User_change", me, Inactive, false);
        row("user", "User_grant", me, Active, false);
        row("user", "User_delete", me, Active, false);
        row("user", "User_read", other, Active, false);
        row("user", "User_read", house, Active, false);
        row("user", "Client_create", house, Active, false);
        row("user", "Session_revoke", "Session::\"mine\"", Active, true);
        row("user", "Session_revoke", "Session::\"theirs\"", Active, false);
        row("", "User_read", me, Active, true);
        row("", "Client_read", house, Active, false);
    }
    void answersAsWritten()
    {
        QFETCH(const QString, role);
        QFETCH(const QString, action);
        QFETCH(const QString, resource);
        QFETCH(const int, circumstances);
        QFETCH(const bool, isAllowed);
        const auto set = PolicySet::parse({defaultPolicies()});
        VERIFY_RESULT(set);
        const FakeClock clock;
        Engine engine(clock);
        engine.use(*set, {});

        Request request{{QStringLiteral("User"), QStringLiteral("me")},
                        {QStringLiteral("Action"), action},
                        *parseEntityUid(resource),
                        {},
                        {}};
        Entity user{request.principal, {}, {}, {}};
        if (!(circumstances & Unknown))
            user.attributes.insert(QStringLiteral("active"), !(circumstances & Inactive));
        if (!role.isEmpty())
            user.parents = {{QStringLiteral("Role"), role}};
        const QString owner = request.resource.id == QLatin1String("mine")
                                  ? QStringLiteral("me")
                                  : QStringLiteral("other");
        Entity thing;
        if (request.resource.type == QLatin1String("Client"))
            thing = owned("Client", "owner", owner);
        else if (request.resource.type == QLatin1String("Session"))
            thing = owned("Session", "user", owner);
        thing.uid = request.resource;
        request.entities = {user};
        if (thing.uid != user.uid)
            request.entities.append(thing);
        if (circumstances & SecondFactor)
            request.context = {{QStringLiteral("second_factor"), true}};

        const Decision decision = engine.decide(request);

        QCOMPARE(decision.isAllowed(), isAllowed);
        QVERIFY(decision.errors.isEmpty());
    }
};

QTEST_GUILESS_MAIN(DefaultPoliciesTest)
#include "tst_defaultpolicies.moc"
