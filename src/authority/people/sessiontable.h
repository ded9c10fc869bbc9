// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/event.h"
#include "base/secret.h"
#include "core/authority.h"
#include "ledger/database.h"

#include <chrono>
#include <optional>

namespace authority {

//! A browser that has signed in.
struct Session
{
    core::AuthoritySession view;
    QDateTime authAt; //!< when the person last proved who they are
    QStringList amr; //!< RFC 8176: "pwd", "otp", "user"
};

//! The sessions of browsers (authority_sessions). The id is in the cookie and only its hash is
//! here; lists and `sid` speak of the handle.
class SessionTable
{
public:
    struct Rule
    {
        std::chrono::seconds life = std::chrono::minutes(30);
        std::chrono::seconds idle = std::chrono::minutes(10);
        std::chrono::seconds renewal = std::chrono::minutes(15); //!< of the id
        std::chrono::seconds grace{10}; //!< the id before is good for requests on their way
        int mostPerUser = 5;
    };

    SessionTable(ledger::Database &database, const base::Clock &clock);
    SessionTable(ledger::Database &database, const base::Clock &clock, Rule rule);

    struct Begun
    {
        Session session;
        base::Secret id; //!< for the cookie
    };
    //! A user's oldest sessions go when there are too many.
    [[nodiscard]] base::Result<Begun> begin(const QString &userId,
                                            const QStringList &amr,
                                            const QString &peer,
                                            const QString &agent);

    struct Found
    {
        Session session;
        std::optional<base::Secret> renewedId; //!< the cookie's new value
    };
    //! NotNow: the answer cannot carry a cookie (WebSocket).
    enum class Renewal { WhenDue, NotNow };
    //! The living session of \a id, whose user is active; counts as use. NotFound otherwise.
    [[nodiscard]] base::Result<Found> find(const QByteArray &id,
                                           Renewal renewal = Renewal::WhenDue);
    //! The person has proved again who they are, in the same session: a new id.
    [[nodiscard]] base::Result<Begun> proveAgain(const Session &session, const QStringList &amr);

    //! NotFound.
    [[nodiscard]] base::Result<> end(const QString &handle, const QString &why);
    //! All of a user's but \a except.
    [[nodiscard]] base::Result<int> endAll(const QString &userId,
                                           const QString &why,
                                           const QString &except = {});
    //! Newest first. An empty \a userId: everybody's.
    [[nodiscard]] base::Result<QList<core::AuthoritySession>> list(
        const QString &userId = {}) const;
    [[nodiscard]] base::Result<int> count() const;
    [[nodiscard]] base::Result<int> countUsers() const;
    [[nodiscard]] base::Result<int> cleanUp();

    [[nodiscard]] const Rule &rule() const { return m_rule; }

    //! A session was ended before its time: its handle, its user and why ("signed_out", "revoked",
    //! "shut_out", "too_many").
    base::Event<QString, QString, QString> ended;

private:
    [[nodiscard]] QVariantList living() const;
    [[nodiscard]] base::Result<> touch(const QString &handle);

    ledger::Database &m_database;
    const base::Clock &m_clock;
    Rule m_rule;
};

} // namespace authority
