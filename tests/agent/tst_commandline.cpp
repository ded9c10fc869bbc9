// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/programs/commandline.h"

#include <QRandomGenerator>
#include <QTest>

using namespace agent;
using Runs = InterpreterCommand::Runs;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class CommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAnInterpreterWasToldToRun_data()
    {
        QTest::addColumn<QString>("executable");
        QTest::addColumn<QByteArray>("line"); // words between bars
        QTest::addColumn<int>("runs");
        QTest::addColumn<QByteArray>("script");
        const auto row =
            [](const char *executable, const char *line, Runs runs, const char *script = "") {
                QTest::newRow(line) << QStringLiteral("/usr/bin/") + s(executable)
                                    << QByteArray(line) << int(runs) << QByteArray(script);
            };
        row("git", "git|push|-c|x", Runs::Program);
        row("git", "", Runs::Program);
        row("bash", "-bash", Runs::Nothing);
        row("bash", "bash|-i", Runs::Nothing);
        row("bash", "bash|--login|-i", Runs::Nothing);
        row("bash", "bash|up.sh|-c|x", Runs::Script, "up.sh");
        row("bash", "bash|-ex|up.sh", Runs::Script, "up.sh");
        row("bash", "bash|+x|up.sh", Runs::Script, "up.sh");
        row("bash", "bash|-o|pipefail|up.sh", Runs::Script, "up.sh");
        row("bash", "bash|-euo|pipefail|up.sh", Runs::Script, "up.sh");
        row("bash", "bash|--rcfile|/evil|-i", Runs::Nothing);
        row("bash", "bash|--|up.sh", Runs::Script, "up.sh");
        row("bash", "bash|-|up.sh", Runs::Script, "up.sh");
        row("bash", "bash|-c|up.sh", Runs::Inline);
        row("bash", "bash|-lc|up.sh", Runs::Inline);
        row("bash", "bash|-s|up.sh", Runs::Inline);
        row("bash", "bash|", Runs::Inline);
        row("bash", "a title for ps", Runs::Inline);
        row("bash", "", Runs::Inline);
        row("zsh", "zsh|-f|up.zsh", Runs::Script, "up.zsh");
        row("fish", "fish|-c|ls", Runs::Inline);
        row("fish", "fish|-C|ls|up.fish", Runs::Script, "up.fish");
        row("python3.11", "python3", Runs::Nothing);
        row("python3.11", "python3|up.py|-c|x", Runs::Script, "up.py");
        row("python3.11", "python3|-Iu|up.py", Runs::Script, "up.py");
        row("python3.11", "python3|-W|ignore|up.py", Runs::Script, "up.py");
        row("python3.11", "python3|-Wignore|up.py", Runs::Script, "up.py");
        row("python3.11", "python3|-X|dev|up.py", Runs::Script, "up.py");
        row("python3.11", "python3|--check-hash-based-pycs|always|up.py", Runs::Script, "up.py");
        row("python3.11", "python3|-c|print()|up.py", Runs::Inline);
        row("python3.11", "python3|-Ic|print()", Runs::Inline);
        row("python3.11", "python3|-m|http.server", Runs::Inline);
        row("python3.11", "python3|-", Runs::Inline);
        row("node", "node|up.js", Runs::Script, "up.js");
        row("node", "node|-r|./evil.js|up.js", Runs::Script, "up.js");
        row("node", "node|--require=./x.js|up.js", Runs::Script, "up.js");
        row("node", "node|--inspect|up.js", Runs::Script, "up.js");
        row("node", "node|-e|code", Runs::Inline);
        row("node", "node|--eval=code", Runs::Inline);
        row("node", "node|-pe|code", Runs::Inline);
        row("node", "npm run build", Runs::Inline);
        row("perl5.36.0", "perl|-w|up.pl", Runs::Script, "up.pl");
        row("perl5.36.0", "perl|-I|lib|-MFoo=e|up.pl", Runs::Script, "up.pl");
        row("perl5.36.0", "perl|-lane|print", Runs::Inline);
        row("perl5.36.0", "perl|-0777ne|print", Runs::Inline);
        row("perl5.36.0", "perl|-i.orig|up.pl", Runs::Script, "up.pl");
        row("perl5.36.0", "perl|-E|say", Runs::Inline);
        row("ruby3.1", "ruby|-I|lib|-rset|up.rb", Runs::Script, "up.rb");
        row("ruby3.1", "ruby|-ne|code", Runs::Inline);
        row("php8.2", "php|-f|up.php", Runs::Script, "up.php");
        row("php8.2", "php|-r|code", Runs::Inline);
        row("php8.2", "php|-d|a=b|up.php", Runs::Script, "up.php");
        row("lua5.4", "lua|-l|m|up.lua", Runs::Script, "up.lua");
        row("java", "java|-cp|a:b|-jar|up.jar|x", Runs::Script, "up.jar");
        row("java", "java|-Xmx1g|-cp|a|org.acme.Main", Runs::Inline);
        row("java", "java|Up.java", Runs::Script, "Up.java");
        row("busybox", "sh|-c|x", Runs::Inline);
        row("busybox", "busybox|sh|up.sh", Runs::Script, "up.sh");
        row("busybox", "wget|x", Runs::Inline);
        row("busybox", "ls", Runs::Program);
        row("busybox", "busybox", Runs::Program);
        row("socat", "socat|-|UNIX:x", Runs::Inline);
        row("ld-linux-x86-64.so.2", "ld-linux-x86-64.so.2|/tmp/evil", Runs::Inline);
    }
    void whatAnInterpreterWasToldToRun()
    {
        QFETCH(const QString, executable);
        QFETCH(const QByteArray, line);
        const QList<QByteArray> words = line.isEmpty() ? QList<QByteArray>() : line.split('|');
        const InterpreterCommand command = readCommandLine(executable, words);
        QTEST(int(command.runs), "runs");
        QTEST(command.script, "script");
    }

    void arbitraryArgumentsEndInAnAnswer()
    {
        const QList<QByteArray> words = {
            "",         "-",    "--",  "-c", "-e", "-m",      "-W",      "-o", "+o",
            "x",        "-jar", "-0",  "-l", "-I", "--eval=", "busybox", "sh", QByteArray(300, '-'),
            "\xff\xfe", "-i",   "a b", "/"};
        const QStringList executables = {s("/bin/bash"),
                                         s("/usr/bin/python3.11"),
                                         s("/usr/bin/perl"),
                                         s("/usr/bin/node"),
                                         s("/usr/bin/java"),
                                         s("/bin/busybox"),
                                         s("/usr/bin/php8.2"),
                                         s("/usr/bin/ruby"),
                                         QString(),
                                         s("/")};
        QRandomGenerator random(7);
        for (int i = 0; i < 100'000; ++i) {
            QList<QByteArray> arguments;
            const int count = random.bounded(7);
            for (int k = 0; k < count; ++k)
                arguments += words.at(random.bounded(int(words.size())));
            const auto command =
                readCommandLine(executables.at(random.bounded(int(executables.size()))), arguments);
            QCOMPARE(command.runs == Runs::Script, !command.script.isEmpty());
        }
    }

    void namesAreForPeople_data()
    {
        QTest::addColumn<QString>("executable");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << s("/usr/bin/git") << s("git");
        QTest::newRow("known") << s("/usr/share/code/code") << s("VS Code");
        QTest::newRow("version") << s("/usr/bin/python3.11") << s("python3");
        QTest::newRow("perl") << s("/usr/bin/perl5.36.0") << s("perl");
        QTest::newRow("nothing") << QString() << QString();
    }
    void namesAreForPeople()
    {
        QFETCH(const QString, executable);
        QTEST(nameForPeople(executable), "name");
    }
};

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_commandline.moc"
