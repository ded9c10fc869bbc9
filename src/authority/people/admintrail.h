// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/people/household.h"

namespace authority {

//! Who changes something.
struct Actor
{
    QString userId = {};
    QString clientId = {}; //!< whose access token it is; empty: by cookie
    QString peer = {};
    QString traceId = {};

    //! The window and the command line of whoever sits here.
    [[nodiscard]] static Actor desk() { return {}; }
};

//! The part of the log that says who has changed what: one line for each person, client and key.
class AdminTrail
{
public:
    explicit AdminTrail(Household &house);

    //! The line is the user's \a userId, who may be gone.
    void aboutUser(const QString &kind,
                   const QString &userId,
                   const Actor &actor,
                   const QString &what = {});
    //! The line has both: the client that it is about, and who did it.
    void aboutClient(const QString &kind, const QString &clientId, const Actor &actor);
    void aboutKeys(const QString &kind, const Actor &actor, const QString &what = {});

    //! \a id so that it is still to be recognized, and the redactor takes it for no secret.
    [[nodiscard]] static QString shortened(const QString &id);

private:
    [[nodiscard]] QString nameOf(const Actor &actor) const;

    Household &m_house;
};

} // namespace authority
