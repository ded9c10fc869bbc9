// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <memory>

//! Who asks: the program at the other end of the socket.
namespace core {

//! What the system tells of the other end of a connection, and nobody can make up
//! (SO_PEERCRED, getpeereid, GetNamedPipeClientProcessId).
struct Peer
{
    qint64 pid = 0; //!< 0: the system does not tell
    qint64 uid = -1;
};

//! Who stands behind a program's file.
enum class Backing {
    Nobody, //!< no package has it
    Package, //!< a package of the system has it, and it is as the package brought it
    ChangedPackage //!< a package has it, but the file is another one now
};

//! A program that asks. What a decision is remembered for is identity(), never the pid: a git that
//! lives for 50 ms is asked about once.
struct Program
{
    Peer peer;
    QString name; //!< for people: "git", "upload.sh"
    QString executable; //!< "/usr/bin/git"; empty: the system does not tell
    QByteArray hash; //!< SHA-256 of the executable, hexadecimal; empty: unreadable
    QString script; //!< for an interpreter, the file that it runs; else empty
    QByteArray scriptHash;
    //! Our own command line asks for somebody: the program is that somebody, and this says
    //! "latchkey". Else empty.
    QString through;
    bool isAtTerminal = false; //!< a shell that a person types into, not a script
    QStringList parents; //!< names, outermost first, itself last: "code", "bash", "git"
    QString folder; //!< where it works
    Backing backing = Backing::Nobody;
    QString package; //!< "git 2.39.5"
    QDateTime fileChanged; //!< of the script, else of the executable
    //! Nobody can tell what it runs: an interpreter with its code in the arguments or on standard
    //! input, or our own command line with nobody behind it.
    bool isOpaque = false;
    //! What runs is the file that has this path now: not one that was replaced since, nor one that
    //! only its own view of the file system has there. Rules go by the path, and need this.
    bool isAtPath = true;

    //! Executable and script (with `through` and isAtTerminal), not their hashes: the same after an
    //! update, when the hash tells that it is another.
    [[nodiscard]] QByteArray identity() const;
};

using ProgramPointer = std::shared_ptr<const Program>;

//! Port: finds out who is at the other end.
class Programs
{
public:
    virtual ~Programs();
    //! Never waits for the peer. NotFound: it is gone already. Files are hashed on a worker and
    //! kept by inode and times, so that the second call of a program costs next to nothing.
    [[nodiscard]] virtual base::Task<ProgramPointer> identify(Peer peer) = 0;
    //! The same program with backing and package filled in: for a question, not for every call.
    [[nodiscard]] virtual base::Task<ProgramPointer> vouch(ProgramPointer program);
};

} // namespace core
