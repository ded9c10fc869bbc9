// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/jsonreader.h"

#include <QStringList>

#include <chrono>
#include <optional>

//! What clients of oidc-agent send, taken apart. Pure: no sockets, nothing kept.
namespace rpc {

//! Finds where a JSON object ends that comes in pieces: nothing else marks the end of a request.
class ObjectEnd
{
public:
    //! Whether \a text, which begins with a brace and has only grown since the last time, holds a
    //! whole object. Whether that is JSON the reader says.
    [[nodiscard]] bool isIn(QByteArrayView text);

private:
    qsizetype m_at = 0;
    int m_depth = 0;
    bool m_isInString = false;
    bool m_isEscaped = false;
};

//! A sealed request: LENGTH:NONCE:CIPHER, the last two in base64.
struct SealedRequest
{
    enum class Reading { Whole, NotYet, Wrong };

    Reading reading = Reading::NotYet;
    QByteArray nonce;
    QByteArray cipher;

    //! \a most: what LENGTH may say at most.
    [[nodiscard]] static SealedRequest read(QByteArrayView text, qsizetype most);
};

//! A client's public key in base64, which is all that it sends at first.
[[nodiscard]] std::optional<QByteArray> readPublicKey(QByteArrayView text);
//! How many letters that has.
[[nodiscard]] qsizetype publicKeyLetters();

//! What a client wants.
struct OidcAgentRequest
{
    enum class What { Token, Accounts };

    What what = What::Token;
    QString account;
    QString issuer; //!< instead of an account
    QStringList scopes;
    QString audience;
    std::chrono::seconds minValid{0};

    //! Unsupported: it is no request that we answer. InvalidInput: a member is not what it is to
    //! be; a token with more rights than was asked for would be worse than none.
    [[nodiscard]] static base::Result<OidcAgentRequest> read(const net::JsonValue &request);
};

} // namespace rpc
