// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/taskscope.h"
#include "core/ports.h"
#include "net/httpclient.h"

#include <QMap>

namespace apps {

//! A browser for the tour, where there is no screen: it follows redirects, keeps cookies and loads
//! a page again that asks for it. It presses no button. For this machine's own addresses only.
class TourBrowser final : public core::Browser
{
public:
    explicit TourBrowser(base::Clock &clock);

    [[nodiscard]] base::Result<> open(const QUrl &page) override;
    [[nodiscard]] base::Task<> stop();

private:
    [[nodiscard]] base::Task<> walk(QUrl page);
    void keepCookies(const net::Response &response);
    [[nodiscard]] QByteArray cookies() const;

    base::Clock &m_clock;
    net::HttpClient m_http;
    QMap<QByteArray, QByteArray> m_cookies;
    base::TaskScope m_scope;
};

} // namespace apps
