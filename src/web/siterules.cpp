// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/siterules.h"

#include <algorithm>

namespace web {

namespace {

bool holds(const std::vector<QByteArray> &hosts, QByteArrayView host)
{
    return std::any_of(
        hosts.begin(), hosts.end(), [&](const QByteArray &each) { return sameWord(each, host); });
}

//! An address as proxies write it, with or without a port: "1.2.3.4", "1.2.3.4:80", "[::1]:80".
QHostAddress addressOf(QByteArrayView text)
{
    text = text.trimmed();
    if (text.startsWith('[')) {
        const qsizetype end = text.indexOf(']');
        return end < 0 ? QHostAddress()
                       : QHostAddress(QString::fromLatin1(text.sliced(1, end - 1)));
    }
    if (text.count(':') == 1)
        text = text.first(text.indexOf(':'));
    return QHostAddress(QString::fromLatin1(text));
}

//! ::ffff:127.0.0.1 is 127.0.0.1.
QHostAddress plain(const QHostAddress &address)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return address;
    bool isMapped = false;
    const quint32 four = address.toIPv4Address(&isMapped);
    return isMapped ? QHostAddress(four) : address;
}

} // namespace

SiteRules::SiteRules(const Site &site, quint16 port)
    : m_proxies(site.trustedProxies)
{
    const QByteArray suffix = port == 80 ? QByteArray() : ':' + QByteArray::number(port);
    for (const char *host : {"127.0.0.1", "localhost", "[::1]"})
        m_hosts.push_back(host + suffix);
    if (site.publicUrl.isEmpty())
        return;
    m_publicScheme = site.publicUrl.scheme().toLatin1();
    m_isBehindTls = m_publicScheme == "https";
    const int usual = m_isBehindTls ? 443 : 80;
    QByteArray host = site.publicUrl.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    const int publicPort = site.publicUrl.port(usual);
    if (publicPort == usual)
        m_publicHosts.push_back(host);
    m_publicHosts.push_back(host + ':' + QByteArray::number(publicPort));
}

bool SiteRules::isTrusted(const QHostAddress &address) const
{
    return std::any_of(m_proxies.begin(), m_proxies.end(), [&](const Subnet &subnet) {
        return address.isInSubnet(subnet);
    });
}

bool SiteRules::isOurs(QByteArrayView host) const
{
    return holds(m_hosts, host) || holds(m_publicHosts, host);
}

tl::expected<SiteRules::Arrival, HeadRefusal> SiteRules::arrivalOf(const Head &head,
                                                                   const QHostAddress &peer) const
{
    Arrival arrival;
    arrival.peer.address = plain(peer);
    const Headers &headers = head.headers;
    const QByteArrayView forwardedFor = headers.value("X-Forwarded-For");
    const QByteArrayView forwardedHost = headers.value("X-Forwarded-Host");
    const QByteArrayView forwardedProto = headers.value("X-Forwarded-Proto");
    const bool isForwarded = !forwardedFor.isNull() || !forwardedHost.isNull()
                             || !forwardedProto.isNull() || headers.contains("Forwarded")
                             || headers.contains("Via");
    // Who came through a proxy is not local, even where nobody said that proxy may be believed.
    // A site with a public URL has a proxy in front, and not every proxy says so.
    arrival.peer.isLocal =
        arrival.peer.address.isLoopback() && !isForwarded && m_publicHosts.empty();

    const bool isBelieved = isForwarded && isTrusted(arrival.peer.address);
    QByteArrayView host = headers.value("Host");
    if (isBelieved && !forwardedHost.isEmpty())
        host = forwardedHost;
    if (!isOurs(host))
        return tl::unexpected(HeadRefusal{421, "wrong_host"});

    if (!isBelieved && !m_last.host.isEmpty() && host == m_last.host) {
        arrival.base = m_last.base;
        return arrival;
    }
    // Who set a public URL has said how it is reached.
    QByteArray scheme = holds(m_publicHosts, host) ? m_publicScheme : QByteArray("http");
    if (isBelieved) {
        if (sameWord(forwardedProto, "https") || sameWord(forwardedProto, "http")) {
            scheme = forwardedProto.toByteArray().toLower();
        } else if (!forwardedProto.isNull()) {
            return tl::unexpected(HeadRefusal());
        }
        // The client is the last one in the list that is not a proxy of ours; what stands before
        // it the client may have made up.
        QByteArrayView rest = forwardedFor;
        while (!rest.isEmpty()) {
            const qsizetype comma = rest.lastIndexOf(',');
            const QHostAddress address = plain(addressOf(rest.sliced(comma + 1)));
            if (address.isNull())
                return tl::unexpected(HeadRefusal());
            arrival.peer.address = address;
            if (!isTrusted(address))
                break;
            rest = comma < 0 ? QByteArrayView() : rest.first(comma);
        }
    }
    arrival.base = scheme + "://" + host.toByteArray().toLower();
    // The usual port is not part of an origin (RFC 6454 6.2).
    const QByteArrayView usual = scheme == "https" ? ":443" : ":80";
    if (arrival.base.endsWith(usual))
        arrival.base.chop(usual.size());
    if (!isBelieved)
        m_last = {host.toByteArray(), arrival.base};
    return arrival;
}

SiteRules::Crossing SiteRules::crossingOf(const Request &request,
                                          const Router::Route *route,
                                          bool changes)
{
    const QByteArrayView origin = request.origin();
    if (origin.isNull()) {
        const bool isCross = sameWord(request.header("Sec-Fetch-Site"), "cross-site");
        const bool isOwn = route == nullptr || route->options.origins == Origins::Own;
        return changes && isCross && isOwn ? Crossing::Refused : Crossing::None;
    }
    if (origin == QByteArrayView(request.base()))
        return Crossing::None;
    const Origins origins = route != nullptr ? route->options.origins : Origins::Own;
    switch (origins) {
    case Origins::Any:
        return Crossing::Allowed;
    case Origins::Registered:
        if (route->options.allowsOrigin && route->options.allowsOrigin(origin))
            return Crossing::Allowed;
        break;
    case Origins::Own:
        break;
    }
    // Reading is harmless: the page that asks is not given the answer.
    return changes ? Crossing::Refused : Crossing::None;
}

} // namespace web
