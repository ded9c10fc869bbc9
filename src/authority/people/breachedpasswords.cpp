// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/breachedpasswords.h"

#include "crypto/digest.h"

#include <QFile>

namespace authority {

namespace {

constexpr qsizetype hashSize = 40;
constexpr qint64 longestLine = 128;

//! The hash of the first line that begins at or after \a offset; empty at the end.
QByteArray hashFrom(QFile &file, qint64 offset)
{
    if (!file.seek(offset))
        return {};
    // In the middle of a line: the next one. Right behind a line break it is that one.
    if (offset > 0) {
        file.seek(offset - 1);
        file.readLine(longestLine);
    }
    return file.readLine(longestLine).left(hashSize).toUpper();
}

} // namespace

BreachedPasswords::BreachedPasswords(QString file)
    : m_file(std::move(file))
{}

bool BreachedPasswords::contains(const base::Secret &password) const
{
    if (m_file.isEmpty())
        return false;
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray wanted =
        crypto::digest(crypto::Hash::Sha1, password.expose()).toHex().toUpper();
    qint64 low = 0;
    qint64 high = file.size();
    // The first offset whose line is not below the wanted one lies in [low, high].
    while (low < high) {
        const qint64 middle = low + (high - low) / 2;
        const QByteArray found = hashFrom(file, middle);
        if (!found.isEmpty() && found < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return hashFrom(file, low) == wanted;
}

} // namespace authority
