// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/protocolhouse.h"
#include "support/verifyresult.h"

#include <QTest>

//! RP-initiated logout, by the names of the OpenID conformance suite, and the documents that
//! clients begin with.
class LogoutAndDiscoveryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void logout_data()
    {
        QTest::addColumn<QByteArray>("hint"); // good, bad, modified or nothing
        QTest::addColumn<QByteArray>("then");
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<bool>("ends");
        QTest::addColumn<QString>("to");
        const auto add = [](const char *row,
                            const char *hint,
                            const char *then,
                            const char *state,
                            bool ends,
                            const char *to) {
            QTest::newRow(row) << QByteArray(hint) << QByteArray(then) << QByteArray(state) << ends
                               << QString::fromLatin1(to);
        };
        const char *bye = "https://rp.example/bye";
        add("oidcc-rp-initiated-logout",
            "good",
            bye,
            "s 1",
            true,
            "https://rp.example/bye?state=s+1");
        add("oidcc-rp-initiated-logout-no-state", "good", bye, "", true, bye);
        add("oidcc-rp-initiated-logout-no-params", "", "", "", true, "");
        add("oidcc-rp-initiated-logout-only-state", "", "", "s", true, "");
        add("oidcc-rp-initiated-logout-no-post-logout-redirect-uri", "good", "", "", true, "");
        add("oidcc-rp-initiated-logout-no-id-token-hint", "", bye, "", false, "");
        add("oidcc-rp-initiated-logout-bad-id-token-hint", "bad", bye, "", false, "");
        add("oidcc-rp-initiated-logout-modified-id-token-hint", "modified", bye, "", false, "");
        add("oidcc-rp-initiated-logout-bad-post-logout-redirect-uri",
            "good",
            "https://evil.example/bye",
            "",
            false,
            "");
        add("oidcc-rp-initiated-logout-query-added-to-post-logout-redirect-uri",
            "good",
            "https://rp.example/bye?foo=bar",
            "",
            false,
            "");
    }

    void logout()
    {
        QFETCH(const QByteArray, hint);
        QFETCH(const QByteArray, then);
        QFETCH(const QByteArray, state);
        QFETCH(const bool, ends);
        QFETCH(const QString, to);
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        QByteArray idToken = textOf(house.tokens("app"), "id_token");
        house.clock.advance(std::chrono::minutes(30)); // an expired hint will do
        if (hint == "bad")
            idToken = "e30.e30.AAAA";
        if (hint == "modified")
            idToken[idToken.size() - 5] = idToken.at(idToken.size() - 5) == 'A' ? 'B' : 'A';
        Form form;
        if (!hint.isEmpty())
            form += {"id_token_hint", idToken};
        if (!then.isEmpty())
            form += {"post_logout_redirect_uri", then};
        if (!state.isEmpty())
            form += {"state", state};

        for (const bool isPost : {false, true}) {
            house.people.signOuts = 0;
            const auto response =
                isPost ? house.post("/session/end", form) : house.get("/session/end", form);

            QCOMPARE(house.people.signOuts, ends ? 1 : 0);
            if (ends) {
                QCOMPARE(house.people.signedOutTo, to);
                QCOMPARE(house.people.signedOutSession,
                         hint.isEmpty() ? QString() : QStringLiteral("s-1"));
            } else {
                QCOMPARE(response.status(), 400);
                QVERIFY(response.header("Location").isEmpty());
            }
        }
    }

    void aClientIdIsEnoughForTheWayBack()
    {
        ProtocolHouse house;
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        const auto response = house.get(
            "/session/end",
            {{"client_id", "app"}, {"post_logout_redirect_uri", "https://rp.example/bye"}});
        QCOMPARE(response.status(), 303);
        QCOMPARE(house.people.signedOutSession, QString()); // so the person is asked
    }

    //! oidcc-discovery-endpoint-verification,
    //! oidcc-rp-initiated-logout-discovery-endpoint-verification
    void discovery_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("OpenID Connect") << QByteArray("/.well-known/openid-configuration");
        QTest::newRow("RFC 8414") << QByteArray("/.well-known/oauth-authorization-server");
    }

    void discovery()
    {
        QFETCH(const QByteArray, path);
        ProtocolHouse house;
        const auto response = house.get(path);
        QCOMPARE(response.status(), 200);
        QCOMPARE(response.contentType(), "application/json");
        const QJsonObject document = response.object();
        QCOMPARE(textOf(document, "issuer"), ProtocolHouse::issuer);
        for (const char *member : {"authorization_endpoint",
                                   "token_endpoint",
                                   "userinfo_endpoint",
                                   "jwks_uri",
                                   "registration_endpoint",
                                   "introspection_endpoint",
                                   "revocation_endpoint",
                                   "device_authorization_endpoint",
                                   "pushed_authorization_request_endpoint",
                                   "end_session_endpoint"}) {
            const QByteArray url = textOf(document, member);
            QVERIFY2(url.startsWith(ProtocolHouse::issuer), member);
            const QByteArray at = url.mid(qsizetype(qstrlen(ProtocolHouse::issuer)));
            QVERIFY2(house.get(at).status() != 404, member);
        }
        QVERIFY(document.value(u"authorization_response_iss_parameter_supported").toBool());
        QCOMPARE(document.value(u"request_uri_parameter_supported").toBool(true), false);
        QCOMPARE(document.value(u"code_challenge_methods_supported").toArray(),
                 QJsonArray{QStringLiteral("S256")});
        QVERIFY(document.value(u"id_token_signing_alg_values_supported")
                    .toArray()
                    .contains(QStringLiteral("RS256")));
    }

    void keys_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("well known") << QByteArray("/.well-known/jwks.json");
        QTest::newRow("short") << QByteArray("/jwks.json");
    }

    void keys()
    {
        QFETCH(const QByteArray, path);
        ProtocolHouse house;
        const auto response = house.get(path);
        QCOMPARE(response.status(), 200);
        QCOMPARE(response.body(), house.keys.jwks());
        QVERIFY(!response.body().contains("\"d\""));
    }

    //! oidcc-idtoken-rs256, oidcc-idtoken-signature
    void idTokensAreSignedAsRegistered_data()
    {
        QTest::addColumn<QString>("algorithm");
        for (const char *name : {"ES256", "RS256", "EdDSA"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void idTokensAreSignedAsRegistered()
    {
        QFETCH(const QString, algorithm);
        ProtocolHouse house(QString(), QString::fromLatin1(ProtocolHouse::issuer), {});
        auto client = ProtocolHouse::webClient(QStringLiteral("app"));
        client.signingAlgorithm = algorithm;
        house.add(client);
        const QByteArray idToken = textOf(house.tokens("app"), "id_token");
        const auto parts = crypto::JwsParts::parse(idToken);
        VERIFY_RESULT(parts);
        QCOMPARE(parts->algorithm(), algorithm);
        const auto published = crypto::parseJwkSet(house.keys.jwks());
        VERIFY_RESULT(published);
        bool verified = false;
        for (const crypto::Jwk &key : *published) {
            if (key.id == parts->keyId())
                verified = crypto::verifyJws(*parts, key, {algorithm}).has_value();
        }
        QVERIFY(verified);
    }
};

QTEST_GUILESS_MAIN(LogoutAndDiscoveryTest)
#include "tst_logoutanddiscovery.moc"
