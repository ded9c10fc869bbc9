// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/rpchouse.h"

#include <QTest>

#include <sys/socket.h>
#include <sys/un.h>

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

//! Waits until somebody stops it; counts how many wait.
class WaitingConsent final : public core::ConsentService
{
public:
    base::Task<> permit(core::ConsentRequest, std::stop_token stop) override
    {
        const auto gate = std::make_shared<QPromise<void>>();
        gate->start();
        gates.append(gate);
        const std::stop_callback open(stop, [gate] { gate->finish(); });
        ++waits;
        const QFuture<void> opened = gate->future();
        co_await opened;
        --waits;
        if (stop.stop_requested()) {
            ++cancelled;
            co_return base::fail(base::ErrorCode::Cancelled, s("cancelled"));
        }
        co_return {};
    }
    QList<core::ConsentQuestion> waiting() const override { return {}; }
    base::Result<> answer(const QString &, const core::ConsentAnswer &, const QString &) override
    {
        return {};
    }
    base::Result<QList<core::Approval>> approvals() const override
    {
        return QList<core::Approval>();
    }
    base::Result<> revoke(const QString &, const QString &) override { return {}; }
    base::Result<> setEnd(const QString &, const QDateTime &, const QString &) override
    {
        return {};
    }
    QDateTime pausedUntil() const override { return {}; }
    void pause(const QDateTime &, const QString &) override {}

    QList<std::shared_ptr<QPromise<void>>> gates;
    int waits = 0;
    int cancelled = 0;
};

} // namespace

class ConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() { settleEverything(); }

    void requestsOfOneConnectionRunSideBySide()
    {
        RpcHouse house;
        house.listen();
        LineClient client(house);
        house.tokens.holds = true;
        client.send(s("get_token"), about("github", "work"), 1);
        client.send(s("get_token"), about("github", "work"), 2);
        QTRY_COMPARE(house.tokens.waiting, 2);
        // What is quick does not wait behind what is slow.
        client.send(s("status"), QJsonValue::Undefined, 3);
        QCOMPARE(client.nextObject()[u"id"].toInt(), 3);
        house.tokens.release();
        QSet<int> ids{client.nextObject()[u"id"].toInt(), client.nextObject()[u"id"].toInt()};
        QCOMPARE(ids, (QSet<int>{1, 2}));
    }

    void aProgramIsFoundOutOnceAConnection()
    {
        RpcHouse house;
        house.listen();
        LineClient client(house);
        for (int i = 0; i < 5; ++i)
            client.send(s("get_token"), about("github", "work"), i);
        for (int i = 0; i < 5; ++i)
            QVERIFY(client.nextObject().contains(u"result"));
        QCOMPARE(house.consent.asked.size(), 5);
        const auto first = house.consent.asked[0].program;
        for (const auto &request : std::as_const(house.consent.asked))
            QCOMPARE(request.program, first);
    }

    void batchesAreAnsweredAsOneArray()
    {
        RpcHouse house;
        house.listen();
        LineClient client(house);
        client.send(
            R"([{"jsonrpc":"2.0","method":"lock"},1,)"
            R"({"jsonrpc":"2.0","method":"status","id":"a"},)"
            R"({"jsonrpc":"2.0","method":"nope","id":"b"},)"
            R"({"jsonrpc":"2.0","method":"get_token","params":["github","work"],"id":"c"}])");
        const QJsonArray got = QJsonDocument::fromJson(client.next()).array();
        QCOMPARE(got.size(), 4);
        QHash<QString, QJsonObject> byId;
        for (const QJsonValue &one : got)
            byId.insert(one[u"id"].toString(), one.toObject());
        QCOMPARE(byId[QString()][u"error"][u"code"].toInt(), -32600);
        QVERIFY(byId[s("a")].contains(u"result"));
        QCOMPARE(byId[s("b")][u"error"][u"code"].toInt(), -32601);
        QCOMPARE(byId[s("c")][u"result"][u"token"].toString(), s("token-of-github/work"));
        QCOMPARE(house.lock.lockedBy.size(), 1);
    }

    void notificationsAreNeverAnswered()
    {
        RpcHouse house;
        house.listen();
        LineClient client(house);
        client.send(s("lock"), QJsonValue::Undefined, QJsonValue::Undefined);
        client.send(s("nope"), QJsonValue::Undefined, QJsonValue::Undefined);
        client.send(s("get_token"), QJsonArray{1}, QJsonValue::Undefined);
        client.send(R"([{"jsonrpc":"2.0","method":"status"},{"jsonrpc":"2.0","method":"nope"}])");
        QCOMPARE(client.ask(s("status"))[u"id"].toInt(), 1);
        QVERIFY(client.notifications.isEmpty());
        QCOMPARE(house.lock.lockedBy.size(), 1);
    }

    void aThousandRequestsAtOnceAreAllAnswered()
    {
        RpcHouse house;
        house.listen();
        LineClient client(house);
        house.tokens.holds = true;
        for (int i = 1; i <= 1000; ++i)
            client.send(s("get_token"), about("github", "work"), i);
        // 64 at a time; the others wait unread.
        QTRY_COMPARE(house.tokens.waiting, 64);
        QTest::qWait(20);
        QCOMPARE(house.tokens.mostWaiting, 64);
        house.tokens.release();
        QSet<int> ids;
        for (int i = 0; i < 1000; ++i)
            ids.insert(client.nextObject()[u"id"].toInt());
        QCOMPARE(ids.size(), 1000);
    }

    void itIsFoundOutWhoItIsBeforeAnythingIsAsked()
    {
        RpcHouse house;
        house.listen();
        LineClient client(house);
        QTRY_COMPARE(house.server->connections(), 1);
        // What it becomes later does not count.
        house.programs.program.name = s("trusted");
        QVERIFY(client.ask(s("get_token"), about("github", "work")).contains(u"result"));
        QCOMPARE(house.consent.asked[0].program->name, s("git"));
    }

    void largeRequestsUnderWayAreFew()
    {
        RpcHouse house;
        WaitingConsent consent;
        house.server = std::make_unique<rpc::Server>(needsOf(house, consent));
        house.listen();
        LineClient client(house);
        const QByteArray filler(900'000, ' ');
        for (int i = 0; i < 20; ++i)
            client.send(R"({"jsonrpc":"2.0","method":"get_token","params":["github","work"],"id":1)"
                        + filler + '}');
        QTRY_COMPARE(consent.waits, 5);
        QTest::qWait(50);
        QCOMPARE(consent.waits, 5);
        consent.gates[0]->finish();
        QTRY_COMPARE(consent.gates.size(), 6);
        client.socket.abort();
        QTRY_COMPARE(house.server->connections(), 0);
    }

    void aLargeBatchRunsInTurnsAndAHugeOneIsRefused()
    {
        RpcHouse house;
        house.listen();
        LineClient client(house);
        const auto batch = [](int size) {
            QJsonArray calls;
            for (int i = 0; i < size; ++i)
                calls += QJsonObject{{s("jsonrpc"), s("2.0")},
                                     {s("method"), s("get_token")},
                                     {s("params"), QJsonArray{s("github"), s("work")}},
                                     {s("id"), i}};
            return QJsonDocument(calls).toJson(QJsonDocument::Compact);
        };
        client.send(batch(1000));
        QCOMPARE(QJsonDocument::fromJson(client.next()).array().size(), 1000);
        client.send(batch(1001));
        QCOMPARE(client.nextObject()[u"error"][u"code"].toInt(), -32600);
    }

    void whatABatchMayAmountToIsBounded()
    {
        RpcHouse house;
        house.accounts.views = manyAccounts(2000, house.clock.now());
        house.listen();
        LineClient client(house);
        QByteArrayList calls;
        for (int i = 0; i < 50; ++i)
            calls +=
                R"({"jsonrpc":"2.0","method":"list_accounts","id":)" + QByteArray::number(i) + '}';
        client.send('[' + calls.join(',') + ']');
        const QByteArray line = client.next();
        QVERIFY(line.size() < 16 * 1024 * 1024);
        const QJsonArray got = QJsonDocument::fromJson(line).array();
        QCOMPARE(got.size(), 50);
        int busy = 0;
        for (const QJsonValue &one : got)
            busy += one[u"error"][u"code"].toInt() == -32013 ? 1 : 0;
        QVERIFY(busy > 0);
    }

    void whatIsUnderWayEndsWithTheConnection()
    {
        RpcHouse house;
        WaitingConsent consent;
        house.server = std::make_unique<rpc::Server>(needsOf(house, consent));
        house.listen();
        {
            LineClient client(house);
            for (int i = 0; i < 80; ++i)
                client.send(s("get_token"), about("github", "work"), i);
            QTRY_COMPARE(consent.waits, 64);
            client.socket.abort();
        }
        QTRY_COMPARE(consent.cancelled, 64);
        QCOMPARE(consent.waits, 0);
        QVERIFY(house.tokens.taken.isEmpty());
        QTRY_COMPARE(house.server->connections(), 0);
    }

    void stoppingAnswersWhatIsUnderWayFirst()
    {
        RpcHouse house;
        WaitingConsent consent;
        house.server = std::make_unique<rpc::Server>(needsOf(house, consent));
        house.listen();
        LineClient asking(house);
        asking.send(s("get_token"), about("github", "work"), 1);
        QTRY_COMPARE(consent.waits, 1);
        LineClient working(house);
        house.tokens.holds = true;
        working.send(s("get_token"), about("github", "work"), 2);
        QTRY_COMPARE(consent.waits, 2);
        consent.gates[1]->finish();
        QTRY_COMPARE(house.tokens.waiting, 1);

        bool isOver = false;
        auto stopping =
            house.server->stop().then([&isOver](const base::Result<> &) { isOver = true; });
        // Who waits for a person is told at once, who is at work gets the answer.
        QCOMPARE(asking.nextObject()[u"error"][u"code"].toInt(), -32012);
        QVERIFY(!isOver);
        QVERIFY(!QFile::exists(house.paths.agentSocket()));
        house.tokens.release();
        QCOMPARE(working.nextObject()[u"result"][u"token"].toString(), s("token-of-github/work"));
        QTRY_VERIFY(isOver);
        QTRY_VERIFY(!working.isConnected());
        QCOMPARE(house.server->connections(), 0);
    }

    void aServerCanServeWhatItIsHanded()
    {
        RpcHouse house;
        int ends[2];
        QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
        int last = -1;
        const auto watch =
            house.server->connectionsChanged.subscribe([&last](const int &left) { last = left; });
        VERIFY_RESULT(house.server->serve(ends[0], ends[0], {1, 2}));
        QCOMPARE(last, 1);
        QLocalSocket client;
        QVERIFY(client.setSocketDescriptor(ends[1]));
        client.write("{\"jsonrpc\":\"2.0\",\"method\":\"status\",\"id\":1}\n");
        QTRY_VERIFY(client.canReadLine());
        QVERIFY(client.readLine().contains("1.2.3"));
        client.disconnectFromServer();
        QTRY_COMPARE(last, 0);
    }

    void aListeningSocketCanBeHandedOver()
    {
        RpcHouse house;
        const QString path = house.folder.filePath(s("handed.sock"));
        const int listening = ::socket(AF_UNIX, SOCK_STREAM, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, qPrintable(path), sizeof address.sun_path);
        QCOMPARE(::bind(listening, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
        QCOMPARE(::listen(listening, 5), 0);
        // Who came before us is served, too.
        LineClient early(path);
        early.send(s("status"), QJsonValue::Undefined, 1);
        VERIFY_RESULT(house.server->adopt(listening));
        QVERIFY(early.nextObject().contains(u"result"));
        VERIFY_RESULT(QCoro::waitFor(house.server->stop()));
        QVERIFY(QFile::exists(path));
    }

private:
    static rpc::Needs needsOf(RpcHouse &house, core::ConsentService &consent)
    {
        return {.accounts = house.accounts,
                .tokens = house.tokens,
                .signIn = house.signIn,
                .lock = house.lock,
                .store = house.store,
                .activity = house.activity,
                .consent = consent,
                .references = house.references,
                .sops = house.sops,
                .doctor = house.doctor,
                .programs = house.programs,
                .audit = house.audit,
                .settings = house.settings,
                .clock = house.clock,
                .paths = house.paths,
                .version = s("1.2.3"),
                .hasScreen = false,
                .shutdown = {},
                .reload = {},
                .mayAnswer = {},
                .warnings = {}};
    }
};

QTEST_GUILESS_MAIN(ConnectionTest)
#include "tst_connection.moc"
