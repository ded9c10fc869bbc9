// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/people/visitor.h"

namespace authority {

//! The way of a browser from a waiting request to its answer: sign in (at the desktop or here),
//! second factor, consent, back. Every step is an address of its own and asks here for the next:
//!
//!     present → sign-in → code │ enrol → consent → back to the client
//!             ↘ desk (the person at the desktop says yes) ─────────↗
class Passage
{
public:
    explicit Passage(Household &house);

    //! What `to` in an address stands for: a waiting request, or "account", the person's own page.
    //! NotFound, Expired.
    [[nodiscard]] base::Result<Interaction> destination(const QString &to,
                                                        const Visitor &visitor) const;
    //! The next step for this browser. Nothing is written for a request that cannot be found.
    [[nodiscard]] web::Response next(Visitor &visitor, const QString &to);
    [[nodiscard]] web::Response next(Visitor &visitor, const Interaction &interaction);

    //! The person said yes: back with what was asked for.
    [[nodiscard]] web::Response allow(Visitor &visitor, const Interaction &interaction);
    //! The same for a yes that was said without a session of this browser.
    [[nodiscard]] web::Response allowAs(Visitor &visitor,
                                        const Interaction &interaction,
                                        const Subject &subject);
    //! Back with an error of OAuth's. \a userId: who said no; empty: who has the session.
    [[nodiscard]] web::Response deny(Visitor &visitor,
                                     const Interaction &interaction,
                                     const QString &error,
                                     const QString &userId = {});

    //! "/auth/sign-in?to=…"
    [[nodiscard]] static QString address(const QString &path, const QString &to);

    //! Whether the session is of the person who is meant, and as new as the request wants it.
    [[nodiscard]] bool isMeantAndFresh(const Session &session,
                                       const Interaction &interaction) const;

private:
    [[nodiscard]] bool isFresh(const Session &session, const Interaction &interaction) const;
    [[nodiscard]] base::Result<bool> asksDesk(const Visitor &visitor,
                                              const Interaction &interaction) const;
    [[nodiscard]] base::Result<bool> asksConsent(const Session &session,
                                                 const Interaction &interaction) const;
    [[nodiscard]] web::Response done(Visitor &visitor, const Interaction &interaction) const;

    Household &m_house;
};

//! Whether a sign-in, in words of RFC 8176, proved more than a password does.
[[nodiscard]] bool hasSecondFactor(const QStringList &amr);
//! Whether \a user may go on without a second factor on this session.
[[nodiscard]] bool hasEnough(const core::AuthorityUser &user, const Session &session);

inline const QString accountTarget = QStringLiteral("account");

} // namespace authority
