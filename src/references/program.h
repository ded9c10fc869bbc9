// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "base/task.h"

#include <QHash>
#include <QStringList>

#include <chrono>
#include <stop_token>

namespace references {

//! One run of another program: no shell, no terminal, an environment of its own.
class ProgramRun
{
public:
    ProgramRun(QString runProgram, QStringList runArguments);

    QString program; //!< a name is looked for in the PATH
    QStringList arguments;
    base::Secret input;
    QHash<QString, QString> environment; //!< the whole of it
    QString folder; //!< where it runs; empty: ours
    std::chrono::milliseconds patience = std::chrono::seconds(30);
    qint64 outputLimit = 8 * 1024 * 1024;
};

struct ProgramOutcome
{
    int exitCode = 0;
    base::Secret output;
    QString complaint; //!< what it said on standard error: redacted, shortened
};

//! Runs it to its end. Unsupported: not installed. TimedOut, Cancelled: killed. ToolFailed: it
//! crashed or wrote too much. An exit code is for the caller to judge.
[[nodiscard]] base::Task<ProgramOutcome> run(ProgramRun what, std::stop_token stop);

//! What another program may see of our environment: the system's and the desktop's variables and
//! those of names that begin with one of \a prefixes.
[[nodiscard]] QHash<QString, QString> environmentFor(const QStringList &prefixes);

//! A command line as a POSIX shell splits it, with quotes and backslashes and nothing more.
//! InvalidInput when a quotation mark is not closed.
[[nodiscard]] base::Result<QStringList> splitCommand(const QString &text);

} // namespace references
