// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/atomicfile.h"
#include "base/logging.h"
#include "support/verifyresult.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

class LoggingTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] base::LogOptions options() const
    {
        base::LogOptions options;
        options.file = m_folder.filePath(QStringLiteral("latchkey.log"));
        return options;
    }

    [[nodiscard]] QList<QJsonObject> lines() const
    {
        QList<QJsonObject> lines;
        const auto text = base::readFile(options().file);
        for (const QByteArray &line : text.value_or(QByteArray()).split('\n')) {
            if (!line.isEmpty())
                lines.append(QJsonDocument::fromJson(line).object());
        }
        return lines;
    }

private Q_SLOTS:
    void init() { m_folder = QTemporaryDir(); }
    void cleanup() { base::stopLogging(); }

    void writesOneJsonObjectALine()
    {
        VERIFY_RESULT(base::startLogging(options()));
        qCWarning(lcVault).noquote() << "two\nlines with \"quotes\" and ä";
        qCInfo(lcNet) << "second";
        base::stopLogging();

        const auto written = lines();
        QCOMPARE(written.size(), 2);
        QCOMPARE(written[0][QStringLiteral("level")].toString(), QStringLiteral("warning"));
        QCOMPARE(written[0][QStringLiteral("category")].toString(),
                 QStringLiteral("latchkey.vault"));
        QCOMPARE(written[0][QStringLiteral("message")].toString(),
                 QStringLiteral("two\nlines with \"quotes\" and ä"));
        QVERIFY(!written[0].contains(QStringLiteral("trace_id")));
        const auto time =
            QDateTime::fromString(written[0][QStringLiteral("ts")].toString(), Qt::ISODateWithMs);
        QCOMPARE(time.timeSpec(), Qt::UTC);
        QVERIFY(std::abs(time.secsTo(QDateTime::currentDateTimeUtc())) < 60);
        QCOMPARE(written[1][QStringLiteral("level")].toString(), QStringLiteral("info"));
    }

    void noCallSiteCanForgetTheRedactor()
    {
        VERIFY_RESULT(base::startLogging(options()));

        qCWarning(lcOauth) << "refused: password=hunter2 for jane@example.org";

        QCOMPARE(lines().constLast()[QStringLiteral("message")].toString(),
                 QStringLiteral("refused: password=[password] for [e-mail]"));
    }

    void traceScopesNestAndEnd()
    {
        VERIFY_RESULT(base::startLogging(options()));
        QString made;
        {
            const base::TraceScope outer(QStringLiteral("outer"));
            qCInfo(lcBase) << "a";
            {
                const base::TraceScope inner;
                made = base::TraceScope::current();
                qCInfo(lcBase) << "b";
            }
            qCInfo(lcBase) << "c";
        }
        qCInfo(lcBase) << "d";

        const QString key = QStringLiteral("trace_id");
        const auto written = lines();
        QCOMPARE(made.size(), 16);
        QCOMPARE(written[0][key].toString(), QStringLiteral("outer"));
        QCOMPARE(written[1][key].toString(), made);
        QCOMPARE(written[2][key].toString(), QStringLiteral("outer"));
        QVERIFY(!written[3].contains(key));
    }

    void writesOnlyWhatIsImportantEnough_data()
    {
        QTest::addColumn<QString>("level");
        QTest::addColumn<int>("count");
        QTest::newRow("debug") << "debug" << 4;
        QTest::newRow("info") << "info" << 3;
        QTest::newRow("warning") << "warning" << 2;
        QTest::newRow("critical") << "critical" << 1;
    }
    void writesOnlyWhatIsImportantEnough()
    {
        QFETCH(const QString, level);
        QFETCH(const int, count);
        auto chosen = options();
        chosen.level = level;
        VERIFY_RESULT(base::startLogging(chosen));

        qCDebug(lcAgent) << "d";
        qCInfo(lcDesktop) << "i";
        qCWarning(lcLedger) << "w";
        qCCritical(lcBase) << "c";

        QCOMPARE(lines().size(), count);
    }

    void rotatesAndKeepsItsFilesToTheOwner()
    {
        auto small = options();
        small.bytesPerFile = 2000;
        small.files = 3;
        VERIFY_RESULT(base::startLogging(small));

        for (int i = 0; i < 200; ++i)
            qCInfo(lcBase) << "line" << i;
        base::stopLogging();

        const auto files = QDir(m_folder.path()).entryInfoList(QDir::Files);
        QCOMPARE(files.size(), 3);
        for (const QFileInfo &file : files) {
            QVERIFY(file.size() <= 2000);
            QCOMPARE(file.permissions() & ~(QFile::ReadUser | QFile::WriteUser),
                     QFile::ReadOwner | QFile::WriteOwner);
        }
        QCOMPARE(lines().constLast()[QStringLiteral("message")].toString(),
                 QStringLiteral("line 199"));
    }

    void goesOnWhereItEnded()
    {
        VERIFY_RESULT(base::startLogging(options()));
        qCInfo(lcBase) << "one";
        base::stopLogging();
        VERIFY_RESULT(base::startLogging(options()));
        qCInfo(lcBase) << "two";

        QCOMPARE(lines().size(), 2);
    }

    void threadsDoNotMixTheirLines()
    {
        VERIFY_RESULT(base::startLogging(options()));

        std::vector<std::thread> threads;
        for (int n = 0; n < 4; ++n) {
            threads.emplace_back([n] {
                const base::TraceScope trace(QString::number(n));
                for (int i = 0; i < 100; ++i)
                    qCInfo(lcBase).noquote() << QString::number(n).repeated(50);
            });
        }
        for (std::thread &thread : threads)
            thread.join();

        const auto written = lines();
        QCOMPARE(written.size(), 400);
        for (const QJsonObject &line : written) {
            QCOMPARE(line[QStringLiteral("message")].toString(),
                     line[QStringLiteral("trace_id")].toString().repeated(50));
        }
    }

    void saysWhyItCannotStart()
    {
        auto unknown = options();
        unknown.level = QStringLiteral("loud");
        VERIFY_ERROR(base::startLogging(unknown), base::ErrorCode::InvalidInput);

        QFile inTheWay(m_folder.filePath(QStringLiteral("file")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        auto impossible = options();
        impossible.file = inTheWay.fileName() + QStringLiteral("/latchkey.log");
        const auto result = base::startLogging(impossible);
        VERIFY_ERROR(result, base::ErrorCode::Denied);
        QVERIFY(result.error().message.contains(impossible.file));
    }
};

QTEST_GUILESS_MAIN(LoggingTest)
#include "tst_logging.moc"
