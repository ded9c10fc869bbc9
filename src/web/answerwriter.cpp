// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/answerwriter.h"

#include "web/headers.h"

#include <QLocale>

namespace web {

namespace {

constexpr char policyName[] = "Content-Security-Policy";
constexpr char usualPolicy[] =
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
constexpr char noFrames[] = "frame-ancestors";
//! With "no-referrer" browsers would send `Origin: null` with our own forms.
constexpr char usualReferrer[] = "Referrer-Policy: same-origin\r\n";
constexpr char usualCaching[] = "Cache-Control: no-store\r\n";

void appendLine(QByteArray &target, QByteArrayView name, QByteArrayView value)
{
    target.append(name).append(": ", 2).append(value).append("\r\n", 2);
}

QByteArray lineOf(const Cookie &cookie, bool isSecure)
{
    QByteArray line = cookie.name + '=' + cookie.value + "; Path=" + cookie.path + "; HttpOnly";
    switch (cookie.sameSite) {
    case SameSite::Lax:
        line += "; SameSite=Lax";
        break;
    case SameSite::Strict:
        line += "; SameSite=Strict";
        break;
    case SameSite::None:
        line += "; SameSite=None";
        break;
    }
    if (cookie.maxAge.count() >= 0)
        line += "; Max-Age=" + QByteArray::number(qint64(cookie.maxAge.count()));
    if (isSecure)
        line += "; Secure";
    return line;
}

} // namespace

QByteArrayView reasonOf(int status)
{
    switch (status) {
    case 101:
        return "Switching Protocols";
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 302:
        return "Found";
    case 303:
        return "See Other";
    case 304:
        return "Not Modified";
    case 307:
        return "Temporary Redirect";
    case 308:
        return "Permanent Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 406:
        return "Not Acceptable";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 411:
        return "Length Required";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 417:
        return "Expectation Failed";
    case 421:
        return "Misdirected Request";
    case 422:
        return "Unprocessable Content";
    case 426:
        return "Upgrade Required";
    case 428:
        return "Precondition Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Answer";
    }
}

AnswerWriter::AnswerWriter(bool isBehindTls)
    : m_always("X-Content-Type-Options: nosniff\r\n"
               "X-Frame-Options: DENY\r\n"
               "Permissions-Policy: camera=(), display-capture=(), geolocation=(), microphone=(),"
               " payment=(), usb=()\r\n"
               "Cross-Origin-Resource-Policy: same-origin\r\n")
{
    if (isBehindTls)
        m_always += "Strict-Transport-Security: max-age=31536000\r\n";
}

void AnswerWriter::setNow(const QDateTime &now)
{
    // RFC 9110 5.6.7; QLocale::c() speaks English everywhere.
    m_date = QLocale::c().toString(now.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss").toLatin1() + " GMT";
}

QByteArray AnswerWriter::write(const Response &response, const Circumstances &circumstances) const
{
    const int status = response.status();
    const bool hasBody = status >= 200 && status != 204 && status != 304;
    const QByteArray &body = response.body();

    QByteArray bytes;
    bytes.reserve(1024 + (hasBody ? body.size() : 0));
    bytes.append("HTTP/1.1 ").append(QByteArray::number(status)).append(' ');
    bytes.append(reasonOf(status)).append("\r\n", 2);
    if (!m_date.isEmpty())
        appendLine(bytes, "Date", m_date);
    if (hasBody)
        appendLine(bytes, "Content-Length", QByteArray::number(body.size()));
    if (!response.contentType().isEmpty())
        appendLine(bytes, "Content-Type", response.contentType());
    if (circumstances.closes)
        bytes.append("Connection: close\r\n");
    bytes.append(m_always);

    bool hasPolicy = false;
    bool hasReferrer = false;
    bool hasCaching = false;
    bool hasVary = false;
    for (const auto &[name, value] : response.headers()) {
        if (sameWord(name, policyName)) {
            hasPolicy = true;
            bytes.append(policyName).append(": ", 2).append(value);
            if (!value.contains(noFrames))
                bytes.append("; frame-ancestors 'none'");
            bytes.append("\r\n", 2);
            continue;
        }
        hasReferrer = hasReferrer || sameWord(name, "Referrer-Policy");
        hasCaching = hasCaching || sameWord(name, "Cache-Control");
        hasVary = hasVary || sameWord(name, "Vary");
        appendLine(bytes, name, value);
    }
    if (!hasPolicy)
        appendLine(bytes, policyName, usualPolicy);
    if (!hasReferrer)
        bytes.append(usualReferrer);
    if (!hasCaching)
        bytes.append(usualCaching);
    if (!circumstances.readableBy.isEmpty()) {
        appendLine(bytes, "Access-Control-Allow-Origin", circumstances.readableBy);
        bytes.append(
            "Access-Control-Expose-Headers: DPoP-Nonce, Retry-After, WWW-Authenticate\r\n");
        if (!hasVary)
            bytes.append("Vary: Origin\r\n");
    }
    for (const Cookie &cookie : response.cookies())
        appendLine(bytes, "Set-Cookie", lineOf(cookie, circumstances.isSecure));
    if (!circumstances.traceId.isEmpty()) {
        const QByteArray id = circumstances.traceId.toLatin1();
        appendLine(bytes, "X-Trace-Id", id);
        // Our own part of the trace has the first half of its id: nobody needs to tell two apart.
        bytes.append("Traceparent: 00-").append(id).append('-').append(id.first(16));
        bytes.append("-01\r\n");
    }
    bytes.append("\r\n", 2);
    if (hasBody && !circumstances.isHead)
        bytes.append(body);
    return bytes;
}

QByteArray AnswerWriter::write(const HeadRefusal &refusal, const QString &traceId) const
{
    Response response = Response::json(
        {{QStringLiteral("error"), QString::fromLatin1(refusal.code)}}, refusal.status);
    if (refusal.status == 503)
        response.set("Retry-After", "1");
    Circumstances circumstances;
    circumstances.closes = true;
    circumstances.traceId = traceId;
    return write(response, circumstances);
}

} // namespace web
