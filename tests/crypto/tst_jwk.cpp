// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/jws.h"
#include "support/jwssigner.h"
#include "support/verifyresult.h"

#include <QJsonArray>
#include <QTest>

using namespace crypto;

namespace {

QJsonObject with(QJsonObject jwk, const char *member, const QJsonValue &value)
{
    if (value.isUndefined())
        jwk.remove(QLatin1String(member));
    else
        jwk.insert(QLatin1String(member), value);
    return jwk;
}

QString encoded(const QByteArray &bytes)
{
    return QString::fromLatin1(toBase64Url(bytes));
}

} // namespace

//! A provider's keys: those that can be used are, and no others.
class JwkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesUnusableKeys_data()
    {
        QTest::addColumn<QJsonObject>("jwk");
        const QJsonObject rsa = JwsSigner(QStringLiteral("RS256")).publicJwk();
        const QJsonObject ec = JwsSigner(QStringLiteral("ES256")).publicJwk();
        const QJsonObject ed = JwsSigner(QStringLiteral("EdDSA")).publicJwk();
        const QJsonValue none(QJsonValue::Undefined);
        const auto text = [](const char *value) { return QJsonValue(QLatin1String(value)); };
        QTest::newRow("empty") << QJsonObject();
        QTest::newRow("symmetric")
            << QJsonObject{{QStringLiteral("kty"), QStringLiteral("oct")},
                           {QStringLiteral("k"), QStringLiteral("c2VjcmV0")}};
        QTest::newRow("unknown kty") << with(rsa, "kty", text("rsa"));
        QTest::newRow("no kty") << with(rsa, "kty", none);
        QTest::newRow("no modulus") << with(rsa, "n", none);
        QTest::newRow("no exponent") << with(rsa, "e", none);
        QTest::newRow("1024 bits") << with(rsa, "n", encoded(QByteArray(128, '\xff')));
        QTest::newRow("even modulus") << with(rsa, "n", encoded(QByteArray(256, '\xfe')));
        QTest::newRow("endless modulus") << with(rsa, "n", encoded(QByteArray(4096, '\xff')));
        QTest::newRow("exponent 1") << with(rsa, "e", text("AQ"));
        QTest::newRow("even exponent") << with(rsa, "e", text("Ag"));
        QTest::newRow("endless exponent") << with(rsa, "e", encoded(QByteArray(256, '\x7f')));
        QTest::newRow("exponent is a number") << with(rsa, "e", 65537);
        QTest::newRow("padded text") << with(rsa, "e", text("AQAB="));
        QTest::newRow("point off the curve") << with(ec, "x", encoded(QByteArray(32, '\1')));
        QTest::newRow("point at infinity") << with(
            with(ec, "x", encoded(QByteArray(32, '\0'))), "y", encoded(QByteArray(32, '\0')));
        QTest::newRow("no y") << with(ec, "y", none);
        QTest::newRow("short x") << with(ec, "x", encoded(QByteArray(31, '\1')));
        QTest::newRow("another curve") << with(ec, "crv", text("P-384"));
        QTest::newRow("a curve for key agreement") << with(ed, "crv", text("X25519"));
        QTest::newRow("short Edwards point") << with(ed, "x", encoded(QByteArray(31, '\1')));
        QTest::newRow("for encryption") << with(rsa, "use", text("enc"));
        QTest::newRow("use is no text") << with(rsa, "use", 1);
        QTest::newRow("only for signing") << with(rsa, "key_ops", QJsonArray{text("sign")});
        QTest::newRow("algorithm of another type") << with(ec, "alg", text("RS256"));
        QTest::newRow("symmetric algorithm") << with(rsa, "alg", text("HS256"));
        QTest::newRow("algorithm is no text") << with(rsa, "alg", 256);
        QTest::newRow("key id is no text") << with(rsa, "kid", 1);
    }

    void refusesUnusableKeys()
    {
        QFETCH(const QJsonObject, jwk);

        VERIFY_ERROR(Jwk::parse(jwk), base::ErrorCode::Corrupt);
    }

    void keepsPublicMembersOnly()
    {
        QJsonObject json = JwsSigner(QStringLiteral("ES256"), QStringLiteral("k7")).publicJwk();
        json.insert(QStringLiteral("d"), QStringLiteral("c2VjcmV0"));
        json.insert(QStringLiteral("x5c"), QJsonArray{QStringLiteral("MII")});

        const auto jwk = Jwk::parse(json);

        VERIFY_RESULT(jwk);
        QCOMPARE(jwk->id, QStringLiteral("k7"));
        QCOMPARE(jwk->algorithm, QStringLiteral("ES256"));
        QVERIFY(!jwk->json.contains(u"d"));
        QVERIFY(!jwk->json.contains(u"x5c"));
    }

    void takesKeysThatMayVerify()
    {
        QJsonObject json = JwsSigner(QStringLiteral("ES256")).publicJwk();
        json.insert(QStringLiteral("key_ops"), QJsonArray{QStringLiteral("verify")});

        VERIFY_RESULT(Jwk::parse(json));
    }

    void leavesUnusableKeysOutOfASet()
    {
        const JwsSigner signer(QStringLiteral("EdDSA"));
        const QJsonArray keys{QJsonObject{{QStringLiteral("kty"), QStringLiteral("oct")}},
                              signer.publicJwk(),
                              QStringLiteral("not a key"),
                              QJsonValue()};
        const QByteArray json = QJsonDocument(QJsonObject{{QStringLiteral("keys"), keys}}).toJson();

        const auto set = parseJwkSet(json);

        VERIFY_RESULT(set);
        QCOMPARE(set->size(), 1);
        QCOMPARE(set->constFirst().id, QStringLiteral("key-1"));
        QCOMPARE(parseJwkSet(R"({"keys":[]})")->size(), 0);
    }

    void refusesWhatIsNoKeySet()
    {
        for (const char *text : {"", "[]", "{}", R"({"keys":{}})", "<html>", R"({"keys":[)"})
            VERIFY_ERROR(parseJwkSet(text), base::ErrorCode::Corrupt);
    }
};

QTEST_GUILESS_MAIN(JwkTest)
#include "tst_jwk.moc"
