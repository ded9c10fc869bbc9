// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/times.h"

#include <QDateTime>
#include <QTest>

//! Times as the agent writes them and as people say them.
class TimesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheAgentWrites_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"1970-01-01T00:00:00Z",
                                 "2026-11-22T15:04:05Z",
                                 "2024-02-29T23:59:59Z",
                                 "2000-12-31T00:00:00Z",
                                 "2100-03-01T12:00:00Z",
                                 "2026-11-22T15:04:05.123Z",
                                 "2026-11-22T15:04:05+02:00",
                                 "2026-11-22T15:04:05-05:30"})
            QTest::newRow(text) << QByteArray(text);
    }

    void readsWhatTheAgentWrites()
    {
        QFETCH(const QByteArray, text);
        const QDateTime expected = QDateTime::fromString(QString::fromUtf8(text), Qt::ISODate);

        const auto seconds = cli::secondsOf(text.toStdString());

        QVERIFY(seconds.has_value());
        QCOMPARE(*seconds, expected.toSecsSinceEpoch());
        QCOMPARE(QByteArray::fromStdString(cli::rfc3339(*seconds)),
                 expected.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ")).toUtf8());
    }

    void refusesWhatIsNoTime_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"",
                                 "tomorrow",
                                 "2026",
                                 "2026-13-01",
                                 "2026-00-01",
                                 "2026-01-32",
                                 "2026-11-22T",
                                 "2026-11-22T25:00",
                                 "2026-11-22T15:04:05X",
                                 "2026-11-22T15:04:05Zz",
                                 "5",
                                 "5y",
                                 "-3d",
                                 "h",
                                 "99999999999d"})
            QTest::newRow(text) << QByteArray(text);
    }

    void refusesWhatIsNoTime()
    {
        QFETCH(const QByteArray, text);

        QVERIFY(!cli::timeFrom(text.toStdString(), cli::Towards::Back).hasValue());
    }

    void spansCountFromNow()
    {
        const auto back = cli::timeFrom("2h", cli::Towards::Back);
        const auto ahead = cli::timeFrom("3d", cli::Towards::Ahead);

        const std::int64_t now = cli::now();
        QVERIFY(qAbs(now - 7200 - cli::secondsOf(*back).value_or(0)) < 30);
        QVERIFY(qAbs(now + 259'200 - cli::secondsOf(*ahead).value_or(0)) < 30);
        QCOMPARE(*cli::timeFrom("2026-11-01", cli::Towards::Back),
                 std::string("2026-11-01T00:00:00Z"));
    }

    void speaksLikePeople_data()
    {
        QTest::addColumn<qint64>("ahead");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("seconds") << qint64(42) << QByteArray("in 42 s");
        QTest::newRow("minutes") << qint64(42 * 60 + 59) << QByteArray("in 42 min");
        QTest::newRow("hours") << qint64(-3 * 3600) << QByteArray("3 h ago");
        QTest::newRow("days") << qint64(-5 * 86'400) << QByteArray("5 days ago");
        QTest::newRow("far") << qint64(400 * 86'400) << QByteArray("2027-12-27");
    }

    void speaksLikePeople()
    {
        QFETCH(const qint64, ahead);
        QFETCH(const QByteArray, words);
        const std::int64_t now = cli::secondsOf("2026-11-22T15:00:00Z").value_or(0);

        QCOMPARE(QByteArray::fromStdString(cli::spoken(cli::rfc3339(now + ahead), now)), words);
    }
};

QTEST_GUILESS_MAIN(TimesTest)
#include "tst_times.moc"
