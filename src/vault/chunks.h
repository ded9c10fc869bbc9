// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

//! Secrets that are larger than a platform's entry (Windows: 2,560 bytes) are cut into chunks:
//! `name/a/1`, `name/a/2`, … and, written last, a header in `name` that says which generation (a or
//! b), how many, how long and with what SHA-256. The two generations take turns, so the old value
//! stays whole until the header of the new one is written.
namespace vault {

struct ChunkHeader
{
    char generation = 'a';
    int count = 0;
    qint64 length = 0;
    QByteArray sha256; //!< hex

    [[nodiscard]] static ChunkHeader of(const base::Secret &secret,
                                        qsizetype limit,
                                        char generation);
    //! Nothing when \a entry is an ordinary value; Corrupt when it only looks like a header.
    [[nodiscard]] static base::Result<std::optional<ChunkHeader>> parse(QByteArrayView entry);

    [[nodiscard]] QByteArray text() const;
    [[nodiscard]] QString chunkName(const QString &entry, int number) const;
    [[nodiscard]] QStringList chunkNames(const QString &entry) const;
};

//! Whether \a secret cannot be kept as it is (too large, or it begins like a header).
[[nodiscard]] bool needsChunks(const base::Secret &secret, qsizetype limit);

//! The \a number-th chunk, counted from 1.
[[nodiscard]] base::Secret chunkOf(const base::Secret &secret, int number, qsizetype limit);

//! Puts chunks together; Corrupt when length or digest is not the header's.
[[nodiscard]] base::Result<base::Secret> joined(const ChunkHeader &header,
                                                const std::vector<base::Secret> &chunks);

} // namespace vault
