// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "latchkeyrun.h"
#include "support/scriptedagent.h"

#include <QTest>

using Answer = ScriptedAgent::Answer;

namespace {

const char *const account = R"({"service":"github","account":"work","id":"work","kind":"oauth",
    "provider":"github","provider_name":"GitHub","identity":"m\u001b[31me","scopes":["repo","user"],
    "labels":["team"],"created_at":"2026-01-02T03:04:05Z","last_used":null,
    "expires_at":"2026-11-22T19:00:00Z","standing":"needs_sign_in","consent":"default",
    "trouble":"Sign in again."})";

//! Answers as the agent does, for the verbs that only ask.
Answer usualAgent(const QJsonObject &request)
{
    const QString method = request.value(QStringLiteral("method")).toString();
    QByteArray result = "{}";
    if (method == QStringLiteral("get_token"))
        result =
            R"({"service":"github","account":"work","token":"to\u0027ken","token_type":"Bearer",
            "expires_at":"2026-11-22T19:00:00Z","expires_in":3600,"scopes":[],"kind":"oauth"})";
    else if (method == QStringLiteral("list_accounts"))
        result = QByteArray("{\"accounts\":[") + account + "]}";
    else if (method == QStringLiteral("get_account"))
        result = account;
    else if (method == QStringLiteral("refresh_token"))
        result = R"({"refreshed":true,"expires_at":"2026-11-22T19:00:00Z"})";
    else if (method == QStringLiteral("refresh_if_needed"))
        result = R"({"refreshed":false,"expires_at":null})";
    else if (method == QStringLiteral("remove_account"))
        result = R"({"removed":true,"remark":"GitHub keeps its own record."})";
    else if (method == QStringLiteral("status"))
        result =
            R"({"version":"1.2","pid":2147483647,"account_count":3,"state":"locked","reason":"",
            "needs_passphrase":true,"store":{"kind":"age_file","place":"/v","state":"locked"},
            "waiting":2,"uptime_seconds":90,"socket":"/s","profile":"home"})";
    else if (method == QStringLiteral("config.get"))
        result = R"({"values":{"log.level":"info"},"layers":{"log.level":"user"}})";
    else if (method == QStringLiteral("config.set"))
        result = R"({"value":["a","b"]})";
    else if (method == QStringLiteral("config.check"))
        result = R"({"valid":true,"warnings":["config.toml, line 3: unknown key"],"error":null})";
    else if (method == QStringLiteral("approvals.list"))
        result = R"({"approvals":[{"id":"7","name":"git","executable":"/usr/bin/git","script":"",
            "account":"github/work","wish":"use","allowed":true,"span":"always","until":null,
            "source":"person"}]})";
    else if (method == QStringLiteral("providers.list"))
        result = R"({"providers":[{"id":"github","name":"GitHub","methods":["browser","device"],
            "needs_client":false}]})";
    else if (method == QStringLiteral("audit.tail"))
        result = R"({"events":[{"sequence":1,"at":"2026-11-22T15:00:00.000Z","kind":"token_issued",
            "actor":"git","account":"github/work","outcome":"refused","detail":"policy"}]})";
    else if (method == QStringLiteral("audit.verify"))
        result = R"({"lines":12})";
    return {ScriptedAgent::result(request, ScriptedAgent::json(result.constData()))};
}

} // namespace

//! The program `latchkey` against an agent that answers as the real one does: what it prints where,
//! and what it ends with.
class LatchkeyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsWhatWasAskedFor_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QByteArray>("out");
        QTest::addColumn<QByteArray>("err");
        QTest::addColumn<int>("code");
        const auto row = [](const char *line, const char *out, const char *err, int code = 0) {
            QTest::newRow(line) << QString::fromUtf8(line) << QByteArray(out) << QByteArray(err)
                                << code;
        };
        row("get-token github work", "to'ken\n", "");
        row("get-token github work --format header", "Authorization: Bearer to'ken\n", "");
        row("get-token github work --format env", "GITHUB_WORK_TOKEN='to'\\''ken'\n", "");
        row("--json get-token github work --format text", "to'ken\n", "");
        row("list-accounts", "github  work  needs sign in  m [31me  -  2026-11-22T19:00:00Z\n", "");
        row("show github work",
            "account   github/work\nstate     needs sign in\ntrouble   Sign in again.\n"
            "kind      oauth\nprovider  GitHub\nidentity  m [31me\nscopes    repo user\n"
            "ends      2026-11-22T19:00:00Z\nadded     2026-01-02T03:04:05Z\nprograms  default\n"
            "labels    team\n",
            "");
        row("refresh github work", "", "Refreshed; it ends 2026-11-22T19:00:00Z.\n");
        row("refresh github work --min-valid 60", "", "Still good.\n");
        row("remove-account github work --force",
            "",
            "Removed github/work.\nGitHub keeps its own record.\n");
        row("remove-account github work --force --quiet", "", "");
        row("remove-account github work",
            "",
            "latchkey: There is no terminal to ask on whether github/work is to go.\n"
            "  Say --force to remove it without a question.\n",
            2);
        row("status",
            "agent     1.2, process 2147483647\nstate     locked (latchkey unlock)\naccounts  3\n"
            "store     age_file /v\nwaiting   2 for your answer (latchkey approve)\n"
            "up        1 min\nsocket    /s\nprofile   home\n",
            "");
        row("lock", "", "Locked. No secret is in memory any more.\n");
        row("unlock",
            "",
            "latchkey: The store wants a passphrase, and there is no terminal to ask on.\n"
            "  Pipe it in: latchkey unlock --passphrase-stdin\n",
            2);
        row("config get log.level", "info\n", "");
        row("config get", "log.level  user  info\n", "");
        row("config set a b", "", "a = [\"a\",\"b\"]\n");
        row("config check", "config.toml, line 3: unknown key\n", "", 2);
        row("approvals", "7  allowed  git  github/work  use  always  person  /usr/bin/git\n", "");
        row("approvals revoke 7", "", "Revoked. The program is asked about again.\n");
        row("approvals end 7 2027-01-01", "", "It ends 2027-01-01T00:00:00Z.\n");
        row("consent github work deny", "", "No program may have it.\n");
        row("consent github work maybe",
            "",
            "latchkey: The policy is ask, allow, deny or default, not \"maybe\".\n",
            2);
        row("providers", "github  GitHub  browser device  -\n", "");
        row("audit",
            "2026-11-22T15:00:00.000Z  token_issued  github/work  git  refused  policy\n",
            "");
        row("audit verify", "", "The record is whole: 12 lines.\n");
        row("approve", "", "Nothing waits for an answer.\n");
        row("version", "latchkey 0.1.0\n", "");
        row("--version", "latchkey 0.1.0\n", "");
        row("daemon status --quiet --json",
            "{\"running\":true,\"version\":\"1.2\",\"pid\":2147483647,\"account_count\":3,"
            "\"state\":"
            "\"locked\",\"reason\":\"\",\"needs_passphrase\":true,\"store\":{\"kind\":\"age_file\","
            "\"place\":\"/v\",\"state\":\"locked\"},\"waiting\":2,\"uptime_seconds\":90,"
            "\"socket\":\"/s\",\"profile\":\"home\"}\n",
            "");
    }

    void printsWhatWasAskedFor()
    {
        QFETCH(const QString, line);
        QFETCH(const QByteArray, out);
        QFETCH(const QByteArray, err);
        QFETCH(const int, code);
        ScriptedAgent agent(usualAgent);
        const LatchkeyProgram program(agent.path());

        const LatchkeyRun run = program.run(line.split(u' '));

        // Qt's JSON has its keys sorted: what is golden is compared without their order.
        if (out.startsWith('{'))
            QCOMPARE(QJsonDocument::fromJson(run.out), QJsonDocument::fromJson(out));
        else
            QCOMPARE(run.out, out);
        QCOMPARE(run.err, err);
        QCOMPARE(run.code, code);
    }

    void everyVerbSpeaksJson_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {"get-token github work",
                                 "list-accounts",
                                 "show github work",
                                 "refresh github work",
                                 "remove-account github work --force",
                                 "consent github work ask",
                                 "providers",
                                 "set-client github id",
                                 "status",
                                 "lock",
                                 "config get",
                                 "config set a b",
                                 "config path",
                                 "config check",
                                 "approve",
                                 "approvals list",
                                 "approvals revoke 7",
                                 "approvals end 7 never",
                                 "audit",
                                 "audit verify",
                                 "daemon status",
                                 "daemon start",
                                 "version"})
            QTest::newRow(line) << QString::fromUtf8(line);
    }

    void everyVerbSpeaksJson()
    {
        QFETCH(const QString, line);
        ScriptedAgent agent(usualAgent);
        const LatchkeyProgram program(agent.path());

        const LatchkeyRun run =
            program.run(QStringList{QStringLiteral("--json")} + line.split(u' '));

        QJsonParseError error;
        const QJsonDocument json = QJsonDocument::fromJson(run.out, &error);
        QVERIFY2(json.isObject(), run.out.constData());
        QCOMPARE(run.out.count('\n'), 1);
        QCOMPARE(run.err, QByteArray());
    }

    void errorsBecomeWordsAndExitCodes_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("code");
        const auto row = [](int number, const char *name, int code) {
            QTest::newRow(name) << number << QByteArray(name) << code;
        };
        row(-32603, "internal", 1);
        row(-32602, "invalid_input", 2);
        row(-32001, "not_found", 3);
        row(-32002, "locked", 4);
        row(-32003, "denied", 5);
        row(-32004, "sign_in_required", 6);
        row(-32005, "expired", 7);
        row(-32006, "unreachable", 8);
        row(-32007, "timed_out", 9);
        row(-32008, "tool_failed", 10);
        row(-32009, "conflict", 11);
        row(-32010, "corrupt", 12);
        row(-32011, "unsupported", 13);
        row(-32012, "cancelled", 14);
        row(-32013, "busy", 8);
    }

    void errorsBecomeWordsAndExitCodes()
    {
        QFETCH(const int, number);
        QFETCH(const QByteArray, name);
        QFETCH(const int, code);
        ScriptedAgent agent([&](const QJsonObject &request) -> Answer {
            return {ScriptedAgent::error(request, number, name.constData(), "It went wrong.")};
        });
        const LatchkeyProgram program(agent.path());
        const QStringList words{
            QStringLiteral("get-token"), QStringLiteral("a"), QStringLiteral("b")};

        const LatchkeyRun plain = program.run(words);
        const LatchkeyRun json = program.run(words + QStringList{QStringLiteral("--json")});

        QCOMPARE(plain.code, code);
        QCOMPARE(plain.out, QByteArray());
        QCOMPARE(plain.err, QByteArray("latchkey: It went wrong.\n  Do the other thing.\n"));
        QCOMPARE(json.code, code);
        QCOMPARE(json.out, QByteArray());
        const QJsonObject error =
            QJsonDocument::fromJson(json.err).object().value(QStringLiteral("error")).toObject();
        QCOMPARE(error.value(QStringLiteral("code")).toString().toUtf8(), name);
        QCOMPARE(error.value(QStringLiteral("exit_code")).toInt(), code);
    }

    void secretsComeOnStandardInput()
    {
        ScriptedAgent agent([](const QJsonObject &request) -> Answer {
            return {ScriptedAgent::result(request, ScriptedAgent::json(R"({"added":true})"))};
        });
        const LatchkeyProgram program(agent.path());

        const LatchkeyRun run = program.run({QStringLiteral("add-account"),
                                             QStringLiteral("openai"),
                                             QStringLiteral("work"),
                                             QStringLiteral("--api-key-stdin"),
                                             QStringLiteral("--expires"),
                                             QStringLiteral("2027-01-31")},
                                            "sk-123\n");

        QCOMPARE(run.code, 0);
        QCOMPARE(run.err, QByteArray("Added openai/work.\n"));
        QCOMPARE(agent.requests().value(0).value(QStringLiteral("params")).toObject(),
                 ScriptedAgent::json(R"({"service":"openai","account":"work","method":"api_key",
                     "api_key":"sk-123","expires_at":"2027-01-31T00:00:00Z"})"));
    }

    void anEmptyKeyIsNone()
    {
        ScriptedAgent agent(usualAgent);
        const LatchkeyProgram program(agent.path());

        const LatchkeyRun run = program.run({QStringLiteral("add-account"),
                                             QStringLiteral("a"),
                                             QStringLiteral("b"),
                                             QStringLiteral("--api-key-stdin")},
                                            "\n");

        QCOMPARE(run.code, 2);
        QCOMPARE(agent.requests().size(), 0);
    }

    void parametersReachTheAgent_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("method");
        QTest::addColumn<QByteArray>("params");
        const auto row = [](const char *line, const char *method, const char *params) {
            QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(method)
                                << QByteArray(params);
        };
        row("get-token a b --min-valid 5 --scope x,y --audience z",
            "get_token",
            R"({"service":"a","account":"b","min_valid_seconds":5,"scopes":["x","y"],
                "audience":"z"})");
        row("list-accounts --service a", "list_accounts", R"({"service":"a"})");
        row("list", "list_accounts", "{}");
        row("get-account a b", "get_account", R"({"service":"a","account":"b"})");
        row("remove-account a b --force",
            "remove_account",
            R"({"service":"a","account":"b","force":true})");
        row("config set k v", "config.set", R"({"key":"k","value":"v"})");
        row("config set k true", "config.set", R"({"key":"k","value":"true"})");
        row("config set k [\"a\"]", "config.set", R"({"key":"k","value":["a"]})");
        row("audit --limit 7 --account a/b --search x --since 2026-01-01",
            "audit.tail",
            R"({"limit":7,"account":"a/b","search":"x","since":"2026-01-01T00:00:00Z"})");
        row("approvals end 3 never", "approvals.set_end", R"({"id":"3"})");
        row("consent a b allow",
            "set_consent",
            R"({"service":"a","account":"b","policy":"allow"})");
    }

    void parametersReachTheAgent()
    {
        QFETCH(const QString, line);
        QFETCH(const QString, method);
        QFETCH(const QByteArray, params);
        ScriptedAgent agent(usualAgent);
        const LatchkeyProgram program(agent.path());

        const LatchkeyRun run = program.run(line.split(u' '));

        QCOMPARE(run.code, 0);
        const QJsonObject request = agent.requests().value(0);
        QCOMPARE(request.value(QStringLiteral("method")).toString(), method);
        QCOMPARE(request.value(QStringLiteral("params")).toObject(),
                 ScriptedAgent::json(params.constData()));
    }
};

QTEST_GUILESS_MAIN(LatchkeyTest)
#include "tst_latchkey.moc"
