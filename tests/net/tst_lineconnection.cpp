// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/lineconnection.h"
#include "net/localserver.h"
#include "support/settle.h"
#include "support/verifyresult.h"

#include <QBuffer>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using net::LineConnection;
using End = net::LineConnection::End;

namespace {

//! A LineConnection on one end of a pair of sockets; the test holds the other.
struct Pair
{
    explicit Pair(net::LineLimits limits = {})
    {
        int ends[2];
        if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
            qFatal("no sockets");
        far = ends[1];
        ::fcntl(far, F_SETFL, O_NONBLOCK);
        line = std::make_unique<LineConnection>(
            std::make_unique<net::DescriptorPipe>(ends[0], ends[0]), limits, listener());
    }
    ~Pair() { hangUp(); }

    net::LineConnection::Listener listener()
    {
        return {.line =
                    [this](QByteArray text) {
                        lines += text;
                        if (onLine)
                            onLine(text);
                    },
                .tooLong = [this] { ++tooLong; },
                .drained = [this] { ++drained; },
                .halfClosed = [this] { ++halfClosed; },
                .ended = [this](End end) { ended = end; }};
    }

    void write(QByteArrayView bytes)
    {
        while (!bytes.isEmpty()) {
            const auto done = ::send(far, bytes.data(), std::size_t(bytes.size()), MSG_NOSIGNAL);
            if (done > 0)
                bytes = bytes.sliced(done);
            else
                QTest::qWait(1);
        }
    }

    QByteArray read()
    {
        QByteArray all;
        char room[65536];
        for (;;) {
            const auto got = ::read(far, room, sizeof room);
            if (got <= 0)
                return all;
            all.append(room, got);
        }
    }

    void hangUp()
    {
        if (far >= 0)
            ::close(std::exchange(far, -1));
    }

    int far = -1;
    QByteArrayList lines;
    int tooLong = 0;
    int drained = 0;
    int halfClosed = 0;
    std::optional<End> ended;
    std::function<void(const QByteArray &)> onLine;
    std::unique_ptr<LineConnection> line;
};

} // namespace

class LineConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() { settleEverything(); }

    void linesComeWholeHoweverTheyAreCut()
    {
        Pair pair;
        pair.write("one\ntwo\r\nthr");
        QTRY_COMPARE(pair.lines.size(), 2);
        pair.write("\xc3");
        QTest::qWait(1);
        pair.write("\xa4");
        pair.write("e\n\n");
        QTRY_COMPARE(pair.lines,
                     (QByteArrayList{"one",
                                     "two",
                                     "thr\xc3\xa4"
                                     "e",
                                     ""}));
    }

    void aLineThatIsTooLongIsSkippedAndTheNextIsRead()
    {
        net::LineLimits limits;
        limits.line = 100'000;
        Pair pair(limits);
        pair.write(QByteArray(400'000, 'x') + "\nnext\n");
        QTRY_COMPARE(pair.lines, (QByteArrayList{"next"}));
        QCOMPARE(pair.tooLong, 1);
        pair.write(QByteArray(100'000, 'y') + "\n");
        QTRY_COMPARE(pair.lines.size(), 2);
        pair.write(QByteArray(100'001, 'z') + "\nafter\n");
        QTRY_COMPARE(pair.lines.size(), 3);
        QCOMPARE(pair.tooLong, 2);
    }

    void aLineWithoutEndIsCutOff()
    {
        net::LineLimits limits;
        limits.line = 1000;
        limits.skipped = 50'000;
        Pair pair(limits);
        pair.write(QByteArray(100'000, 'x'));
        QTRY_COMPARE(pair.ended, End::Flooded);
        QVERIFY(!pair.line->isOpen());
    }

    void whoDoesNotReadIsCutOffWhenTooMuchWaits()
    {
        net::LineLimits limits;
        limits.unsent = 1'000'000;
        Pair pair(limits);
        const QByteArray answer(100'000, 'a');
        for (int i = 0; i < 100 && !pair.ended; ++i) {
            pair.line->send(answer);
            QCoreApplication::processEvents();
        }
        QCOMPARE(pair.ended, End::TooSlow);
    }

    void whoTakesNothingForTooLongIsCutOff()
    {
        net::LineLimits limits;
        limits.stall = std::chrono::milliseconds(20);
        Pair pair(limits);
        pair.line->send(QByteArray(2'000'000, 'a'));
        QTRY_COMPARE(pair.ended, End::TooSlow);
    }

    void oneLargeAnswerReachesWhoReadsIt()
    {
        Pair pair;
        pair.line->send(QByteArray(9'000'000, 'a'));
        QByteArray all;
        QTRY_COMPARE((all += pair.read()).size(), 9'000'001);
        QTRY_COMPARE(pair.drained, 1);
        QVERIFY(!pair.ended);
    }

    void whilePausedLinesWait()
    {
        Pair pair;
        pair.line->pause();
        pair.write("one\ntwo\nthree\n");
        QTest::qWait(5);
        QVERIFY(pair.lines.isEmpty());
        pair.onLine = [&pair](const QByteArray &) { pair.line->pause(); };
        pair.line->resume();
        QCOMPARE(pair.lines, (QByteArrayList{"one"}));
        pair.line->resume();
        QCOMPARE(pair.lines, (QByteArrayList{"one", "two"}));
        pair.onLine = nullptr;
        pair.line->resume();
        QCOMPARE(pair.lines.size(), 3);
    }

    void aCloseIsNoticedWhilePaused()
    {
        Pair pair;
        pair.line->pause();
        pair.write("one\n");
        pair.hangUp();
        QTRY_COMPARE(pair.ended, End::Finished);
    }

    void whoClosesByHalfStillGetsAnswers()
    {
        Pair pair;
        pair.write("ask\nno line end");
        ::shutdown(pair.far, SHUT_WR);
        QTRY_COMPARE(pair.halfClosed, 1);
        QCOMPARE(pair.lines, (QByteArrayList{"ask", "no line end"}));
        QVERIFY(!pair.ended);
        pair.line->send("answer");
        QCOMPARE(pair.read(), QByteArray("answer\n"));
        pair.line->finish();
        QTRY_COMPARE(pair.ended, End::Finished);
    }

    void whoClosesByHalfAndThenGoesIsNoticed()
    {
        Pair pair;
        ::shutdown(pair.far, SHUT_WR);
        QTRY_COMPARE(pair.halfClosed, 1);
        pair.hangUp();
        QTRY_COMPARE(pair.ended, End::Finished);
    }

    void answersToOneReadGoTogether()
    {
        Pair pair;
        pair.onLine = [&pair](const QByteArray &text) { pair.line->send(text.toUpper()); };
        pair.write("a\nb\nc\n");
        QTRY_COMPARE(pair.lines.size(), 3);
        QCOMPARE(pair.read(), QByteArray("A\nB\nC\n"));
    }

    void itMayBeDestroyedFromItsOwnCalls()
    {
        Pair pair;
        pair.onLine = [&pair](const QByteArray &) { pair.line->close(); };
        pair.write("one\ntwo\n");
        QTRY_COMPARE(pair.lines, (QByteArrayList{"one"}));
    }

    void aPairOfPipesWorksLikeASocket()
    {
        int to[2];
        int from[2];
        QCOMPARE(::pipe(to), 0);
        QCOMPARE(::pipe(from), 0);
        QByteArrayList lines;
        std::optional<End> ended;
        LineConnection line(std::make_unique<net::DescriptorPipe>(to[0], from[1]),
                            {},
                            {.line = [&](QByteArray text) { lines += text; },
                             .tooLong = [] {},
                             .drained = [] {},
                             .halfClosed = [&] { line.finish(); },
                             .ended = [&](End end) { ended = end; }});
        QCOMPARE(::write(to[1], "hello\n", 6), 6);
        QTRY_COMPARE(lines, (QByteArrayList{"hello"}));
        line.send("world");
        char room[6];
        QCOMPARE(::read(from[0], room, 6), 6);
        QCOMPARE(QByteArray(room, 6), QByteArray("world\n"));
        ::close(to[1]);
        QTRY_COMPARE(ended, End::Finished);
        ::close(from[0]);
    }

    void aDeviceWorksLikeASocket()
    {
        QTemporaryDir folder;
        QLocalServer server;
        QVERIFY(server.listen(folder.filePath(QStringLiteral("s"))));
        QLocalSocket far;
        far.connectToServer(server.fullServerName());
        QVERIFY(server.waitForNewConnection(1000));
        std::unique_ptr<QIODevice> near(server.nextPendingConnection());
        near->setParent(nullptr);
        QByteArrayList lines;
        std::optional<End> ended;
        LineConnection line(std::make_unique<net::DevicePipe>(std::move(near)),
                            {},
                            {.line = [&](QByteArray text) { lines += text; },
                             .tooLong = [] {},
                             .drained = [] {},
                             .halfClosed = [] {},
                             .ended = [&](End end) { ended = end; }});
        far.write("one\ntwo\n");
        QTRY_COMPARE(lines, (QByteArrayList{"one", "two"}));
        line.send(QByteArray(300'000, 'a'));
        QTRY_COMPARE(far.bytesAvailable(), 300'001);
        far.disconnectFromServer();
        QTRY_COMPARE(ended, End::Finished);
    }

    void aLocalServersSocketIsPrivateAndTellsWhoConnects()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("agent.sock"));
        std::unique_ptr<net::LinePipe> taken;
        net::PeerCredentials who;
        net::LocalServer server(
            [&](std::unique_ptr<net::LinePipe> pipe, net::PeerCredentials peer) {
                taken = std::move(pipe);
                who = peer;
            });
        VERIFY_RESULT(server.listen(path));
        struct stat found
        {};
        QCOMPARE(::stat(qPrintable(path), &found), 0);
        QCOMPARE(int(found.st_mode & 0777), 0600);
        QLocalSocket client;
        client.connectToServer(path);
        QTRY_VERIFY(taken);
        QCOMPARE(who.uid, net::ownUid());
        QCOMPARE(who.pid, qint64(::getpid()));
        taken->close();
        server.close();
        QVERIFY(!QFile::exists(path));
    }

    void aStaleSocketIsReplacedAndALiveOneIsNot()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("agent.sock"));
        const auto drop = [](std::unique_ptr<net::LinePipe>, net::PeerCredentials) {};
        {
            // A server that died leaves its file behind.
            const int dead = ::socket(AF_UNIX, SOCK_STREAM, 0);
            sockaddr_un address{};
            address.sun_family = AF_UNIX;
            qstrncpy(address.sun_path, qPrintable(path), sizeof address.sun_path);
            QCOMPARE(::bind(dead, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
            ::close(dead);
        }
        net::LocalServer first(drop);
        VERIFY_RESULT(first.listen(path));
        net::LocalServer second(drop);
        VERIFY_ERROR(second.listen(path), base::ErrorCode::Conflict);
        first.close();
        VERIFY_RESULT(second.listen(path));
        // Another's socket in our place is left alone.
        QFile::remove(path);
        net::LocalServer third(drop);
        VERIFY_RESULT(third.listen(path));
        second.close();
        QVERIFY(QFile::exists(path));
        third.close();
        QFile plain(path);
        QVERIFY(plain.open(QIODevice::WriteOnly));
        VERIFY_ERROR(third.listen(path), base::ErrorCode::Conflict);
    }

    void aPathThatIsTooLongSaysSo()
    {
        net::LocalServer server([](std::unique_ptr<net::LinePipe>, net::PeerCredentials) {});
        VERIFY_ERROR(server.listen(QStringLiteral("/tmp/") + QString(120, u'x')),
                     base::ErrorCode::InvalidInput);
        VERIFY_ERROR(server.adopt(::open("/dev/null", O_RDONLY)), base::ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(LineConnectionTest)
#include "tst_lineconnection.moc"
