// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/rpchouse.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTest>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

//! A socket without an event loop, so that a thousand of them cost the test nothing.
int connectRaw(const QString &path)
{
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, qPrintable(path), sizeof address.sun_path);
    if (::connect(socket, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0) {
        ::close(socket);
        return -1;
    }
    ::fcntl(socket, F_SETFL, O_NONBLOCK);
    return socket;
}

} // namespace

//! Clients that mean harm, or are broken. The server goes on answering the others.
class HostileClientsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        house = std::make_unique<RpcHouse>();
        house->listen();
        path = house->paths.agentSocket();
        QVERIFY(isServing());
    }
    void cleanup() { house.reset(); }
    void cleanupTestCase() { settleEverything(); }

    void halfARequestCostsNothingAndHarmsNobody()
    {
        LineClient client(path);
        client.socket.write("{\"jsonrpc\":\"2.0\",\"method\":\"sta");
        QVERIFY(isServing());
        client.socket.write("tus\",\"id\":7}"
                            "\n");
        QCOMPARE(client.nextObject()[u"id"].toInt(), 7);
        client.socket.write("{\"jsonrpc\":\"2.0\",\"method\":\"sta");
        client.socket.abort();
        QVERIFY(isServing());
        QTRY_COMPARE(house->server->connections(), 0);
    }

    void aLineOfTenMegabytesIsRefusedAndTheNextOneAnswered()
    {
        LineClient client(path);
        client.socket.write("{\"jsonrpc\":\"2.0\",\"method\":\"status\",\"id\":1,\"x\":\"");
        client.socket.write(QByteArray(10 * 1024 * 1024, 'x'));
        client.socket.write("\"}\n");
        const QJsonObject refused = client.nextObject();
        QCOMPARE(refused[u"error"][u"code"].toInt(), -32600);
        QCOMPARE(refused[u"error"][u"message"].toString(), s("Request too large"));
        QVERIFY(refused[u"id"].isNull());
        QCOMPARE(client.result(s("status"))[u"version"].toString(), s("1.2.3"));
    }

    void aLineWithoutEndIsCutOff()
    {
        LineClient client(path);
        const QByteArray flood(1024 * 1024, 'x');
        for (int i = 0; i < 70 && client.isConnected(); ++i) {
            client.socket.write(flood);
            QTRY_VERIFY(client.socket.bytesToWrite() < 4 * flood.size() || !client.isConnected());
        }
        QTRY_VERIFY(!client.isConnected());
        QVERIFY(isServing());
    }

    void garbageIsAnsweredWithParseErrors()
    {
        LineClient client(path);
        QRandomGenerator random(42);
        for (int i = 0; i < 200; ++i) {
            QByteArray line(random.bounded(300), '\0');
            for (char &c : line) {
                c = char(random.bounded(256));
                if (c == '\n')
                    c = ' ';
            }
            client.send(line);
        }
        for (int i = 0; i < 200; ++i)
            QCOMPARE(client.nextObject()[u"error"][u"code"].toInt(), -32700);
        client.send(QByteArray(900'000, '['));
        QCOMPARE(client.nextObject()[u"error"][u"code"].toInt(), -32700);
        QVERIFY(client.ask(s("status")).contains(u"result"));
    }

    void aThousandConnectionsAreTooMany()
    {
        rlimit limit{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
        limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 4096);
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &limit), 0);
        QList<int> sockets;
        for (int i = 0; i < 1000; ++i) {
            sockets += connectRaw(path);
            QVERIFY(sockets.last() >= 0);
            if (i % 50 == 0)
                QCoreApplication::processEvents();
        }
        int told = 0;
        const auto read = [&] {
            for (int &socket : sockets) {
                char room[512];
                const auto got = socket < 0 ? 0 : ::read(socket, room, sizeof room);
                if (got <= 0)
                    continue;
                const QJsonObject line = QJsonDocument::fromJson(QByteArray(room, got)).object();
                told += line[u"error"][u"code"].toInt() == -32013 ? 1 : 0;
                ::close(std::exchange(socket, -1));
            }
            return told;
        };
        QTRY_COMPARE(read(), 900);
        QCOMPARE(house->server->connections(), 100);
        for (const int socket : std::as_const(sockets)) {
            if (socket >= 0)
                ::close(socket);
        }
        QTRY_COMPARE(house->server->connections(), 0);
        QVERIFY(isServing());
    }

    void aSlowWriterHoldsNobodyUp()
    {
        LineClient slow(path);
        const QByteArray request = R"({"jsonrpc":"2.0","method":"status","id":1})"
                                   "\n";
        for (const char letter : request) {
            slow.socket.write(&letter, 1);
            slow.socket.flush();
            QVERIFY(isServing());
        }
        QVERIFY(slow.nextObject().contains(u"result"));
    }

    void aSlowReaderStopsGettingAnswersBeforeTheyFillTheMemory()
    {
        house->accounts.views = manyAccounts(1000, house->clock.now());
        const int socket = connectRaw(path);
        QVERIFY(socket >= 0);
        QByteArray requests;
        for (int i = 0; i < 100; ++i)
            requests += R"({"jsonrpc":"2.0","method":"list_accounts","id":1})"
                        "\n";
        QCOMPARE(::send(socket, requests.constData(), std::size_t(requests.size()), MSG_NOSIGNAL),
                 qint64(requests.size()));
        // 100 answers of 400 kB: a few are written, the others wait for the reader.
        QVERIFY(isServing());
        qint64 got = 0;
        int lines = 0;
        QByteArray room(1024 * 1024, '\0');
        const auto read = [&] {
            const auto size = ::read(socket, room.data(), std::size_t(room.size()));
            if (size > 0) {
                got += size;
                lines += int(QByteArrayView(room).first(size).count('\n'));
            }
            return lines;
        };
        QTRY_COMPARE_WITH_TIMEOUT(read(), 100, 60'000);
        ::close(socket);
    }

    void whoSubscribesAndDoesNotReadIsCutOff()
    {
        const int socket = connectRaw(path);
        const QByteArray request = R"({"jsonrpc":"2.0","method":"subscribe","id":1})"
                                   "\n";
        QCOMPARE(::send(socket, request.constData(), std::size_t(request.size()), MSG_NOSIGNAL),
                 qint64(request.size()));
        QTRY_COMPARE(house->server->connections(), 1);
        core::AuditEvent event;
        event.detail = QString(10'000, QLatin1Char('x'));
        for (int i = 0; i < 2000 && house->server->connections() > 0; ++i) {
            house->activity.appended.announce(event);
            QCoreApplication::processEvents();
        }
        QCOMPARE(house->server->connections(), 0);
        ::close(socket);
        QVERIFY(isServing());
    }

    void clientsThatVanishInTheMiddleOfAnAnswerHarmNobody()
    {
        house->accounts.views = manyAccounts(1000, house->clock.now());
        for (int i = 0; i < 50; ++i) {
            const int socket = connectRaw(path);
            const QByteArray request = R"({"jsonrpc":"2.0","method":"list_accounts","id":1})"
                                       "\n";
            QCOMPARE(::send(socket, request.constData(), std::size_t(request.size()), MSG_NOSIGNAL),
                     qint64(request.size()));
            QCoreApplication::processEvents();
            ::close(socket);
        }
        QVERIFY(isServing());
        QTRY_COMPARE(house->server->connections(), 0);
    }

    void anotherUserIsDroppedAndRecorded()
    {
        // The system's: one in somebody's home is not for another user to run.
        const QString python = QStandardPaths::findExecutable(s("python3"), {s("/usr/bin")});
        const QString setpriv = QStandardPaths::findExecutable(s("setpriv"));
        if (::geteuid() != 0 || python.isEmpty() || setpriv.isEmpty())
            QSKIP("a second user needs root, setpriv and python3");
        // The socket's mode keeps others out; who is let through all the same meets the second
        // door.
        const auto connectAsNobody = [&] {
            QProcess process;
            process.start(
                setpriv,
                {s("--reuid=65534"),
                 s("--regid=65534"),
                 s("--clear-groups"),
                 python,
                 s("-c"),
                 s("import socket,sys\n"
                   "s=socket.socket(socket.AF_UNIX)\n"
                   "try: s.connect(sys.argv[1])\n"
                   "except PermissionError: print('kept out'); sys.exit()\n"
                   "try:\n"
                   "  s.sendall(b'{\"jsonrpc\":\"2.0\",\"method\":\"status\",\"id\":1}\\n')\n"
                   "  print('answered' if s.recv(100) else 'dropped')\n"
                   "except (BrokenPipeError, ConnectionResetError): print('dropped')\n"),
                 path});
            static_cast<void>(QTest::qWaitFor(
                [&process] { return process.state() == QProcess::NotRunning; }, 20'000));
            return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
        };
        QCOMPARE(connectAsNobody(), s("kept out"));
        QVERIFY(house->audit.lines.isEmpty());
        for (QString at = path; at.size() > house->folder.path().size() - 1;
             at = at.left(at.lastIndexOf(u'/')))
            QVERIFY(QFile::setPermissions(at, QFile::Permissions(0x7777)));
        QCOMPARE(connectAsNobody(), s("dropped"));
        QCOMPARE(house->audit.words(), (QStringList{s("caller_refused refused")}));
        QCOMPARE(house->audit.lines[0].detail, s("uid 65534"));
    }

private:
    bool isServing()
    {
        LineClient other(path);
        return other.ask(s("status")).contains(u"result");
    }

    std::unique_ptr<RpcHouse> house;
    QString path;
};

QTEST_GUILESS_MAIN(HostileClientsTest)
#include "tst_hostileclients.moc"
