// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/message.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace net {

namespace {

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

bool sameName(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

QByteArray nameOf(Method method)
{
    switch (method) {
    case Method::Get:
        return QByteArrayLiteral("GET");
    case Method::Head:
        return QByteArrayLiteral("HEAD");
    case Method::Post:
        return QByteArrayLiteral("POST");
    case Method::Put:
        return QByteArrayLiteral("PUT");
    case Method::Delete:
        return QByteArrayLiteral("DELETE");
    }
    Q_UNREACHABLE();
}

Request::Request(Method requestMethod, QUrl address)
    : method(requestMethod)
    , url(std::move(address))
{}

Request &Request::with(const QByteArray &name, const QByteArray &value)
{
    headers.append({name, value});
    return *this;
}

Request &Request::withSecret(const QByteArray &name, base::Secret value)
{
    secretHeader = name;
    secretHeaderValue = std::move(value);
    return *this;
}

Request &Request::withBody(const QByteArray &contentType, base::Secret content)
{
    headers.append({QByteArrayLiteral("Content-Type"), contentType});
    body = std::move(content);
    return *this;
}

Request Request::clone() const
{
    Request copy(method, url);
    copy.headers = headers;
    copy.body = body.clone();
    copy.secretHeader = secretHeader;
    copy.secretHeaderValue = secretHeaderValue.clone();
    copy.timeout = timeout;
    copy.bodyLimit = bodyLimit;
    copy.redirects = redirects;
    copy.repeat = repeat;
    return copy;
}

bool Request::isConfidential() const
{
    if (!body.isEmpty() || !secretHeader.isEmpty())
        return true;
    return std::any_of(headers.begin(), headers.end(), [](const Header &header) {
        return sameName(header.name, "Authorization") || sameName(header.name, "Cookie");
    });
}

bool Request::isRepeatable() const
{
    switch (repeat) {
    case Repeat::WhenIdempotent:
        return method != Method::Post;
    case Repeat::Allowed:
        return true;
    case Repeat::Never:
        return false;
    }
    Q_UNREACHABLE();
}

QByteArray Response::header(QByteArrayView name) const
{
    for (const Header &header : headers) {
        if (sameName(header.name, name))
            return header.value;
    }
    return {};
}

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    if (host == QLatin1String("localhost"))
        return true;
    const QHostAddress address(host);
    return !address.isNull() && address.isLoopback();
}

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && portOf(a) == portOf(b);
}

base::Result<> checkAddress(const QUrl &url)
{
    const auto refused = [](const QString &message) {
        return base::fail(
            base::ErrorCode::InvalidInput,
            message,
            QCoreApplication::translate("net", "Use an address that begins with https://."));
    };
    if (!url.isValid() || url.host().isEmpty())
        return refused(QCoreApplication::translate("net", "This is not an address of the web."));
    if (!url.userInfo().isEmpty()) {
        return refused(
            QCoreApplication::translate("net", "The address of %1 has a user name in it.")
                .arg(url.host()));
    }
    const bool plain = url.scheme() == QLatin1String("http");
    if (url.scheme() != QLatin1String("https") && !(plain && isLoopback(url))) {
        return refused(
            QCoreApplication::translate("net", "%1 is not reached over an encrypted connection.")
                .arg(url.host()));
    }
    return {};
}

} // namespace net
