// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scriptedagent.h"

#include <QTest>

#include <latchkey.h>
#include <latchkey/error.h>

using Answer = ScriptedAgent::Answer;

//! The client for C, as a C program calls it.
class CFaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesAToken()
    {
        ScriptedAgent agent([](const QJsonObject &request) -> Answer {
            return {ScriptedAgent::result(
                request, ScriptedAgent::json(R"({"token":"s3cret","expires_in":90})"))};
        });
        latchkey_error error;
        latchkey_client *client = latchkey_connect(pathOf(agent), 20'000, &error);
        QVERIFY(client);

        char *token = nullptr;
        int64_t left = 0;
        const latchkey_code code =
            latchkey_token(client, "github", "work", 600, &token, &left, &error);

        QCOMPARE(code, LATCHKEY_OK);
        QCOMPARE(error.code, LATCHKEY_OK);
        QCOMPARE(QByteArray(token), QByteArray("s3cret"));
        QCOMPARE(left, 90);
        latchkey_free(token);
        latchkey_free(nullptr);
        latchkey_close(client);
    }

    void errorsHaveWords()
    {
        ScriptedAgent agent([](const QJsonObject &request) -> Answer {
            return {ScriptedAgent::error(
                request, -32004, "sign_in_required", QByteArray("ä").repeated(400).constData())};
        });
        latchkey_client *client = latchkey_connect(pathOf(agent), 0, nullptr);
        QVERIFY(client);

        latchkey_error error;
        char *value = nullptr;
        const latchkey_code code =
            latchkey_resolve(client, "auth://github/work/token", &value, &error);

        QCOMPARE(code, LATCHKEY_SIGN_IN_REQUIRED);
        QVERIFY(!value);
        // Cut at the end of a character.
        QCOMPARE(QByteArray(error.message), QByteArray("ä").repeated(255));
        QCOMPARE(QByteArray(error.remedy), QByteArray("Do the other thing."));
        QCOMPARE(latchkey_resolve(client, "x", &value, nullptr), LATCHKEY_SIGN_IN_REQUIRED);
        latchkey_close(client);
    }

    void anyMethodAndNotices()
    {
        ScriptedAgent agent([](const QJsonObject &request) -> Answer {
            return {ScriptedAgent::result(request, {{QStringLiteral("a"), 1}})
                    + ScriptedAgent::notice("event", {})};
        });
        latchkey_client *client = latchkey_connect(pathOf(agent), -1, nullptr);
        QVERIFY(client);

        char *text = nullptr;
        QCOMPARE(latchkey_call(client, "subscribe", R"({"topics":["lock"]})", &text, nullptr),
                 LATCHKEY_OK);
        QCOMPARE(QByteArray(text), QByteArray("{\"a\":1}"));
        latchkey_free(text);
        QCOMPARE(latchkey_notice(client, 20'000, &text, nullptr), LATCHKEY_OK);
        QCOMPARE(QByteArray(text), QByteArray(R"({"method":"event","params":{}})"));
        latchkey_free(text);
        QCOMPARE(latchkey_notice(client, 0, &text, nullptr), LATCHKEY_TIMED_OUT);
        QCOMPARE(latchkey_call(client, "x", "no json", &text, nullptr), LATCHKEY_INVALID_INPUT);
        latchkey_close(client);
    }

    void nobodyThere()
    {
        latchkey_error error;

        QVERIFY(!latchkey_connect("/nonexistent/agent.sock", 0, &error));

        QCOMPARE(error.code, LATCHKEY_NO_AGENT);
        QVERIFY(QByteArray(error.message).contains("/nonexistent/agent.sock"));
    }

    void codesHaveTheNamesOfTheWire()
    {
        QCOMPARE(latchkey_code_name(LATCHKEY_OK), "ok");
        for (int code = LATCHKEY_INTERNAL; code <= LATCHKEY_BUSY; ++code) {
            const std::string_view name = latchkey_code_name(static_cast<latchkey_code>(code));
            QCOMPARE(static_cast<int>(latchkey::errorCodeFrom(name)), code - 1);
        }
    }

    void theSocketsPathFits()
    {
        char small[4];

        const size_t length = latchkey_socket_path(small, sizeof small);

        QVERIFY(length > 3);
        QCOMPARE(qstrlen(small), 3U);
        QCOMPARE(latchkey_socket_path(nullptr, 0), length);
    }

private:
    const char *pathOf(const ScriptedAgent &agent)
    {
        m_path = agent.path().toUtf8();
        return m_path.constData();
    }

    QByteArray m_path;
};

QTEST_GUILESS_MAIN(CFaceTest)
#include "tst_cface.moc"
