// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/people/passage.h"
#include "web/router.h"

namespace authority {

//! Waiting for the person at the desktop: the page asks again every two seconds.
class DeskPages
{
public:
    DeskPages(Household &house, Passage &passage);
    void addRoutes(web::Router &router);

private:
    [[nodiscard]] web::Response show(const web::Request &request);
    [[nodiscard]] web::Response submit(const web::Request &request);
    [[nodiscard]] web::Response wait(Visitor &visitor, const Interaction &interaction) const;
    [[nodiscard]] web::Response allowed(Visitor &visitor,
                                        const Interaction &interaction,
                                        const core::AuthorityUser &owner);

    //! The way back for the owner, without a session.
    [[nodiscard]] web::Response asOwner(Visitor &visitor,
                                        const Interaction &interaction,
                                        const core::AuthorityUser &owner);
    //! The owner has allowed all of it before and wanted not to be asked again.
    [[nodiscard]] base::Result<bool> isRemembered(const Visitor &visitor,
                                                  const Interaction &interaction,
                                                  const core::AuthorityUser &owner) const;

    Household &m_house;
    Passage &m_passage;
};

} // namespace authority
