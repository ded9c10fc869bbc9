// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/request.h"

#include "web/words.h"

#include <QJsonDocument>
#include <QStringList>

#include <algorithm>

namespace web {

namespace {

using base::ErrorCode;

base::Error wrongContentType()
{
    return {ErrorCode::InvalidInput,
            Words::tr("The request's Content-Type is not the one expected here."),
            {},
            {}};
}

base::Error brokenCredentials()
{
    return {ErrorCode::InvalidInput,
            Words::tr("The Authorization header is not written correctly."),
            {},
            {}};
}

} // namespace

QString textOf(const QHostAddress &address)
{
    thread_local std::pair<QHostAddress, QString> last;
    if (last.second.isNull() || last.first != address)
        last = {address, address.toString()};
    return last.second;
}

const QHostAddress &thisMachine()
{
    static const QHostAddress address(QHostAddress::LocalHost);
    return address;
}

QByteArrayView nameOf(Method method)
{
    switch (method) {
    case Method::Get:
        return "GET";
    case Method::Head:
        return "HEAD";
    case Method::Post:
        return "POST";
    case Method::Put:
        return "PUT";
    case Method::Patch:
        return "PATCH";
    case Method::Delete:
        return "DELETE";
    case Method::Options:
        return "OPTIONS";
    }
    return {};
}

Method methodNamed(QByteArrayView name)
{
    for (const Method method : {Method::Head,
                                Method::Post,
                                Method::Put,
                                Method::Patch,
                                Method::Delete,
                                Method::Options}) {
        if (nameOf(method) == name)
            return method;
    }
    return Method::Get;
}

Request::Request(RequestParts parts)
    : m_parts(std::move(parts))
{
    const qsizetype question = m_parts.target.indexOf('?');
    m_rawPathSize = question < 0 ? m_parts.target.size() : question;
    const QByteArrayView raw = QByteArrayView(m_parts.target).first(m_rawPathSize);
    m_path = raw.contains('%')
                 ? QString::fromUtf8(QByteArray::fromPercentEncoding(raw.toByteArray()))
                 : QString::fromUtf8(raw);
}

Request::~Request()
{
    // Who kept the body shares it, and needs it as it is.
    if (m_parts.body.isDetached())
        base::wipe(m_parts.body);
}

QString Request::pathParameter(QByteArrayView name) const
{
    for (const auto &[known, value] : m_pathParameters) {
        if (known == name)
            return value;
    }
    return {};
}

QByteArrayView Request::rawQuery() const
{
    const QByteArrayView target(m_parts.target);
    return m_rawPathSize < target.size() ? target.sliced(m_rawPathSize + 1) : QByteArrayView();
}

base::Result<Parameters> Request::query(std::initializer_list<QByteArrayView> repeatable) const
{
    return Parameters::parse(rawQuery(), repeatable);
}

base::Result<Parameters> Request::form(std::initializer_list<QByteArrayView> repeatable) const
{
    if (!sameWord(mediaType(), "application/x-www-form-urlencoded"))
        return base::fail(wrongContentType());
    return Parameters::parse(m_parts.body, repeatable);
}

base::Result<QJsonObject> Request::json() const
{
    const QByteArray type = contentType();
    if (type != "application/json" && !type.endsWith("+json"))
        return base::fail(wrongContentType());
    QJsonParseError trouble;
    const QJsonDocument document = QJsonDocument::fromJson(m_parts.body, &trouble);
    if (!document.isObject()) {
        return base::fail(ErrorCode::InvalidInput,
                          Words::tr("The request's body is not a JSON object."));
    }
    return document.object();
}

QByteArrayView Request::header(QByteArrayView name) const
{
    return m_parts.headers.value(name);
}

QByteArrayView Request::mediaType() const
{
    QByteArrayView value = header("Content-Type");
    const qsizetype semicolon = value.indexOf(';');
    if (semicolon >= 0)
        value = value.first(semicolon);
    return value.trimmed();
}

QByteArray Request::contentType() const
{
    return mediaType().toByteArray().toLower();
}

QByteArray Request::cookie(QByteArrayView name) const
{
    const QByteArrayView cookies = header("Cookie");
    QByteArray found;
    bool isFound = false;
    for (qsizetype begin = 0; begin < cookies.size();) {
        qsizetype end = cookies.indexOf(';', begin);
        if (end < 0)
            end = cookies.size();
        const QByteArrayView pair = cookies.sliced(begin, end - begin).trimmed();
        begin = end + 1;
        const qsizetype equals = pair.indexOf('=');
        if (equals < 0 || pair.first(equals) != name)
            continue;
        // Another path or another program on this host may have set a second one: which is ours
        // cannot be told.
        if (isFound)
            return {};
        isFound = true;
        found = pair.sliced(equals + 1).toByteArray();
    }
    return found;
}

QStringList Request::languages() const
{
    QList<std::pair<double, QString>> weighted;
    const QByteArray value = header("Accept-Language").toByteArray().left(512);
    const QList<QByteArray> parts = value.split(',');
    for (const QByteArray &part : parts) {
        const qsizetype semicolon = part.indexOf(';');
        const QByteArray tag = (semicolon < 0 ? part : part.left(semicolon)).trimmed();
        double weight = 1;
        if (semicolon >= 0) {
            const QByteArray parameter = part.mid(semicolon + 1).trimmed();
            weight = parameter.startsWith("q=") ? parameter.mid(2).toDouble() : 0;
        }
        if (!tag.isEmpty() && tag != "*" && weight > 0)
            weighted.append({weight, QString::fromLatin1(tag)});
    }
    std::stable_sort(weighted.begin(), weighted.end(), [](const auto &left, const auto &right) {
        return left.first > right.first;
    });
    QStringList tags;
    for (const auto &[weight, tag] : std::as_const(weighted))
        tags.append(tag);
    return tags;
}

std::optional<base::Secret> Request::credentials(QByteArrayView scheme) const
{
    const QByteArrayView value = header("Authorization");
    const qsizetype space = value.indexOf(' ');
    if (space < 0 || !sameWord(value.first(space), scheme))
        return std::nullopt;
    const QByteArrayView token = value.sliced(space).trimmed();
    if (token.isEmpty() || token.contains(' ') || token.contains('\t') || token.contains(','))
        return std::nullopt;
    return base::Secret(token);
}

base::Result<std::optional<BasicCredentials>> Request::basic() const
{
    const QByteArrayView value = header("Authorization");
    if (value.size() < 6 || !sameWord(value.first(6), "Basic "))
        return std::optional<BasicCredentials>();
    auto decoded = QByteArray::fromBase64Encoding(value.sliced(6).trimmed().toByteArray(),
                                                  QByteArray::AbortOnBase64DecodingErrors);
    const qsizetype colon = decoded.decoded.indexOf(':');
    if (!decoded || colon < 0 || !decoded.decoded.isValidUtf8() || decoded.decoded.contains('\0')) {
        base::wipe(decoded.decoded);
        return base::fail(brokenCredentials());
    }
    BasicCredentials credentials;
    credentials.name = QString::fromUtf8(decoded.decoded.first(colon));
    credentials.secret = base::Secret(QByteArrayView(decoded.decoded).sliced(colon + 1));
    base::wipe(decoded.decoded);
    return std::optional<BasicCredentials>(std::move(credentials));
}

base::Result<std::optional<BasicCredentials>> Request::clientCredentials() const
{
    TRY(auto credentials, basic());
    if (!credentials)
        return std::optional<BasicCredentials>();
    auto id = formDecoded(credentials->name.toUtf8());
    auto secret = formDecoded(credentials->secret.expose());
    if (!id || !secret)
        return base::fail(brokenCredentials());
    credentials->name = QString::fromUtf8(*id);
    credentials->secret = base::Secret::take(std::move(*secret));
    return credentials;
}

QByteArray Request::url() const
{
    return m_parts.base + m_parts.target.left(m_rawPathSize);
}

} // namespace web
