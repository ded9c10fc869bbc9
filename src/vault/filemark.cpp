// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/filemark.h"

#include "base/logging.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace vault {

FileMark FileMark::of(const QString &path)
{
    FileMark mark;
#ifdef Q_OS_LINUX
    struct stat facts = {};
    if (::stat(QFile::encodeName(path).constData(), &facts) != 0)
        return mark;
    const auto nanoseconds = [](const timespec &time) {
        return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
    };
    mark.inode = qint64(facts.st_ino);
    mark.modified = nanoseconds(facts.st_mtim);
    mark.changed = nanoseconds(facts.st_ctim);
    mark.size = qint64(facts.st_size);
#else
    const QFileInfo facts(path);
    if (!facts.exists())
        return mark;
    mark.modified = facts.lastModified().toMSecsSinceEpoch() * 1'000'000;
    mark.changed = facts.metadataChangeTime().toMSecsSinceEpoch() * 1'000'000;
    mark.size = facts.size();
#endif
    mark.there = true;
    return mark;
}

void closeToOthers(const QString &path)
{
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
                                          | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    const QFileInfo file(path);
    if (file.exists() && (file.permissions() & others) != 0
        && !QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner))
        qCWarning(lcVault).noquote() << path << "can be read by others";
}

} // namespace vault
