// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/grammar.h"
#include "authority/protocol/redirecturi.h"
#include "crypto/digest.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace authority;

namespace {

QJsonValue vectors(const char *name)
{
    QFile file(QStringLiteral(TEST_DATA "/oauth/rfc-vectors.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String(name));
}

} // namespace

//! The small grammars, by the rows of tests/data/oauth/rfc-vectors.json.
class OauthGrammarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codeVerifiers_data()
    {
        QTest::addColumn<QByteArray>("verifier");
        QTest::addColumn<bool>("valid");
        const QJsonArray rows = vectors("pkce_validation").toArray();
        QVERIFY(!rows.isEmpty());
        for (int i = 0; i < rows.size(); ++i) {
            const QJsonObject row = rows.at(i).toObject();
            QTest::addRow("row %d", i)
                << row.value(u"verifier").toString().toUtf8() << row.value(u"valid").toBool();
        }
    }

    void codeVerifiers()
    {
        QFETCH(const QByteArray, verifier);
        QFETCH(const bool, valid);
        QCOMPARE(isCodeVerifier(verifier), valid);
        QVERIFY(!valid || isCodeChallenge(crypto::pkceChallenge(verifier)));
    }

    void appendixBOfRfc7636()
    {
        const QJsonObject row = vectors("rfc7636_appendix_b").toObject();
        QByteArray verifier;
        QByteArray challenge;
        for (const QString &key : row.keys()) {
            const QByteArray value = row.value(key).toString().toUtf8();
            if (key.contains(QLatin1String("verifier")))
                verifier = value;
            if (key.contains(QLatin1String("challenge")) && value.size() == 43)
                challenge = value;
        }
        QCOMPARE(crypto::pkceChallenge(verifier), challenge);
    }

    void redirects_data()
    {
        QTest::addColumn<QString>("registered");
        QTest::addColumn<QString>("requested");
        QTest::addColumn<bool>("match");
        const QJsonArray rows = vectors("redirect_uri_matching").toArray();
        QVERIFY(!rows.isEmpty());
        for (int i = 0; i < rows.size(); ++i) {
            const QJsonObject row = rows.at(i).toObject();
            QTest::addRow("row %d", i)
                << row.value(u"registered").toString() << row.value(u"requested").toString()
                << row.value(u"match").toBool();
        }
        const auto add = [](const char *name, const char *one, const char *two, bool match) {
            QTest::newRow(name) << QString::fromLatin1(one) << QString::fromLatin1(two) << match;
        };
        add("localhost keeps its port",
            "http://localhost:3000/cb",
            "http://localhost:3001/cb",
            false);
        add("IPv6 literals differ", "http://[::1]/cb", "http://127.0.0.1/cb", false);
        add("port 0", "http://127.0.0.1/cb", "http://127.0.0.1:0/cb", false);
        add("port 65536", "http://127.0.0.1/cb", "http://127.0.0.1:65536/cb", false);
        add("no digits", "http://127.0.0.1/cb", "http://127.0.0.1:/cb", false);
        add("another port for a registered one",
            "http://127.0.0.1:3000/cb",
            "http://127.0.0.1:9/cb",
            true);
        add("a line break", "http://127.0.0.1/cb", "http://127.0.0.1:9/cb\n", false);
        add("a backslash", "https://rp.example/cb", "https://rp.example\\@evil.example/cb", false);
        add("nothing", "https://rp.example/cb", "", false);
    }

    void redirects()
    {
        QFETCH(const QString, registered);
        QFETCH(const QString, requested);
        QFETCH(const bool, match);
        QCOMPARE(matchesRedirect(registered, requested), match);
    }

    void whatMayBeRegistered_data()
    {
        QTest::addColumn<QString>("uri");
        QTest::addColumn<bool>("fits");
        const auto add = [](const char *uri, bool fits) {
            QTest::newRow(uri) << QString::fromLatin1(uri) << fits;
        };
        add("https://rp.example/cb", true);
        add("https://rp.example:8443/cb?tenant=1", true);
        add("http://127.0.0.1/cb", true);
        add("http://[::1]:3000/cb", true);
        add("http://localhost:3000/cb", true);
        add("com.example.app:/cb", true);
        add("http://rp.example/cb", false);
        add("https://rp.example/cb#f", false);
        add("https://*.example/cb", false);
        add("https://user@rp.example/cb", false);
        add("https://rp.example/a/../cb", false);
        add("https://RP.example/cb", false);
        add("javascript:alert(1)", false);
        add("data:text/html,x", false);
        add("file:///etc/passwd", false);
        add("myapp:/cb", false);
        add("/cb", false);
        add("https:///cb", false);
        add("", false);
    }

    void whatMayBeRegistered()
    {
        QFETCH(const QString, uri);
        QFETCH(const bool, fits);
        QCOMPARE(isAcceptableRedirect(uri), fits);
    }

    void hashesOfOpenIdConnectCore()
    {
        const QJsonArray rows = vectors("oidc_core_hashes").toArray();
        QVERIFY(!rows.isEmpty());
        for (const auto &row : rows) {
            const QJsonObject vector = row.toObject();
            QCOMPARE(QString::fromLatin1(halfHash(vector.value(u"value").toString().toUtf8(),
                                                  QStringLiteral("RS256"))),
                     vector.value(u"hash").toString());
        }
        QCOMPARE(halfHash("x", QStringLiteral("EdDSA")).size(), 43); // half of SHA-512
    }

    void scopesAreWordsWithSingleSpaces()
    {
        QCOMPARE(parseScopes(QStringLiteral("openid api:read openid")).value(),
                 (QStringList{QStringLiteral("openid"), QStringLiteral("api:read")}));
        for (const char *bad : {"", " a", "a ", "a  b", "a\"b", "a\\b", "a\tb", "\xc3\xa9"})
            QVERIFY2(!parseScopes(QString::fromUtf8(bad)), bad);
    }

    void resourcesAreAbsoluteWithoutFragment()
    {
        QVERIFY(isResource(QStringLiteral("https://api.example/v1")));
        QVERIFY(isResource(QStringLiteral("urn:example:api")));
        QVERIFY(!isResource(QStringLiteral("api")));
        QVERIFY(!isResource(QStringLiteral("https://api.example/#x")));
        QVERIFY(!isResource(QStringLiteral("https://u:p@api.example/")));
    }

    void userCodesAreReadInAnySpelling()
    {
        QSet<QString> seen;
        for (int i = 0; i < 200; ++i) {
            const QString code = newUserCode();
            QCOMPARE(code.size(), 9);
            QCOMPARE(code.at(4), u'-');
            QCOMPARE(foldedUserCode(code).size(), 8);
            QCOMPARE(foldedUserCode(code.toLower().replace(u'-', u' ')), foldedUserCode(code));
            seen.insert(code);
        }
        QCOMPARE(seen.size(), 200);
        QCOMPARE(foldedUserCode(QStringLiteral("WDJB-MJHTX")), QString());
        QCOMPARE(foldedUserCode(QStringLiteral("ADJB-MJHT")), QString());
    }

    void queriesAreAppendedBehindWhatIsThere()
    {
        QByteArray url("https://rp.example/cb?tenant=1");
        appendQuery(url, "code", "a b&c");
        QCOMPARE(url, "https://rp.example/cb?tenant=1&code=a+b%26c");
    }
};

QTEST_GUILESS_MAIN(OauthGrammarTest)
#include "tst_oauthgrammar.moc"
