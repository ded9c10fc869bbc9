// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/consent.h"
#include "net/jsonwriter.h"
#include "rpc/params.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace rpc {

struct Needs;
class Connection;

//! The other end of a connection, found out once.
struct Caller
{
    core::Peer peer;
    core::ProgramPointer program; //!< null until somebody asked for it

    [[nodiscard]] QString name() const; //!< the actor of the record
};

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
    [[nodiscard]] QString actor() const { return caller->name(); }

    const Needs &needs;
    Params params;
    std::stop_token stop; //!< the connection has closed, or the agent ends
    QString traceId;
    std::shared_ptr<Caller> caller;
    //! Empty once the connection is gone.
    std::weak_ptr<Connection> connection;
};

using CallPointer = std::shared_ptr<const Call>;

//! What carries a method out. A plain function that is a coroutine, never a lambda: its parameter
//! lives in the coroutine, what a lambda holds may not.
using Handler = base::Task<net::JsonText> (*)(CallPointer call);

} // namespace rpc
