// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peoplehouse.h"
#include "support/postgres.h"
#include "support/settle.h"

#include <QJsonArray>

using authority::Buckets;
using authority::SignInThrottle;
using core::BulkVerb;
using web::Method;
using namespace std::chrono_literals;

//! Everything that people/ keeps, on PostgreSQL: two instances, each with a connection of its own.
class PostgresPeopleTest : public QObject
{
    Q_OBJECT

    Postgres m_postgres;
    std::unique_ptr<PeopleHouse> m_house;
    std::unique_ptr<ledger::Database> m_second;

private Q_SLOTS:
    void init()
    {
        if (!m_postgres.missing().isEmpty())
            QSKIP(qPrintable(m_postgres.missing()));
        const QUrl url = m_postgres.freshDatabase();
        auto first = ledger::Database::connectTo(url, {});
        VERIFY_RESULT(first);
        m_house = std::make_unique<PeopleHouse>(std::move(*first));
        auto second = ledger::Database::connectTo(url, {});
        VERIFY_RESULT(second);
        m_second = std::move(*second);
    }
    void cleanup()
    {
        m_second.reset();
        m_house.reset();
    }
    void cleanupTestCase() { settleEverything(); }

    void usersAreKeptFoundAndRemoved()
    {
        VERIFY_RESULT(m_house->door->seed(QStringLiteral("root"), {}));
        authority::UserTable other(*m_second, m_house->clock);
        QCOMPARE(*other.seedOwner(QStringLiteral("else"), {}), false);
        QStringList ids;
        for (int i = 0; i < 12; ++i)
            ids.append(m_house->person(qPrintable(QStringLiteral("user%1").arg(i))).id);

        QCOMPARE(other.page(QStringLiteral("USER"), 2, 5)->users.size(), 5);
        QCOMPARE(other.page(QStringLiteral("100%"), 1, 5)->total, 0);
        const auto summary = other.change(ids, BulkVerb::Deactivate);
        VERIFY_RESULT(summary);
        QCOMPARE(summary->changed, 12);
        const QString owner = other.owner()->id;
        QCOMPARE(other.change({owner}, BulkVerb::Deactivate)->refused.size(), 1);
        QCOMPARE(m_house->door->changeUsers(ids, BulkVerb::Remove)->changed, 12);
        QCOMPARE(*other.count(), 1);
    }

    void aPersonWalksThroughEveryPage()
    {
        m_house->person("root", {authority::adminRole});
        Browser browser(m_house->router);
        browser.go("/account");
        browser.signIn("root", "wrong");
        browser.signIn("root");
        QCOMPARE(browser.title(), QStringLiteral("Set up an authenticator app"));
        QCOMPARE(browser.submit({{"code", codeFor(browser, m_house->clock.now())}}), 200);
        const QByteArray recovery =
            browser.found(QStringLiteral("<ul class=\"codes\"><li>([^<]+)</li>")).toLatin1();
        QCOMPARE(browser.go("/account"), 200);
        m_house->request();
        browser.go("/auth/continue?to=r1");
        QCOMPARE(browser.title(), QStringLiteral("Allow Ledger of Ada?"));
        browser.submit({{"do", "allow"}, {"remember", "yes"}});
        QVERIFY(browser.location.contains("code=abc"));
        m_house->request();
        browser.get("/auth/continue?to=r1");
        QVERIFY(browser.location.contains("code=abc"));
        m_house->clock.advance(16min);
        QCOMPARE(browser.go("/account"), 200);
        QCOMPARE(browser.title(), QStringLiteral("Sign in"));
        browser.signIn("root");
        browser.get("/auth/recovery?to=account");
        QCOMPARE(browser.submitAndGo({{"code", recovery}}), 200);
        QCOMPARE(browser.title(), QStringLiteral("ROOT"));
        VERIFY_RESULT(m_house->door->cleanUp());
    }

    void theDesktopIsAsked()
    {
        VERIFY_RESULT(m_house->door->seed(QStringLiteral("owner"), {}));
        m_house->door->approvals().setApprover(true);
        m_house->request();
        Browser browser(m_house->router);
        browser.get("/auth/sign-in?to=r1");
        browser.get("/auth/desk?to=r1");
        const auto waiting = m_house->door->approvals().waiting();
        VERIFY_RESULT(waiting);
        QCOMPARE(waiting->size(), 1);

        VERIFY_RESULT(m_house->door->answerApproval(waiting->first().id, true, false));
        browser.get("/auth/desk?to=r1");

        QVERIFY(browser.location.contains("code=abc"));
    }

    void theAdminApiAnswers()
    {
        VERIFY_RESULT(m_house->door->seed(QStringLiteral("root"), {}));
        authority::AccessClaims claims;
        claims.subject = m_house->door->users().owner()->id;
        claims.clientId = QStringLiteral("cli");
        claims.scopes = {QStringLiteral("admin")};
        claims.all = {{QStringLiteral("amr"), QJsonArray{QStringLiteral("otp")}}};
        m_house->tokens.known.insert("root", claims);
        Browser api(m_house->router);
        api.extra = {{"Authorization", "Bearer root"}};

        for (const char *path : {"/auth/users?q=r",
                                 "/admin/sessions",
                                 "/admin/logs?user=root&kind=seeded",
                                 "/admin/keys",
                                 "/metrics",
                                 "/health/ready"})
            QCOMPARE(api.get(path), 200);
    }

    void twoInstancesShareTheLimits()
    {
        Buckets one(*m_house->database, m_house->clock);
        Buckets two(*m_second, m_house->clock);
        const authority::Throttle::Rule rule{40, 0.6};
        int taken = 0;
        for (int turn = 0; turn < 200; ++turn) {
            const auto allowance = (turn % 2 == 0 ? one : two).take(QStringLiteral("x"), rule);
            VERIFY_RESULT(allowance);
            taken += allowance->isAllowed ? 1 : 0;
        }
        QVERIFY2(taken <= 40 && taken >= 34, qPrintable(QString::number(taken)));

        SignInThrottle first(*m_house->database, m_house->clock);
        SignInThrottle second(*m_second, m_house->clock);
        int allowed = 0;
        for (int turn = 0; turn < 10; ++turn) {
            const auto attempt =
                (turn % 2 == 0 ? first : second)
                    .begin(QStringLiteral("p"), QStringLiteral("a"), QStringLiteral("ada"));
            VERIFY_RESULT(attempt);
            allowed += attempt->isAllowed() ? 1 : 0;
        }
        QCOMPARE(allowed, 5);
    }

    void aSessionIsKnownAtTheOtherInstance()
    {
        const auto ada = m_house->person("ada");
        const auto begun = m_house->door->sessions().begin(
            ada.id, {QStringLiteral("pwd")}, QStringLiteral("127.0.0.1"), {});
        VERIFY_RESULT(begun);
        authority::SessionTable other(*m_second, m_house->clock);

        VERIFY_RESULT(other.find(begun->id.expose().toByteArray()));
        QCOMPARE(other.list()->size(), 1);
        QCOMPARE(*other.endAll(ada.id, QStringLiteral("revoked")), 1);
        VERIFY_ERROR(m_house->door->sessions().find(begun->id.expose().toByteArray()),
                     base::ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(PostgresPeopleTest)
#include "tst_postgrespeople.moc"
