// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "web/fielderror.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <chrono>
#include <utility>

namespace web {

enum class SameSite { Lax, Strict, None };

//! A cookie for the client. HttpOnly always; Secure when the site is reached by https.
struct Cookie
{
    QByteArray name;
    QByteArray value; //!< empty with maxAge 0: forget it
    std::chrono::seconds maxAge{-1}; //!< negative: until the browser is closed
    SameSite sameSite = SameSite::Lax;
    QByteArray path = QByteArrayLiteral("/");
};

//! How long somebody may keep the answer.
enum class Caching { NoStore, Private, Public };

//! What a handler answers. The security headers, the length and the trace id are put in by the
//! server; what is said here about them wins (Content-Security-Policy of a page).
class Response
{
public:
    using Header = std::pair<QByteArray, QByteArray>;

    explicit Response(int status = 200)
        : m_status(status)
    {}

    [[nodiscard]] static Response json(const QJsonObject &object, int status = 200);
    //! A body that is ready.
    [[nodiscard]] static Response bytes(QByteArray body, QByteArray contentType, int status = 200);
    [[nodiscard]] static Response html(const QString &page, int status = 200);
    [[nodiscard]] static Response text(const QString &text, int status = 200);
    //! \a url in ASCII, as QUrl::toEncoded() gives it; 303 makes the next request a GET.
    [[nodiscard]] static Response redirect(const QByteArray &url, int status = 303);
    [[nodiscard]] static Response empty(int status = 204);
    //! {"error", "message", "remedy"} with the status for the code; 500 says nothing of the inside.
    [[nodiscard]] static Response error(const base::Error &error);
    //! The same with a status and a word of one's own: `Response::refusal(429, "slow_down", …)`.
    [[nodiscard]] static Response refusal(int status, QByteArrayView code, const QString &message);
    //! 422 {"error":"invalid_fields", "message", "errors":[{"code", "field", "message"}]}
    [[nodiscard]] static Response invalid(const QList<FieldError> &errors);

    //! `return Response::json(x).with("WWW-Authenticate", "DPoP")`. Replaces what is there by that
    //! name. A value with a line break is left out: no answer may be split.
    [[nodiscard]] Response with(QByteArray name, QByteArray value) &&;
    [[nodiscard]] Response with(Cookie cookie) &&;
    [[nodiscard]] Response cached(Caching caching, std::chrono::seconds maxAge) &&;

    void set(QByteArray name, QByteArray value);
    void add(QByteArray name, QByteArray value);
    void setCookie(Cookie cookie) { m_cookies.append(std::move(cookie)); }
    void setCaching(Caching caching, std::chrono::seconds maxAge);
    void setStatus(int status) { m_status = status; }

    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] const QByteArray &body() const { return m_body; }
    [[nodiscard]] const QByteArray &contentType() const { return m_contentType; }
    [[nodiscard]] const QList<Header> &headers() const { return m_headers; }
    //! Empty when it is not there.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] const QList<Cookie> &cookies() const { return m_cookies; }
    //! The body as JSON, for tests.
    [[nodiscard]] QJsonObject object() const;

private:
    int m_status = 200;
    QByteArray m_body;
    QByteArray m_contentType;
    QList<Header> m_headers;
    QList<Cookie> m_cookies;
};

//! The HTTP status for an error's code.
[[nodiscard]] int statusOf(base::ErrorCode code);

} // namespace web
