// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/task.h"
#include "crypto/jws.h"

#include <QHash>
#include <QList>

#include <stop_token>

namespace net {
class Retry;
}

namespace oauth {

//! The signing keys of providers, fetched when first needed and kept for an hour. A `kid` that is
//! not among them causes one fetch more (keys rotate), at most once a minute for an address, so
//! that forged tokens do not become a flood of requests.
class Jwks
{
public:
    //! Both outlive it.
    Jwks(net::Retry &http, base::Clock &clock);

    //! The keys that may have signed: the one named \a keyId, or, without a name, all (the caller
    //! accepts that only where there is one for the algorithm). Denied when there is none.
    [[nodiscard]] base::Task<QList<crypto::Jwk>> keys(QString address,
                                                      QString keyId,
                                                      std::stop_token stop);

private:
    struct Entry
    {
        QList<crypto::Jwk> keys;
        QDateTime fetched;
        QDateTime searched; //!< last fetch for an unknown `kid`
    };

    //! From then to now; negative: never, or the clock was set back.
    [[nodiscard]] std::chrono::milliseconds span(const QDateTime &since) const;
    [[nodiscard]] base::Task<> fetch(QString address, std::stop_token stop);

    net::Retry &m_http;
    base::Clock &m_clock;
    QHash<QString, Entry> m_entries;
};

} // namespace oauth
