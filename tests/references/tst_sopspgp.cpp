// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sopsdata.h"
#include "support/verifyresult.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace references;

//! Data keys that the program gpg closes and opens.
class SopsPgpTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home{
        QStringLiteral("/tmp/gpg-XXXXXX")}; // the agent's socket wants a short path
    QString m_fingerprint;

    QByteArray gpg(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral("gpg"), QStringList{QStringLiteral("--batch")} + arguments);
        process.waitForFinished(60'000);
        return process.readAllStandardOutput();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("gpg")).isEmpty())
            QSKIP("The program gpg is not installed.");
        QVERIFY(m_home.isValid());
        qputenv("GNUPGHOME", m_home.path().toLocal8Bit());
        gpg({QStringLiteral("--passphrase"),
             QString(),
             QStringLiteral("--quick-gen-key"),
             QStringLiteral("test@example.com"),
             QStringLiteral("default"),
             QStringLiteral("default"),
             QStringLiteral("never")});
        for (const QByteArray &line :
             gpg({QStringLiteral("--with-colons"), QStringLiteral("--list-keys")}).split('\n')) {
            if (line.startsWith("fpr:") && m_fingerprint.isEmpty())
                m_fingerprint = QString::fromLatin1(line.split(':').value(9));
        }
        QCOMPARE(m_fingerprint.size(), 40);
    }

    void cleanupTestCase()
    {
        QProcess::execute(QStringLiteral("gpgconf"),
                          {QStringLiteral("--kill"), QStringLiteral("all")});
    }

    void closesAndOpens()
    {
        const Recipients recipients{{}, {m_fingerprint}};
        const auto file = sopsdata::create("a: secret\n", Format::Yaml, {}, recipients);
        VERIFY_RESULT(file);
        const auto sealed = file->encrypted(QDateTime::currentDateTimeUtc());
        VERIFY_RESULT(sealed);
        QVERIFY(sealed->contains("BEGIN PGP MESSAGE"));

        const auto opened = sopsdata::open(*sealed, Format::Yaml);

        VERIFY_RESULT(opened);
        QCOMPARE(sopsdata::plainOf(*opened), QByteArray("a: secret\n"));
        QCOMPARE(opened->recipients(), recipients);
    }

    void saysWhichKeyIsMissing()
    {
        const Recipients recipients{{}, {QString(40, QLatin1Char('A'))}};

        VERIFY_ERROR(sopsdata::create("a: b\n", Format::Yaml, {}, recipients),
                     base::ErrorCode::ToolFailed);
    }
};

QTEST_GUILESS_MAIN(SopsPgpTest)
#include "tst_sopspgp.moc"
