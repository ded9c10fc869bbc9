// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace base {

//! Replaces the file at \a path with \a content: temporary file in the same folder, fsync, rename,
//! fsync of the folder. The old file's mode and a symlink's target are kept; a new file gets
//! \a mode (0600 unless told). Fault points: "atomicfile.written", "atomicfile.synced",
//! "atomicfile.renamed", each with the file's name in front ("accounts.toml:…").
[[nodiscard]] Result<> writeAtomically(const QString &path,
                                       QByteArrayView content,
                                       unsigned int mode = 0600);

//! The whole file; NotFound when it is not there, InvalidInput when it is larger than \a limit.
[[nodiscard]] Result<QByteArray> readFile(const QString &path, qint64 limit = 16 * 1024 * 1024);

} // namespace base
