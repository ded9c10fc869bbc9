// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/redirecturi.h"

#include <QUrl>

#include <algorithm>

namespace authority {

namespace {

//! The parts of "http://127.0.0.1:1234/path" around the port; nothing for any other URI.
struct Loopback
{
    QStringView host;
    QStringView rest; //!< path and query
    bool isLoopback = false;
};

Loopback loopbackOf(QStringView uri)
{
    for (const QStringView host :
         {QStringView(u"http://127.0.0.1"), QStringView(u"http://[::1]")}) {
        if (!uri.startsWith(host))
            continue;
        QStringView rest = uri.sliced(host.size());
        if (rest.startsWith(u':')) {
            rest = rest.sliced(1);
            qsizetype digits = 0;
            while (digits < rest.size() && rest.at(digits) >= u'0' && rest.at(digits) <= u'9')
                ++digits;
            const int port = digits > 0 && digits <= 5 ? rest.first(digits).toInt() : 0;
            if (port < 1 || port > 65535)
                return {};
            rest = rest.sliced(digits);
        }
        // Anything else behind the host ("@", ".evil.example") makes it another host.
        if (rest.isEmpty() || rest.startsWith(u'/') || rest.startsWith(u'?'))
            return {host, rest, true};
    }
    return {};
}

bool isPlain(const QString &uri)
{
    return !uri.isEmpty() && uri.size() <= 2048 && std::all_of(uri.begin(), uri.end(), [](QChar c) {
        return c > u' ' && c < u'\x7f' && c != u'\\' && c != u'"' && c != u'<' && c != u'>'
               && c != u'*' && c != u'#';
    });
}

} // namespace

bool isAcceptableRedirect(const QString &uri)
{
    const QUrl url(uri, QUrl::StrictMode);
    if (!isPlain(uri) || !url.isValid() || url.isRelative() || url.hasFragment()
        || !url.userInfo().isEmpty() || url.toString(QUrl::FullyEncoded) != uri)
        return false;
    const QString path = url.path(QUrl::FullyDecoded);
    if (path.contains(QLatin1String("/../")) || path.endsWith(QLatin1String("/..")))
        return false;
    const QString scheme = url.scheme();
    if (scheme == QLatin1String("https"))
        return !url.host().isEmpty();
    if (scheme == QLatin1String("http")) {
        const QString host = url.host();
        return host == QLatin1String("127.0.0.1") || host == QLatin1String("::1")
               || host == QLatin1String("localhost");
    }
    // RFC 8252 7.1: a reverse domain name, so that "javascript:" and "data:" are none.
    return scheme.contains(u'.') && url.host().isEmpty();
}

bool matchesRedirect(const QString &registered, const QString &requested)
{
    if (!isPlain(requested))
        return false;
    if (registered == requested)
        return true;
    const Loopback known = loopbackOf(registered);
    const Loopback asked = loopbackOf(requested);
    return known.isLoopback && asked.isLoopback && known.host == asked.host
           && known.rest == asked.rest;
}

bool matchesAnyRedirect(const QStringList &registered, const QString &requested)
{
    return std::any_of(registered.begin(), registered.end(), [&requested](const QString &uri) {
        return matchesRedirect(uri, requested);
    });
}

QString hostOfRedirect(const QString &uri)
{
    const QUrl url(uri);
    return url.host().isEmpty() ? url.scheme() : url.host();
}

QByteArray formTargetOf(const QString &redirectUri)
{
    const QUrl url(redirectUri);
    // A policy knows no addresses of IPv6: browsers would ignore the source (CSP3 2.3.1).
    if (url.host().isEmpty() || url.host().contains(u':'))
        return url.scheme().toLatin1() + ':';
    return url
        .adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment
                  | QUrl::RemoveUserInfo)
        .toEncoded();
}

} // namespace authority
