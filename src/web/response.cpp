// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/response.h"

#include "web/headers.h"
#include "web/words.h"

#include <QJsonDocument>

#include <algorithm>

namespace web {

namespace {

constexpr char jsonType[] = "application/json";

bool isSafe(const QByteArray &text)
{
    return std::none_of(
        text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

} // namespace

Response Response::json(const QJsonObject &object, int status)
{
    return bytes(QJsonDocument(object).toJson(QJsonDocument::Compact), jsonType, status);
}

Response Response::bytes(QByteArray body, QByteArray contentType, int status)
{
    Response response(status);
    response.m_body = std::move(body);
    response.m_contentType = std::move(contentType);
    return response;
}

Response Response::html(const QString &page, int status)
{
    return bytes(page.toUtf8(), "text/html; charset=utf-8", status);
}

Response Response::text(const QString &text, int status)
{
    return bytes(text.toUtf8(), "text/plain; charset=utf-8", status);
}

Response Response::redirect(const QByteArray &url, int status)
{
    Response response(status);
    response.set("Location", url);
    return response;
}

Response Response::empty(int status)
{
    return Response(status);
}

Response Response::error(const base::Error &error)
{
    const int status = statusOf(error.code);
    // What broke inside is for the log, not for whoever asks.
    const bool isOurs = status == 500;
    QJsonObject object{
        {QStringLiteral("error"), base::nameOf(error.code)},
        {QStringLiteral("message"),
         isOurs ? Words::tr("Something went wrong here; the log says what.") : error.message}};
    if (!isOurs && !error.remedy.isEmpty())
        object.insert(QStringLiteral("remedy"), error.remedy);
    return json(object, status);
}

Response Response::refusal(int status, QByteArrayView code, const QString &message)
{
    return json(
        {{QStringLiteral("error"), QString::fromUtf8(code)}, {QStringLiteral("message"), message}},
        status);
}

Response Response::invalid(const QList<FieldError> &errors)
{
    QJsonArray list;
    for (const FieldError &error : errors) {
        list.append(QJsonObject{{QStringLiteral("code"), QString::fromUtf8(error.code)},
                                {QStringLiteral("field"), error.field},
                                {QStringLiteral("message"), error.message}});
    }
    return json(
        {{QStringLiteral("error"), QStringLiteral("invalid_fields")},
         {QStringLiteral("message"),
          Words::tr("%n field(s) of the request cannot be used.", nullptr, int(errors.size()))},
         {QStringLiteral("errors"), list}},
        422);
}

Response Response::with(QByteArray name, QByteArray value) &&
{
    set(std::move(name), std::move(value));
    return std::move(*this);
}

Response Response::with(Cookie cookie) &&
{
    setCookie(std::move(cookie));
    return std::move(*this);
}

Response Response::cached(Caching caching, std::chrono::seconds maxAge) &&
{
    setCaching(caching, maxAge);
    return std::move(*this);
}

void Response::set(QByteArray name, QByteArray value)
{
    m_headers.removeIf([&](const Header &header) { return sameWord(header.first, name); });
    add(std::move(name), std::move(value));
}

void Response::add(QByteArray name, QByteArray value)
{
    if (m_headers.isEmpty())
        m_headers.reserve(6); // few answers have more
    if (isSafe(name) && isSafe(value))
        m_headers.append({std::move(name), std::move(value)});
}

void Response::setCaching(Caching caching, std::chrono::seconds maxAge)
{
    const QByteArray age = QByteArray::number(qint64(maxAge.count()));
    switch (caching) {
    case Caching::NoStore:
        set("Cache-Control", "no-store");
        return;
    case Caching::Private:
        set("Cache-Control", "private, max-age=" + age);
        return;
    case Caching::Public:
        set("Cache-Control", "public, max-age=" + age);
        return;
    }
}

QByteArray Response::header(QByteArrayView name) const
{
    for (const Header &header : m_headers) {
        if (sameWord(header.first, name))
            return header.second;
    }
    return {};
}

QJsonObject Response::object() const
{
    return QJsonDocument::fromJson(m_body).object();
}

int statusOf(base::ErrorCode code)
{
    using base::ErrorCode;
    switch (code) {
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::Locked:
    case ErrorCode::Unreachable:
    case ErrorCode::Cancelled:
        return 503;
    case ErrorCode::Denied:
        return 403;
    case ErrorCode::SignInRequired:
    case ErrorCode::Expired:
        return 401;
    case ErrorCode::InvalidInput:
        return 400;
    case ErrorCode::TimedOut:
        return 504;
    case ErrorCode::Conflict:
        return 409;
    case ErrorCode::Unsupported:
        return 501;
    case ErrorCode::ToolFailed:
    case ErrorCode::Corrupt:
    case ErrorCode::Internal:
        return 500;
    }
    return 500;
}

} // namespace web
