// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/rpchouse.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

//! oidc-agent's door: what is documented of its protocol, and Debian's own oidc-token.
class OidcAgentDoorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        house = std::make_unique<RpcHouse>();
        VERIFY_RESULT(house->settings.set(core::setting::socketOidcAgent, true));
        house->listen();
        path = house->paths.runtime + s("/oidc-agent.sock");
    }
    void cleanup() { house.reset(); }
    void cleanupTestCase() { settleEverything(); }

    void itIsThereWhileItsSettingIsOn()
    {
        QVERIFY(QFile::exists(path));
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        VERIFY_RESULT(house->settings.set(core::setting::socketOidcAgent, false));
        QVERIFY(!QFile::exists(path));
        VERIFY_RESULT(house->settings.set(core::setting::socketOidcAgent, true));
        QVERIFY(QFile::exists(path));
    }

    void aPlainRequestGetsATokenWithConsent()
    {
        const QJsonObject got = ask(
            R"({"request":"access_token","account":"github/work","min_valid_period":60,"application_hint":"test"})");
        QCOMPARE(got[u"status"].toString(), s("success"));
        QCOMPARE(got[u"access_token"].toString(), s("token-of-github/work"));
        QVERIFY(got.contains(u"issuer"));
        QVERIFY(got[u"expires_at"].isDouble());
        QCOMPARE(house->consent.asked.size(), 1);
        QCOMPARE(house->consent.asked[0].account.joined(), s("github/work"));
        house->consent.refusal =
            base::Error{base::ErrorCode::Denied, s("You said no."), s("Ask."), {}};
        const QJsonObject refused = ask(R"({"request":"access_token","account":"github/work"})");
        QCOMPARE(refused[u"status"].toString(), s("failure"));
        QCOMPARE(refused[u"error"].toString(), s("You said no."));
        QCOMPARE(refused[u"info"].toString(), s("Ask."));
        QVERIFY(!refused.contains(u"access_token"));
    }

    void accountsAreFoundByOneWordToo_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QString>("expected");
        QTest::newRow("service") << QByteArray(R"("account":"github")")
                                 << s("token-of-github/work");
        QTest::newRow("account") << QByteArray(R"("account":"work")") << s("token-of-github/work");
        QTest::newRow("several") << QByteArray(R"("account":"acme")") << QString();
        QTest::newRow("none") << QByteArray(R"("account":"nobody")") << QString();
        QTest::newRow("nothing") << QByteArray(R"("x":1)") << QString();
        QTest::newRow("unknown issuer")
            << QByteArray("\"issuer\":\"https://unknown.example/\"") << QString();
    }

    void accountsAreFoundByOneWordToo()
    {
        QFETCH(QByteArray, request);
        QFETCH(QString, expected);
        const QJsonObject got = ask(R"({"request":"access_token",)" + request + '}');
        QCOMPARE(got[u"access_token"].toString(), expected);
        QCOMPARE(got[u"status"].toString(), expected.isEmpty() ? s("failure") : s("success"));
        QCOMPARE(got.contains(u"error"), expected.isEmpty());
    }

    void theLoadedAccountsAreListed()
    {
        const QJsonObject got = ask(R"({"request":"loaded_accounts"})");
        QVERIFY(got[u"info"].toArray().contains(s("github/work")));
        QVERIFY(!got[u"info"].toArray().contains(s("openai/research")));
        QCOMPARE(ask(R"({"request":"gen"})")[u"status"].toString(), s("failure"));
    }

    void whatIsNoRequestIsToldSo_data()
    {
        QTest::addColumn<QByteArray>("request");
        const auto row = [](const char *name, const QByteArray &request) {
            QTest::newRow(name) << request;
        };
        row("empty object", "{}");
        row("no JSON", "{request: access_token}");
        row("comma at the end", R"({"request":"access_token","account":"work",})");
        row("two objects", R"({"request":"loaded_accounts"}{"request":"loaded_accounts"})");
        row("a name twice", R"({"request":"access_token","account":"work","account":"acme"})");
        row("brackets that do not fit", R"({"request":["access_token"}]})");
        row("too deep",
            R"({"request":"access_token","account":)" + QByteArray(500, '[') + QByteArray(500, ']')
                + '}');
        row("no UTF-8", "{\"request\":\"access_token\",\"account\":\"wo\xff\"}");
        row("half a surrogate", R"({"request":"access_token","account":"\ud800"})");
        row("request is an object", R"({"request":{"request":"access_token"},"account":"work"})");
        row("request is an array", R"({"request":["access_token"],"account":"work"})");
        row("request is null", R"({"request":null,"account":"work"})");
        row("request in capitals", R"({"request":"ACCESS_TOKEN","account":"work"})");
        row("account is a number", R"({"request":"access_token","account":5})");
        row("account is an array", R"({"request":"access_token","account":["work"]})");
        row("issuer is true", R"({"request":"access_token","issuer":true})");
        // Ignored, these would give a token with more rights than were asked for.
        row("scope is an array", R"({"request":"access_token","account":"work","scope":["a"]})");
        row("audience is an object",
            R"({"request":"access_token","account":"work","audience":{"a":1}})");
        row("period is a fraction",
            R"({"request":"access_token","account":"work","min_valid_period":1.5})");
        row("period is a word",
            R"({"request":"access_token","account":"work","min_valid_period":"long"})");
        row("period is too large",
            R"({"request":"access_token","account":"work","min_valid_period":99999999999999999999})");
    }

    void whatIsNoRequestIsToldSo()
    {
        QFETCH(QByteArray, request);
        const QJsonObject got = ask(request);
        QCOMPARE(got[u"status"].toString(), s("failure"));
        QVERIFY2(got[u"error"].toString().startsWith(s("Bad Request: ")),
                 qPrintable(got[u"error"].toString()));
        QVERIFY(!got.contains(u"access_token"));
        QVERIFY(house->consent.asked.isEmpty());
        QVERIFY(house->tokens.taken.isEmpty());
    }

    void whatOthersWriteDifferentlyIsUnderstood_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("spaces") << QByteArray(
            "{ \"request\" : \"access_token\" ,\r\n\t\"account\" : \"work\" } \n");
        QTest::newRow("nulls") << QByteArray(
            R"({"request":"access_token","account":"work","issuer":null,"scope":null,"audience":null,"min_valid_period":null})");
        QTest::newRow("a number as a text")
            << QByteArray(R"({"request":"access_token","account":"work","min_valid_period":"60"})");
        QTest::newRow("a period below nothing")
            << QByteArray(R"({"request":"access_token","account":"work","min_valid_period":-60})");
        QTest::newRow("braces in a text") << QByteArray(
            "{\"request\":\"access_token\",\"hint\":\"}{\\\"}\\\\\",\"account\":\"work\"}");
        QTest::newRow("members that nobody knows") << QByteArray(
            R"({"request":"access_token","account":"work","x":{"request":"gen","y":[[]]},"z":1e9})");
    }

    void whatOthersWriteDifferentlyIsUnderstood()
    {
        QFETCH(QByteArray, request);
        const QJsonObject got = ask(request);
        QCOMPARE(got[u"access_token"].toString(), s("token-of-github/work"));
    }

    void aRequestMayComeInPieces()
    {
        LineClient client(path);
        const QByteArray request = "{\"request\":\"access_token\",\"account\":\"wo}rk\"}";
        for (const char letter : request) {
            client.socket.write(&letter, 1);
            client.socket.flush();
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY(!client.isConnected());
        QVERIFY(client.rest().contains("account not found: wo}rk"));
    }

    void whatIsCutOffGetsNoAnswerAndKeepsNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("half an object") << QByteArray("{\"request\":\"access_token\",\"acc");
        QTest::newRow("open text") << QByteArray("{\"request\":\"access_token}}");
        QTest::newRow("half a key") << QByteArray(32, 'k').toBase64().left(20);
        QTest::newRow("nothing") << QByteArray();
    }

    void whatIsCutOffGetsNoAnswerAndKeepsNothing()
    {
        QFETCH(QByteArray, bytes);
        {
            LineClient client(path);
            QTRY_VERIFY(client.isConnected());
            client.socket.write(bytes);
            client.socket.flush();
            QTest::qWait(0);
            QVERIFY(client.isConnected());
            QVERIFY(client.rest().isEmpty());
        }
        QTRY_COMPARE(house->server->connections(), 0);
        QCOMPARE(ask(R"({"request":"access_token","account":"work"})")[u"status"].toString(),
                 s("success"));
        QCOMPARE(house->consent.asked.size(), 1);
    }

    void aSealedRequestThatIsWrongEndsTheConnection_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray nonce = QByteArray(24, 'n').toBase64();
        const QByteArray cipher = QByteArray(26, 'c').toBase64();
        const auto row = [](const char *name, const QByteArray &bytes) {
            QTest::newRow(name) << bytes;
        };
        row("no number", "x:" + nonce + ':' + cipher);
        row("below nothing", "-1:" + nonce + ':' + cipher);
        row("too large", "65537:" + nonce + ':');
        row("a number without end", QByteArray(40, '9'));
        row("short nonce", "10:" + QByteArray(23, 'n').toBase64().left(31) + ":" + cipher);
        row("long nonce", "10:" + QByteArray(40, 'n').toBase64());
        row("no base64", "10:" + QByteArray(32, '!') + ':' + cipher);
        row("more than it says", "9:" + nonce + ':' + cipher + "AAAA");
        row("four parts", "10:" + nonce + ':' + cipher.left(20) + ':' + cipher.mid(20));
        row("sealed for somebody else", "10:" + nonce + ':' + cipher);
    }

    void aSealedRequestThatIsWrongEndsTheConnection()
    {
        QFETCH(QByteArray, bytes);
        LineClient client(path);
        client.socket.write(QByteArray(32, 'k').toBase64());
        QTRY_COMPARE(client.rest().size(), 44); // the agent's key
        client.socket.write(bytes);
        QTRY_VERIFY(!client.isConnected());
        QCOMPARE(client.rest().size(), 44);
        QVERIFY(house->consent.asked.isEmpty());
    }

    void nonsenseEndsTheConnectionAndNothingElse_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("words") << QByteArray(100, 'x');
        QTest::newRow("zeros") << QByteArray(64, '\0');
        QTest::newRow("too large") << '{' + QByteArray(100'000, ' ');
        QTest::newRow("too large and whole")
            << "{\"request\":\"access_token\",\"account\":\"" + QByteArray(70'000, 'a') + "\"}";
        QTest::newRow("zero key") << QByteArray(32, '\0').toBase64();
        QTest::newRow("key and more") << QByteArray(32, 'k').toBase64() + "rest";
    }

    void nonsenseEndsTheConnectionAndNothingElse()
    {
        QFETCH(QByteArray, bytes);
        LineClient client(path);
        client.socket.write(bytes);
        QTRY_VERIFY(!client.isConnected());
        QCOMPARE(ask(R"({"request":"access_token","account":"work"})")[u"status"].toString(),
                 s("success"));
    }

    void theRealOidcTokenWorksAgainstUs()
    {
        const QString program = QStandardPaths::findExecutable(s("oidc-token"));
        if (program.isEmpty())
            QSKIP("oidc-token (oidc-agent-cli) is not installed");
        const auto run = [&](const QStringList &arguments, QByteArray *errors = nullptr) {
            QProcess process;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(s("OIDC_SOCK"), path);
            process.setProcessEnvironment(environment);
            process.start(program, arguments);
            static_cast<void>(QTest::qWaitFor(
                [&process] { return process.state() == QProcess::NotRunning; }, 20'000));
            if (errors)
                *errors = process.readAllStandardError();
            return process.readAllStandardOutput().trimmed();
        };
        QByteArray errors;
        QCOMPARE(run({s("github/work")}, &errors), QByteArray("token-of-github/work"));
        QCOMPARE(run({s("work"), s("--time=600")}), QByteArray("token-of-github/work"));
        QCOMPARE(house->consent.asked.size(), 2);
        QCOMPARE(house->tokens.taken.last(), s("github/work by git as token_issued"));
        QCOMPARE(run({s("nobody/here")}, &errors), QByteArray());
        QVERIFY2(errors.contains("account not found: nobody/here"), errors.constData());
    }

private:
    QJsonObject ask(const QByteArray &request)
    {
        LineClient client(path);
        client.socket.write(request);
        static_cast<void>(QTest::qWaitFor([&] { return !client.isConnected(); }, 10'000));
        const QByteArray all = client.rest() + client.socket.readAll();
        return QJsonDocument::fromJson(all).object();
    }

    std::unique_ptr<RpcHouse> house;
    QString path;
};

QTEST_GUILESS_MAIN(OidcAgentDoorTest)
#include "tst_oidcagentdoor.moc"
