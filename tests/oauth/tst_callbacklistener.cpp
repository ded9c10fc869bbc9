// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/callbacklistener.h"
#include "support/verifyresult.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

using base::ErrorCode;

namespace {

//! Sends \a bytes and gives everything that comes back until the listener hangs up.
QByteArray talk(const QString &redirectUri, const QByteArray &bytes)
{
    const QUrl url(redirectUri);
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    if (!socket.waitForConnected(2000))
        return "not connected";
    socket.write(bytes);
    (void)QTest::qWaitFor([&socket] { return socket.state() == QAbstractSocket::UnconnectedState; },
                          10'000);
    return socket.readAll();
}

QByteArray get(const QString &redirectUri, const QByteArray &target, QByteArray host = {})
{
    if (host.isEmpty())
        host = QUrl(redirectUri).authority().toLatin1();
    return talk(redirectUri, "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
}

} // namespace

class CallbackListenerTest : public QObject
{
    Q_OBJECT

private:
    int m_asked = 0;
    oauth::CallbackListener::Answer counting()
    {
        return [this](const oauth::CallbackRequest &) {
            ++m_asked;
            return oauth::CallbackAnswer{200, oauth::signedInPage(QStringLiteral("Acme"))};
        };
    }

private Q_SLOTS:
    void init() { m_asked = 0; }
    void answersTheRightAddress();
    void thePageIsStrictAndEscaped();
    void turnsStrayRequestsAway_data();
    void turnsStrayRequestsAway();
    void aHugeRequestIsCutOff();
    void takesARequestInSmallPieces();
    void aBarePathIsTheRoot();
    void localhostListensOnBothFamilies();
    void nobodyElseCanReachIt();
    void triesThePortsInOrder();
    void namesThePortsThatAreTaken();
    void goesWithConnectionsOpen();
};

void CallbackListenerTest::answersTheRightAddress()
{
    oauth::CallbackListener listener(counting());
    VERIFY_RESULT(listener.listen(QStringLiteral("127.0.0.1"), QStringLiteral("/callback"), {}));

    const QByteArray reply = get(listener.redirectUri(), "/callback?code=a&state=b");

    QVERIFY2(reply.startsWith("HTTP/1.1 200 OK\r\n"), reply.constData());
    QVERIFY(reply.contains("Acme"));
    QCOMPARE(m_asked, 1);
}

void CallbackListenerTest::thePageIsStrictAndEscaped()
{
    oauth::CallbackListener listener([](const oauth::CallbackRequest &) {
        return oauth::CallbackAnswer{
            200,
            oauth::refusedPage(QStringLiteral("<i>Acme</i>"),
                               QStringLiteral("<script>alert('1')</script> %TITLE% &amp; \"x\""))};
    });
    VERIFY_RESULT(listener.listen(QStringLiteral("127.0.0.1"), QStringLiteral("/callback"), {}));

    const QByteArray reply = get(listener.redirectUri(), "/callback");

    QVERIFY(reply.contains(
        "\r\nContent-Security-Policy: default-src 'none'; style-src 'unsafe-inline'"));
    QVERIFY(reply.contains("\r\nCache-Control: no-store\r\n"));
    QVERIFY(reply.contains("\r\nReferrer-Policy: no-referrer\r\n"));
    QVERIFY(!reply.contains("<script"));
    QVERIFY(!reply.contains("<i>"));
    QVERIFY(reply.contains("&lt;script&gt;"));
    QVERIFY2(reply.contains("%TITLE% &amp;amp;"), "a provider's words are not placeholders");
    QVERIFY(reply.contains("prefers-color-scheme: dark"));
    const qsizetype length = reply.size() - reply.indexOf("\r\n\r\n") - 4;
    QVERIFY(reply.contains("Content-Length: " + QByteArray::number(length) + "\r\n"));
}

void CallbackListenerTest::turnsStrayRequestsAway_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("status");

    const auto row = [](const char *name, const char *start, const char *host, const char *status) {
        QTest::newRow(name) << QByteArray(start) + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n"
                            << QByteArray("HTTP/1.1 ") + status;
    };
    row("favicon", "GET /favicon.ico", "PLACE", "404");
    row("another path", "GET /callback/", "PLACE", "404");
    row("the root", "GET /", "PLACE", "404");
    row("a foreign name", "GET /callback?code=a", "evil.dev", "404");
    row("a foreign name with our port", "GET /callback?code=a", "evil.dev:PORT", "404");
    row("our name, another port", "GET /callback?code=a", "127.0.0.1:1", "404");
    row("POST", "POST /callback?code=a", "PLACE", "405");
    row("HEAD", "HEAD /callback?code=a", "PLACE", "405");
    row("a parameter twice", "GET /callback?code=a&code=b", "PLACE", "400");
    QTest::newRow("no HTTP") << QByteArray("\x16\x03\x01 hello\r\n\r\n")
                             << QByteArray("HTTP/1.1 400");
}

void CallbackListenerTest::turnsStrayRequestsAway()
{
    QFETCH(QByteArray, request);
    QFETCH(const QByteArray, status);
    oauth::CallbackListener listener(counting());
    VERIFY_RESULT(listener.listen(QStringLiteral("127.0.0.1"), QStringLiteral("/callback"), {}));
    const QUrl url(listener.redirectUri());
    request.replace("PLACE", url.authority().toLatin1());
    request.replace("PORT", QByteArray::number(url.port()));

    const QByteArray reply = talk(listener.redirectUri(), request);

    QVERIFY2(reply.startsWith(status), reply.left(80).constData());
    QCOMPARE(m_asked, 0);
}

void CallbackListenerTest::aHugeRequestIsCutOff()
{
    oauth::CallbackListener listener(counting());
    VERIFY_RESULT(listener.listen(QStringLiteral("127.0.0.1"), QStringLiteral("/callback"), {}));

    const QByteArray reply =
        get(listener.redirectUri(), "/callback?code=" + QByteArray(200'000, 'a'));

    QCOMPARE(m_asked, 0);
    QVERIFY(reply.isEmpty() || reply.startsWith("HTTP/1.1 431"));
}

void CallbackListenerTest::takesARequestInSmallPieces()
{
    oauth::CallbackListener listener(counting());
    VERIFY_RESULT(listener.listen(QStringLiteral("127.0.0.1"), QStringLiteral("/callback"), {}));
    const QUrl url(listener.redirectUri());
    const QByteArray request =
        "GET /callback?code=a HTTP/1.1\r\nHost: " + url.authority().toLatin1() + "\r\n\r\n";
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(url.port()));
    QVERIFY(socket.waitForConnected(10'000));
    for (const char letter : request) {
        socket.write(&letter, 1);
        socket.flush();
        QCoreApplication::processEvents();
    }

    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(socket.readAll().startsWith("HTTP/1.1 200"));
    QCOMPARE(m_asked, 1);
}

void CallbackListenerTest::aBarePathIsTheRoot()
{
    oauth::CallbackListener listener(counting());
    VERIFY_RESULT(listener.listen(QStringLiteral("localhost"), QString(), {}));

    QVERIFY(QUrl(listener.redirectUri()).path().isEmpty());
    QVERIFY(get(listener.redirectUri(), "/?code=a").startsWith("HTTP/1.1 200"));
}

void CallbackListenerTest::localhostListensOnBothFamilies()
{
    oauth::CallbackListener listener(counting());
    VERIFY_RESULT(listener.listen(QStringLiteral("localhost"), QStringLiteral("/callback"), {}));
    const int port = QUrl(listener.redirectUri()).port();
    const QByteArray host = "localhost:" + QByteArray::number(port);

    QVERIFY(get(QStringLiteral("http://127.0.0.1:%1").arg(port), "/callback", host)
                .startsWith("HTTP/1.1 200"));
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHostIPv6))
        QSKIP("This computer has no IPv6 loopback.");
    QVERIFY(get(QStringLiteral("http://[::1]:%1").arg(port), "/callback", host)
                .startsWith("HTTP/1.1 200"));
    QCOMPARE(m_asked, 2);
}

void CallbackListenerTest::nobodyElseCanReachIt()
{
    oauth::CallbackListener listener(counting());
    VERIFY_RESULT(listener.listen(QStringLiteral("127.0.0.1"), QStringLiteral("/callback"), {}));
    const auto port = static_cast<quint16>(QUrl(listener.redirectUri()).port());

    // Were it bound to any address, the rest of 127/8 would answer.
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QStringLiteral("127.0.0.2")), port);
    QVERIFY(!socket.waitForConnected(500));
}

void CallbackListenerTest::triesThePortsInOrder()
{
    QTcpServer taken;
    QTcpServer probe;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    QVERIFY(probe.listen(QHostAddress::LocalHost));
    const int second = probe.serverPort();
    probe.close();
    oauth::CallbackListener listener(counting());

    VERIFY_RESULT(listener.listen(
        QStringLiteral("127.0.0.1"), QStringLiteral("/callback"), {taken.serverPort(), second}));

    QCOMPARE(QUrl(listener.redirectUri()).port(), second);
}

void CallbackListenerTest::namesThePortsThatAreTaken()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    oauth::CallbackListener listener(counting());

    const auto result = listener.listen(
        QStringLiteral("127.0.0.1"), QStringLiteral("/callback"), {taken.serverPort()});

    VERIFY_ERROR(result, ErrorCode::Conflict);
    QVERIFY(result.error().message.contains(QString::number(taken.serverPort())));
}

void CallbackListenerTest::goesWithConnectionsOpen()
{
    auto listener = std::make_unique<oauth::CallbackListener>(counting());
    VERIFY_RESULT(listener->listen(QStringLiteral("127.0.0.1"), QStringLiteral("/callback"), {}));
    const auto port = static_cast<quint16>(QUrl(listener->redirectUri()).port());
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < 20; ++i) {
        sockets.push_back(std::make_unique<QTcpSocket>());
        sockets.back()->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        sockets.back()->write("GET /callb");
    }
    QTRY_COMPARE(sockets.front()->state(), QAbstractSocket::ConnectedState);
    QTest::qWait(20);

    listener.reset();

    for (const auto &socket : sockets)
        QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(m_asked, 0);
}

QTEST_GUILESS_MAIN(CallbackListenerTest)
#include "tst_callbacklistener.moc"
