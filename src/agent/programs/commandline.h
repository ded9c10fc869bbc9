// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace agent {

//! What an interpreter was told to run.
struct InterpreterCommand
{
    enum class Runs {
        Program, //!< it is no interpreter that we know: it runs itself
        Script, //!< a file; its name is in script, as the arguments have it
        Inline, //!< code in the arguments or on standard input, a module by name, or unclear
        Nothing //!< it was told nothing: it reads what a person types, or standard input
    };

    Runs runs = Runs::Program;
    bool isShell = false; //!< one that people type commands into
    bool isHandedOn = false; //!< a shell that does what its arguments say (`sh -c …`)
    QByteArray script;
};

//! Reads \a arguments (the first is the program's name for itself) as the interpreter \a executable
//! would. What it does not understand is Inline: nobody can tell.
[[nodiscard]] InterpreterCommand readCommandLine(const QString &executable,
                                                 const QList<QByteArray> &arguments);

//! Whether a program of that name hands on to another, so that what it was asked to start is who
//! asks: timeout, xargs, …
[[nodiscard]] bool isLauncher(const QString &executable);

//! What people call a program: "VS Code" for code; else the file's name, "python3" for python3.11.
[[nodiscard]] QString nameForPeople(const QString &executable);

} // namespace agent
