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
        row("bash", "bash|--rcfile|/evil|-i", Runs::Inline);
        row("bash", "bash|-init-file|/evil|-i", Runs::Inline);
        row("bash", "bash|-oc|emacs|backup.sh", Runs::Inline);
        row("bash", "bash|-oe|pipefail|up.sh", Runs::Inline);
        row("zsh", "zsh|-oglob|evil.zsh|x|up.zsh", Runs::Inline);
        row("zsh", "zsh|--emulate|sh|up.zsh", Runs::Script, "up.zsh");
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
        row("fish", "fish|-C|ls|up.fish", Runs::Inline);
        row("fish", "fish|--init-command=ls|up.fish", Runs::Inline);
        row("fish", "fish|-d|all|up.fish", Runs::Script, "up.fish");
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
        row("node", "node|-r|./evil.js|up.js", Runs::Inline);
        row("node", "node|--require=./x.js|up.js", Runs::Inline);
        row("node", "node|--import|./x.mjs|up.js", Runs::Inline);
        row("node", "node|--experimental-loader=./x.mjs|up.js", Runs::Inline);
        row("node", "node|--env-file|up.js|evil.js", Runs::Inline);
        row("node", "node|--report-dir|good.js|up.js", Runs::Script, "up.js");
        row("node", "node|--inspect|up.js", Runs::Script, "up.js");
        row("node", "node|-e|code", Runs::Inline);
        row("node", "node|--eval=code", Runs::Inline);
        row("node", "node|-pe|code", Runs::Inline);
        row("node", "npm run build", Runs::Inline);
        row("perl5.36.0", "perl|-w|up.pl", Runs::Script, "up.pl");
        row("perl5.36.0", "perl|-I|lib|up.pl", Runs::Inline);
        row("perl5.36.0", "perl|-MFoo=e|up.pl", Runs::Inline);
        row("perl5.36.0", "perl|-wd:Evil|up.pl", Runs::Inline);
        row("perl5.36.0", "perl|-F/x/;evil()|up.pl", Runs::Inline);
        row("perl5.36.0", "perl|-S|up.pl", Runs::Inline);
        row("perl5.36.0", "perl|-lane|print", Runs::Inline);
        row("perl5.36.0", "perl|-0777ne|print", Runs::Inline);
        row("perl5.36.0", "perl|-i.orig|up.pl", Runs::Script, "up.pl");
        row("perl5.36.0", "perl|-E|say", Runs::Inline);
        row("ruby3.1", "ruby|-I|lib|up.rb", Runs::Inline);
        row("ruby3.1", "ruby|-rset|up.rb", Runs::Inline);
        row("ruby3.1", "ruby|-w|-E|UTF-8|up.rb", Runs::Script, "up.rb");
        row("ruby3.1", "ruby|-ne|code", Runs::Inline);
        row("php8.2", "php|-f|up.php", Runs::Script, "up.php");
        row("php8.2", "php|-r|code", Runs::Inline);
        row("php8.2", "php|-d|auto_prepend_file=x|up.php", Runs::Inline);
        row("php8.2", "php|-c|/evil.ini|up.php", Runs::Inline);
        row("php8.2", "php|--define=a=b|up.php", Runs::Inline);
        row("php8.2", "php|-n|up.php", Runs::Script, "up.php");
        row("lua5.4", "lua|-l|m|up.lua", Runs::Inline);
        row("lua5.4", "lua|-W|up.lua", Runs::Script, "up.lua");
        row("java", "java|-Xmx1g|-Dapp.home=/x|-jar|up.jar|x", Runs::Script, "up.jar");
        row("java", "java|-cp|a:b|-jar|up.jar|x", Runs::Inline);
        row("java", "java|-javaagent:x.jar|-jar|up.jar", Runs::Inline);
        row("java", "java|-Djava.system.class.loader=X|-jar|up.jar", Runs::Inline);
        row("java", "java|@options|-jar|up.jar", Runs::Inline);
        row("java", "java|@evil.java|-jar|up.jar", Runs::Inline);
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

    void onlyAShellToldByItsArgumentsHandsOn_data()
    {
        QTest::addColumn<QString>("executable");
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("handsOn");
        const auto row = [](const char *executable, const char *line, bool handsOn) {
            QTest::newRow(line) << s(executable) << QByteArray(line) << handsOn;
        };
        row("/bin/dash", "sh|-c|latchkey", true);
        row("/bin/bash", "bash|-elc|latchkey", true);
        row("/usr/bin/fish", "fish|--command|latchkey", true);
        row("/bin/dash", "sh", false); // what it reads may come from anywhere
        row("/bin/bash", "bash|-s|x", false);
        row("/bin/bash", "bash|-", false);
        row("/bin/bash", "bash|-oc|emacs|x", false);
        row("/bin/bash", "bash|--rcfile|x", false);
        row("/bin/bash", "bash|up.sh", false);
        row("/usr/bin/fish", "fish|-C|x", false);
        row("/usr/bin/python3", "python3|-c|x", false);
        row("/bin/bash", "a title", false);
    }
    void onlyAShellToldByItsArgumentsHandsOn()
    {
        QFETCH(const QString, executable);
        QFETCH(const QByteArray, line);
        QTEST(readCommandLine(executable, line.split('|')).isHandedOn, "handsOn");
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
