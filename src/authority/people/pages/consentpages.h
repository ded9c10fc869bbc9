// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/people/passage.h"
#include "web/router.h"

namespace authority {

//! Saying yes or no: to an application, and to a device that shows a code.
class ConsentPages
{
public:
    ConsentPages(Household &house, Passage &passage);
    void addRoutes(web::Router &router);

private:
    [[nodiscard]] web::Response showConsent(const web::Request &request);
    [[nodiscard]] web::Response submitConsent(const web::Request &request);
    [[nodiscard]] web::Response showDevice(Visitor &visitor,
                                           const QString &code,
                                           const QString &trouble) const;
    [[nodiscard]] web::Response submitDevice(const web::Request &request);

    Household &m_house;
    Passage &m_passage;
};

} // namespace authority
