// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agenda.h"

#include <algorithm>

namespace agent {

Agenda::Agenda(std::function<QList<core::AccountId>()> everybody)
    : m_everybody(std::move(everybody))
{}

void Agenda::restart()
{
    m_begun = false;
}

void Agenda::add(const core::AccountId &id)
{
    m_soon.push_back(id);
}

void Agenda::add(const core::AccountId &id, const QDateTime &when)
{
    forget(id);
    if (!when.isValid())
        return;
    const qint64 time = when.toMSecsSinceEpoch();
    m_times.insert(id, time);
    m_later.emplace(time, id);
}

QList<core::AccountId> Agenda::take(const QDateTime &now)
{
    if (!m_begun || now < m_last) {
        const QList<core::AccountId> everybody = m_everybody();
        m_soon.assign(everybody.begin(), everybody.end());
        m_later.clear();
        m_times.clear();
        m_begun = true;
    }
    m_last = now;
    QList<core::AccountId> due;
    while (!m_soon.empty() && due.size() < slice) {
        due += std::move(m_soon.front());
        m_soon.pop_front();
    }
    const qint64 time = now.toMSecsSinceEpoch();
    while (!m_later.empty() && m_later.begin()->first <= time && due.size() < slice) {
        due += m_later.begin()->second;
        m_times.remove(due.constLast());
        m_later.erase(m_later.begin());
    }
    return due;
}

QDateTime Agenda::next(const QDateTime &now) const
{
    // The scheduler takes a moment that has come for none.
    const QDateTime soon = now.addMSecs(1);
    if (!m_begun || !m_soon.empty())
        return soon;
    if (m_later.empty())
        return {};
    return std::max(soon, QDateTime::fromMSecsSinceEpoch(m_later.begin()->first, Qt::UTC));
}

void Agenda::forget(const core::AccountId &id)
{
    const auto known = m_times.constFind(id);
    if (known == m_times.constEnd())
        return;
    m_later.erase({*known, id});
    m_times.erase(known);
}

} // namespace agent
