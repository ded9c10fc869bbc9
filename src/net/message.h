// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <chrono>
#include <optional>

namespace net {

enum class Method { Get, Head, Post, Put, Delete };

[[nodiscard]] QByteArray nameOf(Method method); //!< "GET", …

//! One header line. Names compare without regard to case.
struct Header
{
    QByteArray name;
    QByteArray value;
};

//! What may be done with a reply that points elsewhere. Whatever is chosen: never from https to
//! http, never to another origin with a body or credentials.
enum class Redirects { Follow, Refuse };

//! Whether Retry may send the request again. GET, HEAD, PUT and DELETE are safe by themselves.
enum class Repeat { WhenIdempotent, Allowed, Never };

//! A request on its way out. Move-only, as its body may be a secret; not an aggregate, because
//! GCC 12 destroys braced temporaries twice inside co_await.
class Request
{
public:
    Request() = default;
    Request(Method requestMethod, QUrl address);

    Request &with(const QByteArray &name, const QByteArray &value);
    //! A header whose value is a secret, as Authorization: kept off the ordinary heap until sent.
    Request &withSecret(const QByteArray &name, base::Secret value);
    Request &withBody(const QByteArray &contentType, base::Secret content);
    [[nodiscard]] Request clone() const;
    //! Carries something that only the addressed host may see.
    [[nodiscard]] bool isConfidential() const;
    [[nodiscard]] bool isRepeatable() const;

    Method method = Method::Get;
    QUrl url;
    QList<Header> headers;
    base::Secret body;
    QByteArray secretHeader; //!< its name; empty: none
    base::Secret secretHeaderValue;
    std::optional<std::chrono::milliseconds>
        timeout; //!< of the whole exchange; unset: the client's
    qint64 bodyLimit = 1024 * 1024;
    Redirects redirects = Redirects::Follow;
    Repeat repeat = Repeat::WhenIdempotent;
};

//! What came back, whatever its status. The body may hold tokens: who reads them wipes it.
class Response
{
public:
    Response() = default;

    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
    //! Value of the first header of that name; null: none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;

    int status = 0;
    QList<Header> headers;
    QByteArray body;
    QUrl url; //!< after redirects
};

//! The machine itself: 127.0.0.0/8, ::1, localhost.
[[nodiscard]] bool isLoopback(const QUrl &url);
[[nodiscard]] bool isSameOrigin(const QUrl &a, const QUrl &b);
//! Only https, or http to this machine; a host, and no user name in the address.
[[nodiscard]] base::Result<> checkAddress(const QUrl &url);

} // namespace net
