// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "targets.h"
#include "web/headreader.h"
#include "web/parameters.h"
#include "web/siterules.h"
#include "web/traceid.h"

void fuzz::requestHead(QByteArrayView bytes)
{
    // However the bytes are cut, the end is found in the same place.
    qsizetype scanned = 0;
    const qsizetype whole = web::HeadReader::findEnd(bytes, scanned);
    qsizetype piecewise = 0;
    scanned = 0;
    for (qsizetype size = 1; size <= bytes.size() && piecewise == 0; size += 7)
        piecewise = web::HeadReader::findEnd(bytes.first(size), scanned);
    if (piecewise == 0)
        piecewise = web::HeadReader::findEnd(bytes, scanned);
    FUZZ_CHECK(whole == piecewise);

    static_cast<void>(web::Parameters::parse(bytes, {"resource"}));
    FUZZ_CHECK(web::traceIdOf(bytes).size() == 32);
    const auto decoded = web::formDecoded(web::formEncoded(bytes));
    FUZZ_CHECK(bytes.contains('\0') ? !decoded : decoded == bytes.toByteArray());

    if (whole <= 0)
        return;
    const QByteArrayView block = bytes.first(whole);
    FUZZ_CHECK(block.endsWith("\r\n\r\n") && block.indexOf("\r\n\r\n") == whole - 4);
    const auto head = web::HeadReader::read(block);
    if (!head) {
        FUZZ_CHECK(head.error().status >= 400 && head.error().status < 600);
        return;
    }
    FUZZ_CHECK(head->target.startsWith('/'));
    FUZZ_CHECK(head->contentLength >= 0);
    FUZZ_CHECK(head->headers.count("Host") == 1);
    FUZZ_CHECK(head->headers.count("Content-Length") <= 1);
    FUZZ_CHECK(head->headers.count("Transfer-Encoding") == 0);
    for (qsizetype i = 0; i < head->headers.size(); ++i) {
        for (const char c : head->headers.valueAt(i))
            FUZZ_CHECK(c != '\r' && c != '\n' && c != '\0');
    }
    const web::SiteRules rules({QUrl(QStringLiteral("https://auth.example.org")),
                                {QHostAddress::parseSubnet(QStringLiteral("127.0.0.0/8"))}},
                               8765);
    if (const auto arrival = rules.arrivalOf(*head, QHostAddress(QHostAddress::LocalHost)))
        FUZZ_CHECK(arrival->base.startsWith("http") && !arrival->peer.address.isNull());

    web::RequestParts parts;
    parts.target = head->target;
    parts.headers = head->headers;
    const web::Request request(std::move(parts));
    FUZZ_CHECK(request.path().startsWith(QLatin1Char('/')) && !request.path().contains(QChar(0)));
    static_cast<void>(request.query());
    static_cast<void>(request.basic());
    static_cast<void>(request.clientCredentials());
    static_cast<void>(request.bearer());
    static_cast<void>(request.cookie("sid"));
    static_cast<void>(request.languages());
    static_cast<void>(request.contentType());
}
