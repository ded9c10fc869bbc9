// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/desk/authorityhost.h"
#include "base/errand.h"

#include <QCoreApplication>

namespace apps {

template<typename T>
base::Task<T> AuthorityHost::ask(std::function<base::Task<T>(AuthorityHouse &)> work)
{
    if (!m_house || !m_there)
        co_return base::fail(
            base::ErrorCode::Unreachable,
            QCoreApplication::translate("apps", "The authority is off."),
            QCoreApplication::translate("apps", "Turn it on: page Authority in the window."));
    const std::function<base::Task<T>()> errand = [work = std::move(work), house = m_house.get()] {
        return work(*house);
    };
    auto answer = co_await base::sendErrand<T>(m_there.get(), errand);
    co_return answer;
}

} // namespace apps
