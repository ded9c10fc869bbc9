// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/breachedpasswords.h"

#include "authority/words.h"
#include "base/logging.h"
#include "crypto/digest.h"

#include <QFile>
#include <QFileInfo>

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

base::Result<> open(QFile &file)
{
    // To open a pipe is to wait for whoever writes.
    if (QFileInfo(file).isFile() && file.open(QIODevice::ReadOnly))
        return {};
    return base::fail(
        base::ErrorCode::NotFound,
        Words::tr("The list of breached passwords %1 cannot be read.").arg(file.fileName()),
        Words::tr("Check the path and who may read it."));
}

} // namespace

BreachedPasswords::BreachedPasswords(QString file)
    : m_file(std::move(file))
{}

base::Result<> BreachedPasswords::check() const
{
    if (m_file.isEmpty())
        return {};
    QFile file(m_file);
    return open(file);
}

base::Result<bool> BreachedPasswords::contains(const base::Secret &password) const
{
    const auto found = search(password);
    if (!found && !m_isTroubleTold)
        qCWarning(lcAuthority).noquote()
            << found.error().message << "No password is accepted until it can be.";
    m_isTroubleTold = !found;
    return found;
}

base::Result<bool> BreachedPasswords::search(const base::Secret &password) const
{
    if (m_file.isEmpty())
        return false;
    QFile file(m_file);
    TRY_VOID(open(file));
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
    const bool isThere = hashFrom(file, low) == wanted;
    // A line that could not be read looks like the end of the file.
    if (file.error() != QFile::NoError)
        return base::fail(base::ErrorCode::NotFound,
                          QStringLiteral("%1: %2.").arg(file.fileName(), file.errorString()));
    return isThere;
}

} // namespace authority
