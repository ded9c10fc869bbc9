// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/digest.h"
#include "crypto/signingkey.h"
#include "support/verifyresult.h"
#include "vectors.h"

#include <QTest>

#include <future>

using namespace crypto;

//! What we sign verifies with what we publish, by any reader of JOSE.
class SigningKeyTest : public QObject
{
    Q_OBJECT

    static void eachAlgorithm()
    {
        QTest::addColumn<int>("algorithm");
        for (const auto algorithm :
             {SigningAlgorithm::Es256, SigningAlgorithm::Rs256, SigningAlgorithm::EdDsa})
            QTest::addRow("%s", qPrintable(nameOf(algorithm))) << static_cast<int>(algorithm);
    }

private Q_SLOTS:
    void signsWhatItsPublicHalfVerifies_data() { eachAlgorithm(); }
    void signsWhatItsPublicHalfVerifies()
    {
        QFETCH(const int, algorithm);
        const auto key = SigningKey::generate(static_cast<SigningAlgorithm>(algorithm));
        VERIFY_RESULT(key);
        const auto published = Jwk::parse(key->publicKey().json);
        VERIFY_RESULT(published);
        QCOMPARE(published->id, QString::fromLatin1(thumbprint(*published)));
        QCOMPARE(key->publicKey().json.value(u"use").toString(), QStringLiteral("sig"));
        QVERIFY(!key->publicKey().json.contains(u"d"));
        // Many, since an r or s with leading zeros is rare.
        for (int i = 0; i < 300; ++i) {
            const QByteArray payload = "{\"n\":" + QByteArray::number(i) + '}';
            const auto token = key->sign("at+jwt", payload);
            VERIFY_RESULT(token);
            const auto parts = JwsParts::parse(*token);
            VERIFY_RESULT(parts);
            QCOMPARE(parts->keyId(), published->id);
            QCOMPARE(parts->header.value(u"typ").toString(), QStringLiteral("at+jwt"));
            const auto verified = verifyJws(*parts, *published, {parts->algorithm()});
            VERIFY_RESULT(verified);
            QCOMPARE(*verified, payload);
        }
    }

    void signsInSeveralThreads_data() { eachAlgorithm(); }
    void signsInSeveralThreads()
    {
        QFETCH(const int, algorithm);
        const auto key = SigningKey::generate(static_cast<SigningAlgorithm>(algorithm));
        VERIFY_RESULT(key);
        std::vector<std::future<QByteArrayList>> threads;
        for (int thread = 0; thread < 4; ++thread) {
            threads.push_back(std::async(std::launch::async, [&key] {
                QByteArrayList tokens;
                for (int i = 0; i < 50; ++i)
                    tokens += key->sign(i % 2 == 0 ? "at+jwt" : "JWT", "{}").value_or("");
                return tokens;
            }));
        }
        for (auto &thread : threads) {
            const QByteArrayList tokens = thread.get();
            for (const QByteArray &token : tokens) {
                const auto parts = JwsParts::parse(token);
                VERIFY_RESULT(parts);
                VERIFY_RESULT(verifyJws(*parts, key->publicKey(), {parts->algorithm()}));
            }
        }
    }

    void comesBackFromTheVault_data() { eachAlgorithm(); }
    void comesBackFromTheVault()
    {
        QFETCH(const int, algorithm);
        const auto key = SigningKey::generate(static_cast<SigningAlgorithm>(algorithm));
        VERIFY_RESULT(key);
        const auto der = key->pkcs8();
        VERIFY_RESULT(der);
        const auto again = SigningKey::fromPkcs8(static_cast<SigningAlgorithm>(algorithm), *der);
        VERIFY_RESULT(again);
        QCOMPARE(again->publicKey().json, key->publicKey().json);
        const auto other = static_cast<SigningAlgorithm>((algorithm + 1) % 3);
        QVERIFY(!SigningKey::fromPkcs8(other, *der));
        for (std::size_t size : {std::size_t(0), std::size_t(1), der->size() / 2})
            QVERIFY(!SigningKey::fromPkcs8(static_cast<SigningAlgorithm>(algorithm),
                                           base::Secret(der->expose().first(qsizetype(size)))));
    }

    void namesKeysAsRfc7638Does()
    {
        const QJsonObject all = readVectors("jose/rfc-vectors.json").object();
        for (const char *row : {"rfc7638_thumbprint", "rfc8037_thumbprint"}) {
            const QJsonObject expected = all.value(QLatin1String(row)).toObject();
            const auto key = Jwk::parse(expected.value(u"jwk").toObject());
            VERIFY_RESULT(key);
            QCOMPARE(QString::fromLatin1(thumbprint(*key)),
                     expected.value(u"thumbprint").toString());
        }
    }

    void carriesFurtherHeaderMembers()
    {
        const auto key = SigningKey::generate(SigningAlgorithm::Es256);
        VERIFY_RESULT(key);
        const QJsonObject header{{QStringLiteral("typ"), QStringLiteral("dpop+jwt")},
                                 {QStringLiteral("jwk"), key->publicKey().json}};
        const auto token = key->signWith(header, "{}");
        VERIFY_RESULT(token);
        const auto parts = JwsParts::parse(*token);
        VERIFY_RESULT(parts);
        QVERIFY(!parts->header.contains(u"kid"));
        QVERIFY(verifyJws(*parts, key->publicKey(), {QStringLiteral("ES256")}));
    }
};

QTEST_GUILESS_MAIN(SigningKeyTest)
#include "tst_signingkey.moc"
