// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/jsonwriter.h"
#include "rpc/server.h"

#include <functional>
#include <vector>

namespace rpc {

//! The topics that a connection can subscribe to.
[[nodiscard]] const QStringList &allTopics();

//! Turns what happens in the house into notifications: `event` to those who have subscribed to its
//! topic, `sign_in.progress` to the connection that has begun the sign-in.
class Topics
{
public:
    struct Tell
    {
        //! Whether anybody listens: nothing is written for nobody.
        std::function<bool(const QString &topic)> isWanted;
        std::function<void(const QString &topic, const net::JsonText &params)> event;
        std::function<void(const core::SignInProgress &progress)> signIn;
    };

    Topics(const Needs &needs, Tell tell);

private:
    void writeAudit(const core::AuditEvent &event) const;
    void writeAccount(const core::AccountId &id) const;

    const Needs &m_needs;
    Tell m_tell;
    std::vector<base::Subscription> m_subscriptions;
};

//! The parameters of `sign_in.progress`.
[[nodiscard]] net::JsonText progressJson(const core::SignInProgress &progress);

} // namespace rpc
