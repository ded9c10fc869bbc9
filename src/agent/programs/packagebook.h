// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/programs/filesums.h"
#include "core/program.h"

#include <QMutex>
#include <QString>

namespace agent {

//! Which package a file belongs to, read from dpkg's own files (dpkg(1), /var/lib/dpkg/info), and
//! whether it is still as the package brought it. Where there is no dpkg nothing is vouched for.
//! For any thread.
class PackageBook
{
public:
    struct Entry
    {
        core::Backing backing = core::Backing::Nobody;
        QString package; //!< "git 2.39.5"
    };

    explicit PackageBook(QString folder);

    //! \a file is open at \a path.
    [[nodiscard]] Entry find(const QString &path, const Descriptor &file);

private:
    [[nodiscard]] Entry lookUp(const QString &path, const Descriptor &file) const;
    [[nodiscard]] QString versionOf(const QString &package) const;

    struct Known
    {
        FileStamp file;
        FileStamp database; //!< dpkg's status: another one after each installation
        Entry entry;
    };

    QString m_folder;
    QMutex m_mutex;
    QHash<QString, Known> m_known; // by path
};

} // namespace agent
