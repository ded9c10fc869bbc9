// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scriptedagent.h"

#include <QElapsedTimer>
#include <QTest>

#include <fcntl.h>
#include <latchkey/client.h>

using latchkey::Client;
using latchkey::ErrorCode;
using Answer = ScriptedAgent::Answer;

namespace {

latchkey::Options optionsFor(const ScriptedAgent &agent, int milliseconds = 20'000)
{
    latchkey::Options options;
    options.socket = agent.path().toStdString();
    options.timeout = latchkey::Milliseconds(milliseconds);
    return options;
}

const char *const tokenAnswer =
    R"({"service":"github","account":"work","token":"s3cret","access_token":"s3cret",
        "token_type":"Bearer","expires_at":"2026-11-22T19:00:00Z","expires_in":3600,
        "scopes":["repo","user"],"kind":"oauth"})";

} // namespace

//! The C++ client against an agent that follows a script, and against ones that misbehave.
class ClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesATokenWithWhatBelongsToIt()
    {
        ScriptedAgent agent([](const QJsonObject &request) -> Answer {
            return {ScriptedAgent::result(request, ScriptedAgent::json(tokenAnswer))};
        });
        auto client = Client::connect(optionsFor(agent));
        QVERIFY(client.hasValue());

        const auto token = client->token("github", "work", {600, {"repo"}, "api"});

        QVERIFY(token.hasValue());
        QCOMPARE(token->value.expose(), std::string_view("s3cret"));
        QCOMPARE(token->type, std::string("Bearer"));
        QCOMPARE(token->expiresIn.value_or(0), 3600);
        QCOMPARE(token->scopes.size(), std::size_t(2));
        const QJsonObject request = agent.requests().value(0);
        QCOMPARE(request.value(QStringLiteral("method")).toString(), QStringLiteral("get_token"));
        QCOMPARE(request.value(QStringLiteral("params")).toObject(),
                 ScriptedAgent::json(R"({"service":"github","account":"work",
                     "min_valid_seconds":600,"scopes":["repo"],"audience":"api"})"));
    }

    void listsAccounts()
    {
        ScriptedAgent agent([](const QJsonObject &request) -> Answer {
            return {ScriptedAgent::result(
                request,
                ScriptedAgent::json(R"({"accounts":[{"service":"a","account":"b"},{}]})"))};
        });
        auto client = Client::connect(optionsFor(agent));

        const auto accounts = client->accounts("a");

        QVERIFY(accounts.hasValue());
        QCOMPARE(accounts->size(), std::size_t(2));
        QCOMPARE((*accounts)[0].service, std::string("a"));
    }

    void errorsKeepCodeWordsAndRemedy()
    {
        ScriptedAgent agent([](const QJsonObject &request) -> Answer {
            return {ScriptedAgent::error(request, -32001, "not_found", "account not found: a/b")};
        });
        auto client = Client::connect(optionsFor(agent));

        const auto token = client->token("a", "b");

        QVERIFY(!token.hasValue());
        QCOMPARE(token.error().code, ErrorCode::NotFound);
        QCOMPARE(token.error().message, std::string("account not found: a/b"));
        QCOMPARE(token.error().remedy, std::string("Do the other thing."));
    }

    void aNumberAloneIsEnough_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<int>("code");
        const auto row = [](int number, ErrorCode code) {
            QTest::newRow(QByteArray::number(number).constData())
                << number << static_cast<int>(code);
        };
        row(-32700, ErrorCode::InvalidInput);
        row(-32601, ErrorCode::Unsupported);
        row(-32603, ErrorCode::Internal);
        row(-32001, ErrorCode::NotFound);
        row(-32002, ErrorCode::Locked);
        row(-32003, ErrorCode::Denied);
        row(-32004, ErrorCode::SignInRequired);
        row(-32005, ErrorCode::Expired);
        row(-32006, ErrorCode::Unreachable);
        row(-32007, ErrorCode::TimedOut);
        row(-32008, ErrorCode::ToolFailed);
        row(-32009, ErrorCode::Conflict);
        row(-32010, ErrorCode::Corrupt);
        row(-32011, ErrorCode::Unsupported);
        row(-32012, ErrorCode::Cancelled);
        row(-32013, ErrorCode::Busy);
        row(-1, ErrorCode::Internal);
    }

    void aNumberAloneIsEnough()
    {
        QFETCH(const int, number);
        QFETCH(const int, code);
        ScriptedAgent agent([number](const QJsonObject &request) -> Answer {
            return {ScriptedAgent::error(request, number, "", "words")};
        });
        auto client = Client::connect(optionsFor(agent));

        const auto answer = client->call("anything");

        QCOMPARE(static_cast<int>(answer.error().code), code);
    }

    void noticesWaitForTheirReader()
    {
        ScriptedAgent agent([](const QJsonObject &request) -> Answer {
            return {
                ScriptedAgent::notice("event", {{QStringLiteral("topic"), QStringLiteral("one")}})
                + ScriptedAgent::result(request, {})
                + ScriptedAgent::notice("event",
                                        {{QStringLiteral("topic"), QStringLiteral("two")}})};
        });
        auto client = Client::connect(optionsFor(agent));

        QVERIFY(client->subscribe().hasValue());
        const auto first = client->notice(std::chrono::seconds(20));
        const auto second = client->notice(std::chrono::seconds(20));
        const auto third = client->notice(std::chrono::milliseconds(0));

        QCOMPARE(first->params["topic"].text(), std::string_view("one"));
        QCOMPARE(second->params["topic"].text(), std::string_view("two"));
        QCOMPARE(third.error().code, ErrorCode::TimedOut);
    }

    void brokenAgentsAreToldApart_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<int>("code");
        const auto row =
            [](const char *name, const QByteArray &bytes, bool closes, ErrorCode code) {
                QTest::newRow(name) << bytes << closes << static_cast<int>(code);
            };
        row("garbage", "HTTP/1.1 400 Bad Request\r\n\r\n", false, ErrorCode::Corrupt);
        row("binary", QByteArray("\xff\x00\x01\n", 4), false, ErrorCode::Corrupt);
        row("another protocol", "{\"status\":\"success\"}\n", false, ErrorCode::Corrupt);
        row("a list", "[]\n", false, ErrorCode::Corrupt);
        row("neither result nor error",
            "{\"jsonrpc\":\"2.0\",\"id\":1}\n",
            false,
            ErrorCode::Corrupt);
        row("half a line, then the end", "{\"jsonrpc\":\"2.0\",", true, ErrorCode::Unreachable);
        row("the end at once", "", true, ErrorCode::Unreachable);
        row("silence", "", false, ErrorCode::TimedOut);
        row("half a line, then silence", "{\"jsonrpc\":", false, ErrorCode::TimedOut);
        row("an answer to somebody else",
            "{\"jsonrpc\":\"2.0\",\"id\":77,\"result\":{}}\n",
            false,
            ErrorCode::TimedOut);
        row("an error to nobody",
            "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32013,\"message\":\"full\"}}\n",
            true,
            ErrorCode::Busy);
    }

    void brokenAgentsAreToldApart()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const bool, closes);
        QFETCH(const int, code);
        ScriptedAgent agent([&](const QJsonObject &) -> Answer { return {bytes, closes}; });
        auto client = Client::connect(optionsFor(agent, 150));
        QVERIFY(client.hasValue());

        const auto answer = client->call("status");

        QVERIFY(!answer.hasValue());
        QCOMPARE(static_cast<int>(answer.error().code), code);
        QVERIFY(!answer.error().message.empty());
    }

    void waitsNoLongerThanItShould()
    {
        ScriptedAgent agent([](const QJsonObject &) -> Answer { return {}; });
        auto client = Client::connect(optionsFor(agent, 100));
        QElapsedTimer clock;
        clock.start();

        const auto answer = client->call("status");

        QCOMPARE(answer.error().code, ErrorCode::TimedOut);
        QVERIFY(clock.elapsed() >= 99);
        QVERIFY(clock.elapsed() < 5000);
    }

    void anInterruptEndsWaiting()
    {
        ScriptedAgent agent([](const QJsonObject &) -> Answer { return {}; });
        int ends[2];
        QCOMPARE(::pipe(ends), 0);
        latchkey::Options options = optionsFor(agent);
        options.interruptFd = ends[0];
        auto client = Client::connect(options);
        QCOMPARE(::write(ends[1], "", 1), 1);

        const auto answer = client->call("status");

        QCOMPARE(answer.error().code, ErrorCode::Cancelled);
        ::close(ends[0]);
        ::close(ends[1]);
    }

    void nobodyListening_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("code");
        QTest::newRow("no file") << m_folder.filePath(QStringLiteral("none.sock"))
                                 << static_cast<int>(ErrorCode::NoAgent);
        QTest::newRow("no folder")
            << QStringLiteral("/nonexistent/agent.sock") << static_cast<int>(ErrorCode::NoAgent);
        QTest::newRow("too long") << QString(200, QLatin1Char('x'))
                                  << static_cast<int>(ErrorCode::InvalidInput);
        // A socket whose agent was killed.
        const QString stale = m_folder.filePath(QStringLiteral("stale.sock"));
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, QFile::encodeName(stale).constData(), sizeof address.sun_path);
        const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
        (void)::bind(fd, reinterpret_cast<sockaddr *>(&address), sizeof address);
        ::close(fd);
        QTest::newRow("stale") << stale << static_cast<int>(ErrorCode::NoAgent);
    }

    void nobodyListening()
    {
        QFETCH(const QString, path);
        QFETCH(const int, code);
        latchkey::Options options;
        options.socket = path.toStdString();

        const auto client = Client::connect(options);

        QVERIFY(!client.hasValue());
        QCOMPARE(static_cast<int>(client.error().code), code);
    }

    void longAnswersAreRead()
    {
        const QString text(3'000'000, QLatin1Char('x'));
        ScriptedAgent agent([&](const QJsonObject &request) -> Answer {
            return {ScriptedAgent::result(request, {{QStringLiteral("value"), text}})};
        });
        auto client = Client::connect(optionsFor(agent));

        const auto value = client->resolve("echo");

        QVERIFY(value.hasValue());
        QCOMPARE(value->size(), std::size_t(3'000'000));
    }

    void aSecretThatMovesLeavesNothing()
    {
        latchkey::Secret secret("short");
        const latchkey::Secret other = std::move(secret);

        QCOMPARE(other.expose(), std::string_view("short"));
        QVERIFY(secret.isEmpty()); // NOLINT(bugprone-use-after-move)
        QCOMPARE(std::string_view(secret.exposeText(), 5), std::string_view("\0\0\0\0\0", 5));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(ClientTest)
#include "tst_client.moc"
