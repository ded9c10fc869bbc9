// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/peerowner.h"

#include <QFile>
#include <QtEndian>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

namespace web {

namespace {

constexpr qsizetype wordsOfALine = 10;

//! "0100007F:1F90": the kernel writes each 32 bits of an address in the machine's own order.
QByteArray placeOf(const Peer &peer, bool isIpv6)
{
    QByteArray text;
    const auto add = [&](quint32 networkOrder) {
        text += QByteArray::number(networkOrder, 16).rightJustified(8, '0');
    };
    if (!isIpv6) {
        bool isIpv4 = false;
        const quint32 address = peer.address.toIPv4Address(&isIpv4);
        if (!isIpv4)
            return {};
        add(qToBigEndian(address));
    } else {
        const Q_IPV6ADDR address = peer.address.toIPv6Address();
        for (int i = 0; i < 16; i += 4)
            add(qFromUnaligned<quint32>(address.c + i));
    }
    text += ':' + QByteArray::number(peer.port, 16).rightJustified(4, '0');
    return text.toUpper();
}

} // namespace

std::optional<qint64> ownerIn(QByteArrayView table, const Peer &peer)
{
    const QByteArray ipv4 = placeOf(peer, false);
    const QByteArray ipv6 = placeOf(peer, true);
    std::optional<qint64> owner;
    const QByteArrayList lines = table.toByteArray().split('\n');
    for (const QByteArray &line : lines) {
        const QByteArrayList words = line.simplified().split(' ');
        if (words.size() < wordsOfALine || (words[1] != ipv4 && words[1] != ipv6))
            continue;
        bool isNumber = false;
        const qint64 user = words[7].toLongLong(&isNumber);
        if (!isNumber || (owner && *owner != user))
            return std::nullopt;
        owner = user;
    }
    return owner;
}

PeerOwner ownerOf(const Peer &peer)
{
#ifdef Q_OS_LINUX
    if (!peer.isLocal || peer.port == 0)
        return PeerOwner::Unknown;
    std::optional<qint64> owner;
    for (const QString &name :
         {QStringLiteral("/proc/net/tcp"), QStringLiteral("/proc/net/tcp6")}) {
        QFile table(name);
        if (!table.open(QFile::ReadOnly))
            continue;
        const auto found = ownerIn(table.readAll(), peer);
        if (found && owner && *found != *owner)
            return PeerOwner::Unknown;
        if (found)
            owner = found;
    }
    if (!owner)
        return PeerOwner::Unknown;
    return *owner == qint64(getuid()) ? PeerOwner::Ourselves : PeerOwner::AnotherUser;
#else
    Q_UNUSED(peer)
    return PeerOwner::Unknown;
#endif
}

} // namespace web
