// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "web/headers.h"
#include "web/parameters.h"

#include <QHostAddress>
#include <QJsonObject>

#include <utility>

namespace web {

enum class Method : quint8 { Get, Head, Post, Put, Patch, Delete, Options };

//! "GET", …
[[nodiscard]] QByteArrayView nameOf(Method method);
//! GET for a name that is none of ours.
[[nodiscard]] Method methodNamed(QByteArrayView name);

//! "127.0.0.1". The last one is kept: most requests come from where the one before came from.
[[nodiscard]] QString textOf(const QHostAddress &address);
//! 127.0.0.1; one that is shared, since Qt asks for memory for each that is made anew.
[[nodiscard]] const QHostAddress &thisMachine();

//! Who asks, as far as the connection tells.
struct Peer
{
    //! Behind a trusted proxy it is what the proxy says (X-Forwarded-For).
    QHostAddress address = thisMachine();
    //! Came from this machine and through no proxy.
    bool isLocal = true;
    quint16 port = 0; //!< of the connection, if it is local; 0: not known

    friend bool operator==(const Peer &, const Peer &) = default;
};

//! What a request is made of; handlers' tests make one by hand.
struct RequestParts
{
    Method method = Method::Get;
    QByteArray target = QByteArrayLiteral("/"); //!< path and query, as on the wire
    Headers headers;
    QByteArray body;
    Peer peer;
    QByteArray base = QByteArrayLiteral("http://127.0.0.1"); //!< scheme and host of the site
    QString traceId; //!< 32 hexadecimal digits
};

//! The name and the secret of `Authorization: Basic`.
struct BasicCredentials
{
    QString name;
    base::Secret secret;
};

//! A request that has passed the gate: strictly well formed, within the limits, for this site.
//! Move-only; its body is wiped when it goes and nobody else shares it.
class Request
{
public:
    explicit Request(RequestParts parts);
    ~Request();
    Request(Request &&other) noexcept = default;
    Request &operator=(Request &&other) noexcept = default;
    Request(const Request &) = delete;
    Request &operator=(const Request &) = delete;

    [[nodiscard]] Method method() const { return m_parts.method; }
    //! Percent-decoded, without the query: "/auth/users/a b".
    [[nodiscard]] const QString &path() const { return m_path; }
    //! What stood for {name} in the route's pattern.
    [[nodiscard]] QString pathParameter(QByteArrayView name) const;

    [[nodiscard]] QByteArrayView rawQuery() const;
    //! See Parameters::parse().
    [[nodiscard]] base::Result<Parameters> query(
        std::initializer_list<QByteArrayView> repeatable = {}) const;
    //! InvalidInput also when Content-Type is another one.
    [[nodiscard]] base::Result<Parameters> form(
        std::initializer_list<QByteArrayView> repeatable = {}) const;
    //! InvalidInput unless the body is one JSON object and Content-Type says so.
    [[nodiscard]] base::Result<QJsonObject> json() const;
    [[nodiscard]] const QByteArray &body() const { return m_parts.body; }

    [[nodiscard]] const Headers &headers() const { return m_parts.headers; }
    [[nodiscard]] QByteArrayView header(QByteArrayView name) const;
    //! The media type of Content-Type without its parameters, in small letters.
    [[nodiscard]] QByteArray contentType() const;
    //! The value of a cookie; empty when there is none, or when it came twice.
    [[nodiscard]] QByteArray cookie(QByteArrayView name) const;
    //! The Origin header; empty when there is none.
    [[nodiscard]] QByteArrayView origin() const { return header("Origin"); }
    //! Languages of Accept-Language, best first: "de", "en-GB".
    [[nodiscard]] QStringList languages() const;

    //! What stands behind \a scheme ("Bearer", "DPoP") in Authorization; nothing when it is another
    //! scheme or not one word (RFC 6750 2.1).
    [[nodiscard]] std::optional<base::Secret> credentials(QByteArrayView scheme) const;
    [[nodiscard]] std::optional<base::Secret> bearer() const { return credentials("Bearer"); }
    //! `Authorization: Basic` (RFC 7617); nothing when there is none, InvalidInput when it is
    //! broken.
    [[nodiscard]] base::Result<std::optional<BasicCredentials>> basic() const;
    //! The same of an OAuth client, whose id and secret are form-encoded first (RFC 6749 2.3.1).
    [[nodiscard]] base::Result<std::optional<BasicCredentials>> clientCredentials() const;

    [[nodiscard]] const Peer &peer() const { return m_parts.peer; }
    [[nodiscard]] const QHostAddress &peerAddress() const { return m_parts.peer.address; }
    //! The same as text: "127.0.0.1".
    [[nodiscard]] QString peerName() const { return textOf(m_parts.peer.address); }
    //! From this machine, through no proxy, and the site has no public URL.
    [[nodiscard]] bool isLocal() const { return m_parts.peer.isLocal; }
    //! Whether the client came by https (to the proxy in front).
    [[nodiscard]] bool isSecure() const { return m_parts.base.startsWith("https:"); }
    //! Scheme and host by which the client came: "http://127.0.0.1:8765"; no slash at the end.
    [[nodiscard]] const QByteArray &base() const { return m_parts.base; }
    //! base() and the path as it was sent, without the query: what DPoP's htu is compared with.
    [[nodiscard]] QByteArray url() const;
    [[nodiscard]] const QString &traceId() const { return m_parts.traceId; }

private:
    friend class Router;

    [[nodiscard]] QByteArrayView mediaType() const; //!< as it is written

    RequestParts m_parts;
    QString m_path;
    qsizetype m_rawPathSize = 0;
    QVarLengthArray<std::pair<QByteArrayView, QString>, 2> m_pathParameters;
};

} // namespace web
