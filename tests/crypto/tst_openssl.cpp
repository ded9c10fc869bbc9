// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/aead.h"
#include "crypto/age.h"
#include "crypto/jws.h"
#include "crypto/openssl.h"

#include <QTest>

//! What OpenSSL keeps for a thread is as it was when this room is left.
class OpenSslTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesTheErrorQueueAsItWas()
    {
        ERR_clear_error();
        ERR_raise(ERR_LIB_USER, 42); // Somebody else's, such as Qt's TLS.

        failInEveryWay();

        QCOMPARE(ERR_GET_REASON(ERR_get_error()), 42);
        QCOMPARE(ERR_get_error(), 0UL);
    }

    void leavesAnEmptyErrorQueueEmpty()
    {
        ERR_clear_error();

        failInEveryWay();

        QCOMPARE(ERR_get_error(), 0UL);
    }

private:
    static void failInEveryWay()
    {
        using namespace crypto;
        const QByteArray key(32, 'k');
        const QByteArray nonce(12, 'n');
        QVERIFY(!unseal(Aead::Aes256Gcm, key, nonce, {}, QByteArray(40, 'x')));
        QVERIFY(!unseal(Aead::ChaCha20Poly1305, key, nonce, {}, QByteArray(40, 'x')));
        QVERIFY(!age::encrypt("x", {age::Recipient{QByteArray(32, '\0')}}));
        QVERIFY(!age::encrypt("x", {age::Recipient{"short"}}));
        // Larger than the secure heap.
        QVERIFY(age::decrypt(*age::encrypt(QByteArray(3'000'000, 'x'), base::Secret("p"), 2),
                             base::Secret("p")));
        QVERIFY(!age::decrypt(*age::encrypt("x", base::Secret("p"), 2), base::Secret("q")));
        const QString one = QString::fromLatin1(QByteArray(43, 'A'));
        QVERIFY(!Jwk::parse({{QStringLiteral("kty"), QStringLiteral("EC")},
                             {QStringLiteral("crv"), QStringLiteral("P-256")},
                             {QStringLiteral("x"), one},
                             {QStringLiteral("y"), one}}));
        const auto edwards = Jwk::parse({{QStringLiteral("kty"), QStringLiteral("OKP")},
                                         {QStringLiteral("crv"), QStringLiteral("Ed25519")},
                                         {QStringLiteral("x"), one}});
        QVERIFY(edwards);
        const auto parts = JwsParts::parse("eyJhbGciOiJFZERTQSJ9.eA.eA");
        QVERIFY(parts);
        QVERIFY(!verifyJws(*parts, *edwards, {QStringLiteral("EdDSA")}));
    }
};

QTEST_GUILESS_MAIN(OpenSslTest)
#include "tst_openssl.moc"
