// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"

#include <QTest>

#include <openssl/crypto.h>
#include <vector>

using base::Secret;

static_assert(!std::is_copy_constructible_v<Secret>);
static_assert(!std::is_copy_assignable_v<Secret>);
static_assert(std::is_nothrow_move_constructible_v<Secret>);
static_assert(!std::is_convertible_v<Secret, QByteArray>);
static_assert(!std::is_convertible_v<QByteArray, Secret>);

class SecretTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsItsBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("hunter2");
        QTest::newRow("zero bytes") << QByteArray("\0a\0", 3);
        QTest::newRow("large") << QByteArray(100000, 'x');
    }
    void holdsItsBytes()
    {
        QFETCH(const QByteArray, bytes);

        const Secret secret{QByteArrayView(bytes)};

        QCOMPARE(secret.expose().toByteArray(), bytes);
        QCOMPARE(secret.size(), std::size_t(bytes.size()));
        QCOMPARE(secret.isEmpty(), bytes.isEmpty());
        QVERIFY(secret.equals(bytes));
        QVERIFY(secret.clone().equals(bytes));
    }

    void comparesBytesAndLength()
    {
        const Secret secret("abc");

        QVERIFY(!secret.equals("abd"));
        QVERIFY(!secret.equals("ab"));
        QVERIFY(!secret.equals("abcd"));
        QVERIFY(!secret.equals(""));
        QVERIFY(Secret().equals(""));
    }

    void movingEmptiesTheSource()
    {
        Secret first("abc");
        Secret second(std::move(first));
        QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): that is what is tested
        QVERIFY(second.equals("abc"));

        Secret third("other");
        third = std::move(second);
        QVERIFY(second.isEmpty()); // NOLINT(bugprone-use-after-move)
        QVERIFY(third.equals("abc"));

        Secret &same = third;
        third = std::move(same);
        QVERIFY(third.equals("abc"));
    }

    void liesOnTheSecureHeap()
    {
        Secret secret("abc");

        if (!CRYPTO_secure_malloc_initialized())
            QSKIP("no locked memory here");
        QVERIFY(CRYPTO_secure_allocated(secret.data()));
    }

    void copesWhenTheSecureHeapIsFull()
    {
        std::vector<Secret> many;
        for (int i = 0; i < 50; ++i)
            many.emplace_back(QByteArray(100000, char('a' + i % 26)));

        for (int i = 0; i < 50; ++i)
            QVERIFY(many[std::size_t(i)].equals(QByteArray(100000, char('a' + i % 26))));
    }

    void clearingEmpties()
    {
        Secret secret("abc");

        secret.clear();

        QVERIFY(secret.isEmpty());
        QVERIFY(secret.expose().isEmpty());
        secret.clear();
    }

    void takeWipesTheSourceAndItsShares()
    {
        QByteArray bytes("a secret that came over the network");
        bytes.detach();
        const char *place = bytes.constData();
        const QByteArray share = bytes;

        const Secret secret = Secret::take(std::move(bytes));

        QVERIFY(secret.equals("a secret that came over the network"));
        QVERIFY(bytes.isEmpty()); // NOLINT(bugprone-use-after-move)
        QCOMPARE(share.constData(), place);
        QCOMPARE(share, QByteArray(share.size(), '\0'));
    }

    void wipeToleratesLiteralsAndNothing()
    {
        QByteArray literal = QByteArrayLiteral("in read-only memory");
        QByteArray nothing;
        QString text = QStringLiteral("in read-only memory");

        base::wipe(literal);
        base::wipe(nothing);
        base::wipe(text);

        QVERIFY(literal.isEmpty() && nothing.isEmpty() && text.isEmpty());
    }

    void wipeZeroesText()
    {
        QString text = QString::fromLatin1("typed into a field");
        const QString share = text;

        base::wipe(text);

        QVERIFY(text.isEmpty());
        QCOMPARE(share, QString(share.size(), QChar(u'\0')));
    }

    void zeroedIsFilledThroughData()
    {
        Secret secret = Secret::zeroed(4);
        QVERIFY(secret.equals(QByteArrayView("\0\0\0\0", 4)));

        secret.data()[1] = 'x';

        QVERIFY(secret.equals(QByteArrayView("\0x\0\0", 4)));
    }
};

QTEST_GUILESS_MAIN(SecretTest)
#include "tst_secret.moc"
