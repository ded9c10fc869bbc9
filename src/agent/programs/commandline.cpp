// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/programs/commandline.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>

namespace agent {

namespace {

using WordList = std::string_view; // space-separated, with a space at either end

//! How an interpreter reads its arguments; letters are those of bundled short options.
struct Interpreter
{
    WordList names; //!< without version numbers
    bool isShell = false;
    WordList code; //!< letters after which it runs code that is no file, or that as well
    WordList takesRest; //!< letters whose value is the rest of the word, if there is one
    WordList takesNext; //!< letters whose value is the rest of the word, or the next one
    WordList longCode; //!< long options of either kind
    WordList longNext;
    WordList file; //!< options before the script itself
    bool needsFile = false; //!< a word that is no option is no script (java's class)
};

// From the manual pages: bash(1), dash(1), zsh(1), fish(1), python3(1), node(1), perlrun(1),
// ruby(1), php(1), lua(1), java(1). What loads something before the script, or looks for the script
// elsewhere, counts as code: the script alone says nothing then.
constexpr std::array<Interpreter, 8> interpreters{{
    {" sh bash dash ash zsh ksh mksh rbash ",
     true,
     "cs",
     "",
     "oO",
     " --rcfile --init-file -rcfile -init-file ", // bash takes them with one dash too
     " --emulate ",
     "",
     false},
    {" fish ", true, "cC", "", "doD", " --command --init-command ", "", "", false},
    {" python pypy ", false, "cm", "", "WX", "", " --check-hash-based-pycs ", "", false},
    {" node nodejs ",
     false,
     "epr",
     "",
     "C",
     " --eval --print --test --run --stdin --require --import --loader --experimental-loader"
     " --env-file --env-file-if-exists --openssl-config --snapshot-blob --build-snapshot"
     " --experimental-sea-config --experimental-config-file --test-reporter ",
     " --conditions --title --input-type --icu-data-dir --redirect-warnings --stack-trace-limit"
     " --diagnostic-dir --report-dir --report-directory --report-filename --report-signal"
     " --cpu-prof-dir --heap-prof-dir --heapsnapshot-signal --disable-warning --dns-result-order"
     " --unhandled-rejections --trace-event-categories --inspect-port --secure-heap"
     " --max-http-header-size --watch-path --experimental-default-type ",
     "",
     false},
    {" perl ", false, "eEMmIdFS", "iCDVx0l", "", "", "", "", false},
    {" ruby ", false, "eIrS", "FiKTWx0", "CXE", "", " --encoding --external-encoding ", "", false},
    {" php ",
     false,
     "rBREStcdz",
     "",
     "g",
     " --run --server --interactive --php-ini --define --zend-extension --process-begin"
     " --process-code --process-end --docroot ",
     "",
     " -f --file ",
     false},
    {" lua luajit ", false, "el", "", "", "", "", "", false},
}};

// Of java's many options those that load nothing; an agent, a class path or a file of options may.
constexpr std::array<std::string_view, 6> javaHarmless = {
    "-Xmx", "-Xms", "-Xss", "-XX:+Use", "-XX:Max", "-D"};
constexpr std::array<std::string_view, 4> javaProperties = {
    "-Djava.", "-Djdk.", "-Dsun.", "-Djavax."};

// They do what they are told by whoever started them, in ways that are not read here.
constexpr WordList toldWhatToDo =
    " awk gawk mawk nawk sed socat nc ncat netcat telnet curl wget gdb lldb"
    " emacs vim vi nvim tclsh expect deno bun pwsh guile Rscript julia"
    " osascript make ";

bool has(WordList words, const QByteArray &word)
{
    const std::string wanted = ' ' + word.toStdString() + ' ';
    return word.indexOf(' ') < 0 && words.find(wanted) != WordList::npos;
}

bool has(WordList letters, char letter)
{
    return letter != ' ' && letters.find(letter) != WordList::npos;
}

QByteArray stemOf(const QString &executable)
{
    static const QRegularExpression version(QStringLiteral("-?[0-9][0-9.]*\\z"));
    QString name = executable.section(QLatin1Char('/'), -1);
    return name.remove(version).toUtf8();
}

using Runs = InterpreterCommand::Runs;

//! What a word of bundled short options means for what follows.
enum class Bundle { Done, Code, Handed, NextIsValue };

Bundle readBundle(const Interpreter &interpreter, const QByteArray &word)
{
    for (qsizetype i = 1; i < word.size(); ++i) {
        const char letter = word.at(i);
        if (interpreter.isShell && letter == 'c')
            return Bundle::Handed;
        if (has(interpreter.code, letter))
            return Bundle::Code;
        if (has(interpreter.takesRest, letter)) {
            // -0 and -l of perl take digits only: the letters after them are options again.
            if (letter != '0' && letter != 'l')
                return Bundle::Done;
            while (i + 1 < word.size() && std::isdigit(static_cast<unsigned char>(word.at(i + 1))))
                ++i;
            continue;
        }
        if (has(interpreter.takesNext, letter)) {
            if (i + 1 == word.size())
                return Bundle::NextIsValue;
            // bash goes on with the letters ("-oc" is -c), zsh takes them for the value.
            return interpreter.isShell ? Bundle::Code : Bundle::Done;
        }
    }
    return Bundle::Done;
}

InterpreterCommand script(InterpreterCommand command, const QByteArray &name)
{
    command.runs = name.isEmpty() ? Runs::Inline : Runs::Script;
    command.script = name;
    return command;
}

bool isHarmlessForJava(const QByteArray &word)
{
    const std::string_view text(word.constData(), static_cast<std::size_t>(word.size()));
    const auto begins = [text](std::string_view with) { return text.starts_with(with); };
    return std::any_of(javaHarmless.begin(), javaHarmless.end(), begins)
           && std::none_of(javaProperties.begin(), javaProperties.end(), begins);
}

InterpreterCommand readJava(const QList<QByteArray> &arguments)
{
    InterpreterCommand command;
    command.runs = Runs::Inline; // a class by name: which file that is, the class path says
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QByteArray &word = arguments.at(i);
        if (word == "-jar")
            return script(command, arguments.value(i + 1));
        if (word.startsWith('-') && isHarmlessForJava(word))
            continue;
        return word.endsWith(".java") && !word.startsWith('-') && !word.startsWith('@')
                   ? script(command, word)
                   : command;
    }
    return command;
}

InterpreterCommand readAs(const Interpreter &interpreter, const QList<QByteArray> &arguments)
{
    InterpreterCommand command;
    command.isShell = interpreter.isShell;
    command.runs = Runs::Inline;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QByteArray &word = arguments.at(i);
        if (word == "-") // standard input; for a shell: no more options
            return interpreter.isShell && i + 1 < arguments.size()
                       ? script(command, arguments.at(i + 1))
                       : command;
        if (word == "--") {
            if (i + 1 < arguments.size())
                return script(command, arguments.at(i + 1));
            break;
        }
        const bool isPlus = interpreter.isShell && word.startsWith('+') && word.size() > 1;
        if (!word.startsWith('-') && !isPlus)
            return interpreter.needsFile ? command : script(command, word);
        if (has(interpreter.file, word))
            return script(command, arguments.value(i + 1));
        if (has(interpreter.longCode, word.left(word.indexOf('=')))
            || has(interpreter.longCode, word)) {
            command.isHandedOn = interpreter.isShell && word.startsWith("--command");
            return command;
        }
        if (has(interpreter.longNext, word)) {
            ++i;
            continue;
        }
        if (word.startsWith("--"))
            continue;
        switch (readBundle(interpreter, word)) {
        case Bundle::Handed:
            command.isHandedOn = true;
            return command;
        case Bundle::Code:
            return command;
        case Bundle::NextIsValue:
            ++i;
            break;
        case Bundle::Done:
            break;
        }
    }
    command.runs = Runs::Nothing;
    return command;
}

} // namespace

InterpreterCommand readCommandLine(const QString &executable, const QList<QByteArray> &arguments)
{
    QByteArray stem = stemOf(executable);
    QList<QByteArray> words = arguments;
    if (stem == "busybox" || stem == "toybox") {
        // One file for many programs: the first word that is not its name says which.
        if (stemOf(QString::fromUtf8(words.value(0))) == stem)
            words.removeFirst();
        stem = stemOf(QString::fromUtf8(words.value(0)));
    }
    InterpreterCommand unclear;
    unclear.runs = Runs::Inline;
    // The loader can be asked to run any program, which then bears the loader's name.
    if (has(toldWhatToDo, stem) || stem.startsWith("ld-linux") || stem.startsWith("ld-musl"))
        return unclear;
    const bool isJava = stem == "java";
    const auto *const interpreter =
        std::find_if(interpreters.begin(), interpreters.end(), [&stem](const Interpreter &each) {
            return has(each.names, stem);
        });
    if (!isJava && interpreter == interpreters.end())
        return {};
    // A program may write over its own arguments, and some do (a title for ps): then the first word
    // is no longer the interpreter's name, and the rest says nothing. The kernel gives a script
    // without an interpreter line its own name there.
    QByteArray self = words.value(0);
    if (self.startsWith('-'))
        self.remove(0, 1); // a login shell
    const QString calls = QString::fromUtf8(self);
    if (self.isEmpty() || (calls.contains(QLatin1Char(' ')) && words.size() == 1))
        return unclear;
    return isJava ? readJava(words) : readAs(*interpreter, words);
}

bool isLauncher(const QString &executable)
{
    constexpr WordList launchers =
        " timeout xargs setsid nohup env nice ionice stdbuf watch script tini dumb-init catatonit"
        " flock chronic parallel time ";
    return has(launchers, executable.section(QLatin1Char('/'), -1).toUtf8());
}

QString nameForPeople(const QString &executable)
{
    static const QList<std::pair<QString, QString>> known = {
        {QStringLiteral("code"), QStringLiteral("VS Code")},
        {QStringLiteral("code-insiders"), QStringLiteral("VS Code Insiders")},
        {QStringLiteral("codium"), QStringLiteral("VSCodium")},
        {QStringLiteral("cursor"), QStringLiteral("Cursor")},
        {QStringLiteral("firefox-esr"), QStringLiteral("Firefox")},
        {QStringLiteral("firefox"), QStringLiteral("Firefox")},
        {QStringLiteral("chrome"), QStringLiteral("Chrome")},
        {QStringLiteral("chromium"), QStringLiteral("Chromium")},
        {QStringLiteral("thunderbird"), QStringLiteral("Thunderbird")},
        {QStringLiteral("gnome-terminal-server"), QStringLiteral("GNOME Terminal")},
        {QStringLiteral("konsole"), QStringLiteral("Konsole")},
        {QStringLiteral("idea"), QStringLiteral("IntelliJ IDEA")},
    };
    const QString name = executable.section(QLatin1Char('/'), -1);
    for (const auto &[file, people] : known) {
        if (name == file)
            return people;
    }
    static const QRegularExpression minor(
        QStringLiteral("\\A(python[23]|perl|ruby|php|lua)[0-9.]+\\z"));
    const QRegularExpressionMatch versioned = minor.match(name);
    return versioned.hasMatch() ? versioned.captured(1) : name;
}

} // namespace agent
