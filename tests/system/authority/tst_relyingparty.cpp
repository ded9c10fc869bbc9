// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorityprogram.h"

#include <QFileInfo>
#include <QStandardPaths>
#include <QTest>

//! Every flow of the authority with npm's openid-client, a certified relying party.
class RelyingPartyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString folder = QStringLiteral(RELYING_PARTY);
        if (QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty())
            QSKIP("node is not installed");
        if (!QFileInfo::exists(folder + QStringLiteral("/node_modules/openid-client")))
            QSKIP("npm ci has not been run in tests/system/authority");
        QVERIFY(m_authority.start());
        QProcess party;
        party.setWorkingDirectory(folder);
        party.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("AUTHORITY"), QString::fromUtf8(m_authority.ready()));
        party.setProcessEnvironment(environment);
        party.start(QStringLiteral("node"), {QStringLiteral("relyingparty.mjs")});
        QVERIFY2(party.waitForFinished(200'000), "the relying party did not end");
        QCOMPARE(party.exitCode(), 0);
        m_lines = QString::fromUtf8(party.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        QVERIFY2(m_lines.size() >= 50, qPrintable(QString::number(m_lines.size())));
    }

    void flow_data()
    {
        QTest::addColumn<QString>("line");
        for (const QString &line : std::as_const(m_lines)) {
            const QString name = line.section(u' ', 1).section(QStringLiteral(": "), 0, 0);
            QTest::newRow(qPrintable(name)) << line;
        }
    }

    void flow()
    {
        QFETCH(const QString, line);
        QVERIFY2(line.startsWith(QStringLiteral("pass ")), qPrintable(line));
    }

private:
    AuthorityProgram m_authority{QStringLiteral(AUTHORITY_SERVER)};
    QStringList m_lines;
};

QTEST_GUILESS_MAIN(RelyingPartyTest)
#include "tst_relyingparty.moc"
