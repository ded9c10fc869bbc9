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

    void nonsenseEndsTheConnectionAndNothingElse_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("words") << QByteArray(100, 'x');
        QTest::newRow("zeros") << QByteArray(64, '\0');
        QTest::newRow("too large") << '{' + QByteArray(100'000, ' ');
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
