// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/vaultseen.h"

#include "base/atomicfile.h"
#include "base/logging.h"
#include "crypto/digest.h"
#include "crypto/random.h"

#include <QRegularExpression>

#include <algorithm>

namespace vault {

namespace {

QByteArray timeText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate).toLatin1();
}

QDateTime timeFrom(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate);
}

bool isOf(const VaultSeen &seen, const Revision &found)
{
    // A file of the first form does not say which vault it is; the one that was here has since
    // been written in the second.
    return found.vault.isEmpty() || found.vault == seen.last.vault;
}

} // namespace

std::optional<VaultSeen> readSeen(const QString &path)
{
    if (path.isEmpty())
        return std::nullopt;
    const auto bytes = base::readFile(path, 4096);
    if (!bytes) {
        if (bytes.error().code != base::ErrorCode::NotFound)
            qCWarning(lcVault).noquote() << path << "cannot be read:" << bytes.error().message;
        return std::nullopt;
    }
    static const QRegularExpression shape(
        QStringLiteral("\\Alatchkey-vault-seen 1\\nvault ([\\w-]{1,64})\\nrevision ([0-9]{1,20})\\n"
                       "written (\\S{1,40})\\n(?:older (\\S{1,40})\\nlost ([0-9]{1,20})\\n)?\\z"));
    const auto match = shape.match(QString::fromLatin1(*bytes));
    const auto vault = crypto::fromBase64Url(match.captured(1).toLatin1());
    VaultSeen seen;
    seen.last.number = match.captured(2).toULongLong();
    seen.last.written = timeFrom(match.captured(3));
    if (!match.hasMatch() || !vault || vault->size() != Revision::vaultSize
        || seen.last.number == 0) {
        qCWarning(lcVault).noquote() << path << "is damaged, and written anew.";
        return std::nullopt;
    }
    seen.last.vault = *vault;
    if (match.hasCaptured(4)) {
        seen.olderCopy = timeFrom(match.captured(4));
        seen.lost = match.captured(5).toULongLong();
    }
    return seen;
}

base::Result<> writeSeen(const QString &path, const VaultSeen &seen)
{
    if (path.isEmpty())
        return {};
    QByteArray text = "latchkey-vault-seen 1\nvault " + crypto::toBase64Url(seen.last.vault)
                      + "\nrevision " + QByteArray::number(seen.last.number) + "\nwritten "
                      + timeText(seen.last.written) + '\n';
    if (seen.olderCopy.isValid())
        text +=
            "older " + timeText(seen.olderCopy) + "\nlost " + QByteArray::number(seen.lost) + '\n';
    return base::writeAtomically(path, text);
}

VaultSeen judged(const std::optional<VaultSeen> &seen,
                 const Revision &found,
                 const QDateTime &fileTime)
{
    if (!seen || !isOf(*seen, found))
        return {found, {}, 0}; // the first look, or another vault that somebody put here
    VaultSeen now = *seen;
    if (found.number < seen->last.number) {
        // It stays said until somebody answers, also when this copy is written to.
        now.olderCopy = found.written.isValid() ? found.written : fileTime;
        now.lost = seen->last.number;
        return now;
    }
    // The one that was missed is back, and nothing was written in between.
    if (found.number == seen->lost && seen->last.number == seen->lost) {
        now.olderCopy = {};
        now.lost = 0;
    }
    now.last = found;
    return now;
}

Revision nextRevision(const std::optional<VaultSeen> &seen,
                      const Revision &present,
                      const QDateTime &now)
{
    Revision next = present;
    if (next.vault.isEmpty())
        next.vault = seen ? seen->last.vault : crypto::randomBytes(Revision::vaultSize);
    if (seen && isOf(*seen, next))
        next.number = std::max(next.number, seen->last.number);
    ++next.number;
    next.written = QDateTime::fromSecsSinceEpoch(now.toSecsSinceEpoch(), Qt::UTC);
    return next;
}

} // namespace vault
