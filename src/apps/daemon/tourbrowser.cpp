// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/daemon/tourbrowser.h"

#include "base/logging.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace apps {

namespace {

constexpr int mostPages = 120;
constexpr std::chrono::milliseconds reloadAfter(250);

//! Where a page wants to be loaded again from; nothing when it is a page to stay on.
std::optional<QUrl> refreshOf(const net::Response &response, const QUrl &page)
{
    static const QRegularExpression meta(
        QStringLiteral("http-equiv=[\"']?refresh[\"']?[^>]*content=[\"']([^\"']*)[\"']"),
        QRegularExpression::CaseInsensitiveOption);
    QString content = QString::fromLatin1(response.header("Refresh"));
    if (content.isEmpty())
        content = meta.match(QString::fromUtf8(response.body)).captured(1);
    if (content.isEmpty())
        return std::nullopt;
    const qsizetype to = content.indexOf(QLatin1String("url="), 0, Qt::CaseInsensitive);
    if (to < 0)
        return page;
    QString target = content.mid(to + 4).trimmed();
    target.replace(QLatin1String("&amp;"), QLatin1String("&"));
    return page.resolved(QUrl(target));
}

} // namespace

TourBrowser::TourBrowser(base::Clock &clock)
    : m_clock(clock)
{}

base::Result<> TourBrowser::open(const QUrl &page)
{
    if (!net::isLoopback(page))
        return base::fail(base::ErrorCode::Unsupported,
                          QCoreApplication::translate("apps", "There is no browser here."));
    m_scope.launch(walk(page), [](const base::Error &error) {
        qCWarning(lcAgent) << "The tour's browser:" << error.message;
    });
    return {};
}

base::Task<> TourBrowser::stop()
{
    co_return co_await m_scope.stop();
}

base::Task<> TourBrowser::walk(QUrl page)
{
    const std::stop_token stop = m_scope.stopToken();
    for (int loaded = 0; loaded < mostPages; ++loaded) {
        net::Request request(net::Method::Get, page);
        request.redirects = net::Redirects::Refuse;
        if (!m_cookies.isEmpty())
            request.with("Cookie", cookies());
        CO_TRY(const net::Response response, co_await m_http.send(std::move(request), stop));
        keepCookies(response);
        const QByteArray location = response.header("Location");
        if (response.status >= 300 && response.status < 400 && !location.isEmpty()) {
            page = page.resolved(QUrl::fromEncoded(location));
            continue;
        }
        const std::optional<QUrl> again = refreshOf(response, page);
        if (!again)
            co_return {};
        page = *again;
        CO_TRY_VOID(co_await m_clock.sleep(reloadAfter, stop));
    }
    co_return base::fail(base::ErrorCode::TimedOut,
                         QCoreApplication::translate("apps", "The pages came to no end."));
}

void TourBrowser::keepCookies(const net::Response &response)
{
    for (const net::Header &header : response.headers) {
        if (header.name.compare("Set-Cookie", Qt::CaseInsensitive) != 0)
            continue;
        const QByteArray pair = header.value.split(';').constFirst().trimmed();
        const qsizetype equals = pair.indexOf('=');
        if (equals > 0)
            m_cookies.insert(pair.first(equals), pair.sliced(equals + 1));
    }
}

QByteArray TourBrowser::cookies() const
{
    QByteArray line;
    for (auto cookie = m_cookies.cbegin(); cookie != m_cookies.cend(); ++cookie)
        line += (line.isEmpty() ? "" : "; ") + cookie.key() + '=' + cookie.value();
    return line;
}

} // namespace apps
