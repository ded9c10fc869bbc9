// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/message.h"
#include "support/verifyresult.h"

#include <QTest>

class MessageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsOnlyEncryptedOrLocalAddresses_data();
    void acceptsOnlyEncryptedOrLocalAddresses();
    void tellsOriginsApart_data();
    void tellsOriginsApart();
    void readsHeadersWithoutRegardToCase();
    void clonesEverything();
    void knowsWhatIsConfidential();
    void knowsWhatMayBeRepeated();
};

void MessageTest::acceptsOnlyEncryptedOrLocalAddresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("accepted");

    QTest::newRow("https") << "https://accounts.example.com/token" << true;
    QTest::newRow("loopback") << "http://127.0.0.1:8080/token" << true;
    QTest::newRow("all of 127/8") << "http://127.0.0.53/token" << true;
    QTest::newRow("loopback IPv6") << "http://[::1]:8080/token" << true;
    QTest::newRow("localhost") << "http://localhost:8080/token" << true;
    QTest::newRow("plain http") << "http://accounts.example.com/token" << false;
    QTest::newRow("looks local") << "http://127.0.0.1.example.com/token" << false;
    QTest::newRow("localhost as a part") << "http://localhost.example.com/token" << false;
    QTest::newRow("user name") << "https://127.0.0.1:80@example.com/token" << false;
    QTest::newRow("file") << "file:///etc/passwd" << false;
    QTest::newRow("no host") << "https:///token" << false;
    QTest::newRow("empty") << "" << false;
}

void MessageTest::acceptsOnlyEncryptedOrLocalAddresses()
{
    QFETCH(QString, address);
    QFETCH(bool, accepted);

    const auto result = net::checkAddress(QUrl(address));

    QCOMPARE(result.has_value(), accepted);
    if (!accepted)
        QCOMPARE(result.error().code, base::ErrorCode::InvalidInput);
}

void MessageTest::tellsOriginsApart_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("same");

    QTest::newRow("path") << "https://example.com/a"
                          << "https://example.com/b" << true;
    QTest::newRow("default port") << "https://example.com/"
                                  << "https://example.com:443/" << true;
    QTest::newRow("case of host") << "https://EXAMPLE.com/"
                                  << "https://example.com/" << true;
    QTest::newRow("port") << "https://example.com/"
                          << "https://example.com:444/" << false;
    QTest::newRow("scheme") << "https://example.com:80/"
                            << "http://example.com:80/" << false;
    QTest::newRow("host") << "https://example.com/"
                          << "https://www.example.com/" << false;
}

void MessageTest::tellsOriginsApart()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(bool, same);

    QCOMPARE(net::isSameOrigin(QUrl(a), QUrl(b)), same);
}

void MessageTest::readsHeadersWithoutRegardToCase()
{
    net::Response response;
    response.headers = {{"retry-after", "7"}, {"Retry-After", "8"}};

    QCOMPARE(response.header("Retry-After"), QByteArray("7"));
    QVERIFY(response.header("Location").isNull());
}

void MessageTest::clonesEverything()
{
    net::Request request(net::Method::Post, QUrl(QStringLiteral("https://example.com/")));
    request.with("Accept", "application/json")
        .withSecret("Authorization", base::Secret("Bearer abc"))
        .withBody("text/plain", base::Secret("body"));
    request.timeout = std::chrono::seconds(3);
    request.bodyLimit = 17;
    request.redirects = net::Redirects::Refuse;
    request.repeat = net::Repeat::Allowed;

    const net::Request copy = request.clone();

    QCOMPARE(copy.method, request.method);
    QCOMPARE(copy.url, request.url);
    QCOMPARE(copy.headers.size(), 2);
    QVERIFY(copy.body.equals("body"));
    QVERIFY(copy.secretHeaderValue.equals("Bearer abc"));
    QCOMPARE(copy.secretHeader, QByteArray("Authorization"));
    QVERIFY(copy.timeout == request.timeout);
    QCOMPARE(copy.bodyLimit, qint64(17));
    QCOMPARE(copy.redirects, net::Redirects::Refuse);
    QCOMPARE(copy.repeat, net::Repeat::Allowed);
}

void MessageTest::knowsWhatIsConfidential()
{
    net::Request plain(net::Method::Get, QUrl());
    net::Request bearer(net::Method::Get, QUrl());
    bearer.with("authorization", "Bearer abc");
    net::Request secret(net::Method::Get, QUrl());
    secret.withSecret("X-Key", base::Secret("abc"));
    net::Request body(net::Method::Put, QUrl());
    body.withBody("text/plain", base::Secret("abc"));

    QVERIFY(!plain.isConfidential());
    QVERIFY(bearer.isConfidential());
    QVERIFY(secret.isConfidential());
    QVERIFY(body.isConfidential());
}

void MessageTest::knowsWhatMayBeRepeated()
{
    net::Request request(net::Method::Post, QUrl());
    QVERIFY(!request.isRepeatable());

    request.repeat = net::Repeat::Allowed;
    QVERIFY(request.isRepeatable());

    request.method = net::Method::Get;
    request.repeat = net::Repeat::Never;
    QVERIFY(!request.isRepeatable());
}

QTEST_GUILESS_MAIN(MessageTest)
#include "tst_message.moc"
