// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/program.h"
#include "support/verifyresult.h"

#include <QCoroTask>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace references;

namespace {

base::Result<ProgramOutcome> shell(const char *script,
                                   std::chrono::milliseconds patience = std::chrono::seconds(30),
                                   std::stop_token stop = {},
                                   const QByteArray &input = {})
{
    ProgramRun what(QStringLiteral("sh"), {QStringLiteral("-c"), QString::fromUtf8(script)});
    what.environment = environmentFor({QStringLiteral("TESTED_")});
    what.patience = patience;
    what.outputLimit = 100'000;
    what.input = base::Secret(input);
    return QCoro::waitFor(run(std::move(what), stop));
}

} // namespace

//! Other programs: what they get, and how they end.
class ProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesOutputCodeAndComplaint()
    {
        const auto outcome = shell(
            "cat; echo password=hunter2hunter2 >&2; exit 3", std::chrono::seconds(30), {}, "in");

        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->output.expose().toByteArray(), QByteArray("in"));
        QCOMPARE(outcome->exitCode, 3);
        QVERIFY(!outcome->complaint.contains(QStringLiteral("hunter2")));
    }

    void hidesOurEnvironment()
    {
        qputenv("TESTED_ONE", "seen");
        qputenv("LATCHKEY_SECRET", "hidden");

        const auto outcome = shell("echo \"$TESTED_ONE|$LATCHKEY_SECRET|\"");

        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->output.expose().toByteArray(), QByteArray("seen||\n"));
    }

    void endsWhatTakesTooLong()
    {
        QElapsedTimer timer;
        timer.start();

        VERIFY_ERROR(shell("exec tail -f /dev/null", std::chrono::milliseconds(50)),
                     base::ErrorCode::TimedOut);
        QVERIFY(timer.elapsed() < 20'000);
    }

    void endsWhatIsNotWantedAnyMore()
    {
        std::stop_source stop;
        stop.request_stop();

        VERIFY_ERROR(shell("exec tail -f /dev/null", std::chrono::seconds(30), stop.get_token()),
                     base::ErrorCode::Cancelled);
    }

    void endsWhatWritesTooMuch()
    {
        VERIFY_ERROR(shell("exec cat /dev/zero"), base::ErrorCode::ToolFailed);
    }

    void saysWhatIsNotInstalled()
    {
        ProgramRun what(QStringLiteral("no-such-program"), {});

        const auto outcome = QCoro::waitFor(run(std::move(what), std::stop_token()));

        VERIFY_ERROR(outcome, base::ErrorCode::Unsupported);
        QVERIFY(outcome.error().message.contains(QStringLiteral("no-such-program")));
    }

    void splitsCommands_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char *text, const QStringList &words) {
            QTest::newRow(text) << QString::fromUtf8(text) << words;
        };
        row("", {});
        row("  a  b ", {QStringLiteral("a"), QStringLiteral("b")});
        row("a 'b c' \"d e\"", {QStringLiteral("a"), QStringLiteral("b c"), QStringLiteral("d e")});
        row("a\\ b '\\' \"\\\"\" ''",
            {QStringLiteral("a b"), QStringLiteral("\\"), QStringLiteral("\""), QString()});
        row("a;b $c", {QStringLiteral("a;b"), QStringLiteral("$c")});
    }
    void splitsCommands()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, words);

        const auto split = splitCommand(text);

        VERIFY_RESULT(split);
        QCOMPARE(*split, words);
        VERIFY_ERROR(splitCommand(QStringLiteral("a 'b")), base::ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(ProgramTest)
#include "tst_program.moc"
