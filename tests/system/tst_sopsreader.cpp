// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/documents/json.h"
#include "references/sopsdata.h"
#include "support/treemaker.h"
#include "support/verifyresult.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace references;

namespace {

const QDateTime someTime = QDateTime(QDate(2026, 5, 6), QTime(7, 8, 9), Qt::UTC);

} // namespace

//! Files that Latchkey writes are read by PyYAML, cryptography and age.
class SopsReader : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QJsonArray read(const QByteArray &sealed, Format format, QByteArray &complaint)
    {
        QFile file(m_folder.filePath(QStringLiteral("sealed")));
        if (!file.open(QFile::WriteOnly) || file.write(sealed) != sealed.size() || !file.flush())
            return {};
        QProcess process;
        process.start(QStringLiteral("/usr/bin/python3"),
                      {QStringLiteral(SOPS_READER),
                       nameOf(format),
                       sopsdata::path(QStringLiteral("age-test-key.txt")),
                       file.fileName()});
        process.waitForFinished(60'000);
        complaint = process.readAllStandardError();
        return QJsonDocument::fromJson(process.readAllStandardOutput()).array();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QProcess process;
        process.start(QStringLiteral("/usr/bin/python3"),
                      {QStringLiteral("-c"), QStringLiteral("import yaml, cryptography")});
        process.waitForFinished();
        if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0
            || QStandardPaths::findExecutable(QStringLiteral("age")).isEmpty())
            QSKIP("python3-yaml, python3-cryptography or age is not installed.");
    }

    void readsWhatWeWrite_data()
    {
        QTest::addColumn<Format>("format");
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 25; ++seed) {
            QTest::addRow("yaml %d", seed) << Format::Yaml << seed;
            if (seed <= 5)
                QTest::addRow("json %d", seed) << Format::Json << seed;
        }
    }
    void readsWhatWeWrite()
    {
        QFETCH(const Format, format);
        QFETCH(const int, seed);
        Documents documents;
        documents.push_back(TreeMaker(quint32(seed)).map(4));
        const auto plain = writeDocuments(documents, format);
        VERIFY_RESULT(plain);
        const EncryptionRule rule{seed % 2 == 0 ? EncryptionRule::Kind::UnencryptedRegex
                                                : EncryptionRule::Kind::UnencryptedSuffix,
                                  seed % 2 == 0 ? QStringLiteral("^[0-2]") : QStringLiteral("n"),
                                  seed % 3 == 0};
        const auto file = sopsdata::create(plain->expose().toByteArray(), format, rule);
        VERIFY_RESULT(file);
        const auto sealed = file->encrypted(someTime);
        VERIFY_RESULT(sealed);
        const auto expected = writeJson(documents.front());
        VERIFY_RESULT(expected);

        QByteArray complaint;
        const QJsonArray read = this->read(*sealed, format, complaint);

        QCOMPARE(complaint, QByteArray());
        QCOMPARE(read.first(), QJsonDocument::fromJson(expected->expose().toByteArray()).object());
    }

    void readsDotenvAndSeveralDocuments()
    {
        QByteArray complaint;
        const auto dotenv = sopsdata::create("#c\nA=one\nB=two\\nlines\nE=\n", Format::Dotenv);
        VERIFY_RESULT(dotenv);
        QCOMPARE(read(*dotenv->encrypted(someTime), Format::Dotenv, complaint).size(), 1);
        QCOMPARE(complaint, QByteArray());
        const auto yaml = sopsdata::create("a: 1\n---\na: 2\n", Format::Yaml);
        VERIFY_RESULT(yaml);
        QCOMPARE(read(*yaml->encrypted(someTime), Format::Yaml, complaint).size(), 2);
        QCOMPARE(complaint, QByteArray());
    }
};

QTEST_GUILESS_MAIN(SopsReader)
#include "tst_sopsreader.moc"
