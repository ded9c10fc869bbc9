// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/chunks.h"

#include "crypto/digest.h"
#include "vault/words.h"

#include <QRegularExpression>

#include <cstring>

namespace vault {

namespace {

constexpr QByteArrayView headerMark("latchkey-chunks ");
constexpr int mostChunks = 4096;

base::Error damagedEntry()
{
    return {base::ErrorCode::Corrupt,
            Words::tr("A secret in the keyring is damaged."),
            Words::tr("Sign in again, or enter the key again, to replace it."),
            {}};
}

QByteArray sha256Of(const base::Secret &secret)
{
    return crypto::digest(crypto::Hash::Sha256, secret.expose()).toHex();
}

} // namespace

ChunkHeader ChunkHeader::of(const base::Secret &secret, qsizetype limit, char generation)
{
    const auto size = qsizetype(secret.size());
    const qsizetype each = limit > 0 ? limit : qMax<qsizetype>(size, 1);
    return {generation, int(qMax<qsizetype>(1, (size + each - 1) / each)), size, sha256Of(secret)};
}

base::Result<std::optional<ChunkHeader>> ChunkHeader::parse(QByteArrayView entry)
{
    if (!entry.startsWith(headerMark))
        return std::optional<ChunkHeader>();
    static const QRegularExpression shape(
        QStringLiteral("\\Alatchkey-chunks 1 ([ab]) ([0-9]{1,4}) ([0-9]{1,9}) ([0-9a-f]{64})\\z"));
    const auto match =
        shape.match(QString::fromLatin1(entry.first(qMin<qsizetype>(entry.size(), 200))));
    if (!match.hasMatch())
        return base::fail(damagedEntry());
    ChunkHeader header;
    header.generation = match.captured(1).at(0).toLatin1();
    header.count = match.captured(2).toInt();
    header.length = match.captured(3).toLongLong();
    header.sha256 = match.captured(4).toLatin1();
    if (header.count < 1 || header.count > mostChunks)
        return base::fail(damagedEntry());
    return std::optional(header);
}

QByteArray ChunkHeader::text() const
{
    return headerMark.toByteArray() + "1 " + generation + ' ' + QByteArray::number(count) + ' '
           + QByteArray::number(length) + ' ' + sha256;
}

QString ChunkHeader::chunkName(const QString &entry, int number) const
{
    return QStringLiteral("%1/%2/%3")
        .arg(entry, QString(QLatin1Char(generation)), QString::number(number));
}

QStringList ChunkHeader::chunkNames(const QString &entry) const
{
    QStringList names;
    for (int number = 1; number <= count; ++number)
        names.append(chunkName(entry, number));
    return names;
}

bool needsChunks(const base::Secret &secret, qsizetype limit)
{
    return (limit > 0 && qsizetype(secret.size()) > limit)
           || secret.expose().startsWith(headerMark);
}

base::Secret chunkOf(const base::Secret &secret, int number, qsizetype limit)
{
    if (limit <= 0)
        return secret.clone();
    const QByteArrayView all = secret.expose();
    const qsizetype begin = qMin(all.size(), limit * (number - 1));
    return base::Secret(all.sliced(begin, qMin(limit, all.size() - begin)));
}

base::Result<base::Secret> joined(const ChunkHeader &header,
                                  const std::vector<base::Secret> &chunks)
{
    size_t size = 0;
    for (const auto &chunk : chunks)
        size += chunk.size();
    if (qint64(size) != header.length)
        return base::fail(damagedEntry());
    base::Secret whole = base::Secret::zeroed(size);
    unsigned char *place = whole.data();
    for (const auto &chunk : chunks) {
        if (chunk.isEmpty())
            continue;
        std::memcpy(place, chunk.expose().data(), chunk.size());
        place += chunk.size();
    }
    if (sha256Of(whole) != header.sha256)
        return base::fail(damagedEntry());
    return whole;
}

} // namespace vault
