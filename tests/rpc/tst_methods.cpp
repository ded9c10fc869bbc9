// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/rpchouse.h"

#include <QTest>

namespace {

QJsonObject with(std::initializer_list<std::pair<QString, QJsonValue>> members)
{
    return QJsonObject(members);
}

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class MethodsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        house = std::make_unique<RpcHouse>();
        house->listen();
        client = std::make_unique<LineClient>(*house);
    }
    void cleanup()
    {
        client.reset();
        house.reset();
    }
    void cleanupTestCase() { settleEverything(); }

    void aTokenComesInEveryShapeThatClientsKnow()
    {
        const QJsonObject got = client->result(s("get_token"), about("github", "work"));
        QCOMPARE(got[u"token"].toString(), s("token-of-github/work"));
        QCOMPARE(got[u"access_token"], got[u"token"]);
        QCOMPARE(got[u"service"].toString(), s("github"));
        QCOMPARE(got[u"account"].toString(), s("work"));
        QCOMPARE(got[u"id"].toString(), s("work"));
        QCOMPARE(got[u"kind"].toString(), s("oauth"));
        QVERIFY(got[u"expires_at"].isNull());
        QVERIFY(got[u"expires_in"].isNull());
        QVERIFY(got[u"scopes"].isArray());
        QVERIFY(got.contains(u"token_type"));
        QCOMPARE(house->tokens.taken, (QStringList{s("github/work by git as token_issued")}));
        QCOMPARE(house->consent.asked.size(), 1);
        QCOMPARE(house->consent.asked[0].account.joined(), s("github/work"));
        QCOMPARE(house->consent.asked[0].wish, core::Wish::Use);
        QCOMPARE(house->consent.asked[0].traceId.size(), 16);
        QCOMPARE(house->consent.asked[0].program->peer.pid, QCoreApplication::applicationPid());
    }

    void parametersMayBePositional()
    {
        const QJsonObject got =
            client->result(s("get_token"), QJsonArray{s("GitHub"), s("work"), 600, QJsonValue()});
        QCOMPARE(got[u"token"].toString(), s("token-of-github/work"));
    }

    void nobodyIsAskedAboutAnAccountThatIsNotThere()
    {
        QCOMPARE(client->error(s("get_token"), about("spotify", "unknown")), -32001);
        QCOMPARE(client->lastError[u"message"].toString(), s("account not found: spotify/unknown"));
        const QJsonObject data = client->lastError[u"data"].toObject();
        QCOMPARE(data[u"code"].toString(), s("not_found"));
        QCOMPARE(data[u"service"].toString(), s("spotify"));
        QCOMPARE(data[u"account"].toString(), s("unknown"));
        QCOMPARE(data[u"retryable"].toBool(), false);
        QVERIFY(!data[u"remedy"].toString().isEmpty());
        QVERIFY(house->consent.asked.isEmpty());
    }

    void withoutConsentNoSecretIsTouched_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QJsonObject>("params");
        QTest::addColumn<int>("wish");
        using core::Wish;
        const auto row = [](const char *method, const QJsonObject &params, Wish wish) {
            QTest::newRow(method) << s(method) << params << int(wish);
        };
        row("get_token", about("github", "work"), Wish::Use);
        row("refresh_token", about("github", "work"), Wish::Use);
        row("refresh_if_needed",
            about("github", "work", {{s("min_valid_seconds"), 86400}}),
            Wish::Use);
        row("remove_account", about("github", "work", {{s("force"), true}}), Wish::Remove);
        row("add_account",
            about("openai", "research", {{s("api_key"), s("sk-1234567890")}}),
            Wish::Change);
        row("set_client",
            with({{s("provider"), s("github")}, {s("client_id"), s("x")}}),
            Wish::Change);
    }

    void withoutConsentNoSecretIsTouched()
    {
        QFETCH(QString, method);
        QFETCH(QJsonObject, params);
        QFETCH(int, wish);
        house->signIn.clients = {s("github")};
        house->consent.refusal = base::Error{base::ErrorCode::Denied, s("No."), {}, {}};
        const auto accounts = house->accounts.views.size();
        QCOMPARE(client->error(method, params), -32003);
        QCOMPARE(house->consent.asked.size(), 1);
        QCOMPARE(int(house->consent.asked[0].wish), wish);
        QVERIFY(house->tokens.taken.isEmpty());
        QVERIFY(house->tokens.refreshed.isEmpty());
        QVERIFY(house->signIn.clientId.isEmpty());
        QCOMPARE(house->accounts.views.size(), accounts);
    }

    void errorsOfTheHouseHaveTheirNumbers_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("number");
        using enum base::ErrorCode;
        const auto row = [](const char *name, base::ErrorCode code, int number) {
            QTest::newRow(name) << int(code) << number;
        };
        row("not_found", NotFound, -32001);
        row("locked", Locked, -32002);
        row("denied", Denied, -32003);
        row("sign_in_required", SignInRequired, -32004);
        row("expired", Expired, -32005);
        row("unreachable", Unreachable, -32006);
        row("timed_out", TimedOut, -32007);
        row("tool_failed", ToolFailed, -32008);
        row("conflict", Conflict, -32009);
        row("corrupt", Corrupt, -32010);
        row("unsupported", Unsupported, -32011);
        row("cancelled", Cancelled, -32012);
        row("invalid_input", InvalidInput, -32602);
        row("internal", Internal, -32603);
    }

    void errorsOfTheHouseHaveTheirNumbers()
    {
        QFETCH(int, code);
        QFETCH(int, number);
        const auto errorCode = base::ErrorCode(code);
        house->tokens.errors.insert(*core::AccountId::parse(s("github/work")),
                                    base::Error{errorCode, s("m"), s("r"), base::Retryable::Yes});
        QCOMPARE(client->error(s("get_token"), about("github", "work")), number);
        QCOMPARE(client->lastError[u"message"].toString(), s("m"));
        QCOMPARE(client->lastError[u"data"][u"code"].toString(), base::nameOf(errorCode));
        QCOMPARE(client->lastError[u"data"][u"remedy"].toString(), s("r"));
        QCOMPARE(client->lastError[u"data"][u"retryable"].toBool(), true);
    }

    void wrongParametersNameThemselves_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QJsonValue>("params");
        QTest::addColumn<QString>("part");
        const auto row =
            [](const char *name, const char *method, QJsonValue params, const char *part) {
                QTest::newRow(name) << s(method) << std::move(params) << s(part);
            };
        row("missing", "get_token", with({{s("service"), s("github")}}), "account: a string");
        row("none", "get_token", QJsonValue::Undefined, "service: a string");
        row("null for a compulsory one",
            "get_token",
            about("github", "work", {{s("service"), {}}}),
            "service: a string");
        row("number for text",
            "get_token",
            about("github", "work", {{s("service"), 5}}),
            "service: a string");
        row("text for number",
            "get_token",
            about("github", "work", {{s("min_valid_seconds"), s("60")}}),
            "min_valid_seconds: a whole number from 0 to 86400");
        row("negative",
            "get_token",
            about("github", "work", {{s("min_valid_seconds"), -1}}),
            "min_valid_seconds");
        row("fraction",
            "get_token",
            about("github", "work", {{s("min_valid_seconds"), 1.5}}),
            "min_valid_seconds");
        row("text for list",
            "get_token",
            about("github", "work", {{s("scopes"), s("a b")}}),
            "scopes: an array of strings");
        row("list of numbers",
            "get_token",
            about("github", "work", {{s("scopes"), QJsonArray{1}}}),
            "scopes: an array of strings");
        row("too long a text",
            "get_token",
            about("github", "work", {{s("audience"), QString(10'000, u'x')}}),
            "audience");
        row("unknown name",
            "get_token",
            about("github", "work", {{s("acount"), s("x")}}),
            "no parameter ‘acount’");
        row("too many", "lock", QJsonArray{1}, "There are 1 parameters, at most 0");
        row("word for flag",
            "remove_account",
            about("github", "work", {{s("force"), s("yes")}}),
            "force: true or false");
        row("no choice",
            "add_account",
            about("github", "new", {{s("method"), s("telepathy")}}),
            "method: one of browser, device, api_key");
        row("no time",
            "add_account",
            about("github", "new", {{s("expires_at"), s("tomorrow")}}),
            "expires_at: a time such as");
        row("time without a zone",
            "add_account",
            about("github", "new", {{s("expires_at"), s("2026-12-01T00:00:00")}}),
            "expires_at: a time such as");
        row("bad name", "get_token", about("git hub/", "work"), "");
        row("unknown topic",
            "subscribe",
            with({{s("topics"), QJsonArray{s("weather")}}}),
            "weather");
        row("unknown kind",
            "audit.tail",
            with({{s("kinds"), QJsonArray{s("weather")}}}),
            "weather");
        row("no span", "audit.tail", with({{s("since"), s("yesterday")}}), "since: a time");
        row("limit",
            "audit.tail",
            with({{s("limit"), 0}}),
            "limit: a whole number from 1 to 10000");
        row("policy",
            "set_consent",
            about("github", "work", {{s("policy"), s("maybe")}}),
            "policy: one of");
        row("wrong setting's type",
            "config.set",
            with({{s("key"), s("clipboard.clear_seconds")}, {s("value"), s("soon")}}),
            "clipboard.clear_seconds: a whole number");
        row("wrong flag",
            "config.set",
            with({{s("key"), s("notify.expiry")}, {s("value"), 3}}),
            "notify.expiry: true or false");
    }

    void wrongParametersNameThemselves()
    {
        QFETCH(QString, method);
        QFETCH(QJsonValue, params);
        QFETCH(QString, part);
        QCOMPARE(client->error(method, params), -32602);
        QCOMPARE(client->lastError[u"data"][u"code"].toString(), s("invalid_input"));
        QVERIFY2(client->lastError[u"message"].toString().contains(part),
                 qPrintable(client->lastError[u"message"].toString()));
        // The connection lives on.
        QCOMPARE(client->result(s("status"))[u"version"].toString(), s("1.2.3"));
    }

    void accountsAreListedWithoutAsking()
    {
        QJsonArray all = client->result(s("list_accounts"))[u"accounts"].toArray();
        QCOMPARE(all.size(), house->accounts.views.size());
        const QJsonArray aws =
            client->result(s("list_accounts"), with({{s("service"), s("AWS")}}))[u"accounts"]
                .toArray();
        QCOMPARE(aws.size(), 3);
        const QJsonObject one = client->result(s("get_account"), about("github", "work"));
        for (const char *name : {"service",
                                 "account",
                                 "id",
                                 "kind",
                                 "provider",
                                 "provider_name",
                                 "identity",
                                 "scopes",
                                 "labels",
                                 "created_at",
                                 "last_used",
                                 "expires_at",
                                 "standing",
                                 "consent",
                                 "issued_at",
                                 "renewable",
                                 "issuer",
                                 "client_id",
                                 "trouble"})
            QVERIFY2(one.contains(QLatin1String(name)), name);
        QCOMPARE(one[u"standing"].toString(), s("valid"));
        QCOMPARE(one[u"consent"].toString(), s("default"));
        QCOMPARE(one[u"expires_at"].toString(), s("2026-11-22T12:42:05Z"));
        QVERIFY(house->consent.asked.isEmpty());
        const QJsonObject status = client->result(s("accounts_status"));
        QCOMPARE(status[u"all_valid"].toBool(), false);
        QCOMPARE(status[u"any_expiring_soon"].toBool(), true);
        QCOMPARE(status[u"accounts"].toArray().size(), all.size());
        const QJsonObject first = status[u"accounts"].toArray()[0].toObject();
        QCOMPARE(first[u"account"].toString(), s("prod-deploy"));
        QCOMPARE(first[u"token_valid"].toBool(), true);
        QCOMPARE(first[u"expires_soon"].toBool(), true);
    }

    void removingTellsWhatCouldNotBeDone()
    {
        house->accounts.removeRemark = s("github.com did not answer.");
        const QJsonObject got = client->result(s("remove_account"), about("github", "work"));
        QCOMPARE(got[u"removed"].toBool(), true);
        QCOMPARE(got[u"remark"].toString(), s("github.com did not answer."));
        QCOMPARE(house->accounts.removedBy, (QStringList{s("git")}));
    }

    void refreshingGivesNoToken()
    {
        const QJsonObject got = client->result(s("refresh_token"), about("github", "work"));
        QCOMPARE(got[u"refreshed"].toBool(), true);
        QVERIFY(!got.contains(u"token") && !got.contains(u"access_token"));
        QCOMPARE(house->tokens.refreshed, (QStringList{s("github/work by git")}));
        // 42 minutes are left: enough for a minute, not for an hour.
        QCOMPARE(
            client->result(s("refresh_if_needed"), about("github", "work"))[u"refreshed"].toBool(),
            false);
        QCOMPARE(house->tokens.refreshed.size(), 1);
        QCOMPARE(
            client
                ->result(s("refresh_if_needed"),
                         about("github", "work", {{s("min_valid_seconds"), 3600}}))[u"refreshed"]
                .toBool(),
            true);
        QCOMPARE(house->tokens.refreshed.size(), 2);
    }

    void referencesAreResolved()
    {
        QJsonObject got = client->result(s("resolve"), QJsonArray{s("auth://github/work/token")});
        QCOMPARE(got[u"type"].toString(), s("token"));
        QCOMPARE(got[u"value"].toString(), s("value of auth://github/work/token"));
        QCOMPARE(got[u"access_token"], got[u"value"]);
        QCOMPARE(got[u"expires_at"].toString(), s("2026-11-22T12:42:05Z"));
        got = client->result(s("resolve"),
                             with({{s("reference"), s("ref+echo://a")}, {s("folder"), s("/tmp")}}));
        QCOMPARE(got[u"type"].toString(), s("value"));
        QVERIFY(!got.contains(u"token"));
        QCOMPARE(house->references.requests[1].folder, s("/tmp"));
        QVERIFY(house->references.requests[1].program);
        house->references.suffix = "\xff";
        got = client->result(s("resolve"), QJsonArray{s("ref+file://x")});
        QCOMPARE(got[u"encoding"].toString(), s("base64"));
        QCOMPARE(QByteArray::fromBase64(got[u"value"].toString().toLatin1()),
                 QByteArray("value of ref+file://x\xff"));
    }

    void statusTellsHowTheAgentIs()
    {
        house->clock.advance(std::chrono::seconds(90));
        const QJsonObject got = client->result(s("status"));
        QCOMPARE(got[u"pid"].toInteger(), QCoreApplication::applicationPid());
        QCOMPARE(got[u"account_count"].toInt(), int(house->accounts.views.size()));
        QCOMPARE(got[u"state"].toString(), s("unlocked"));
        QCOMPARE(got[u"store"][u"kind"].toString(), s("keyring"));
        QCOMPARE(got[u"store"][u"state"].toString(), s("ready"));
        QCOMPARE(got[u"screen"].toBool(), true);
        QCOMPARE(got[u"uptime_seconds"].toInt(), 90);
        QCOMPARE(got[u"started_at"].toString(), s("2026-11-22T12:00:00Z"));
        QCOMPARE(got[u"socket"].toString(), house->paths.agentSocket());
        for (const char *name : {"reason", "needs_passphrase", "waiting", "profile"})
            QVERIFY2(got.contains(QLatin1String(name)), name);
    }

    void lockingAndUnlocking()
    {
        house->lock.passphraseNeeded = true;
        QCOMPARE(client->result(s("lock"))[u"state"].toString(), s("locked"));
        QCOMPARE(house->lock.lockedBy, (QStringList{s("git")}));
        QCOMPARE(client->error(s("unlock"), QJsonArray{s("wrong")}), -32003);
        QCOMPARE(client->result(s("unlock"), QJsonArray{s("open sesame")})[u"state"].toString(),
                 s("unlocked"));
    }

private:
    std::unique_ptr<RpcHouse> house;
    std::unique_ptr<LineClient> client;
};

QTEST_GUILESS_MAIN(MethodsTest)
#include "tst_methods.moc"
