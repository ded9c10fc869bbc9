// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "web/headreader.h"
#include "web/request.h"
#include "web/router.h"
#include "web/site.h"

#include <optional>
#include <vector>

namespace web {

//! Whether a request is meant for this site, where it comes from, and whether the page that sent it
//! may. The guard against DNS rebinding and against other sites' forms.
class SiteRules
{
public:
    SiteRules(const Site &site, quint16 port);

    //! What the proxies and the Host header say; a refusal (421, 400) when they name another site
    //! or contradict themselves.
    struct Arrival
    {
        Peer peer;
        QByteArray base;
    };
    [[nodiscard]] tl::expected<Arrival, HeadRefusal> arrivalOf(const Head &head,
                                                               const QHostAddress &peer) const;

    enum class Crossing {
        None, //!< the site's own page, or no page at all
        Allowed, //!< another site's page, which may read the answer
        Refused
    };
    //! \a route is null when there is none.
    [[nodiscard]] static Crossing crossingOf(const Request &request,
                                             const Router::Route *route,
                                             bool changes);

    [[nodiscard]] bool isBehindTls() const { return m_isBehindTls; }

private:
    [[nodiscard]] bool isTrusted(const QHostAddress &address) const;
    [[nodiscard]] bool isOurs(QByteArrayView host) const;

    QList<Subnet> m_proxies;
    std::vector<QByteArray> m_hosts;
    std::vector<QByteArray> m_publicHosts;
    QByteArray m_publicScheme;
    bool m_isBehindTls = false;
    //! Nearly every request names the same host as the one before.
    struct Named
    {
        QByteArray host;
        QByteArray base;
    };
    mutable Named m_last;
};

} // namespace web
