// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk/publicurl.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace apps {

namespace {

bool isThisMachine(const QString &host)
{
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

//! Nothing but scheme, host and port, and those are there.
bool isBare(const QUrl &url)
{
    const bool isWeb = url.scheme() == u"https" || url.scheme() == u"http";
    const bool hasMore = !url.userInfo().isEmpty() || url.authority().contains(u'@')
                         || url.hasQuery() || url.hasFragment()
                         || !(url.path().isEmpty() || url.path() == u"/");
    return url.isValid() && isWeb && !url.host().isEmpty() && url.port(1) != 0 && !hasMore;
}

} // namespace

base::Result<QUrl> publicUrlFrom(const QString &text)
{
    if (text.isEmpty())
        return QUrl();
    QUrl url(text, QUrl::StrictMode);
    const QString remedy = QCoreApplication::translate("apps", "Give it as https://id.example.org");
    if (!isBare(url))
        return base::fail(
            base::ErrorCode::InvalidInput,
            QCoreApplication::translate(
                "apps", "The public URL “%1” has to be a scheme and a host, and nothing more.")
                .arg(text),
            remedy);
    if (url.scheme() == u"http" && !isThisMachine(url.host()))
        return base::fail(
            base::ErrorCode::InvalidInput,
            QCoreApplication::translate(
                "apps", "The public URL “%1” is not https: passwords would travel in the open.")
                .arg(text),
            remedy);
    url.setPath({});
    return url;
}

} // namespace apps
