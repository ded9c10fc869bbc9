// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/authoritylist.h"

namespace desktop {

void AuthorityList::watch()
{
    ++m_watchers;
    reload();
}

void AuthorityList::freshen()
{
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1));
}

void AuthorityList::settle(bool filtered)
{
    m_message.clear();
    m_state = count() > 0 ? State::Ready : filtered ? State::NoMatch : State::Empty;
    Q_EMIT stateChanged();
}

void AuthorityList::fail(const base::Error &error)
{
    m_state = State::Failed;
    m_message = error.message;
    Q_EMIT stateChanged();
}

void AuthorityList::complain(const base::Error &error)
{
    QStringList lines = error.message.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    if (!error.remedy.isEmpty())
        lines << error.remedy;
    setProblems(lines);
}

void AuthorityList::setProblems(const QStringList &problems)
{
    if (problems == m_problems)
        return;
    m_problems = problems;
    Q_EMIT problemsChanged();
}

void AuthorityList::setBusy(int more)
{
    const bool was = isBusy();
    m_busy += more;
    if (was != isBusy())
        Q_EMIT busyChanged();
}

} // namespace desktop
