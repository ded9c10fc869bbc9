// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/digest.h"
#include "crypto/random.h"
#include "support/verifyresult.h"
#include "vectors.h"

#include <QSet>
#include <QTest>

using namespace crypto;

//! Hashes, their keyed forms, base64url and the random values that stand on them.
class DigestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hashes_data()
    {
        QTest::addColumn<Hash>("hash");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("SHA-1") << Hash::Sha1
                               << QByteArray("a9993e364706816aba3e25717850c26c9cd0d89d");
        QTest::newRow("SHA-256") << Hash::Sha256
                                 << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb41"
                                               "0ff61f20015ad");
        QTest::newRow("SHA-384") << Hash::Sha384
                                 << QByteArray("cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8"
                                               "b605a43ff5bed8086072ba1e7cc2358baeca134c825a7");
        QTest::newRow("SHA-512") << Hash::Sha512
                                 << QByteArray("ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9"
                                               "eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d44"
                                               "23643ce80e2a9ac94fa54ca49f");
    }

    void hashes()
    {
        QFETCH(const Hash, hash);
        QFETCH(const QByteArray, expected);

        QCOMPARE(digest(hash, "abc").toHex(), expected);
    }

    void hashesNothing()
    {
        const QByteArray expected =
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        QCOMPARE(digest(Hash::Sha256, {}).toHex(), expected);
    }

    void authenticates()
    {
        // RFC 4231, test cases 1 and 2; then no key and no data at all.
        QCOMPARE(hmac(Hash::Sha256, QByteArray(20, '\x0b'), "Hi There").toHex(),
                 "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
        QCOMPARE(hmac(Hash::Sha256, "Jefe", "what do ya want for nothing?").toHex(),
                 "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        QCOMPARE(hmac(Hash::Sha256, {}, {}).toHex(),
                 "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
    }

    void aKeyAuthenticatesManyTexts()
    {
        // RFC 4231, test case 2, and again.
        const HmacKey key(Hash::Sha256, "Jefe");
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(key.of("what do ya want for nothing?").toHex(),
                     "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
            QCOMPARE(key.of({}), hmac(Hash::Sha256, "Jefe", {}));
        }
    }

    void derivesKeys_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        const QJsonArray vectors = readVectors("primitives/hkdf.json").array();
        QVERIFY(!vectors.isEmpty());
        for (qsizetype i = 0; i < vectors.size(); ++i)
            QTest::addRow("%d", static_cast<int>(i)) << vectors.at(i).toObject();
    }

    void derivesKeys()
    {
        QFETCH(const QJsonObject, vector);
        const Hash hash = vector.value(u"hash").toString() == u"sha1" ? Hash::Sha1 : Hash::Sha256;

        const base::Secret key = hkdf(hash,
                                      bytesFromHex(vector.value(u"key")),
                                      bytesFromHex(vector.value(u"salt")),
                                      bytesFromHex(vector.value(u"info")),
                                      static_cast<std::size_t>(vector.value(u"size").toInt()));

        QCOMPARE(key.expose().toByteArray(), bytesFromHex(vector.value(u"okm")));
    }

    void comparesInConstantTime()
    {
        QVERIFY(constantTimeEquals("same", "same"));
        QVERIFY(constantTimeEquals({}, ""));
        QVERIFY(!constantTimeEquals("same", "sane"));
        QVERIFY(!constantTimeEquals("same", "same "));
        QVERIFY(!constantTimeEquals("", "x"));
    }

    void writesAndReadsBase64Url()
    {
        const QJsonArray vectors = readVectors("jose/rfc-vectors.json")
                                       .object()
                                       .value(u"rfc7515_appendix_c_base64url")
                                       .toArray();
        QVERIFY(!vectors.isEmpty());
        for (const QJsonValue &vector : vectors) {
            QByteArray bytes;
            for (const QJsonValue &octet : vector[u"octets"].toArray())
                bytes.append(static_cast<char>(octet.toInt()));
            const QByteArray text = vector[u"b64url"].toString().toLatin1();

            QCOMPARE(toBase64Url(bytes), text);
            const auto back = fromBase64Url(text);
            VERIFY_RESULT(back);
            QCOMPARE(*back, bytes);
        }
        QCOMPARE(toBase64Url({}), QByteArray());
        QCOMPARE(*fromBase64Url({}), QByteArray());
    }

    void refusesOtherSpellingsOfBase64Url_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("padding") << QByteArray("QQ==");
        QTest::newRow("stray bits") << QByteArray("QR");
        QTest::newRow("one letter") << QByteArray("Q");
        QTest::newRow("plus of the other alphabet") << QByteArray("+-AA");
        QTest::newRow("slash of the other alphabet") << QByteArray("_/AA");
        QTest::newRow("white space") << QByteArray("QQ QQ");
        QTest::newRow("line break at the end") << QByteArray("QUJD\n");
        QTest::newRow("zero byte") << QByteArray("QUJD\0", 5);
        QTest::newRow("not ASCII") << QByteArray("QUJä");
    }

    void refusesOtherSpellingsOfBase64Url()
    {
        QFETCH(const QByteArray, text);

        VERIFY_ERROR(fromBase64Url(text), base::ErrorCode::InvalidInput);
    }

    void makesTheChallengeOfRfc7636()
    {
        const QJsonObject vector =
            readVectors("jose/rfc-vectors.json").object().value(u"rfc7636_appendix_b").toObject();

        QCOMPARE(pkceChallenge(vector.value(u"code_verifier").toString().toLatin1()),
                 vector.value(u"code_challenge").toString().toLatin1());
    }

    void makesTokensThatNobodyGuesses()
    {
        QSet<QByteArray> seen;
        for (int i = 0; i < 1000; ++i) {
            const QByteArray token = randomToken();
            QCOMPARE(token.size(), 43);
            QVERIFY(fromBase64Url(token));
            seen.insert(token);
        }
        QCOMPARE(seen.size(), 1000);
        QCOMPARE(randomBytes(0).size(), 0);
        QCOMPARE(randomSecret(33).size(), std::size_t{33});
    }
};

QTEST_GUILESS_MAIN(DigestTest)
#include "tst_digest.moc"
