// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/pages/page.h"

#include "authority/people/pages/markup.h"
#include "authority/people/pages/pagestyle.h"
#include "crypto/digest.h"

#include <QRegularExpression>
#include <QUrl>

namespace authority {

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const QString mark = QStringLiteral(
    "<svg width=\"48\" height=\"48\" viewBox=\"0 0 24 24\"><rect x=\"1\" y=\"1\" width=\"22\" "
    "height=\"22\" rx=\"5.5\" fill=\"#4b50c8\"/><path fill=\"#149f95\" d=\"M17 1h.5A5.5 5.5 0 0 1 "
    "23 6.5v11a5.5 5.5 0 0 1-5.5 5.5H17Z\"/><path fill=\"#fbfbff\" d=\"M9 4a5 5 0 0 1 1 "
    "9.9V15h2v2h-2v1h10v2H8v-6.1A5 5 0 0 1 9 4Z\"/><path fill=\"#0d9488\" d=\"M9 7a1 1 0 0 1 1 "
    "1v2a1 1 0 0 1-2 0V8a1 1 0 0 1 1-1Z\"/></svg>");

QString signOf(Page::Sign sign)
{
    const auto drawn = [](const char *icon, const char *tone) {
        return s("<span class=\"sign %1\">%2</span>")
            .arg(QString::fromLatin1(tone), markup::icon(QString::fromLatin1(icon), 20));
    };
    switch (sign) {
    case Page::Sign::None:
        break;
    case Page::Sign::Good:
        return drawn("check", "good");
    case Page::Sign::Bad:
        return drawn("stop", "bad");
    case Page::Sign::Plain:
        return drawn("info", "plain");
    case Page::Sign::Person:
        return drawn("user", "plain");
    case Page::Sign::Shield:
        return drawn("shield", "plain");
    case Page::Sign::Desktop:
        return drawn("monitor", "plain");
    case Page::Sign::Device:
        return drawn("phone", "plain");
    }
    return {};
}

} // namespace

QByteArray policySource(const QByteArray &source)
{
    static const QRegularExpression shape(
        QStringLiteral("\\A(?:https?://[A-Za-z0-9.:-]+|[a-z][a-z0-9+.-]*:)\\z"));
    return shape.match(QString::fromLatin1(source)).hasMatch() ? source : QByteArray();
}

QByteArray contentSecurityPolicy(const Permitted &permitted)
{
    const auto hashed = [](const QByteArray &text) {
        return "'sha256-" + crypto::digest(crypto::Hash::Sha256, text).toBase64() + "'";
    };
    static const QByteArray style = hashed(pageStyle());
    QByteArray policy = "default-src 'none'; style-src " + style;
    if (!permitted.script.isEmpty())
        policy += "; script-src " + hashed(permitted.script);
    return policy + "; form-action "
           + (permitted.formAction.isEmpty() ? QByteArray("'none'") : permitted.formAction)
           + "; base-uri 'none'; frame-ancestors 'none'";
}

QByteArray contentSecurityPolicy(const QByteArray &formTarget)
{
    const QByteArray source = policySource(formTarget);
    const Permitted permitted{source.isEmpty() ? QByteArray("'self'") : "'self' " + source};
    return contentSecurityPolicy(permitted);
}

web::Response toResponse(const Page &page, const PageLanguage &language, const QByteArray &site)
{
    const QString refresh =
        page.refreshAfter == 0
            ? QString()
            : s("<meta http-equiv=\"refresh\" content=\"%1; url=%2\">\n")
                  .arg(QString::number(page.refreshAfter), page.refreshTo.toHtmlEscaped());
    const QString sentence = page.sentence.isEmpty() ? QString() : markup::paragraph(page.sentence);
    const QString html =
        s("<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
          "<meta name=\"robots\" content=\"noindex\">\n%2<title>%3 · Latchkey</title>\n"
          "<style>%4</style>\n</head>\n<body>\n<main%5>\n"
          "<header><div class=\"mark\" aria-hidden=\"true\">%6%7</div>\n<h1>%3</h1>\n%8</header>\n")
            .arg(language.code().toHtmlEscaped(),
                 refresh,
                 page.title.toHtmlEscaped(),
                 QString::fromLatin1(pageStyle()),
                 page.width == Page::Width::Wide ? s(" class=\"wide\"") : QString(),
                 mark,
                 signOf(page.sign),
                 sentence);
    const QString host = QUrl(QString::fromLatin1(site)).authority();
    const QString end =
        s("</main>\n<footer>%1</footer>\n</body>\n</html>\n")
            .arg(language.translate("authority", "Latchkey at %1").arg(host).toHtmlEscaped());
    return web::Response::html(html + page.content + end, page.status)
        .with("Content-Security-Policy", contentSecurityPolicy(page.formTarget))
        .cached(web::Caching::NoStore, std::chrono::seconds(0));
}

} // namespace authority
