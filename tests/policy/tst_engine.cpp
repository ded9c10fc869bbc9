// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/engine.h"
#include "support/fakeclock.h"
#include "support/verifyresult.h"

#include <QJsonArray>

using namespace policy;
using namespace std::chrono_literals;

namespace {

EntityUid uid(const char *text)
{
    return *parseEntityUid(QString::fromUtf8(text));
}

Request asking(const QString &principal = QStringLiteral("alice"))
{
    return {
        {QStringLiteral("User"), principal}, uid("Action::\"read\""), uid("Doc::\"d\""), {}, {}};
}

//! One that is allowed, one that is denied, one that fails.
const char *const threeKinds =
    "\n"
    "@id(\"alice\") permit (principal == User::\"alice\", action, resource);\n"
    "@id(\"carol\") permit (principal == User::\"carol\", action, resource) when { principal.age > "
    "1 };";

} // namespace

//! Deciding, in strict mode and in Cedar's own; and what is remembered for how long.
class EngineTest : public QObject
{
    Q_OBJECT

    static void use(Engine &engine, const QByteArray &policies, const EntityStore &entities = {})
    {
        const auto set = PolicySet::parse({{QStringLiteral("x"), policies}});
        VERIFY_RESULT(set);
        engine.use(*set, entities);
    }

private Q_SLOTS:
    void withoutPoliciesEverythingIsDenied()
    {
        Engine engine(m_clock);
        const Decision decision = engine.decide(asking());
        QCOMPARE(decision, Decision());
        QVERIFY(!decision.isAllowed());
    }

    void aForbidBeatsEveryPermit()
    {
        Engine engine(m_clock);
        use(engine,
            "@id(\"p\") permit (principal, action, resource);\n"
            "@id(\"f\") forbid (principal, action, resource);");
        const Decision decision = engine.decide(asking());
        QVERIFY(!decision.isAllowed());
        QCOMPARE(decision.determining, QStringList(QStringLiteral("f")));
    }

    void aBrokenForbidDeniesInStrictMode()
    {
        EngineOptions lenient;
        lenient.strictness = Strictness::CedarStandard;
        Engine strict(m_clock);
        Engine standard(m_clock, lenient);
        for (Engine *engine : {&strict, &standard})
            use(*engine,
                "@id(\"p\") permit (principal, action, resource);\n"
                "@id(\"f\") forbid (principal, action, resource)\n"
                "when { principal.missing };");

        const Decision denied = strict.decide(asking());
        const Decision allowed = standard.decide(asking());

        QVERIFY(!denied.isAllowed());
        QCOMPARE(denied.determining, QStringList(QStringLiteral("f")));
        QCOMPARE(denied.errors.size(), 1);
        QCOMPARE(denied.errors.first().policy, QStringLiteral("f"));
        QCOMPARE(denied.errors.first().error.message,
                 QStringLiteral("nothing is known of User::\"alice\""));
        QVERIFY(allowed.isAllowed());
        QCOMPARE(allowed.determining, QStringList(QStringLiteral("p")));
        QCOMPARE(allowed.errors, denied.errors);
    }

    void aBrokenForbidThatDoesNotApplyHurtsNobody()
    {
        Engine engine(m_clock);
        use(engine,
            "permit (principal, action, resource);\n"
            "forbid (principal == User::\"bob\", action, resource)\n"
            "when { principal.missing };");
        QVERIFY(engine.decide(asking()).isAllowed());
        QVERIFY(!engine.decide(asking(QStringLiteral("bob"))).isAllowed());
    }

    void aRequestBringsItsOwnEntities()
    {
        Engine engine(m_clock);
        const auto store = EntityStore::parse(
            "[{\"uid\": \"Role::\\\"admin\\\"\", \"parents\": [\"Role::\\\"staff\\\"\"]}]",
            QStringLiteral("e"));
        VERIFY_RESULT(store);
        use(engine,
            "permit (principal in Role::\"staff\", action, resource) when { principal.active };",
            *store);
        Request request = asking();
        QVERIFY(!engine.decide(request).isAllowed());

        request.entities = {
            {request.principal, {{QStringLiteral("active"), true}}, {uid("Role::\"admin\"")}, {}}};
        QVERIFY(engine.decide(request).isAllowed());

        request.entities.first().attributes = {{QStringLiteral("active"), false}};
        QVERIFY(!engine.decide(request).isAllowed());
    }

    void aValueMayBeACall()
    {
        Engine engine(m_clock);
        use(engine,
            "permit (principal, action, resource) when { context.t == datetime(\"1970-01-02\") };");
        const auto call = [](const char *function, const QJsonArray &arguments) {
            const QJsonObject called{{QStringLiteral("fn"), QString::fromUtf8(function)},
                                     {QStringLiteral("args"), arguments}};
            return QJsonObject{{QStringLiteral("__extn"), called}};
        };
        const QJsonObject start = call("datetime", {QStringLiteral("1970-01-01")});
        const QJsonObject day = call("duration", {QStringLiteral("1d")});
        Request request = asking();
        request.context = {{QStringLiteral("t"), call("offset", {start, day})}};
        QVERIFY(engine.decide(request).isAllowed());

        for (const QJsonArray &arguments : {QJsonArray{start}, {day, start}, {start, 1}, {}}) {
            request.context = {{QStringLiteral("t"), call("offset", arguments)}};
            const Decision decision = engine.decide(request);
            QVERIFY(!decision.isAllowed());
            QCOMPARE(decision.errors.size(), 1);
            QCOMPARE(decision.errors.first().policy, QString());
        }
    }

    void whatCannotBeReadIsDenied()
    {
        Engine engine(m_clock);
        use(engine, "permit (principal, action, resource);");
        Request request = asking();
        request.context = {{QStringLiteral("x"), 1.5}};

        const Decision decision = engine.decide(request);

        QVERIFY(!decision.isAllowed());
        QCOMPARE(decision.errors.size(), 1);
        QCOMPARE(decision.errors.first().policy, QString());
        QCOMPARE(decision.errors.first().error.code, base::ErrorCode::InvalidInput);
    }

    void whatTakesTooLongIsDenied()
    {
        EngineOptions options;
        options.timeLimit = 1ms;
        Engine engine(m_clock, options);
        // A pattern that has to be looked for everywhere, in a long text, again and again.
        QByteArray policies = "permit (principal, action, resource);";
        for (int i = 0; i < 3000; ++i)
            policies += "permit (principal, action, resource) when { context.s like \"*"
                        + QByteArray("a").repeated(60) + QByteArray::number(i) + "*\" };";
        use(engine, policies);
        Request request = asking();
        request.context = {{QStringLiteral("s"), QString(60'000, u'a')}};

        const Decision decision = engine.decide(request);

        QVERIFY(!decision.isAllowed());
        QCOMPARE(decision.errors.size(), 1);
        QCOMPARE(decision.errors.first().error.code, base::ErrorCode::TimedOut);
        QCOMPARE(engine.counters().timedOut, 1);
    }

    void decisionsAreRememberedForTheirTime_data()
    {
        QTest::addColumn<QString>("principal");
        QTest::addColumn<int>("seconds");
        QTest::newRow("allowed") << QStringLiteral("alice") << 300;
        QTest::newRow("denied") << QStringLiteral("bob") << 60;
        QTest::newRow("failed") << QStringLiteral("carol") << 10;
    }
    void decisionsAreRememberedForTheirTime()
    {
        QFETCH(const QString, principal);
        QFETCH(const int, seconds);
        FakeClock clock;
        Engine engine(clock);
        use(engine, threeKinds);
        const Decision first = engine.decide(asking(principal));
        clock.advance(std::chrono::seconds(seconds) - 1ms);
        QCOMPARE(engine.decide(asking(principal)), first);
        QCOMPARE(engine.counters().cacheHits, 1);

        clock.advance(1ms);
        QCOMPARE(engine.decide(asking(principal)), first);
        QCOMPARE(engine.counters().cacheHits, 1);
        QCOMPARE(engine.counters().cacheMisses, 2);
        QCOMPARE(engine.counters().cacheExpired, 1);

        clock.advance(-1h);
        QCOMPARE(engine.decide(asking(principal)), first);
        QCOMPARE(engine.counters().cacheHits, 1);
    }

    void circumstancesArePartOfTheQuestion()
    {
        Engine engine(m_clock);
        use(engine,
            "permit (principal, action, resource) when { context has mfa && context.mfa };");
        Request request = asking();
        QVERIFY(!engine.decide(request).isAllowed());
        request.context = {{QStringLiteral("mfa"), true}};
        QVERIFY(engine.decide(request).isAllowed());
        request.context = {{QStringLiteral("mfa"), false}};
        QVERIFY(!engine.decide(request).isAllowed());
        QCOMPARE(engine.counters().cacheMisses, 3);
        QVERIFY(!engine.decide(request).isAllowed());
        QCOMPARE(engine.counters().cacheHits, 1);
    }

    void aFullCacheLosesItsOldestTenth()
    {
        FakeClock clock;
        EngineOptions options;
        options.cacheEntries = 20;
        Engine engine(clock, options);
        use(engine, "permit (principal, action, resource);");
        for (int i = 0; i < 21; ++i)
            QVERIFY(engine.decide(asking(QString::number(i))).isAllowed());
        QCOMPARE(engine.counters().cacheEntries, 19);
        QCOMPARE(engine.counters().cacheEvicted, 2);
        QVERIFY(engine.decide(asking(QStringLiteral("2"))).isAllowed());
        QCOMPARE(engine.counters().cacheHits, 1);
        QVERIFY(engine.decide(asking(QStringLiteral("0"))).isAllowed());
        QCOMPARE(engine.counters().cacheHits, 1);

        // What is over goes first.
        clock.advance(301s);
        for (int i = 0; i < 5; ++i)
            QVERIFY(engine.decide(asking(QStringLiteral("new") + QString::number(i))).isAllowed());
        QCOMPARE(engine.counters().cacheEvicted, 2);
    }

    void aCacheOfNoSizeKeepsNothing()
    {
        EngineOptions options;
        options.cacheEntries = 0;
        Engine engine(m_clock, options);
        use(engine, threeKinds);
        QVERIFY(engine.decide(asking()).isAllowed());
        QVERIFY(engine.decide(asking()).isAllowed());
        QCOMPARE(engine.counters().cacheEntries, 0);
        QCOMPARE(engine.counters().cacheMisses, 2);
    }

    void invalidationMeetsWhatItSays()
    {
        Engine engine(m_clock);
        use(engine, threeKinds);
        const auto ask = [&engine](const char *name) {
            static_cast<void>(engine.decide(asking(QString::fromUtf8(name))));
        };
        for (const char *name : {"alice", "ali", "bob", "a.c", "abc"})
            ask(name);
        QCOMPARE(engine.counters().cacheEntries, 5);
        QCOMPARE(engine.invalidate(uid("User::\"ali\"")), 1);
        QCOMPARE(engine.invalidate(QStringLiteral("User::\"nobody\"*")), 0);
        QCOMPARE(engine.invalidate(QStringLiteral("User::\"a.c\" *")), 1);
        QCOMPARE(engine.invalidate(QStringLiteral("* Doc::\"d\"")), 3);
        QCOMPARE(engine.counters().cacheEntries, 0);
        QCOMPARE(engine.counters().cacheInvalidated, 5);
    }

    void anotherSetForgetsWhatTheOldOneSaid()
    {
        Engine engine(m_clock);
        use(engine, threeKinds);
        QVERIFY(engine.decide(asking()).isAllowed());
        use(engine, "forbid (principal, action, resource);");
        QVERIFY(!engine.decide(asking()).isAllowed());
        use(engine, threeKinds);
        QVERIFY(engine.decide(asking()).isAllowed());
        QCOMPARE(engine.counters().cacheHits, 0);
        QCOMPARE(engine.counters().allowed, 2);
        QCOMPARE(engine.counters().denied, 1);
    }

    void namesWithQuotationMarksAreNotMixedUp()
    {
        Engine engine(m_clock);
        use(engine, "permit (principal == User::\"a\\\" Action::\\\"b\", action, resource);");
        Request one = asking(QStringLiteral("a\" Action::\"b"));
        Request other = asking(QStringLiteral("a"));
        other.action = uid("Action::\"b\\\" Action::\\\"read\"");
        QVERIFY(engine.decide(one).isAllowed());
        QVERIFY(!engine.decide(other).isAllowed());
    }

private:
    FakeClock m_clock;
};

QTEST_GUILESS_MAIN(EngineTest)
#include "tst_engine.moc"
