// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <latchkey/error.h>
#include <latchkey/secret.h>
#include <latchkey/types.h>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

//! What git says to a credential helper, and what is said to git (gitcredentials(7),
//! git-credential(1)).
namespace cli {

//! What git wants a credential for.
struct GitRequest
{
    std::string protocol;
    std::string host; //!< with its port, lower case
    std::string path; //!< only with credential.useHttpPath
    std::string username;
    latchkey::Secret password; //!< of store and erase
    std::vector<std::string> challenges; //!< wwwauth[]: "Bearer realm=…"
    bool knowsAuthTypes = false; //!< capability[]=authtype, git 2.46
    bool knowsState = false; //!< capability[]=state
    std::string account; //!< state[]: which account it was, from our own answer

    //! Reads key=value lines up to a blank one or the end; unknown keys are skipped, an empty value
    //! of a key with [] empties its list. InvalidInput: a line without =, a zero or a carriage
    //! return in a value, more than 64 KiB.
    [[nodiscard]] static latchkey::Result<GitRequest> read(std::string_view text);

    [[nodiscard]] std::string hostName() const; //!< without the port
    [[nodiscard]] bool isLoopback() const;
};

//! A service's host and where its credentials go by which user name.
struct GitHost
{
    std::string host;
    std::string service; //!< the provider's id
};

//! What was found for a request.
struct GitChoice
{
    enum class How { None, One, Several };

    How how = How::None;
    latchkey::Account account; //!< One
    std::vector<latchkey::Account> candidates; //!< Several: what the person has to choose from
};

//! The accounts that may answer for a host, and which of them does: the one that git's own memory
//! (state), the user name or the first word of the path names; else the only one.
//! \a hosts: further hosts of providers, from the agent.
[[nodiscard]] GitChoice chooseAccount(const GitRequest &request,
                                      const std::vector<latchkey::Account> &accounts,
                                      const std::vector<GitHost> &hosts);

//! The user name that goes with a token of this account, by the host's own convention.
[[nodiscard]] std::string gitUserName(const GitRequest &request, const latchkey::Account &account);

//! The answer to "get". \a expires: seconds since 1970.
[[nodiscard]] latchkey::Result<latchkey::Bytes> gitAnswer(const GitRequest &request,
                                                          const latchkey::Account &account,
                                                          std::string_view token,
                                                          std::optional<std::int64_t> expires);

} // namespace cli
