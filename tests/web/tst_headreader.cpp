// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/headreader.h"

#include <QTest>

using namespace web;

//! The reader of request heads: what it lets in, and every shape that two readers could take for
//! two different requests.
class HeadReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlainRequestIsRead()
    {
        const auto head = HeadReader::read("POST /oauth/token?x=1 HTTP/1.1\r\n"
                                           "Host: 127.0.0.1:8765\r\n"
                                           "content-length:  12 \r\n"
                                           "X-Empty:\r\n"
                                           "Accept: a\r\n"
                                           "Accept: b\r\n\r\n");

        QVERIFY(head);
        QCOMPARE(head->method, Method::Post);
        QCOMPARE(head->target, QByteArray("/oauth/token?x=1"));
        QCOMPARE(head->contentLength, 12);
        QVERIFY(head->keepsAlive);
        QCOMPARE(head->headers.value("HOST").toByteArray(), QByteArray("127.0.0.1:8765"));
        QVERIFY(head->headers.contains("x-empty"));
        QVERIFY(!head->headers.value("x-empty").isNull());
        QCOMPARE(head->headers.count("accept"), 2);
        QVERIFY(head->headers.value("absent").isNull());
    }

    void theConnectionIsKeptOrNot_data()
    {
        QTest::addColumn<QByteArray>("block");
        QTest::addColumn<bool>("keepsAlive");
        QTest::newRow("1.1") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\r\n") << true;
        QTest::newRow("1.1 close")
            << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nConnection: foo, Close\r\n\r\n") << false;
        QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\nHost: a\r\n\r\n") << false;
    }
    void theConnectionIsKeptOrNot()
    {
        QFETCH(const QByteArray, block);
        const auto head = HeadReader::read(block);
        QVERIFY(head);
        QTEST(head->keepsAlive, "keepsAlive");
    }

    void badHeadsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("block");
        QTest::addColumn<int>("status");
        const auto add = [](const char *name, const QByteArray &block, int status = 400) {
            QTest::newRow(name) << block << status;
        };
        const auto withLine = [](const QByteArray &line) {
            return "POST / HTTP/1.1\r\nHost: a\r\n" + line + "\r\n\r\n";
        };
        add("nothing", "\r\n\r\n");
        add("one word", "GET\r\nHost: a\r\n\r\n");
        add("two words", "GET /\r\nHost: a\r\n\r\n");
        add("four words", "GET / x HTTP/1.1\r\nHost: a\r\n\r\n");
        add("blank in front", " GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        add("two blanks", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n");
        add("tab between", "GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n");
        add("unknown method", "BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501);
        add("small method", "get / HTTP/1.1\r\nHost: a\r\n\r\n", 501);
        add("CONNECT", "CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n", 501);
        add("TRACE", "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", 501);
        add("method is no token", "GE(T / HTTP/1.1\r\nHost: a\r\n\r\n");
        add("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\n", 505);
        add("HTTP/0.9", "GET / HTTP/0.9\r\nHost: a\r\n\r\n", 505);
        add("no version", "GET / http/1.1\r\nHost: a\r\n\r\n");
        add("long version", "GET / HTTP/1.10\r\nHost: a\r\n\r\n");
        add("absolute form", "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n");
        add("asterisk", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n");
        add("fragment", "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n");
        add("byte above ASCII", "GET /\xc3\xa4 HTTP/1.1\r\nHost: a\r\n\r\n");
        add("backslash", "GET /a\\b HTTP/1.1\r\nHost: a\r\n\r\n");
        add("half percent sign", "GET /a%2 HTTP/1.1\r\nHost: a\r\n\r\n");
        add("wrong percent sign", "GET /a%zz HTTP/1.1\r\nHost: a\r\n\r\n");
        add("encoded NUL", "GET /a%00b HTTP/1.1\r\nHost: a\r\n\r\n");
        add("encoded line break", "GET /a%0d%0ab HTTP/1.1\r\nHost: a\r\n\r\n");
        add("path is not UTF-8", "GET /%ff HTTP/1.1\r\nHost: a\r\n\r\n");
        add("no host", "GET / HTTP/1.1\r\nAccept: a\r\n\r\n");
        add("empty host", "GET / HTTP/1.1\r\nHost:\r\n\r\n");
        add("two hosts", "GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n");
        add("the same host twice", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n");
        add("folded line", withLine("X: a\r\n b"));
        add("folded by a tab", withLine("X: a\r\n\tb"));
        add("blank before the colon", withLine("Content-Length : 5"));
        add("no colon", withLine("Content-Length 5"));
        add("no name", withLine(": 5"));
        add("name is no token", withLine("Con(tent: 5"));
        add("bare line feed in a line", withLine("X: a\nContent-Length: 5"));
        add("bare return in a line", withLine("X: a\rContent-Length: 5"));
        add("NUL in a value", withLine(QByteArray("X: a\0b", 6)));
        add("control character", withLine("X: a\x01"));
        add("DEL", withLine("X: a\x7f"));
        add("two lengths", withLine("Content-Length: 5\r\nContent-Length: 6"));
        add("the same length twice", withLine("Content-Length: 5\r\nContent-Length: 5"));
        add("a list of lengths", withLine("Content-Length: 5, 5"));
        add("negative length", withLine("Content-Length: -1"));
        add("signed length", withLine("Content-Length: +5"));
        add("hexadecimal length", withLine("Content-Length: 0x5"));
        add("empty length", withLine("Content-Length:"));
        add("length with a blank", withLine("Content-Length: 1 2"));
        add("length too long to count", withLine("Content-Length: 99999999999999999999"));
        add("length and encoding", withLine("Content-Length: 5\r\nTransfer-Encoding: chunked"));
        add("encoding and length", withLine("Transfer-Encoding: chunked\r\nContent-Length: 5"));
        add("chunked", withLine("Transfer-Encoding: chunked"), 411);
        add("Chunked", withLine("transfer-encoding: gzip, Chunked"), 411);
        add("gzip", withLine("Transfer-Encoding: gzip"), 501);
        add("two encodings", withLine("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity"));
        add("encoding with a vertical tab",
            withLine("Transfer-Encoding: \x0b"
                     "chunked"));
        add("GET with a body", "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n");
        add("two authorizations", withLine("Authorization: Basic a\r\nAuthorization: Bearer b"));
        add("two origins", withLine("Origin: http://a\r\nOrigin: http://b"));
        add("two cookies", withLine("Cookie: a=1\r\nCookie: b=2"));
        add("unknown expectation", withLine("Expect: 200-ok"), 417);
        QByteArray many;
        for (int i = 0; i < 101; ++i)
            many += "X" + QByteArray::number(i) + ": 1\r\n";
        add("too many headers", withLine(many + "Y: 1"), 431);
    }
    void badHeadsAreRefused()
    {
        QFETCH(const QByteArray, block);
        const auto head = HeadReader::read(block);
        QVERIFY(!head);
        QTEST(head.error().status, "status");
    }

    void theEndIsFoundHoweverTheBytesCome()
    {
        const QByteArray bytes = "GET / HTTP/1.1\r\nHost: a\r\n\r\nrest";
        qsizetype scanned = 0;
        qsizetype found = 0;

        for (qsizetype i = 1; i <= bytes.size() && found == 0; ++i)
            found = HeadReader::findEnd(QByteArrayView(bytes).first(i), scanned);

        QCOMPARE(found, bytes.size() - 4);
    }

    void bytesThatNoHeadMayHaveAreSeenAtOnce_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("bare line feed") << QByteArray("GET / HTTP/1.1\nHost: a\n\n");
        QTest::newRow("line feed first") << QByteArray("\nGET /");
        QTest::newRow("empty line first") << QByteArray("\r\nGET / HTTP/1.1");
        QTest::newRow("NUL") << QByteArray("GET /\0", 6);
        QTest::newRow("mixed ends") << QByteArray("GET / HTTP/1.1\r\nHost: a\n\r\n");
    }
    void bytesThatNoHeadMayHaveAreSeenAtOnce()
    {
        QFETCH(const QByteArray, bytes);
        qsizetype scanned = 0;
        QCOMPARE(HeadReader::findEnd(bytes, scanned), -1);
    }

    void aWebSocketHasToBeAskedForInFull_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<bool>("wanted");
        QTest::newRow("both") << QByteArray("Connection: keep-alive, Upgrade\r\nUpgrade: WebSocket")
                              << true;
        QTest::newRow("no Connection") << QByteArray("Upgrade: websocket") << false;
        QTest::newRow("h2c") << QByteArray("Connection: Upgrade\r\nUpgrade: h2c") << false;
    }
    void aWebSocketHasToBeAskedForInFull()
    {
        QFETCH(const QByteArray, headers);
        const auto head = HeadReader::read("GET / HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n\r\n");
        QVERIFY(head);
        QTEST(head->wantsWebSocket, "wanted");
    }
};

QTEST_GUILESS_MAIN(HeadReaderTest)
#include "tst_headreader.moc"
