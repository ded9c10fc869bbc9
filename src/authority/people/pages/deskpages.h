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

    Household &m_house;
    Passage &m_passage;
};

} // namespace authority
