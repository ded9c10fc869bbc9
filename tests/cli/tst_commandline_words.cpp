// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verb.h"

#include <QTest>

#include <set>

using cli::CommandLine;

namespace {

//! Keeps the words that a CommandLine only looks at.
struct Words
{
    explicit Words(const QByteArray &line)
    {
        for (const QByteArray &word : line.split(' '))
            texts.push_back(word == "''" ? std::string() : word.toStdString());
        if (line.isEmpty())
            texts.clear();
        views.assign(texts.begin(), texts.end());
    }
    std::vector<std::string> texts;
    std::vector<std::string_view> views;
};

} // namespace

//! How a command line is taken apart, from the table of verbs.
class CommandLineWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsVerbOptionsAndOperands()
    {
        const Words words("--json get-token github --scope=a,b --min-valid 600 work --scope c -q");

        const auto line = CommandLine::read(words.views);

        QVERIFY(line.hasValue());
        QCOMPARE(line->verb()->name, std::string_view("get-token"));
        QCOMPARE(line->arguments().operand(0), std::string_view("github"));
        QCOMPARE(line->arguments().operand(1), std::string_view("work"));
        QVERIFY(line->globals().has("--json"));
        QVERIFY(line->globals().has("--quiet"));
        QCOMPARE(line->arguments().list("--scope"), (std::vector<std::string>{"a", "b", "c"}));
        QCOMPARE((*line->arguments().number("--min-valid", 0, 1000)).value_or(0), 600);
    }

    void twoWordsWin()
    {
        const Words revoke("approvals revoke 7");
        const Words list("approvals");
        const Words audit("audit verify");

        QCOMPARE(CommandLine::read(revoke.views)->verb()->name,
                 std::string_view("approvals revoke"));
        QCOMPARE(CommandLine::read(list.views)->verb()->name, std::string_view("approvals list"));
        QCOMPARE(CommandLine::read(audit.views)->verb()->name, std::string_view("audit verify"));
    }

    void whatFollowsTwoDashesIsNoOption()
    {
        const Words words("get-token -- --socket -x");

        const auto line = CommandLine::read(words.views);

        QVERIFY(line.hasValue());
        QCOMPARE(line->arguments().operand(0), std::string_view("--socket"));
    }

    void somebodyElsesOptionsAreTheirs()
    {
        const Words words("run --mask gh --json repo --help");

        const auto line = CommandLine::read(words.views);

        QVERIFY(line.hasValue());
        QVERIFY(line->arguments().has("--mask"));
        QVERIFY(!line->globals().has("--json"));
        QCOMPARE(line->arguments().operands().size(), std::size_t(4));
    }

    void refusesWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char *line, const char *message) {
            QTest::newRow(line) << QByteArray(line) << QByteArray(message);
        };
        row("fetch", "There is no verb \"fetch\".");
        row("daemon", "\"daemon\" needs a second word.");
        row("daemon dance", "\"daemon\" needs a second word.");
        row("get-token a", "\"get-token\" needs ACCOUNT.");
        row("get-token", "\"get-token\" needs SERVICE.");
        row("get-token a b c", "There is a word too many: \"c\".");
        row("get-token a b --fast", "There is no option \"--fast\" of \"get-token\".");
        row("get-token a b --format", "--format needs a value: FORMAT.");
        row("get-token a b --format xml", "--format is one of text|json|header|env, not \"xml\".");
        row("get-token a b --audience x --audience y", "--audience was given twice.");
        row("remove-account a b --force=yes", "--force takes no value.");
        row("--scope x get-token a b", "There is no option \"--scope\".");
        row("-z", "There is no option \"-z\".");
    }

    void refusesWhatIsWrong()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const QByteArray, message);
        const Words words(line);

        const auto read = CommandLine::read(words.views);

        QVERIFY(!read.hasValue());
        QCOMPARE(QByteArray::fromStdString(read.error().message), message);
        QCOMPARE(cli::exitCodeOf(read.error().code), 2);
    }

    void numbersHaveBounds_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("least") << QByteArray("0") << true;
        QTest::newRow("most") << QByteArray("86400") << true;
        QTest::newRow("below") << QByteArray("-1") << false;
        QTest::newRow("above") << QByteArray("86401") << false;
        QTest::newRow("huge") << QByteArray("99999999999999999999") << false;
        QTest::newRow("word") << QByteArray("ten") << false;
        QTest::newRow("rest") << QByteArray("10s") << false;
        QTest::newRow("nothing") << QByteArray("''") << false;
    }

    void numbersHaveBounds()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const bool, good);
        const Words words("get-token a b --min-valid " + text);
        const auto line = CommandLine::read(words.views);
        QVERIFY(line.hasValue());

        QCOMPARE(line->arguments().number("--min-valid", 0, 86'400).hasValue(), good);
    }

    void everyVerbIsWhole()
    {
        std::set<std::string_view> names;
        for (const cli::VerbGroup &group : cli::verbGroups()) {
            for (const cli::Verb &verb : group.verbs) {
                QVERIFY2(names.insert(verb.name).second, verb.name.data());
                QVERIFY(verb.alias.empty() || names.insert(verb.alias).second);
                QVERIFY(verb.run);
                QVERIFY(!verb.summary.empty() && !verb.summary.ends_with('.'));
                for (const cli::Option &option : verb.options) {
                    QVERIFY(option.name.starts_with('-'));
                    QVERIFY2(!option.help.empty(), option.name.data());
                    // A verb's option must not hide one of every verb.
                    for (const cli::Option &global : cli::globalOptions())
                        QVERIFY2(option.name != global.name, verb.name.data());
                }
            }
        }
    }

    void everyErrorHasItsExitCode()
    {
        using latchkey::ErrorCode;
        const std::vector<std::pair<ErrorCode, int>> table{{ErrorCode::Internal, 1},
                                                           {ErrorCode::InvalidInput, 2},
                                                           {ErrorCode::NotFound, 3},
                                                           {ErrorCode::Locked, 4},
                                                           {ErrorCode::Denied, 5},
                                                           {ErrorCode::SignInRequired, 6},
                                                           {ErrorCode::Expired, 7},
                                                           {ErrorCode::Unreachable, 8},
                                                           {ErrorCode::Busy, 8},
                                                           {ErrorCode::TimedOut, 9},
                                                           {ErrorCode::ToolFailed, 10},
                                                           {ErrorCode::Conflict, 11},
                                                           {ErrorCode::Corrupt, 12},
                                                           {ErrorCode::Unsupported, 13},
                                                           {ErrorCode::Cancelled, 14},
                                                           {ErrorCode::NoAgent, 15}};
        for (const auto &[error, code] : table) {
            QCOMPARE(cli::exitCodeOf(error), code);
            // What --help calls it is what the wire calls it.
            const auto known =
                std::find_if(cli::exitCodes.begin(),
                             cli::exitCodes.end(),
                             [code = code](const auto &entry) { return entry.code == code; });
            QVERIFY(known != cli::exitCodes.end());
            if (error != ErrorCode::InvalidInput && error != ErrorCode::Busy)
                QCOMPARE(known->name, latchkey::nameOf(error));
        }
    }
};

QTEST_GUILESS_MAIN(CommandLineWordsTest)
#include "tst_commandline_words.moc"
