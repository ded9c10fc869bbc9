// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/consent/consentrule.h"
#include "agent/programs/commandline.h"
#include "targets.h"

void fuzz::consentRule(QByteArrayView bytes)
{
    const QString text = QString::fromUtf8(bytes);
    const auto rule = agent::ConsentRule::parse(text, QStringLiteral("/home/maria"));
    if (!rule)
        return;
    // One spelling, which reads back as the same wherever the home folder is.
    const auto again = agent::ConsentRule::parse(rule->toString(), QStringLiteral("/elsewhere"));
    FUZZ_CHECK(again.has_value());
    FUZZ_CHECK(*again == *rule);
    FUZZ_CHECK(!rule->wishes.isEmpty());
    core::Program program;
    program.executable = QStringLiteral("/usr/bin/git");
    program.script = QString::fromUtf8(bytes);
    const bool isMeant = rule->matches(program, {text, text}, rule->wishes.first());
    program.isOpaque = true;
    // Who cannot be told is never let in by its path.
    FUZZ_CHECK(!rule->allows || rule->program == QLatin1String("*")
               || !rule->matches(program, {text, text}, rule->wishes.first()));
    static_cast<void>(isMeant);
}

//! The first line is the executable, the rest the arguments as /proc has them.
void fuzz::commandLine(QByteArrayView bytes)
{
    const QByteArray all = bytes.toByteArray();
    const qsizetype line = all.indexOf('\n');
    const QString executable = QString::fromUtf8(all.left(line));
    const QList<QByteArray> arguments =
        line < 0 ? QList<QByteArray>() : all.sliced(line + 1).split('\0');
    const auto command = agent::readCommandLine(executable, arguments);
    using Runs = agent::InterpreterCommand::Runs;
    FUZZ_CHECK((command.runs == Runs::Script) == !command.script.isEmpty());
    FUZZ_CHECK(command.script.isEmpty() || arguments.contains(command.script));
    static_cast<void>(agent::nameForPeople(executable));
    static_cast<void>(agent::isLauncher(executable));
}
