// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/aead.h"
#include "crypto/scrypt.h"
#include "crypto/x25519.h"
#include "support/verifyresult.h"
#include "vectors.h"

#include <QTest>

using namespace crypto;

//! The ciphers, and the key agreements that age puts under them, against published values.
class AeadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithPublishedValues_data()
    {
        QTest::addColumn<Aead>("cipher");
        QTest::addColumn<QJsonObject>("vector");
        const auto add = [](const char *name, Aead cipher, const QJsonArray &vectors) {
            for (qsizetype i = 0; i < vectors.size(); ++i)
                QTest::addRow("%s %d", name, static_cast<int>(i))
                    << cipher << vectors.at(i).toObject();
        };
        add("AES-256-GCM", Aead::Aes256Gcm, readVectors("primitives/aes256-gcm.json").array());
        add("ChaCha20-Poly1305",
            Aead::ChaCha20Poly1305,
            readVectors("primitives/chacha20-poly1305.json").array());
    }

    void agreesWithPublishedValues()
    {
        QFETCH(const Aead, cipher);
        QFETCH(const QJsonObject, vector);
        const QByteArray key = bytesFromHex(vector.value(u"key"));
        const QByteArray nonce = bytesFromHex(vector.value(u"nonce"));
        const QByteArray additional = bytesFromHex(vector.value(u"aad"));
        const QByteArray sealedText = bytesFromHex(vector.value(u"sealed"));

        const auto opened = unseal(cipher, key, nonce, additional, sealedText);

        if (vector.value(u"plain").isNull()) {
            VERIFY_ERROR(opened, base::ErrorCode::Denied);
            return;
        }
        VERIFY_RESULT(opened);
        const QByteArray plain = bytesFromHex(vector.value(u"plain"));
        QCOMPARE(opened->expose().toByteArray(), plain);
        const auto sealedAgain = seal(cipher, key, nonce, additional, plain);
        VERIFY_RESULT(sealedAgain);
        QCOMPARE(*sealedAgain, sealedText);
    }

    void refusesWhatWasChanged_data()
    {
        QTest::addColumn<Aead>("cipher");
        QTest::newRow("AES-256-GCM") << Aead::Aes256Gcm;
        QTest::newRow("ChaCha20-Poly1305") << Aead::ChaCha20Poly1305;
    }

    void refusesWhatWasChanged()
    {
        QFETCH(const Aead, cipher);
        const QByteArray key(32, 'k');
        const QByteArray nonce(12, 'n');
        const QByteArray good = *seal(cipher, key, nonce, "additional", "plain text");
        const auto denied = base::ErrorCode::Denied;

        for (qsizetype bit = 0; bit < good.size() * 8; ++bit) {
            QByteArray changed = good;
            changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
            VERIFY_ERROR(unseal(cipher, key, nonce, "additional", changed), denied);
        }
        VERIFY_ERROR(unseal(cipher, key, nonce, "additionaL", good), denied);
        VERIFY_ERROR(unseal(cipher, key, QByteArray(12, 'm'), "additional", good), denied);
        VERIFY_ERROR(unseal(cipher, QByteArray(32, 'l'), nonce, "additional", good), denied);
        VERIFY_ERROR(unseal(cipher, key, nonce, "additional", good.chopped(1)), denied);
        VERIFY_ERROR(unseal(cipher, key, nonce, "additional", good.first(15)), denied);
        VERIFY_ERROR(unseal(cipher, key, nonce, "additional", {}), denied);
    }

    void refusesKeysAndNoncesOfTheWrongLength()
    {
        const QByteArray key(32, 'k');
        const QByteArray nonce(12, 'n');
        const auto invalid = base::ErrorCode::InvalidInput;
        for (const Aead cipher : {Aead::Aes256Gcm, Aead::ChaCha20Poly1305}) {
            VERIFY_ERROR(seal(cipher, key.chopped(1), nonce, {}, "x"), invalid);
            VERIFY_ERROR(seal(cipher, key + 'k', nonce, {}, "x"), invalid);
            VERIFY_ERROR(seal(cipher, key, {}, {}, "x"), invalid);
        }
        VERIFY_ERROR(seal(Aead::ChaCha20Poly1305, key, nonce + 'n', {}, "x"), invalid);
        // SOPS uses nonces of 32 bytes.
        VERIFY_RESULT(seal(Aead::Aes256Gcm, key, QByteArray(32, 'n'), {}, "x"));
    }

    void agreesOnKeys_data()
    {
        QTest::addColumn<QByteArray>("mine");
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<QByteArray>("shared");
        // RFC 7748 5.2
        QTest::newRow("first")
            << QByteArray("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4")
            << QByteArray("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c")
            << QByteArray("c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552");
        QTest::newRow("second")
            << QByteArray("4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d")
            << QByteArray("e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493")
            << QByteArray("95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957");
        QTest::newRow("low order") << QByteArray(64, 'a') << QByteArray(64, '0') << QByteArray();
        QTest::newRow("low order 1")
            << QByteArray(64, 'a') << "01" + QByteArray(62, '0') << QByteArray();
        QTest::newRow("too short") << QByteArray(64, 'a') << QByteArray(62, 'b') << QByteArray();
    }

    void agreesOnKeys()
    {
        QFETCH(const QByteArray, mine);
        QFETCH(const QByteArray, theirs);
        QFETCH(const QByteArray, shared);

        const auto secret =
            x25519(base::Secret(QByteArray::fromHex(mine)), QByteArray::fromHex(theirs));

        if (shared.isEmpty()) {
            VERIFY_ERROR(secret, base::ErrorCode::InvalidInput);
        } else {
            VERIFY_RESULT(secret);
            QCOMPARE(secret->expose().toByteArray().toHex(), shared);
        }
    }

    void stretchesPassphrases()
    {
        // RFC 7914 12, the row with r 8 and p 1.
        const auto key = scrypt(base::Secret("pleaseletmein"), "SodiumChloride", 14, 64);

        VERIFY_RESULT(key);
        QCOMPARE(key->expose().toByteArray().toHex(),
                 "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                 "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887");
        VERIFY_ERROR(scrypt(base::Secret(), "salt", 4, 32), base::ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(AeadTest)
#include "tst_aead.moc"
