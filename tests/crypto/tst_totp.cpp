// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/totp.h"
#include "support/verifyresult.h"
#include "vectors.h"

#include <QTest>
#include <QUrlQuery>

using namespace crypto;

namespace {

Hash hashOf(const QString &name)
{
    return name == u"SHA512" ? Hash::Sha512 : name == u"SHA256" ? Hash::Sha256 : Hash::Sha1;
}

base::Secret secretOf(const QJsonValue &text)
{
    return base::Secret(text.toString().toLatin1());
}

} // namespace

//! One-time codes against the RFCs' own values, and the rule that a code is good once.
class TotpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAsRfc4226Does()
    {
        const QJsonObject rows = readVectors("otp/otp.json").object().value(u"rfc4226").toObject();
        const base::Secret key(bytesFromHex(rows.value(u"secret_hex")));
        const QJsonArray codes = rows.value(u"codes").toArray();
        QCOMPARE(codes.size(), 10);
        for (qsizetype i = 0; i < codes.size(); ++i)
            QCOMPARE(hotp(key, static_cast<quint64>(i), {}), codes.at(i).toString().toLatin1());
    }

    void agreesWithTheVectors_data()
    {
        QTest::addColumn<QJsonObject>("row");
        const QJsonObject all = readVectors("otp/otp.json").object();
        for (const auto &section : {"rfc6238", "extra"}) {
            int number = 0;
            for (const QJsonValue &row : all.value(QLatin1String(section)).toArray())
                QTest::addRow("%s %d", section, ++number) << row.toObject();
        }
    }

    void agreesWithTheVectors()
    {
        QFETCH(const QJsonObject, row);
        const auto key = fromBase32(secretOf(row.value(u"secret_base32")));
        VERIFY_RESULT(key);
        const TotpSettings settings{hashOf(row.value(u"alg").toString()),
                                    row.value(u"digits").toInt(),
                                    row.value(u"step").toInt()};
        const QDateTime at = QDateTime::fromSecsSinceEpoch(row.value(u"time").toInteger(), Qt::UTC);
        const qint64 step = totpStep(at, settings);
        QCOMPARE(hotp(*key, static_cast<quint64>(step), settings),
                 row.value(u"code").toString().toLatin1());
        const auto found =
            checkTotp(*key, row.value(u"code").toString().toLatin1(), at, -1, settings);
        VERIFY_RESULT(found);
        QCOMPARE(*found, step);
    }

    void aCodeIsGoodOnceAndWithinOneStep()
    {
        const base::Secret key("12345678901234567890");
        const TotpSettings settings;
        const QDateTime now = QDateTime::fromSecsSinceEpoch(1700000015, Qt::UTC);
        const qint64 step = totpStep(now, settings);
        const auto code = [&](qint64 of) { return hotp(key, static_cast<quint64>(of), settings); };
        for (const qint64 near : {step - 1, step, step + 1})
            QVERIFY(checkTotp(key, code(near), now, step - 2, settings));
        for (const qint64 far : {step - 2, step + 2})
            QVERIFY(!checkTotp(key, code(far), now, -1, settings));
        QVERIFY(!checkTotp(key, code(step), now, step, settings)); // used
        QVERIFY(!checkTotp(key, code(step - 1), now, step, settings)); // older than the used one
        QVERIFY(checkTotp(key, code(step + 1), now, step, settings));
        for (const char *other : {"", "12345", "1234567", "abcdef"})
            QVERIFY(!checkTotp(key, other, now, -1, settings));
    }

    void writesAnAddressThatAuthenticatorsRead()
    {
        const base::Secret key("\x01\x02\xff key of 20 bytes");
        const TotpSettings settings{Hash::Sha256, 8, 60};
        const base::Secret uri =
            otpauthUri(QStringLiteral("Latchkey: desk"), QStringLiteral("ada & co"), key, settings);

        const QUrl url = QUrl::fromEncoded(uri.expose().toByteArray(), QUrl::StrictMode);
        QVERIFY(url.isValid());
        QCOMPARE(url.scheme(), QStringLiteral("otpauth"));
        QCOMPARE(url.host(), QStringLiteral("totp"));
        QCOMPARE(url.path(QUrl::FullyDecoded), QStringLiteral("/Latchkey: desk:ada & co"));
        const QUrlQuery query(url);
        const auto item = [&query](const char *name) {
            return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
        };
        QCOMPARE(query.queryItems().size(), 5);
        QCOMPARE(item("issuer"), QStringLiteral("Latchkey: desk"));
        QCOMPARE(item("algorithm"), QStringLiteral("SHA256"));
        QCOMPARE(item("digits"), QStringLiteral("8"));
        QCOMPARE(item("period"), QStringLiteral("60"));
        const auto back = fromBase32(base::Secret(item("secret").toLatin1()));
        VERIFY_RESULT(back);
        QVERIFY(back->equals(key.expose()));
    }
};

QTEST_GUILESS_MAIN(TotpTest)
#include "tst_totp.moc"
