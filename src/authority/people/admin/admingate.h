// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/people/visitor.h"
#include "web/router.h"

#include <functional>

namespace authority {

//! Who calls the admin API.
struct Caller
{
    policy::EntityUid principal;
    QList<policy::Entity> entities; //!< what policies may know of it
    QJsonObject context;
    QString userId; //!< empty: a client in its own name
    QString clientId; //!< empty: by cookie
    QString peer;
    QString traceId;
    PageLanguage language;
    QList<web::Cookie> cookies; //!< for the answer

    //! Who it is, for the log.
    [[nodiscard]] Actor actor() const { return {userId, clientId, peer, traceId}; }
};

//! In front of every admin route: limits, who it is (session cookie with CSRF token, or an access
//! token with scope `admin`), and whether policies allow it. What goes wrong on the way is a no.
class AdminGate
{
public:
    explicit AdminGate(Household &house);

    using Work = std::function<web::Response(const Caller &, const web::Request &)>;
    using AsyncWork = std::function<QCoro::Task<web::Response>(Caller, web::Request)>;
    //! What is asked about; nothing: Authority::"local".
    using Resource = std::function<base::Result<policy::Entity>(const web::Request &)>;

    void add(web::Router &router,
             web::Method method,
             const QByteArray &pattern,
             const QString &action,
             const Resource &resource,
             const Work &work);
    void addAsync(web::Router &router,
                  web::Method method,
                  const QByteArray &pattern,
                  const QString &action,
                  const Resource &resource,
                  const AsyncWork &work);

    //! Denied, SignInRequired.
    [[nodiscard]] base::Result<Caller> identify(
        const web::Request &request,
        SessionTable::Renewal renewal = SessionTable::Renewal::WhenDue);
    //! Denied unless policies allow \a action on \a resource.
    [[nodiscard]] base::Result<> ask(const Caller &caller,
                                     const QString &action,
                                     const policy::Entity &resource);
    //! Everything in front of a route; a Response is the refusal.
    [[nodiscard]] std::optional<web::Response> refusal(
        const web::Request &request,
        const QString &action,
        const Resource &resource,
        Caller *caller,
        SessionTable::Renewal renewal = SessionTable::Renewal::WhenDue);
    //! The answer to an error, with WWW-Authenticate where it belongs.
    [[nodiscard]] static web::Response answer(const base::Error &error);

    [[nodiscard]] static policy::Entity local();
    [[nodiscard]] static policy::Entity entityOf(const core::AuthorityUser &user);
    //! Adds what is known of our own people whom \a question names; never more than that.
    void addFacts(policy::Request &question) const;
    //! The user that {id} names.
    [[nodiscard]] Resource userResource();
    [[nodiscard]] Resource sessionResource();
    [[nodiscard]] Resource clientResource();

private:
    [[nodiscard]] base::Result<Caller> byCookie(const web::Request &request,
                                                SessionTable::Renewal renewal);
    [[nodiscard]] base::Result<Caller> byToken(const web::Request &request);
    //! RFC 8176, of the sign-in behind a token.
    [[nodiscard]] base::Result<QStringList> howSignedIn(const AccessClaims &claims) const;
    static void fill(Caller &caller, const core::AuthorityUser &user, const QStringList &amr);

    Household &m_house;
};

} // namespace authority
