// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "core/provider.h"

#include <QByteArrayView>
#include <QList>
#include <QUrl>

#include <stop_token>

namespace net {
class Retry;
}

namespace oauth {

//! Where the metadata of an issuer may be found: OpenID Connect Discovery 4, then RFC 8414 3.
[[nodiscard]] QList<QUrl> metadataAddresses(const QString &issuer);

//! What a person typed as an issuer: white space and the well-known part gone, https in front.
//! InvalidInput when no safe address remains.
[[nodiscard]] base::Result<QString> normalizedIssuer(const QString &typed);

//! An entry for an issuer that the catalog does not know: id, name, monogram from its host.
[[nodiscard]] core::Provider providerForIssuer(const QString &issuer);

//! Fills what \a provider leaves open from the metadata document. Denied when it names another
//! issuer than \a provider has (to the letter); Corrupt when it is no metadata or names an address
//! that tokens must not travel to. Pure.
[[nodiscard]] base::Result<core::Provider> withMetadata(core::Provider provider,
                                                        QByteArrayView json);

//! Reads providers' metadata from the network.
class Discovery
{
public:
    //! \a http outlives it.
    explicit Discovery(net::Retry &http);

    //! \a provider with every endpoint that its issuer publishes, if one is missing that its ways
    //! of signing in need.
    [[nodiscard]] base::Task<core::Provider> resolved(core::Provider provider,
                                                      std::stop_token stop);
    //! "Any OpenID provider", from what a person typed.
    [[nodiscard]] base::Task<core::Provider> discover(QString issuer, std::stop_token stop);

private:
    [[nodiscard]] base::Task<QByteArray> metadata(QString issuer, std::stop_token stop);

    net::Retry &m_http;
};

} // namespace oauth
