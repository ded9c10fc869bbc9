// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorityprogram.h"

#include <QFileInfo>
#include <QStandardPaths>
#include <QTest>

//! Every flow of the authority with npm's openid-client, a certified relying party, and most of
//! them with python3-authlib.
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
        QVERIFY(m_strict.start());
        run(QStringLiteral("node"), QStringLiteral("relyingparty.mjs"));
        QVERIFY2(m_lines.size() >= 50, qPrintable(QString::number(m_lines.size())));
        QProcess library;
        library.start(m_python, {QStringLiteral("-c"), QStringLiteral("import authlib, requests")});
        m_hasAuthlib = library.waitForFinished(30'000) && library.exitCode() == 0;
        const auto before = m_lines.size();
        if (m_hasAuthlib) {
            // Its own server: the clock of the first has been moved.
            QVERIFY(m_other.start());
            run(m_python, QStringLiteral("pythonparty.py"));
            QCOMPARE(m_lines.size(), before + 13);
        }
    }

    void flow_data()
    {
        QTest::addColumn<QString>("line");
        for (const QString &line : std::as_const(m_lines)) {
            const QString name = line.section(u' ', 1).section(QStringLiteral(": "), 0, 0);
            QTest::newRow(qPrintable(name)) << line;
        }
        if (!m_hasAuthlib)
            QTest::newRow("python3-authlib") << QStringLiteral("skip");
    }

    void flow()
    {
        QFETCH(const QString, line);
        if (line == QLatin1String("skip"))
            QSKIP("python3-authlib or python3-requests is not installed");
        QVERIFY2(line.startsWith(QStringLiteral("pass ")), qPrintable(line));
    }

private:
    void run(const QString &program, const QString &script)
    {
        const QString folder = QStringLiteral(RELYING_PARTY);
        QProcess party;
        party.setWorkingDirectory(folder);
        party.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        auto environment = QProcessEnvironment::systemEnvironment();
        const AuthorityProgram &authority = program == m_python ? m_other : m_authority;
        environment.insert(QStringLiteral("AUTHORITY"), QString::fromUtf8(authority.ready()));
        environment.insert(QStringLiteral("AUTHORITY_WITH_NONCES"),
                           QString::fromUtf8(m_strict.ready()));
        party.setProcessEnvironment(environment);
        party.start(program, {script});
        QVERIFY2(party.waitForFinished(200'000), "the relying party did not end");
        QCOMPARE(party.exitCode(), 0);
        m_lines +=
            QString::fromUtf8(party.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    }

    // The system's own: what Debian's packages are made for.
    const QString m_python = QStringLiteral("/usr/bin/python3");
    AuthorityProgram m_authority{QStringLiteral(AUTHORITY_SERVER)};
    AuthorityProgram m_strict{QStringLiteral(AUTHORITY_SERVER),
                              {QStringLiteral("--needs-dpop-nonce")}};
    AuthorityProgram m_other{QStringLiteral(AUTHORITY_SERVER)};
    bool m_hasAuthlib = false;
    QStringList m_lines;
};

QTEST_GUILESS_MAIN(RelyingPartyTest)
#include "tst_relyingparty.moc"
