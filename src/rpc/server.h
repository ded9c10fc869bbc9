// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/paths.h"
#include "base/settings.h"
#include "core/consent.h"
#include "core/doctor.h"
#include "core/reference.h"
#include "core/services.h"
#include "core/sops.h"
#include "core/storerestores.h"

#include <functional>
#include <memory>

namespace rpc {

//! What the methods work with. Everything outlives the server.
struct Needs
{
    core::AccountService &accounts;
    core::TokenService &tokens;
    core::SignInService &signIn;
    core::LockService &lock;
    core::StoreService &store;
    core::ActivityService &activity;
    core::ConsentService &consent;
    core::ReferenceService &references;
    core::SopsService &sops;
    core::DoctorService &doctor;
    core::Programs &programs;
    core::Audit &audit;
    base::Settings &settings;
    const base::Clock &clock;
    base::Paths paths;
    QString version;
    bool hasScreen = false;
    //! Ends the program; called after the answer was written. \a reason may be "handover" or empty.
    std::function<void(QString reason)> shutdown = {};
    //! Reads the configuration again (config.reload); unset: Settings::load().
    std::function<base::Result<>()> reload = {};
    //! Whether approvals.answer may answer; unset: by the setting consent.answer_by_cli.
    std::function<bool()> mayAnswer = {};
    //! What is odd in the configuration without being wrong: rules without effect (config.check).
    std::function<QStringList()> warnings = {};
    core::StoreRestores *restores = nullptr; //!< may be null: a store whose copies do not grow old
};

//! The agent's socket: JSON-RPC 2.0, one object a line (docs/api.md). Only the same user is let
//! in. Lives on one thread with an event loop.
class Server final
{
public:
    //! What is spoken on a socket.
    enum class Door {
        Latchkey, //!< agent.sock
        OidcAgent //!< oidc-agent.sock: what programs made for oidc-agent speak
    };

    explicit Server(Needs needs);
    //! Cuts everything off. Await stop() before.
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    //! Makes paths.agentSocket(), 0600, and oidc-agent.sock beside it while the setting
    //! socket.oidc_agent is on. A socket file that nobody answers behind is replaced; Conflict when
    //! somebody does.
    [[nodiscard]] base::Result<> listen();
    //! Uses a socket that listens already (systemd's socket activation) instead of making one; its
    //! file is left where it is at the end. The descriptor belongs to the server from then on.
    [[nodiscard]] base::Result<> adopt(int listening, Door door = Door::Latchkey);
    //! Speaks on one connection that is there already: \a in and \a out may be the same. They
    //! belong to the server from then on. For `--once` on standard input and output.
    [[nodiscard]] base::Result<> serve(int in, int out, core::Peer peer);

    //! Takes no more connections and requests, cancels what is under way, ends when the last answer
    //! is written or given up.
    [[nodiscard]] base::Task<> stop();

    [[nodiscard]] QString path() const; //!< of the socket; empty: adopted, or none
    [[nodiscard]] int connections() const;
    //! The number of connections has changed: `--once` ends when there are none.
    base::Event<int> connectionsChanged;

private:
    class Floor;
    std::unique_ptr<Floor> m_floor;
};

} // namespace rpc
