// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/bech32.h"
#include "support/verifyresult.h"
#include "vectors.h"

#include <QTest>

using namespace crypto;

//! Bech32 as age reads and writes it.
class Bech32Test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithPublishedStrings_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("valid");
        const QJsonArray vectors =
            readVectors("age/bech32.json").object().value(u"vectors").toArray();
        QVERIFY(!vectors.isEmpty());
        for (const QJsonValue &vector : vectors) {
            const QByteArray text = vector[u"str"].toString().toLatin1();
            QTest::newRow(text.first(std::min<qsizetype>(text.size(), 40)).constData())
                << text << vector[u"valid"].toBool();
        }
    }

    void agreesWithPublishedStrings()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const bool, valid);

        const auto decoded = bech32::decode(text);

        if (!valid) {
            VERIFY_ERROR(decoded, base::ErrorCode::InvalidInput);
            return;
        }
        VERIFY_RESULT(decoded);
        const base::Secret again = bech32::encode(decoded->prefix, decoded->data.expose());
        // A prefix without letters does not tell its case; age's have letters.
        QCOMPARE(again.expose().toByteArray(), text);
    }

    void noticesEveryChangedLetter()
    {
        const QByteArray good = bech32::encode("age", QByteArray(32, 'x')).expose().toByteArray();
        for (qsizetype i = 0; i < good.size(); ++i) {
            QByteArray changed = good;
            changed[i] = changed[i] == 'q' ? 'p' : 'q';
            VERIFY_ERROR(bech32::decode(changed), base::ErrorCode::InvalidInput);
        }
    }

    void refusesStrayBits()
    {
        // Two letters hold one byte and two bits that must be zero; one letter holds no byte.
        QCOMPARE(bech32::decode("a1qy089ch6")->data.expose().toByteArray(), QByteArray(1, '\x01'));
        VERIFY_ERROR(bech32::decode("a1qpamnt9j"), base::ErrorCode::InvalidInput);
        VERIFY_ERROR(bech32::decode("a1q3g6mn3"), base::ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(Bech32Test)
#include "tst_bech32.moc"
