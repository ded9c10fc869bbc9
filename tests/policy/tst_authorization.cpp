// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/authorization.h"
#include "support/verifyresult.h"

using namespace policy;

//! What POST /v1/authorize takes and gives.
class AuthorizationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsObjectsAndTexts_data()
    {
        QTest::addColumn<QByteArray>("principal");
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<QString>("actionId");
        QTest::addColumn<QString>("actionName");
        const QByteArray object = "{\"type\": \"User\", \"id\": \"alice\"}";
        const QByteArray text = "\"User::\\\"alice\\\"\"";
        QTest::newRow("objects") << object << QByteArray("{\"type\": \"Action\", \"id\": \"read\"}")
                                 << QStringLiteral("read") << QString();
        QTest::newRow("texts") << text << QByteArray("\"Action::\\\"read\\\"\"")
                               << QStringLiteral("read") << QString();
        QTest::newRow("domain and verb")
            << object << QByteArray("\"Document::read\"") << QStringLiteral("Document_read")
            << QStringLiteral("Document::read");
        QTest::newRow("a verb of two words")
            << text << QByteArray("\"User::update_profile\"")
            << QStringLiteral("User_update_profile") << QStringLiteral("User::update_profile");
    }
    void readsObjectsAndTexts()
    {
        QFETCH(const QByteArray, principal);
        QFETCH(const QByteArray, action);
        QFETCH(const QString, actionId);
        QFETCH(const QString, actionName);

        const auto question = parseAuthorization(
            "{\"request_id\": \"r-1\", \"principal\": " + principal + ", \"action\": " + action
            + ", \"resource\": {\"type\": \"App::Doc\", \"id\": \"d\"}, \"context\": {\"n\": 1, "
              "\"action_name\": \"lie\"}}");

        VERIFY_RESULT(question);
        QCOMPARE(question->requestId, QStringLiteral("r-1"));
        const Request &request = question->request;
        QCOMPARE(request.principal, EntityUid({QStringLiteral("User"), QStringLiteral("alice")}));
        QCOMPARE(request.action, EntityUid({QStringLiteral("Action"), actionId}));
        QCOMPARE(request.resource, EntityUid({QStringLiteral("App::Doc"), QStringLiteral("d")}));
        QCOMPARE(request.context.value(QLatin1String("n")).toInt(), 1);
        QCOMPARE(request.context.value(QLatin1String("action_name")).toString(),
                 actionName.isEmpty() ? QStringLiteral("lie") : actionName);
        QVERIFY(request.entities.isEmpty());
    }

    void refusesEverythingElse_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const QByteArray &body) {
            QTest::newRow(name) << body;
        };
        const auto with = [](const QByteArray &action, const QByteArray &rest = {}) {
            return "{\"principal\": \"U::\\\"a\\\"\", \"resource\": \"U::\\\"b\\\"\", \"action\": "
                   + action + rest + '}';
        };
        row("nothing", "");
        row("no object", "[]");
        row("cut off", "{\"principal\"");
        row("no principal", "{\"action\": \"A::b\", \"resource\": \"U::\\\"b\\\"\"}");
        row("entities from outside", with("\"A::b\"", ", \"entities\": []"));
        row("a context that is none", with("\"A::b\"", ", \"context\": []"));
        row("a value that is none", with("\"A::b\"", ", \"context\": {\"x\": null}"));
        row("a number for an id", with("\"A::b\"", ", \"request_id\": 1"));
        row("an underscore in the domain", with("\"A_b::c\""));
        row("three parts", with("\"A::b::c\""));
        row("no verb", with("\"A::\""));
        row("a space", with("\"A::b c\""));
        row("a plain word", with("\"read\""));
        row("a line end", with("\"A::b\\n\""));
        row("a long id", with("{\"type\": \"Action\", \"id\": \"" + QByteArray(1025, 'x') + "\"}"));
        row("an extra member", with("{\"type\": \"Action\", \"id\": \"x\", \"y\": 1}"));
    }
    void refusesEverythingElse()
    {
        QFETCH(const QByteArray, body);
        VERIFY_ERROR(parseAuthorization(body), base::ErrorCode::InvalidInput);
    }

    void writesDecisions()
    {
        Decision allow{Verdict::Allow, {QStringLiteral("p")}, {}};
        QCOMPARE(toJson(QStringLiteral("r"), allow),
                 QByteArray("{\"decision\":\"Allow\",\"determining\":[\"p\"],\"errors\":[],"
                            "\"request_id\":\"r\"}"));

        Decision deny;
        deny.errors = {
            {QStringLiteral("f"), {base::ErrorCode::InvalidInput, QStringLiteral("why"), {}, {}}},
            {{}, {base::ErrorCode::TimedOut, QStringLiteral("slow"), {}, {}}}};
        QCOMPARE(toJson({}, deny),
                 QByteArray("{\"decision\":\"Deny\",\"determining\":[],\"errors\":[\"f\",\"timed_"
                            "out\"],\"request_id\":\"\"}"));
    }
};

QTEST_GUILESS_MAIN(AuthorizationTest)
#include "tst_authorization.moc"
