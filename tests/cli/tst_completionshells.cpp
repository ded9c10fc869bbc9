// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "latchkeyrun.h"
#include "support/scriptedagent.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTest>

//! The shells themselves load what `latchkey completion` prints, from where a package puts it, and
//! complete with it.
class CompletionShellsTest : public QObject
{
    Q_OBJECT

private:
    ScriptedAgent m_agent{[](const QJsonObject &request) -> ScriptedAgent::Answer {
        return {ScriptedAgent::result(request, ScriptedAgent::json(R"({"accounts":[
            {"service":"github","account":"home"},{"service":"github","account":"work"},
            {"service":"gitlab","account":"a.b-c_d"}]})"))};
    }};
    LatchkeyProgram m_program{m_agent.path()};

    //! Writes what `latchkey completion \a shell` prints.
    void install(const char *shell, const QString &name)
    {
        const LatchkeyRun script =
            m_program.run({QStringLiteral("completion"), QString::fromLatin1(shell)});
        QCOMPARE(script.code, 0);
        const QString path = m_program.home() + QLatin1Char('/') + name;
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(script.out), script.out.size());
    }

    [[nodiscard]] QByteArray run(const QString &shell, const QStringList &words)
    {
        QProcessEnvironment environment = m_program.environment();
        environment.insert(QStringLiteral("PATH"),
                           QFileInfo(QStringLiteral(LATCHKEY)).path()
                               + QStringLiteral(":/usr/bin:/bin"));
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_program.home());
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_program.home());
        process.start(shell, words);
        process.closeWriteChannel();
        if (!process.waitForFinished(50'000))
            return "no end: " + process.readAllStandardOutput() + process.readAllStandardError();
        return process.readAllStandardOutput() + process.readAllStandardError();
    }

    static void skipWithout(const char *shell)
    {
        if (QStandardPaths::findExecutable(QString::fromLatin1(shell)).isEmpty())
            QSKIP(qPrintable(QStringLiteral("%1 is not installed.").arg(QLatin1String(shell))));
    }

private Q_SLOTS:
    void zshCompletesVerbsAndAccounts()
    {
        skipWithout("zsh");
        install("zsh", QStringLiteral("functions/_latchkey"));
        const QList<std::pair<const char *, QByteArray>> lines{
            {"latchkey get-t", "latchkey get-token "},
            {"latchkey daemon sto", "latchkey daemon stop "},
            {"latchkey get-token gitl", "latchkey get-token gitlab "},
            {"latchkey get-token github w", "latchkey get-token github work "},
            {"latchkey get-token gitlab ", "latchkey get-token gitlab a.b-c_d "},
            {"latchkey get-token --form", "latchkey get-token --format "},
            {"latchkey get-token --format j", "latchkey get-token --format json "},
            {"latchkey audit --account gitl", "latchkey audit --account gitlab/a.b-c_d "},
            // Where nothing of ours fits, files do.
            {"latchkey sops decrypt sec", "latchkey sops decrypt secrets.yaml "}};
        QFile file(m_program.home() + QStringLiteral("/secrets.yaml"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QStringList words{QStringLiteral("-f"),
                          QStringLiteral(CLI_TESTS "/completion.zsh"),
                          m_program.home() + QStringLiteral("/functions")};
        QByteArray expected;
        for (const auto &[typed, completed] : lines) {
            words += QString::fromLatin1(typed);
            expected += completed + '\n';
        }
        QCOMPARE(run(QStringLiteral("zsh"), words), expected);
    }

    void fishCompletesVerbsAndAccounts_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QByteArrayList>("offered");
        const auto row = [](const char *line, const char *offered) {
            const QByteArray list(offered);
            QTest::newRow(line) << QString::fromUtf8(line)
                                << (list.isEmpty() ? QByteArrayList() : list.split(' '));
        };
        row("latchkey get-t", "get-token");
        row("latchkey daemon st", "start status stop");
        row("latchkey get-token ", "github gitlab");
        row("latchkey get-token github ", "home work");
        row("latchkey get-token gitlab ", "a.b-c_d");
        row("latchkey get-token --form", "--format");
        row("latchkey get-token --format ", "env header json text");
        row("latchkey --socket x daemon l", "logs");
        row("latchkey sops decrypt sec", "secrets.yaml");
    }
    void fishCompletesVerbsAndAccounts()
    {
        QFETCH(const QString, line);
        QFETCH(const QByteArrayList, offered);
        skipWithout("fish");
        install("fish", QStringLiteral("fish/completions/latchkey.fish"));
        QFile file(m_program.home() + QStringLiteral("/secrets.yaml"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray printed =
            run(QStringLiteral("fish"),
                {QStringLiteral("-c"), QStringLiteral("complete -C '%1'").arg(line)});
        QByteArrayList found;
        for (const QByteArray &candidate : printed.split('\n')) {
            if (!candidate.isEmpty())
                found += candidate.split('\t').first();
        }
        std::sort(found.begin(), found.end());
        QVERIFY2(found == offered, printed.constData());
    }
};

QTEST_GUILESS_MAIN(CompletionShellsTest)
#include "tst_completionshells.moc"
