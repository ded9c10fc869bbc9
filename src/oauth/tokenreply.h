// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "core/provider.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace oauth {

//! A successful answer of a token endpoint (RFC 6749 5.1).
struct TokenReply
{
    base::Secret accessToken;
    base::Secret refreshToken; //!< empty: none came
    base::Secret idToken; //!< empty: none came; not verified
    QString tokenType = QStringLiteral("Bearer");
    QDateTime issuedAt; //!< UTC
    QDateTime expiresAt; //!< UTC; invalid: not said
    std::optional<QStringList> scopes; //!< unset: as asked for
};

//! A refusal (RFC 6749 5.2, RFC 8628 3.5) in one vocabulary, whatever the provider calls it.
struct Refusal
{
    int status = 0; //!< HTTP
    QString code; //!< "invalid_grant", …; empty: the answer was none of OAuth's
    QString description; //!< the provider's words, tidied and redacted
    std::optional<std::chrono::seconds> interval; //!< device flow: the new one
    std::optional<std::chrono::milliseconds> retryAfter;

    //! Nobody did anything wrong: later it may work.
    [[nodiscard]] bool isPassing() const;
};

//! What a token endpoint says: a reply, or a refusal.
struct TokenAnswer
{
    std::optional<TokenReply> reply;
    Refusal refusal;
};

//! Reads the body of an answer with HTTP status \a status. An Error means that it is neither reply
//! nor refusal. Pure; the tokens go straight from \a body into Secrets.
[[nodiscard]] base::Result<TokenAnswer> parseTokenAnswer(int status,
                                                         QByteArrayView body,
                                                         const core::TokenReplyQuirks &quirks,
                                                         const QDateTime &now);

//! Reads a reply of which it is known that it is a success.
[[nodiscard]] base::Result<TokenReply> parseTokenReply(QByteArrayView body,
                                                       const core::TokenReplyQuirks &quirks,
                                                       const QDateTime &now);

//! The refusal in an answer, if it is one.
[[nodiscard]] std::optional<Refusal> refusalIn(int status,
                                               QByteArrayView body,
                                               const core::TokenReplyQuirks &quirks);

//! A refusal as an error for people. \a provider is its name.
[[nodiscard]] base::Error toError(const Refusal &refusal, const QString &provider);

} // namespace oauth
