// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/answerwriter.h"

#include "web/headers.h"
#include "web/traceid.h"

#include <QLocale>

#include <array>
#include <charconv>

namespace web {

namespace {

constexpr char policyName[] = "Content-Security-Policy";
constexpr char usualPolicy[] =
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
constexpr char noFrames[] = "frame-ancestors";
//! With "no-referrer" browsers would send `Origin: null` with our own forms.
constexpr char usualReferrer[] = "Referrer-Policy: same-origin\r\n";
constexpr char usualCaching[] = "Cache-Control: no-store\r\n";

void append(AnswerBytes &target, QByteArrayView text)
{
    target.append(text.data(), text.size());
}

void appendNumber(AnswerBytes &target, qint64 number)
{
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    target.append(digits.data(), end - digits.data());
}

void appendLine(AnswerBytes &target, QByteArrayView name, QByteArrayView value)
{
    append(target, name);
    append(target, ": ");
    append(target, value);
    append(target, "\r\n");
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

AnswerBytes AnswerWriter::write(const Response &response, const Circumstances &circumstances) const
{
    const int status = response.status();
    const bool hasBody = status >= 200 && status != 204 && status != 304;
    const QByteArray &body = response.body();

    AnswerBytes bytes;
    append(bytes, "HTTP/1.1 ");
    appendNumber(bytes, status);
    append(bytes, " ");
    append(bytes, reasonOf(status));
    append(bytes, "\r\n");
    if (!m_date.isEmpty())
        appendLine(bytes, "Date", m_date);
    if (hasBody) {
        append(bytes, "Content-Length: ");
        appendNumber(bytes, body.size());
        append(bytes, "\r\n");
    }
    if (!response.contentType().isEmpty())
        appendLine(bytes, "Content-Type", response.contentType());
    if (circumstances.closes)
        append(bytes, "Connection: close\r\n");
    append(bytes, m_always);

    bool hasPolicy = false;
    bool hasReferrer = false;
    bool hasCaching = false;
    bool hasVary = false;
    for (const auto &[name, value] : response.headers()) {
        if (sameWord(name, policyName)) {
            hasPolicy = true;
            append(bytes, policyName);
            append(bytes, ": ");
            append(bytes, value);
            if (!value.contains(noFrames))
                append(bytes, "; frame-ancestors 'none'");
            append(bytes, "\r\n");
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
        append(bytes, usualReferrer);
    if (!hasCaching)
        append(bytes, usualCaching);
    if (!circumstances.readableBy.isEmpty()) {
        appendLine(bytes, "Access-Control-Allow-Origin", circumstances.readableBy);
        append(bytes,
               "Access-Control-Expose-Headers: DPoP-Nonce, Retry-After, WWW-Authenticate,"
               " X-RateLimit-Limit, X-RateLimit-Remaining, X-Trace-Id\r\n");
        if (!hasVary)
            append(bytes, "Vary: Origin\r\n");
    }
    for (const Cookie &cookie : response.cookies())
        appendLine(bytes, "Set-Cookie", lineOf(cookie, circumstances.isSecure));
    if (!circumstances.traceId.isEmpty()) {
        const QByteArray id = circumstances.traceId.toLatin1();
        appendLine(bytes, "X-Trace-Id", id);
        append(bytes, "Traceparent: 00-");
        append(bytes, id);
        append(bytes, "-");
        const std::array<char, 16> span = newSpanId();
        bytes.append(span.data(), qsizetype(span.size()));
        append(bytes, "-01\r\n");
    }
    append(bytes, "\r\n");
    if (hasBody && !circumstances.isHead)
        append(bytes, body);
    return bytes;
}

AnswerBytes AnswerWriter::write(const HeadRefusal &refusal, const QString &traceId) const
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
