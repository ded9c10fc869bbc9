// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection.h"
#include "error.h"
#include "json.h"
#include "secret.h"
#include "socketpath.h"
#include "types.h"

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

//! The typed client of Latchkey's agent: JSON-RPC 2.0, one object a line, over its socket. C++20,
//! nothing beyond the standard library and POSIX. docs/api.md has the methods.
namespace latchkey {

//! How to reach the agent.
struct Options
{
    std::string socket; //!< empty: socketPath(profile)
    std::string profile; //!< empty: LATCHKEY_PROFILE
    //! How long a call may take, a question to the owner included; none: for ever.
    std::optional<Milliseconds> timeout = std::chrono::seconds(120);
    int interruptFd = -1; //!< readable: what waits ends with Cancelled
};

//! One connection to the agent; for one thread. After TimedOut, Unreachable or Corrupt connect
//! anew.
class Client
{
public:
    [[nodiscard]] static Result<Client> connect(Options options = {})
    {
        if (options.socket.empty())
            options.socket = socketPath(options.profile);
        auto connection =
            Connection::to(options.socket, Deadline(options.timeout), options.interruptFd);
        if (!connection)
            return connection.error();
        return Client(std::move(*connection), std::move(options));
    }
    //! Over a socket that is connected already (a socketpair, for example).
    Client(Connection connection, Options options)
        : m_connection(std::move(connection))
        , m_options(std::move(options))
    {}

    //! Any method: its result, or the agent's error. Notices that come meanwhile wait for notice().
    [[nodiscard]] Result<Json> call(std::string_view method, const Json &params = Json::object())
    {
        const Deadline deadline(m_options.timeout);
        const std::int64_t id = ++m_lastId;
        const Bytes line = request(id, method, params);
        if (!isUtf8(line))
            return Error{ErrorCode::InvalidInput,
                         "A name or a value is not UTF-8, which is all that the agent reads.",
                         "Look for letters of another encoding.",
                         false};
        const auto sent = m_connection.send(line, deadline);
        // What is still unread may say why it closed.
        if (!sent && sent.error().code != ErrorCode::Unreachable)
            return sent.error();
        while (true) {
            auto message = read(deadline);
            if (!message)
                return message.error();
            if (isNotice(*message)) {
                keep(std::move(*message));
                continue;
            }
            const Json &answered = (*message)["id"];
            const bool toNobody = answered.isNull() && message->contains("error");
            if (!toNobody && (!answered.isInteger() || answered.integer() != id))
                continue; // of a call that was given up
            if (message->contains("error"))
                return errorFrom((*message)["error"]);
            if (!message->contains("result"))
                return notTheProtocol();
            return message->taken("result");
        }
    }

    //! A call whose answer nobody waits for (a JSON-RPC notification).
    [[nodiscard]] Result<> tell(std::string_view method, const Json &params = Json::object())
    {
        return m_connection.send(request(std::nullopt, method, params),
                                 Deadline(m_options.timeout));
    }

    //! Whether notice() would return at once.
    [[nodiscard]] bool hasNotice() const { return !m_notices.empty() || m_connection.hasLine(); }

    //! The next notice, waiting at most \a timeout (none: for ever).
    [[nodiscard]] Result<Notice> notice(std::optional<Milliseconds> timeout = std::nullopt)
    {
        const Deadline deadline(timeout);
        while (m_notices.empty()) {
            auto message = read(deadline);
            if (!message)
                return message.error();
            if (isNotice(*message))
                keep(std::move(*message));
        }
        Notice notice = std::move(m_notices.front());
        m_notices.pop_front();
        return notice;
    }

    [[nodiscard]] Result<Token> token(std::string_view service,
                                      std::string_view account,
                                      const TokenWish &wish = {})
    {
        Json params = named(service, account);
        if (wish.minValidSeconds)
            params.set("min_valid_seconds", *wish.minValidSeconds);
        if (!wish.scopes.empty())
            params.set("scopes", Json::listOf(wish.scopes));
        params.setIfAny("audience", wish.audience);
        auto answer = call("get_token", params);
        if (!answer)
            return answer.error();
        return Token::from(std::move(*answer));
    }

    [[nodiscard]] Result<std::vector<Account>> accounts(std::string_view service = {})
    {
        auto answer = call("list_accounts", Json::object().setIfAny("service", service));
        if (!answer)
            return answer.error();
        std::vector<Account> accounts;
        for (const Json &item : (*answer)["accounts"].items())
            accounts.push_back(Account::from(item));
        return accounts;
    }

    [[nodiscard]] Result<Account> account(std::string_view service, std::string_view account)
    {
        auto answer = call("get_account", named(service, account));
        if (!answer)
            return answer.error();
        return Account::from(*answer);
    }

    [[nodiscard]] Result<Account> addApiKey(std::string_view service,
                                            std::string_view account,
                                            const Secret &key)
    {
        auto answer =
            call("add_account",
                 named(service, account).set("method", "api_key").set("api_key", key.expose()));
        if (!answer)
            return answer.error();
        return Account::from((*answer)["account"]);
    }

    [[nodiscard]] Result<> removeAccount(std::string_view service, std::string_view account)
    {
        return done("remove_account", named(service, account).set("force", true));
    }

    [[nodiscard]] Result<> refreshToken(std::string_view service, std::string_view account)
    {
        return done("refresh_token", named(service, account));
    }

    //! The value of `auth://service/account/type`, of `ref+…`, or of a text with such references.
    [[nodiscard]] Result<Secret> resolve(std::string_view reference, std::string_view folder = {})
    {
        auto answer =
            call("resolve", Json::object().set("reference", reference).setIfAny("folder", folder));
        if (!answer)
            return answer.error();
        return Secret((*answer)["value"].text());
    }

    [[nodiscard]] Result<Status> status()
    {
        auto answer = call("status");
        if (!answer)
            return answer.error();
        return Status::from(*answer);
    }

    [[nodiscard]] Result<> lock() { return done("lock", Json::object()); }

    [[nodiscard]] Result<> unlock(const Secret &passphrase)
    {
        return done("unlock", Json::object().setIfAny("passphrase", passphrase.expose()));
    }

    //! Changes come as notices from then on. Topics: accounts, tokens, lock, audit, consent; none:
    //! all of them.
    [[nodiscard]] Result<> subscribe(const std::vector<std::string> &topics = {})
    {
        Json params = Json::object();
        if (!topics.empty())
            params.set("topics", Json::listOf(topics));
        return done("subscribe", params);
    }

    //! {service, account}: what most methods begin with.
    [[nodiscard]] static Json named(std::string_view service, std::string_view account)
    {
        Json params = Json::object();
        params.set("service", service).set("account", account);
        return params;
    }

    [[nodiscard]] const Options &options() const { return m_options; }
    [[nodiscard]] Connection &connection() { return m_connection; }

private:
    [[nodiscard]] static Bytes request(std::optional<std::int64_t> id,
                                       std::string_view method,
                                       const Json &params)
    {
        Bytes text = "{\"jsonrpc\":\"2.0\",";
        if (id) {
            text += "\"id\":";
            Json(*id).writeTo(text);
            text += ',';
        }
        text += "\"method\":";
        Json::writeText(text, method);
        text += ",\"params\":";
        params.writeTo(text);
        text += "}\n";
        return text;
    }

    [[nodiscard]] Result<> done(std::string_view method, const Json &params)
    {
        const auto answer = call(method, params);
        if (!answer)
            return answer.error();
        return {};
    }

    [[nodiscard]] Result<Json> read(const Deadline &deadline)
    {
        const auto line = m_connection.line(deadline);
        if (!line)
            return line.error();
        auto message = Json::read(*line);
        if (!message || !message->isObject() || (*message)["jsonrpc"].text() != "2.0")
            return notTheProtocol();
        return message;
    }

    static bool isNotice(const Json &message)
    {
        return message["method"].isText() && !message.contains("id");
    }
    //! An agent that talks without end is not remembered without end.
    void keep(Json message)
    {
        constexpr std::size_t most = 10'000;
        if (m_notices.size() == most)
            m_notices.pop_front();
        m_notices.push_back({message["method"].string(), message.taken("params")});
    }

    static Error errorFrom(const Json &error)
    {
        const Json &data = error["data"];
        const std::string_view name = data["code"].text();
        return {name.empty() ? errorCodeFrom(error["code"].integer()) : errorCodeFrom(name),
                std::string(error["message"].text("The agent reported an error without words.")),
                data["remedy"].string(),
                data["retryable"].flag()};
    }
    static Error notTheProtocol()
    {
        return {
            ErrorCode::Corrupt,
            "What answers at the socket is not Latchkey's agent: it does not speak its protocol.",
            "Check LATCHKEY_SOCKET, and that agent and client are of one version.",
            false};
    }

    Connection m_connection;
    Options m_options;
    std::int64_t m_lastId = 0;
    std::deque<Notice> m_notices;
};

} // namespace latchkey
