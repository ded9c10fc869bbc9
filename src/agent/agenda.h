// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accountid.h"

#include <QDateTime>
#include <QHash>
#include <QList>

#include <deque>
#include <functional>
#include <set>

namespace agent {

//! Which accounts a job has to look at, and when: with ten thousand of them it looks at those that
//! are due, a few hundred at a time, so that nobody who waits for the main loop notices.
class Agenda
{
public:
    //! At most so many at a time.
    static constexpr int slice = 500;

    //! \a everybody names all accounts.
    explicit Agenda(std::function<QList<core::AccountId>()> everybody);

    //! Everything that was known is void: all are to be looked at, as soon as possible.
    void restart();
    //! To be looked at as soon as possible.
    void add(const core::AccountId &id);
    //! To be looked at then, and not before; invalid: not at all.
    void add(const core::AccountId &id, const QDateTime &when);

    //! Those that are due, off the list; what is more than a slice comes with the next call. When
    //! the clock was set back, all are looked at again.
    [[nodiscard]] QList<core::AccountId> take(const QDateTime &now);
    //! When to call take() again; invalid: there is nothing to look at.
    [[nodiscard]] QDateTime next(const QDateTime &now) const;

private:
    void forget(const core::AccountId &id);

    std::function<QList<core::AccountId>()> m_everybody;
    bool m_begun = false; //!< everybody was asked for
    QDateTime m_last;
    std::deque<core::AccountId> m_soon;
    std::set<std::pair<qint64, core::AccountId>> m_later; //!< by ms since 1970
    QHash<core::AccountId, qint64> m_times; //!< of those in m_later
};

} // namespace agent
