// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/passwordhash.h"
#include "support/verifyresult.h"

#include <QTest>

using namespace crypto;

//! Argon2id against the reference implementation's own values.
class PasswordHashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheReference_data()
    {
        QTest::addColumn<unsigned int>("kibibytes");
        QTest::addColumn<unsigned int>("lanes");
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("64 MiB")
            << 65536U << 1U << QByteArray("password")
            << QByteArray("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
        QTest::newRow("256 KiB")
            << 256U << 1U << QByteArray("password")
            << QByteArray("9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe");
        QTest::newRow("two lanes")
            << 256U << 2U << QByteArray("password")
            << QByteArray("6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037");
    }

    void agreesWithTheReference()
    {
        QFETCH(const unsigned int, kibibytes);
        QFETCH(const unsigned int, lanes);
        QFETCH(const QByteArray, password);
        QFETCH(const QByteArray, expected);

        const auto key = argon2id(base::Secret(password), "somesalt", {2, kibibytes, lanes});

        VERIFY_RESULT(key);
        QCOMPARE(key->expose().toByteArray().toHex(), expected);
    }

    void refusesCostsOutOfRange()
    {
        const base::Secret password("password");
        const auto invalid = base::ErrorCode::InvalidInput;
        VERIFY_ERROR(argon2id(password, "short"), invalid);
        VERIFY_ERROR(argon2id(password, "somesalt", {0, 256, 1}), invalid);
        VERIFY_ERROR(argon2id(password, "somesalt", {1, 7, 1}), invalid);
        VERIFY_ERROR(argon2id(password, "somesalt", {1, 256, 0}), invalid);
        VERIFY_ERROR(argon2id(password, "somesalt", {1, 256, 1}, 3), invalid);
    }

    void aStoredPasswordFitsItselfAlone()
    {
        const Argon2Cost cheap{1, 256, 1};
        const base::Secret password("correct horse battery staple");
        const auto phc = hashPassword(password, cheap);
        VERIFY_RESULT(phc);
        QVERIFY(phc->startsWith("$argon2id$v=19$m=256,t=1,p=1$"));
        VERIFY_RESULT(checkPassword(password, *phc));
        VERIFY_ERROR(checkPassword(base::Secret("Correct horse battery staple"), *phc),
                     base::ErrorCode::Denied);
        VERIFY_ERROR(checkPassword(base::Secret(), *phc), base::ErrorCode::Denied);
        VERIFY_ERROR(checkPassword(password, "$2b$12$abc"), base::ErrorCode::Corrupt);
        VERIFY_ERROR(checkPassword(password, ""), base::ErrorCode::Corrupt);
        const auto again = hashPassword(password, cheap);
        VERIFY_RESULT(again);
        QVERIFY(*again != *phc); // a salt of its own
    }
};

QTEST_GUILESS_MAIN(PasswordHashTest)
#include "tst_passwordhash.moc"
