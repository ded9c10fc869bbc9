// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/callbackrequest.h"
#include "support/verifyresult.h"

#include <QTest>

using base::ErrorCode;

namespace {

QByteArray get(const QByteArray &target, const QByteArray &more = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:8484\r\n" + more + "\r\n";
}

} // namespace

class CallbackRequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatABrowserSends();
    void decodesPercentSignsAndPlus();
    void knowsWhenTheHeadIsComplete();
    void refuses_data();
    void refuses();
    void survivesEveryCutAndEveryFlippedByte();
};

void CallbackRequestTest::readsWhatABrowserSends()
{
    const auto request = oauth::parseCallbackRequest(get(
        "/callback?code=4%2F0Ab&state=xyz&iss=https%3A%2F%2Fid.acme.dev",
        "User-Agent: Mozilla/5.0 (X11)\r\nAccept: text/html,*/*;q=0.8\r\nCookie: a=b; c=d\r\n"));

    VERIFY_RESULT(request);
    QCOMPARE(request->method, QStringLiteral("GET"));
    QCOMPARE(request->path, QStringLiteral("/callback"));
    QCOMPARE(request->host, QStringLiteral("127.0.0.1:8484"));
    QCOMPARE(
        request->parameters,
        (QMap<QString, QString>{{QStringLiteral("code"), QStringLiteral("4/0Ab")},
                                {QStringLiteral("state"), QStringLiteral("xyz")},
                                {QStringLiteral("iss"), QStringLiteral("https://id.acme.dev")}}));
}

void CallbackRequestTest::decodesPercentSignsAndPlus()
{
    const auto request = oauth::parseCallbackRequest(
        get("/call%62ack?error_description=gr%C3%BC%C3%9Fe+an%20alle%2B&flag&empty=&&a=b=c"));

    VERIFY_RESULT(request);
    QCOMPARE(request->path, QStringLiteral("/callback"));
    QCOMPARE(request->parameters.value(QStringLiteral("error_description")),
             QString::fromUtf8("grüße an alle+"));
    QVERIFY(request->parameters.contains(QStringLiteral("flag")));
    QCOMPARE(request->parameters.value(QStringLiteral("a")), QStringLiteral("b=c"));
}

void CallbackRequestTest::knowsWhenTheHeadIsComplete()
{
    QVERIFY(!oauth::isCompleteRequest("GET / HTTP/1.1\r\nHost: a\r\n"));
    QVERIFY(!oauth::isCompleteRequest("GET / HTTP/1.1\n\n"));
    QVERIFY(oauth::isCompleteRequest("GET / HTTP/1.1\r\nHost: a\r\n\r\nrest"));
}

void CallbackRequestTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no blank line") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n");
    QTest::newRow("bare line feeds") << QByteArray("GET / HTTP/1.1\nHost: a\r\n\r\n");
    QTest::newRow("two words") << QByteArray("GET /\r\nHost: a\r\n\r\n");
    QTest::newRow("four words") << QByteArray("GET / x HTTP/1.1\r\nHost: a\r\n\r\n");
    QTest::newRow("HTTP/2") << QByteArray("GET / HTTP/2\r\nHost: a\r\n\r\n");
    QTest::newRow("small method") << QByteArray("get / HTTP/1.1\r\nHost: a\r\n\r\n");
    QTest::newRow("absolute target") << get("http://127.0.0.1/callback");
    QTest::newRow("a star") << QByteArray("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n");
    QTest::newRow("a fragment") << get("/callback#code=a");
    QTest::newRow("no Host") << QByteArray("GET / HTTP/1.1\r\nAccept: */*\r\n\r\n");
    QTest::newRow("two Hosts") << get("/", "host: evil.dev\r\n");
    QTest::newRow("a folded line") << get("/", " folded: yes\r\n");
    QTest::newRow("a line without colon") << get("/", "nonsense\r\n");
    QTest::newRow("a space before the colon") << get("/", "Host : evil.dev\r\n");
    QTest::newRow("a bare carriage return") << get("/", "X: a\rHost: evil\r\n");
    QTest::newRow("a NUL") << get("/", QByteArray("X: a\0b\r\n", 8));
    QTest::newRow("parameter twice") << get("/callback?code=a&code=b");
    QTest::newRow("twice in two spellings") << get("/callback?state=a&st%61te=b");
    QTest::newRow("half a percent sign") << get("/callback?code=%4");
    QTest::newRow("no hexadecimal") << get("/callback?code=%zz");
    QTest::newRow("an encoded NUL") << get("/callback?code=a%00b");
    QTest::newRow("no UTF-8") << get("/callback?code=%ff%fe");
    QTest::newRow("raw letters beyond ASCII") << get("/callback?code=\xc3\xbc");
    QTest::newRow("a nameless parameter") << get("/callback?=a");
    QByteArray many = "/callback?a=1";
    for (int i = 0; i < 40; ++i)
        many += "&p" + QByteArray::number(i) + "=1";
    QTest::newRow("too many parameters") << get(many);
    QTest::newRow("too large") << get("/callback?code=" + QByteArray(oauth::largestRequest, 'a'));
}

void CallbackRequestTest::refuses()
{
    QFETCH(const QByteArray, bytes);

    VERIFY_ERROR(oauth::parseCallbackRequest(bytes), ErrorCode::InvalidInput);
}

void CallbackRequestTest::survivesEveryCutAndEveryFlippedByte()
{
    const QByteArray good = get("/callback?code=a%20b&state=xyz", "Accept: */*\r\n");
    for (qsizetype i = 0; i < good.size(); ++i) {
        (void)oauth::parseCallbackRequest(QByteArrayView(good).first(i));
        for (const int flip : {0x01, 0x20, 0x80, 0xff}) {
            QByteArray changed = good;
            changed[i] = static_cast<char>(changed.at(i) ^ flip);
            (void)oauth::parseCallbackRequest(changed);
        }
    }
    VERIFY_RESULT(oauth::parseCallbackRequest(good));
}

QTEST_GUILESS_MAIN(CallbackRequestTest)
#include "tst_callbackrequest.moc"
