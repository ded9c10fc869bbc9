// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/protocol/dpopgate.h"
#include "authority/protocol/parts.h"

namespace authority {

//! Checks this authority's own access tokens where they are shown (RFC 6750, 9068 4, 9449 7).
class AccessGuard final : public AccessTokens
{
public:
    explicit AccessGuard(ProtocolParts &parts);

    [[nodiscard]] base::Result<AccessClaims> check(const web::Request &request,
                                                   const QString &audience) override;
    //! The same in OAuth's words; \a formToken is the access_token of a form (RFC 6750 2.2).
    [[nodiscard]] Answer<AccessClaims> admit(const web::Request &request,
                                             const QString &audience,
                                             const base::Secret &formToken,
                                             NonceNeed need);

    //! The claims of an access token that is good now, whoever it is for; Denied, Expired.
    [[nodiscard]] base::Result<AccessClaims> read(QByteArrayView token);
    //! Ends one access token before its time.
    [[nodiscard]] base::Result<> revoke(const AccessClaims &claims);
    [[nodiscard]] base::Result<int> cleanUp(int most);

private:
    ProtocolParts &m_parts;
};

//! The members of a claim that is a text or a list of texts.
[[nodiscard]] QStringList textsIn(const QJsonValue &value);

} // namespace authority
