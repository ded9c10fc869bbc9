// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/documents/json.h"
#include "references/sopsdata.h"
#include "support/verifyresult.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace references;

namespace {

const QDateTime someTime = QDateTime(QDate(2026, 5, 6), QTime(7, 8, 9), Qt::UTC);

//! Trees of every kind of value, with the texts that writers of YAML get wrong.
class TreeMaker
{
public:
    explicit TreeMaker(quint32 seed)
        : m_random(seed)
    {}

    Node map(int depth)
    {
        Node node = Node::map();
        const int count = 1 + number(4);
        for (int i = 0; i < count; ++i) {
            if (number(4) == 0)
                node.addComment(" a comment: with 'signs'");
            node.set(QByteArray::number(i) + text(), value(depth));
        }
        return node;
    }

private:
    int number(int below) { return int(m_random.bounded(quint32(below))); }

    QByteArray text()
    {
        static const QByteArray words[] = {"plain",       "",          " ",          "two words",
                                           "a: b",        "#c",        "x #y",       "- z",
                                           "true",        "null",      "~",          "12",
                                           "1.5",         "0x1F",      "1:20",       "yes",
                                           "line\nbreak", "line\n",    "\n",         "a\n\n\nb\n\n",
                                           " lead\nx",    "tab\there", "\"quoted\"", "it's",
                                           "back\\slash", "naïve ☃ 𝄞", "{a}",        "[b]",
                                           "&c",          "*d",        "!e",         "|",
                                           ">",           "%f",        "@g",         "`h`",
                                           "ends:",       "---",       "...",        "2026-01-02",
                                           "a, b",        "\r\n",      "\xc2\x85",   "\xe2\x80\xa8",
                                           "\x01\x7f",    "=",         "<<",         "?",
                                           "? k",         ":",         ": v",        "-",
                                           "-1x",         "  \n  ",    "x\n \ny",    "k:\tv"};
        return words[number(int(std::size(words)))];
    }

    Node value(int depth)
    {
        switch (number(depth > 0 ? 9 : 6)) {
        case 0:
            return Node::integer(qint64(m_random.generate64()));
        case 1:
            return Node::boolean(number(2) == 0);
        case 2:
            return Node();
        case 3:
            return Node(Kind::Float, base::Secret(QByteArrayView("0.125")));
        case 6:
            return map(depth - 1);
        case 7:
        case 8: {
            Node list = Node::list();
            for (int count = number(4); count > 0; --count)
                list.append(value(depth - 1));
            return list;
        }
        default:
            return Node::text(text());
        }
    }

    QRandomGenerator m_random;
};

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
