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

//! Adding accounts: keys at once, sign-ins with their progress.
class SignInMethodsTest : public QObject
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

    void aSignInReplacesOnlyWhatTheOwnerWasAskedAbout()
    {
        const QJsonObject begun =
            client->result(s("add_account"), about("github", "work", {{s("method"), s("device")}}));
        QVERIFY(!begun[u"sign_in_id"].toString().isEmpty());
        QCOMPARE(house->consent.asked.size(), 1);
        QCOMPARE(house->consent.asked[0].wish, core::Wish::Change);
        QVERIFY(house->signIn.requests.value(0).mayReplace);
    }

    void anApiKeyIsAddedAtOnce()
    {
        const QJsonObject got =
            client->result(s("add_account"),
                           about("openai",
                                 "new",
                                 {{s("api_key"), s(" sk-proj-1234567890 ")},
                                  {s("identity"), s("me")},
                                  {s("expires_at"), s("2027-01-01T01:00:00+01:00")},
                                  {s("labels"), QJsonArray{s("lab")}}}));
        QCOMPARE(got[u"added"].toBool(), true);
        const QJsonObject account = got[u"account"].toObject();
        QCOMPARE(account[u"kind"].toString(), s("api_key"));
        QCOMPARE(account[u"provider"].toString(), s("openai"));
        QCOMPARE(account[u"expires_at"].toString(), s("2027-01-01T00:00:00Z"));
        QCOMPARE(account[u"labels"].toArray(), (QJsonArray{s("lab")}));
        QVERIFY(house->consent.asked.isEmpty());
        QCOMPARE(client->error(s("add_account"), about("x", "y", {{s("method"), s("api_key")}})),
                 -32602);
        QCOMPARE(client->error(s("add_account"), about("x", "y", {{s("api_key"), s("")}})), -32602);
    }

    void aSignInReportsOnItsOwnConnectionUntilItEnds()
    {
        LineClient other(*house);
        const QJsonObject begun =
            client->result(s("add_account"), about("github", "new", {{s("method"), s("device")}}));
        const QString id = begun[u"sign_in_id"].toString();
        QVERIFY(!id.isEmpty());
        QCOMPARE(house->signIn.requests.size(), 1);
        QCOMPARE(house->signIn.requests[0].provider, s("github"));
        QCOMPARE(house->signIn.requests[0].method, core::SignInMethod::Device);
        QCOMPARE(house->signIn.requests[0].actor, s("git"));
        QVERIFY(!house->signIn.requests[0].mayReplace); // nobody was asked about that
        using Step = core::SignInProgress::Step;
        core::SignInProgress progress = house->signIn.at(Step::WaitingForCode);
        progress.userCode = s("WDJB-MJHT");
        progress.verificationUri = QUrl(s("https://github.com/login/device"));
        house->signIn.progress.announce(progress);
        const QJsonObject told = client->nextObject();
        QCOMPARE(told[u"method"].toString(), s("sign_in.progress"));
        QVERIFY(!told.contains(u"id"));
        QCOMPARE(told[u"params"][u"step"].toString(), s("waiting_for_code"));
        QCOMPARE(told[u"params"][u"user_code"].toString(), s("WDJB-MJHT"));
        QCOMPARE(told[u"params"][u"verification_uri"].toString(),
                 s("https://github.com/login/device"));
        QCOMPARE(told[u"params"][u"sign_in_id"].toString(), id);

        const QJsonObject mine = with({{s("sign_in_id"), id}});
        QCOMPARE(other.error(s("sign_in.cancel"), mine), -32001);
        QVERIFY(client->ask(s("sign_in.open_again"), mine).contains(u"result"));
        QCOMPARE(house->signIn.opened, 1);
        QVERIFY(
            client
                ->ask(s("sign_in.redirect"),
                      with({{s("sign_in_id"), id}, {s("address"), s("http://127.0.0.1/?code=1")}}))
                .contains(u"result"));
        QCOMPARE(house->signIn.pasted.size(), 1);

        progress = house->signIn.at(Step::Failed);
        progress.error = base::Error{base::ErrorCode::Denied, s("Declined."), s("Again."), {}};
        house->signIn.progress.announce(progress);
        const QJsonObject failed = client->nextObject();
        QCOMPARE(failed[u"params"][u"step"].toString(), s("failed"));
        QCOMPARE(failed[u"params"][u"error"][u"code"].toString(), s("denied"));
        QCOMPARE(failed[u"params"][u"error"][u"number"].toInt(), -32003);
        QCOMPARE(client->error(s("sign_in.cancel"), mine), -32001);
        QVERIFY(other.lines.isEmpty());
    }

    void aConnectionThatClosesCancelsItsSignIns()
    {
        const QString id =
            client->result(s("add_account"), about("github", "new"))[u"sign_in_id"].toString();
        client->socket.disconnectFromServer();
        QTRY_COMPARE(house->signIn.cancelled, (QStringList{id}));
    }

    void providersAndClients()
    {
        const QJsonArray all = client->result(s("providers.list"))[u"providers"].toArray();
        QCOMPARE(all.size(), house->signIn.known.size());
        QJsonObject github;
        for (const QJsonValue &one : all) {
            if (one[u"id"] == s("github"))
                github = one.toObject();
        }
        QCOMPARE(github[u"name"].toString(), s("GitHub"));
        QCOMPARE(github[u"methods"].toArray(),
                 (QJsonArray{s("browser"), s("device"), s("api_key")}));
        QCOMPARE(github[u"needs_client"].toBool(), true);
        QCOMPARE(github[u"hosts"].toArray(), (QJsonArray{s("github.com")}));
        QVERIFY(client
                    ->ask(s("set_client"),
                          with({{s("provider"), s("github")},
                                {s("client_id"), s("Iv1.1")},
                                {s("client_secret"), s("shh")}}))
                    .contains(u"result"));
        QCOMPARE(house->signIn.clientId, s("Iv1.1"));
        QCOMPARE(house->signIn.clientSecret, QByteArray("shh"));
        QVERIFY(house->consent.asked.isEmpty());
        QCOMPARE(client->error(s("add_account"), about("unheard-of", "me")), -32001);
        QCOMPARE(client->error(s("add_account"), about("stripe", "me")), -32602);
        QCOMPARE(client->error(s("add_account"), about("x", "me", {{s("provider"), s("nope")}})),
                 -32001);
    }

private:
    std::unique_ptr<RpcHouse> house;
    std::unique_ptr<LineClient> client;
};

QTEST_GUILESS_MAIN(SignInMethodsTest)
#include "tst_signinmethods.moc"
