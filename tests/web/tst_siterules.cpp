// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/siterules.h"

#include <QTest>

using namespace web;

namespace {

Head headWith(const QByteArray &lines)
{
    return *HeadReader::read("GET / HTTP/1.1\r\n" + lines + "\r\n\r\n");
}

} // namespace

class SiteRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyOurOwnHostsAreLetIn_data()
    {
        QTest::addColumn<QString>("publicUrl");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QByteArray>("base"); // empty: refused
        const QString none;
        const QString site = QStringLiteral("https://auth.example.org");
        const auto add =
            [](const char *name, const QString &url, const char *host, const char *base) {
                QTest::newRow(name) << url << QByteArray(host) << QByteArray(base);
            };
        add("IPv4", none, "127.0.0.1:8765", "http://127.0.0.1:8765");
        add("name", none, "LocalHost:8765", "http://localhost:8765");
        add("IPv6", none, "[::1]:8765", "http://[::1]:8765");
        add("rebound name", none, "evil.example:8765", "");
        add("rebound, no port", none, "evil.example", "");
        add("another port", none, "127.0.0.1:8766", "");
        add("no port", none, "127.0.0.1", "");
        add("begins like ours", none, "127.0.0.1:8765.evil.example", "");
        add("ends like ours", none, "x127.0.0.1:8765", "");
        add("user part", none, "a@127.0.0.1:8765", "");
        add("another loopback address", none, "127.0.0.2:8765", "");
        add("public", site, "auth.example.org", "https://auth.example.org");
        add("public with its port", site, "auth.example.org:443", "https://auth.example.org");
        add("public, wrong port", site, "auth.example.org:80", "");
        add("local beside public", site, "127.0.0.1:8765", "http://127.0.0.1:8765");
        add("public with an odd port",
            QStringLiteral("https://a.example:8443"),
            "a.example:8443",
            "https://a.example:8443");
        add("public, port left out", QStringLiteral("https://a.example:8443"), "a.example", "");
    }
    void onlyOurOwnHostsAreLetIn()
    {
        QFETCH(const QString, publicUrl);
        QFETCH(const QByteArray, host);
        QFETCH(const QByteArray, base);
        const SiteRules rules({QUrl(publicUrl), {}}, 8765);

        const auto arrival =
            rules.arrivalOf(headWith("Host: " + host), QHostAddress(QHostAddress::LocalHost));

        QCOMPARE(bool(arrival), !base.isEmpty());
        if (arrival) {
            QCOMPARE(arrival->base, base);
            // A public site has a proxy in front, which need not say so: nobody counts as local.
            QCOMPARE(arrival->peer.isLocal, publicUrl.isEmpty());
        } else {
            QCOMPARE(arrival.error().status, 421);
        }
    }

    void onlyTrustedProxiesAreBelieved_data()
    {
        QTest::addColumn<QString>("peer");
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("address"); // empty: refused
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<bool>("isLocal");
        const QByteArray ours = "Host: 127.0.0.1:8765\r\n";
        const QByteArray site = "Host: auth.example.org\r\n";
        const QString proxy = QStringLiteral("10.0.0.1");
        const QString other = QStringLiteral("10.9.0.1");
        const QString here = QStringLiteral("127.0.0.1");
        const auto add = [](const char *name,
                            const QString &peer,
                            const QByteArray &lines,
                            const char *address,
                            const char *base,
                            bool isLocal = false) {
            QTest::newRow(name) << peer << lines << QString::fromLatin1(address) << QByteArray(base)
                                << isLocal;
        };
        const char *https = "https://auth.example.org";
        add("no proxy's word", here, ours + "X: 1", "127.0.0.1", "http://127.0.0.1:8765");
        add("a stranger's word",
            other,
            site + "X-Forwarded-For: 1.2.3.4\r\nX-Forwarded-Proto: http",
            "10.9.0.1",
            https);
        add("a stranger's host",
            other,
            ours + "X-Forwarded-Host: auth.example.org",
            "10.9.0.1",
            "http://127.0.0.1:8765");
        add("a local program's word",
            here,
            ours + "X-Forwarded-For: 1.2.3.4",
            "127.0.0.1",
            "http://127.0.0.1:8765");
        add("a proxy's word",
            proxy,
            ours
                + "X-Forwarded-For: 1.2.3.4\r\nX-Forwarded-Proto: https\r\n"
                  "X-Forwarded-Host: auth.example.org",
            "1.2.3.4",
            https);
        add("made up by the client",
            proxy,
            site + "X-Forwarded-For: 9.9.9.9, 1.2.3.4",
            "1.2.3.4",
            https);
        add("two proxies",
            proxy,
            site + "X-Forwarded-For: 9.9.9.9, 1.2.3.4, 10.0.0.2",
            "1.2.3.4",
            https);
        add("only proxies", proxy, site + "X-Forwarded-For: 10.0.0.3, 10.0.0.2", "10.0.0.3", https);
        add("IPv6 with a port",
            proxy,
            site + "X-Forwarded-For: [2001:db8::1]:4711",
            "2001:db8::1",
            https);
        add("IPv4 with a port", proxy, site + "X-Forwarded-For: 1.2.3.4:80", "1.2.3.4", https);
        add("no address", proxy, site + "X-Forwarded-For: unknown", "", "");
        add("cut", proxy, site + "X-Forwarded-For: 1.2.3.4,", "", "");
        add("odd scheme", proxy, site + "X-Forwarded-Proto: gopher", "", "");
        add("plain http",
            proxy,
            site + "X-Forwarded-Proto: http",
            "10.0.0.1",
            "http://auth.example.org");
        add("a proxy's foreign host", proxy, ours + "X-Forwarded-Host: evil.example", "", "");
        add("mapped address",
            QStringLiteral("::ffff:10.0.0.1"),
            site + "X-Forwarded-For: 1.2.3.4",
            "1.2.3.4",
            https);
    }
    void onlyTrustedProxiesAreBelieved()
    {
        QFETCH(const QString, peer);
        QFETCH(const QByteArray, lines);
        QFETCH(const QString, address);
        const SiteRules rules({QUrl(QStringLiteral("https://auth.example.org")),
                               {QHostAddress::parseSubnet(QStringLiteral("10.0.0.0/24"))}},
                              8765);

        const auto arrival = rules.arrivalOf(headWith(lines), QHostAddress(peer));

        QCOMPARE(bool(arrival), !address.isEmpty());
        if (!arrival)
            return;
        QCOMPARE(arrival->peer.address, QHostAddress(address));
        QTEST(arrival->base, "base");
        QTEST(arrival->peer.isLocal, "isLocal");
    }

    //! What was worked out for the request before is of no matter to the next one.
    void oneRequestSaysNothingOfTheNext()
    {
        const SiteRules rules({QUrl(QStringLiteral("https://auth.example.org")),
                               {QHostAddress::parseSubnet(QStringLiteral("10.0.0.0/24"))}},
                              8765);
        const auto base = [&rules](const QByteArray &lines, const char *peer) {
            const auto arrival =
                rules.arrivalOf(headWith(lines), QHostAddress(QString::fromLatin1(peer)));
            return arrival ? arrival->base : QByteArray("refused");
        };
        const QByteArray http = "Host: auth.example.org\r\nX-Forwarded-Proto: http\r\n"
                                "X-Forwarded-For: 9.9.9.9";
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(base("Host: auth.example.org", "10.0.0.1"), "https://auth.example.org");
            QCOMPARE(base(http, "10.0.0.1"), "http://auth.example.org");
            QCOMPARE(base(http, "10.0.1.1"), "https://auth.example.org"); // nobody's proxy
            QCOMPARE(base("Host: 127.0.0.1:8765", "127.0.0.1"), "http://127.0.0.1:8765");
            QCOMPARE(base("Host: evil.example", "127.0.0.1"), "refused");
            QCOMPARE(base("Host: AUTH.example.org", "10.0.0.1"), "https://auth.example.org");
        }
    }
};

QTEST_GUILESS_MAIN(SiteRulesTest)
#include "tst_siterules.moc"
