// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/documents/json.h"
#include "sopsdata.h"
#include "support/verifyresult.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace references;

namespace {

QJsonDocument asQtJson(const Node &node)
{
    const auto text = writeJson(node);
    return text ? QJsonDocument::fromJson(text->expose().toByteArray()) : QJsonDocument();
}

const QDateTime later = QDateTime(QDate(2026, 5, 6), QTime(7, 8, 9), Qt::UTC);

} // namespace

//! SOPS files that others wrote, good ones and tampered ones.
class SopsVectors : public QObject
{
    Q_OBJECT

    static void goodFiles()
    {
        QTest::addColumn<QString>("file");
        QDirIterator files(sopsdata::path({}), QDir::Files, QDirIterator::Subdirectories);
        int count = 0;
        while (files.hasNext()) {
            const QString path = files.next();
            const QString name = path.mid(sopsdata::path({}).size());
            if (!QFile::exists(path + QStringLiteral(".expected.json"))
                || name.contains(QStringLiteral("no-mac")))
                continue;
            QTest::newRow(qPrintable(name)) << path;
            ++count;
        }
        QVERIFY(count >= 25);
    }

    static Format formatFor(const QString &path)
    {
        return path.endsWith(QStringLiteral(".bin.json")) ? Format::Binary : formatOf(path);
    }

    static SopsKeys keysFor(const QString &path)
    {
        const QString own = path + QStringLiteral(".agekey");
        return SopsKeys(sopsdata::placesWith(
            QFile::exists(own) ? own : sopsdata::path(QStringLiteral("age-test-key.txt"))));
    }

private Q_SLOTS:
    void filesOfOthersOpen_data() { goodFiles(); }
    void filesOfOthersOpen()
    {
        QFETCH(const QString, file);
        const auto expected =
            QJsonDocument::fromJson(sopsdata::contentOf(file + QStringLiteral(".expected.json")))
                .object()
                .value(QStringLiteral("plaintext"));

        const auto opened =
            sopsdata::open(sopsdata::contentOf(file), formatFor(file), keysFor(file));

        VERIFY_RESULT(opened);
        if (expected.isArray()) {
            const QJsonArray documents = expected.toArray();
            QCOMPARE(opened->documents().size(), std::size_t(documents.size()));
            for (qsizetype i = 0; i < documents.size(); ++i)
                QCOMPARE(asQtJson(opened->documents()[std::size_t(i)]).object(),
                         documents[i].toObject());
        } else if (expected.isString()) {
            QCOMPARE(sopsdata::plainOf(*opened), expected.toString().toUtf8());
        } else {
            QJsonObject wanted = expected.toObject();
            if (wanted.value(QStringLiteral("DEFAULT")).toObject().isEmpty())
                wanted.remove(QStringLiteral("DEFAULT"));
            QCOMPARE(asQtJson(opened->documents().front()).object(), wanted);
        }
    }

    void anUnchangedFileIsWrittenAsItWas_data() { goodFiles(); }
    void anUnchangedFileIsWrittenAsItWas()
    {
        QFETCH(const QString, file);
        const QByteArray text = sopsdata::contentOf(file);
        auto opened = sopsdata::open(text, formatFor(file), keysFor(file));
        VERIFY_RESULT(opened);

        VERIFY_RESULT(opened->replace(base::Secret(sopsdata::plainOf(*opened))));
        const auto written = opened->encrypted(later);

        VERIFY_RESULT(written);
        QCOMPARE(*written, text);
    }

    void aChangedFileReadsBackAndKeepsItsOtherValues_data() { goodFiles(); }
    void aChangedFileReadsBackAndKeepsItsOtherValues()
    {
        QFETCH(const QString, file);
        const Format format = formatFor(file);
        const QByteArray text = sopsdata::contentOf(file);
        auto opened = sopsdata::open(text, format, keysFor(file));
        VERIFY_RESULT(opened);
        const TreePath place = format == Format::Binary ? TreePath{{"data", -1}}
                               : format == Format::Ini  ? TreePath{{"new", -1}, {"key", -1}}
                                                        : TreePath{{"new_key", -1}};

        VERIFY_RESULT(opened->set(place, Node::text("fresh value")));
        const auto written = opened->encrypted(later);
        VERIFY_RESULT(written);
        const auto again = sopsdata::open(*written, format, keysFor(file));

        VERIFY_RESULT(again);
        QCOMPARE(sopsdata::plainOf(*again), sopsdata::plainOf(*opened));
        QVERIFY(!written->contains("fresh value") || text.contains("encrypted_regex")
                || text.contains("encrypted_suffix"));
        // Everything sealed is as it was, but for the MAC (and the one value of a binary file).
        int gone = 0;
        for (const QByteArray &part : text.split('\n')) {
            const qsizetype begin = part.indexOf("ENC[");
            const qsizetype end = part.indexOf(']', begin);
            if (begin >= 0 && !written->contains(part.mid(begin, end - begin + 1)))
                ++gone;
        }
        QVERIFY2(gone <= (format == Format::Binary ? 2 : int(opened->documents().size())),
                 qPrintable(QString::number(gone)));
    }

    void tamperedFilesAreJudgedAsSopsDoes_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("isAccepted");
        const auto results =
            QJsonDocument::fromJson(
                sopsdata::contentOf(sopsdata::path(QStringLiteral("verdicts.json"))))
                .object()
                .value(QStringLiteral("results"))
                .toArray();
        int count = 0;
        for (const auto &each : results) {
            const QString name = each.toObject().value(QStringLiteral("file")).toString();
            const QString verdict =
                each.toObject().value(QStringLiteral("real_sops_3_9_2")).toString();
            if (!QFile::exists(sopsdata::path(name)))
                continue;
            QTest::newRow(qPrintable(name)) << name << (verdict == QStringLiteral("accepted"));
            ++count;
        }
        QVERIFY(count >= 20);
    }
    void tamperedFilesAreJudgedAsSopsDoes()
    {
        QFETCH(const QString, file);
        QFETCH(const bool, isAccepted);

        const auto opened =
            sopsdata::open(sopsdata::contentOf(sopsdata::path(file)), formatFor(file));

        QCOMPARE(opened.has_value(), isAccepted);
        if (!opened)
            QVERIFY(!opened.error().message.isEmpty());
    }

    void aFileWithoutAMacIsRefusedUnlessAskedFor()
    {
        const QByteArray text =
            sopsdata::contentOf(sopsdata::path(QStringLiteral("age-fixtures/getsops-no-mac.yaml")));

        VERIFY_ERROR(sopsdata::open(text, Format::Yaml), base::ErrorCode::Corrupt);
        VERIFY_RESULT(sopsdata::open(text, Format::Yaml, sopsdata::testKeys(), MacCheck::Ignore));
    }

    void commentsOpenToo()
    {
        const QByteArray text = sopsdata::contentOf(
            sopsdata::path(QStringLiteral("age-fixtures/getsops-comments.yaml")));

        const auto opened = sopsdata::open(text, Format::Yaml);

        VERIFY_RESULT(opened);
        QCOMPARE(sopsdata::plainOf(*opened),
                 QByteArray("# first comment in file\nlorem: ipsum\n# this-is-a-comment\n"
                            "dolor: sit\n"));
    }

    void commentsOfDotenvFilesOpenToo()
    {
        const auto opened = sopsdata::open(
            sopsdata::contentOf(sopsdata::path(QStringLiteral("age-fixtures/sopsnix-secrets.env"))),
            Format::Dotenv);

        VERIFY_RESULT(opened);
        QVERIFY(sopsdata::plainOf(*opened).startsWith("# This is an example file.\nhello="));
    }
};

QTEST_GUILESS_MAIN(SopsVectors)
#include "tst_sopsvectors.moc"
