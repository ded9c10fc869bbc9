// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/jws.h"
#include "support/jwssigner.h"
#include "support/verifyresult.h"
#include "vectors.h"

#include <QTest>

#include <map>

using namespace crypto;

namespace {

const QStringList everything{QStringLiteral("RS256"),
                             QStringLiteral("PS256"),
                             QStringLiteral("ES256"),
                             QStringLiteral("EdDSA")};

base::Result<QByteArray> verify(QByteArrayView compact,
                                const QJsonObject &jwk,
                                const QStringList &allowed = everything)
{
    TRY(const JwsParts parts, JwsParts::parse(compact));
    TRY(const Jwk key, Jwk::parse(jwk));
    return verifyJws(parts, key, allowed);
}

} // namespace

//! Only what the key's owner signed gets through, however it is dressed.
class JwsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const QString &algorithm : everything)
            m_signers.emplace(algorithm, JwsSigner(algorithm));
    }

    void agreesWithTheRfcs_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        const QJsonArray vectors =
            readVectors("jose/rfc-vectors.json").object().value(u"jws").toArray();
        QVERIFY(!vectors.isEmpty());
        for (const QJsonValue &vector : vectors)
            QTest::newRow(qPrintable(vector[u"name"].toString())) << vector.toObject();
    }

    void agreesWithTheRfcs()
    {
        QFETCH(const QJsonObject, vector);
        const bool asymmetric = everything.contains(vector.value(u"alg").toString());

        const auto payload =
            verify(vector.value(u"jws").toString().toLatin1(), vector.value(u"key").toObject());

        if (vector.value(u"valid").toBool() && asymmetric) {
            VERIFY_RESULT(payload);
            QCOMPARE(*payload, vector.value(u"payload").toString().toUtf8());
        } else {
            QVERIFY(!payload);
        }
    }

    void agreesWithTheCookbook_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("valid");
        QTest::newRow("RS256") << QStringLiteral("4_1.rsa_v15_signature") << true;
        QTest::newRow("PS384 is not ours") << QStringLiteral("4_2.rsa-pss_signature") << false;
        QTest::newRow("ES512 is not ours") << QStringLiteral("4_3.ecdsa_signature") << false;
        QTest::newRow("HS256") << QStringLiteral("4_4.hmac-sha2_integrity_protection") << false;
        QTest::newRow("EdDSA") << QStringLiteral("ed25519") << true;
    }

    void agreesWithTheCookbook()
    {
        QFETCH(const QString, file);
        QFETCH(const bool, valid);
        const QJsonObject vector =
            readVectors(qPrintable(QStringLiteral("jose/%1.json").arg(file))).object();
        const QJsonObject input = vector.value(u"input").toObject();
        const QByteArray compact = vector[u"output"][u"compact"].toString().toLatin1();
        QVERIFY(!compact.isEmpty());

        const auto payload = verify(compact, input.value(u"key").toObject());

        QCOMPARE(payload.has_value(), valid);
        if (valid)
            QCOMPARE(*payload, input.value(u"payload").toString().toUtf8());
    }

    void acceptsWhatTheKeySigned_data() { addAlgorithms(); }

    void acceptsWhatTheKeySigned()
    {
        QFETCH(const QString, algorithm);
        const JwsSigner &signer = m_signers.at(algorithm);
        QJsonObject anonymous = signer.publicJwk();
        anonymous.remove(QStringLiteral("alg"));

        for (const QByteArray payload : {"", "{}", "any bytes \xff\x00"}) {
            const auto verified = verify(signer.sign(payload), signer.publicJwk());
            VERIFY_RESULT(verified);
            QCOMPARE(*verified, payload);
            VERIFY_RESULT(verify(signer.sign(payload), anonymous));
        }
    }

    void refusesWhatWasChanged_data() { addAlgorithms(); }

    void refusesWhatWasChanged()
    {
        QFETCH(const QString, algorithm);
        const JwsSigner &signer = m_signers.at(algorithm);
        const QJsonObject jwk = signer.publicJwk();
        const QByteArray good = signer.sign("payload");
        const QByteArrayList parts = good.split('.');
        const QByteArray &header = parts[0];
        const QByteArray &payload = parts[1];
        const QByteArray &signature = parts[2];
        const QByteArray otherHeader = toBase64Url("{\"alg\":\"" + algorithm.toLatin1() + "\"}");
        VERIFY_RESULT(verify(good, jwk));

        const QByteArrayList bad{header + '.' + toBase64Url("Payload") + '.' + signature,
                                 otherHeader + '.' + payload + '.' + signature,
                                 header + ".." + signature,
                                 header + '.' + payload + '.',
                                 header + '.' + payload,
                                 payload + '.' + signature,
                                 '.' + payload + '.' + signature,
                                 '.' + payload + '.',
                                 payload,
                                 "",
                                 "..",
                                 good + '.',
                                 good + ".more",
                                 good + '=',
                                 good + ' ',
                                 '\n' + good,
                                 good.chopped(1)};
        for (const QByteArray &compact : bad)
            QVERIFY2(!verify(compact, jwk), compact.constData());
        const QByteArray bytes = *fromBase64Url(signature);
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            QByteArray changed = bytes;
            changed[i] = static_cast<char>(changed[i] ^ 1);
            VERIFY_ERROR(verify(header + '.' + payload + '.' + toBase64Url(changed), jwk),
                         base::ErrorCode::Denied);
        }
        VERIFY_ERROR(verify(header + '.' + payload + '.' + toBase64Url(bytes + '\0'), jwk),
                     base::ErrorCode::Denied);
    }

    void refusesAnotherKeysSignature_data() { addAlgorithms(); }

    void refusesAnotherKeysSignature()
    {
        QFETCH(const QString, algorithm);
        const JwsSigner stranger(algorithm);
        const JwsSigner &signer = m_signers.at(algorithm);
        QJsonObject header = stranger.header();
        header.insert(QStringLiteral("jwk"), stranger.publicJwk());
        header.insert(QStringLiteral("jku"), QStringLiteral("https://stranger.example/keys"));

        VERIFY_ERROR(verify(stranger.sign("x"), signer.publicJwk()), base::ErrorCode::Denied);
        VERIFY_ERROR(verify(stranger.sign(header, "x"), signer.publicJwk()),
                     base::ErrorCode::Denied);
    }

    void refusesEveryOtherAlgorithmForAKey_data() { addAlgorithms(); }

    void refusesEveryOtherAlgorithmForAKey()
    {
        QFETCH(const QString, algorithm);
        const JwsSigner &signer = m_signers.at(algorithm);
        QJsonObject anonymous = signer.publicJwk();
        anonymous.remove(QStringLiteral("alg"));
        QStringList allowed = everything;
        allowed << QStringLiteral("none") << QStringLiteral("HS256") << QString();

        for (const char *other : {"none",
                                  "None",
                                  "NONE",
                                  "",
                                  "HS256",
                                  "HS512",
                                  "RS1",
                                  "RS256",
                                  "RS384",
                                  "PS256",
                                  "ES256",
                                  "ES256K",
                                  "EdDSA",
                                  "Ed25519"}) {
            if (algorithm == QLatin1String(other))
                continue;
            QJsonObject header = signer.header();
            header.insert(QStringLiteral("alg"), QLatin1String(other));
            const QByteArray lie = signer.sign(header, "x");
            QVERIFY2(!verify(lie, signer.publicJwk(), allowed), other);
            QVERIFY2(!verify(lie, anonymous, allowed), other);
            QVERIFY2(!verify(lie.first(lie.lastIndexOf('.') + 1), anonymous, allowed), other);
        }
        QStringList others = everything;
        others.removeOne(algorithm);
        VERIFY_ERROR(verify(signer.sign("x"), signer.publicJwk(), others), base::ErrorCode::Denied);
        VERIFY_ERROR(verify(signer.sign("x"), signer.publicJwk(), {}), base::ErrorCode::Denied);
    }

    void refusesHeadersItDoesNotUnderstand_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("no JSON") << QByteArray("alg");
        QTest::newRow("a list") << QByteArray(R"(["EdDSA"])");
        QTest::newRow("no algorithm") << QByteArray("{}");
        QTest::newRow("an algorithm that is no text") << QByteArray(R"({"alg":["EdDSA"]})");
        QTest::newRow("critical extension") << QByteArray(R"({"alg":"EdDSA","crit":["exp"]})");
        QTest::newRow("empty crit") << QByteArray(R"({"alg":"EdDSA","crit":[]})");
        QTest::newRow("a key id that is no text") << QByteArray(R"({"alg":"EdDSA","kid":1})");
        QTest::newRow("more behind it") << QByteArray(R"({"alg":"EdDSA"}{})");
    }

    void refusesHeadersItDoesNotUnderstand()
    {
        QFETCH(const QByteArray, header);
        const JwsSigner &signer = m_signers.at(QStringLiteral("EdDSA"));
        const QByteArray input = toBase64Url(header) + '.' + toBase64Url("x");

        const auto parts = JwsParts::parse(input + '.' + toBase64Url(signer.signatureOf(input)));

        VERIFY_ERROR(parts, base::ErrorCode::Corrupt);
    }

    void refusesTokensWithoutEnd()
    {
        VERIFY_ERROR(JwsParts::parse(QByteArray(10'000'000, 'A')), base::ErrorCode::Corrupt);
    }

private:
    static void addAlgorithms()
    {
        QTest::addColumn<QString>("algorithm");
        for (const QString &algorithm : everything)
            QTest::newRow(qPrintable(algorithm)) << algorithm;
    }

    std::map<QString, JwsSigner> m_signers;
};

QTEST_GUILESS_MAIN(JwsTest)
#include "tst_jws.moc"
