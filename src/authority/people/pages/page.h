// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/people/pagelanguage.h"
#include "web/response.h"

#include <QByteArray>
#include <QString>

namespace authority {

//! A page of the authority on its way to a browser: no script, nothing from elsewhere, light or
//! dark as the browser is set.
struct Page
{
    enum class Sign { None, Good, Bad, Plain, Person, Shield, Desktop, Device };
    enum class Width { Narrow, Wide };

    QString title;
    QString sentence = {};
    QString content = {}; //!< made of markup:: pieces
    Sign sign = Sign::None;
    Width width = Width::Narrow;
    int status = 200;
    //! Asks again: after so many seconds for this address. 0: not.
    int refreshAfter = 0;
    QString refreshTo = {};
    //! Where a form may lead besides here (Interaction::formTarget).
    QByteArray formTarget = {};
};

//! What a policy lets a page do besides showing the one style sheet inside it.
struct Permitted
{
    QByteArray formAction; //!< sources
    QByteArray script = {}; //!< the one that may run; empty: none
};
[[nodiscard]] QByteArray contentSecurityPolicy(const Permitted &permitted);
//! \a source if a policy may name it; anything else would be a directive of its own.
[[nodiscard]] QByteArray policySource(const QByteArray &source);

//! The policy that goes with every page: its forms lead here, and to \a formTarget.
[[nodiscard]] QByteArray contentSecurityPolicy(const QByteArray &formTarget);

[[nodiscard]] web::Response toResponse(const Page &page,
                                       const PageLanguage &language,
                                       const QByteArray &site);

} // namespace authority
