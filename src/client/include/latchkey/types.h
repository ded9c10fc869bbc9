// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json.h"
#include "secret.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace latchkey {

//! What get_token answers. Times are RFC 3339 in UTC; empty: none.
struct Token
{
    Secret value;
    std::string type; //!< "Bearer"
    std::string kind; //!< "oauth", "api_key"
    std::string service;
    std::string account;
    std::string expiresAt;
    std::optional<std::int64_t> expiresIn; //!< seconds
    std::vector<std::string> scopes;

    //! Takes the secret out of \a answer.
    [[nodiscard]] static Token from(Json answer)
    {
        Token token;
        token.value = Secret(answer["token"].text(answer["access_token"].text()));
        token.type = answer["token_type"].text("Bearer");
        token.kind = answer["kind"].string();
        token.service = answer["service"].string();
        token.account = answer["account"].string();
        token.expiresAt = answer["expires_at"].string();
        if (answer["expires_in"].isInteger())
            token.expiresIn = answer["expires_in"].integer();
        token.scopes = answer["scopes"].texts();
        return token;
    }
};

//! What a caller asks of a token.
struct TokenWish
{
    std::optional<std::int64_t> minValidSeconds; //!< the agent's own: 60
    std::vector<std::string> scopes;
    std::string audience;
};

//! An account as lists show it. Holds no secret.
struct Account
{
    std::string service;
    std::string account;
    std::string kind;
    std::string provider;
    std::string identity;
    std::string standing; //!< "valid", "expiring", "expired", "needs_sign_in", …
    std::string expiresAt;
    std::string lastUsed;
    std::string consent; //!< "default", "ask", "allow", "deny"
    std::vector<std::string> scopes;

    [[nodiscard]] static Account from(const Json &json)
    {
        return {json["service"].string(),
                json["account"].string(),
                json["kind"].string(),
                json["provider"].string(),
                json["identity"].string(),
                json["standing"].string(),
                json["expires_at"].string(),
                json["last_used"].string(),
                json["consent"].string(),
                json["scopes"].texts()};
    }
};

//! How the agent is.
struct Status
{
    std::string version;
    std::int64_t pid = 0;
    std::int64_t accounts = 0;
    std::string state; //!< "unlocked", "locked", "store_unavailable"
    bool needsPassphrase = false;
    std::string socket;

    [[nodiscard]] static Status from(const Json &json)
    {
        return {json["version"].string(),
                json["pid"].integer(),
                json["account_count"].integer(),
                json["state"].string(),
                json["needs_passphrase"].flag(),
                json["socket"].string()};
    }
};

//! What the agent says by itself: after subscribe(), and while a sign-in goes on.
struct Notice
{
    std::string method; //!< "event", "sign_in.progress"
    Json params;
};

} // namespace latchkey
