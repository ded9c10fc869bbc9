// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/auditline.h"

#include <QStringList>

#include <functional>
#include <stop_token>

//! The audit files as they lie in the state folder, one a month.
namespace ledger {

//! Where the chain stands: its last line.
struct ChainEnd
{
    qint64 sequence = 0;
    QByteArray hash = noHash();

    friend bool operator==(const ChainEnd &, const ChainEnd &) = default;
};

//! "audit-2026-11.jsonl"
[[nodiscard]] QString auditFileName(const QDate &day);
//! Full paths, oldest first.
[[nodiscard]] QStringList auditFiles(const QString &folder);
//! The first day of the month that the file is for.
[[nodiscard]] QDate monthOf(const QString &path);

//! What stands behind the last line break of \a path is half a line, left by a crash: moves it into
//! a file beside it and gives that file's name (empty: there was none).
[[nodiscard]] base::Result<QString> setHalfLineAside(const QString &path);

//! The end of the chain in \a files. Damaged lines at the end are counted, so that no number is
//! given twice.
[[nodiscard]] base::Result<ChainEnd> chainEndOf(const QStringList &files);

//! Hands each readable line behind \a after to \a take, oldest first.
[[nodiscard]] base::Result<> eachLine(const QStringList &files,
                                      qint64 after,
                                      const std::function<base::Result<>(const AuditLine &)> &take);

//! Walks over the files, at most \a lastSize bytes of the last one, and gives the number of lines.
//! Corrupt names the first line that was changed, or before or behind which some are missing;
//! \a index says how far the index has seen the chain.
[[nodiscard]] base::Result<qint64> verifyChain(const QStringList &files,
                                               qint64 lastSize,
                                               const ChainEnd &index,
                                               std::stop_token stop);

} // namespace ledger
