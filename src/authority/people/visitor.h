// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/people/admintrail.h"
#include "authority/people/pages/page.h"
#include "web/request.h"
#include "web/response.h"

#include <optional>

namespace authority {

//! One browser for the length of one request: who it is, what it speaks, and the cookies that its
//! answer takes along.
class Visitor
{
public:
    Visitor(Household &house,
            const web::Request &request,
            const QString &locales = {},
            SessionTable::Renewal renewal = SessionTable::Renewal::WhenDue);

    [[nodiscard]] const std::optional<Session> &session() const { return m_session; }
    [[nodiscard]] const PageLanguage &language() const { return m_language; }
    //! By which half-way sign-ins and approvals know the browser.
    [[nodiscard]] const QByteArray &visit() const { return m_visit; }
    //! The browser keeps our cookies (or sent none yet on its first request).
    [[nodiscard]] bool keepsCookies() const { return m_hasVisit; }
    [[nodiscard]] const QString &peer() const { return m_peer; }
    //! A browser on this machine that is not another user's: the person at the desktop may be
    //! asked about it. Where the system does not tell whose it is, page and question show a number.
    [[nodiscard]] bool isNearDesk() const;
    //! The system vouches that it is a browser of the very user that we run as.
    [[nodiscard]] bool isOwnersBrowser() const;

    //! For the forms of a page: good for this browser in this session. Locked while the vault is.
    [[nodiscard]] base::Result<QString> csrf() const;
    //! Denied when \a token is not csrf().
    [[nodiscard]] base::Result<> checkCsrf(QByteArrayView token) const;

    //! This browser in this session, for what nobody else may go on with; says nothing of either.
    [[nodiscard]] QString holder() const;

    //! The person has proved who they are: a new session, or a new id for the one they have. The
    //! visit ends and another begins.
    [[nodiscard]] base::Result<> enter(const core::AuthorityUser &user, const QStringList &amr);
    //! Ends the session, if there is one.
    [[nodiscard]] base::Result<> leave(const QString &why);

    //! Who has signed in, for what they change.
    [[nodiscard]] Actor actor() const
    {
        return {m_session ? m_session->view.userId : QString(), {}, m_peer, m_traceId};
    }
    void record(const QString &kind,
                const QString &outcome,
                const QString &userId = {},
                const QString &clientId = {},
                const QString &detail = {});

    [[nodiscard]] const QList<web::Cookie> &cookies() const { return m_cookies; }
    //! The answer, with cookies.
    [[nodiscard]] web::Response answer(web::Response response) const;
    [[nodiscard]] web::Response answer(const Page &page) const;
    //! 303. Cookies know no ports: a browser that goes to another program on this very host is told
    //! to forget ours, or that program would get them (RFC 6265 8.5). Every tab of this browser is
    //! signed out by that; the session's row stays until it ends by itself.
    [[nodiscard]] web::Response to(const QString &target) const;
    //! The same for an answer to a client: as an address, or as a form that a page posts.
    [[nodiscard]] web::Response goBack(const WayBack &back) const;
    //! A page that says what went wrong.
    [[nodiscard]] web::Response trouble(const base::Error &error) const;
    [[nodiscard]] web::Response trouble(int status,
                                        const QString &title,
                                        const QString &sentence) const;
    //! 429 with Retry-After and how long to wait in the body, as a page or, for programs, as JSON.
    [[nodiscard]] web::Response wait(int seconds) const;

private:
    [[nodiscard]] QByteArray bound() const;
    [[nodiscard]] QByteArray cookieName(const char *name) const;
    //! \a response with our cookies, or without them as to() says.
    [[nodiscard]] web::Response sent(web::Response response, const QString &target) const;
    //! Another program on the host that this browser knows us by.
    [[nodiscard]] bool isNeighbour(const QString &target) const;

    Household &m_house;
    PageLanguage m_language;
    std::optional<Session> m_session;
    QByteArray m_visit;
    bool m_hasVisit = false;
    QList<web::Cookie> m_cookies;
    QString m_peer;
    QString m_agent;
    QString m_traceId;
    QByteArray m_site;
    web::Peer m_connection;
    bool m_isSecure = false;
    bool m_wantsJson = false;
};

//! The browser in a few words: "Firefox on Linux".
[[nodiscard]] QString agentInWords(QByteArrayView userAgent);

} // namespace authority
