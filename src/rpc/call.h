// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/consent.h"
#include "core/services.h"
#include "net/jsonwriter.h"
#include "net/peerprocess.h"
#include "rpc/params.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace rpc {

struct Needs;
class Connection;
class MethodTable;

//! The other end of a connection, found out once.
struct Caller
{
    core::Peer peer;
    std::shared_ptr<const net::PeerProcess> process; //!< null: the system has no handles
    core::ProgramPointer program; //!< null until somebody asked for it

    [[nodiscard]] QString name() const; //!< the actor of the record
};

//! Finds out once which program it is. NotFound: it has gone, and whoever has its number by now is
//! somebody else.
[[nodiscard]] base::Task<> identify(core::Programs *programs, std::shared_ptr<Caller> caller);

//! One call under way: what a handler gets, and may keep across its awaits.
class Call
{
public:
    Call(const Needs &callNeeds, std::shared_ptr<Caller> callCaller)
        : needs(callNeeds)
        , caller(std::move(callCaller))
    {}

    //! Whether the owner lets the program do that. Every handler that gives out, replaces or
    //! removes a secret of an account awaits it first.
    [[nodiscard]] base::Task<> permit(core::AccountId account, core::Wish wish) const;
    //! The account that the parameters `service` and `account` name; NotFound: not in the list.
    [[nodiscard]] base::Result<core::AccountView> account() const;
    //! Whether the owner's decisions may be made through the socket: approvals.answer, and all that
    //! lets programs have more.
    [[nodiscard]] bool mayDecide() const;
    //! Whether it comes from our own command line, whoever has started that.
    [[nodiscard]] bool isOwnTool() const;
    [[nodiscard]] QString actor() const { return caller->name(); }
    //! The account that an error's `data` names; empty: the method is about none.
    [[nodiscard]] core::AccountId about() const;

    const Needs &needs;
    const MethodTable *methods = nullptr;
    Params params;
    std::stop_token stop; //!< the connection has closed, or the agent has waited long enough
    std::stop_token ending; //!< the agent is about to end: nobody is asked any more
    QString traceId;
    std::shared_ptr<Caller> caller;
    //! Empty once the connection is gone.
    std::weak_ptr<Connection> connection;
    QDateTime startedAt; //!< when the server was made
};

using CallPointer = std::shared_ptr<const Call>;

//! What carries a method out. A plain function that is a coroutine, never a lambda: its parameter
//! lives in the coroutine, what a lambda holds may not.
using Handler = base::Task<net::JsonText> (*)(CallPointer call);

} // namespace rpc
