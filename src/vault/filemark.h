// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace vault {

//! By what one sees that a file was replaced or written since: one stat, no reading.
struct FileMark
{
    bool there = false;
    qint64 inode = 0;
    qint64 modified = 0; //!< nanoseconds since 1970 where the file system has them
    qint64 changed = 0; //!< of the inode: catches a modification time that was set back
    qint64 size = 0;

    [[nodiscard]] static FileMark of(const QString &path);

    friend bool operator==(const FileMark &, const FileMark &) = default;
};

//! Takes the file at \a path from everybody but its owner. A copy that was put back may be open to
//! all, and whatever writes keeps the mode.
void closeToOthers(const QString &path);

} // namespace vault
