// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/programs/filesums.h"

#include <QList>
#include <QString>

#include <optional>

namespace agent {

//! A running process as /proc tells it (proc(5)), held through its opened folder: when the process
//! ends, the folder is empty, and never becomes that of another one with the same number.
class Process
{
public:
    //! Nothing: there is no such process, or the system has no /proc.
    [[nodiscard]] static std::optional<Process> open(qint64 pid);

    [[nodiscard]] qint64 pid() const { return m_pid; }
    //! Ticks since the system started; with the number it names a process for good.
    [[nodiscard]] quint64 startTime() const { return m_startTime; }
    [[nodiscard]] qint64 uid() const { return m_uid; }
    //! The file's name, cut to 15 characters; a process may change it.
    [[nodiscard]] const QString &shortName() const { return m_shortName; }
    //! Whether a change at \a time (ns since 1970) may have come after it was started.
    [[nodiscard]] bool mayBeOlderThan(qint64 time) const;
    //! Nothing: the first process, or one of another user, or it was there only after this one, or
    //! it is not who started it but who takes in what others left behind (PR_SET_CHILD_SUBREAPER).
    [[nodiscard]] std::optional<Process> parent() const;
    [[nodiscard]] bool hasEnded() const;

    //! Without " (deleted)"; empty: the system does not tell.
    [[nodiscard]] QString executable() const;
    [[nodiscard]] std::optional<FileStamp> executableStamp() const;
    //! The executable's file, also where it has no name any more.
    [[nodiscard]] Descriptor openExecutable() const;
    [[nodiscard]] QList<QByteArray> arguments() const;
    [[nodiscard]] QString folder() const;
    //! Opens a file as the process would find it: relative to its folder, in its own view of the
    //! file system. Only plain files.
    [[nodiscard]] Descriptor openFile(const QByteArray &path) const;
    //! Whether its standard input is a terminal.
    [[nodiscard]] bool readsTerminal() const;

private:
    Process(Descriptor folder, qint64 pid)
        : m_folder(std::move(folder))
        , m_pid(pid)
    {}
    [[nodiscard]] bool readStatus();
    [[nodiscard]] bool takesInOrphans() const;
    [[nodiscard]] QByteArray read(const char *name, qsizetype most) const;
    [[nodiscard]] QByteArray link(const char *name) const;

    Descriptor m_folder;
    qint64 m_pid = 0;
    qint64 m_parent = 0;
    qint64 m_session = 0;
    quint64 m_startTime = 0;
    qint64 m_uid = -1;
    QString m_shortName;
};

//! The path by which an open file is known here; empty: none.
[[nodiscard]] QString pathOf(const Descriptor &file);

} // namespace agent
