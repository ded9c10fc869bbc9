// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/accountsmodel.h"
#include "tray/accountverbs.h"

#include <algorithm>

//! The half of the list that acts: ticks, verbs, and the clock that keeps its words true.
namespace desktop {

namespace {

const auto actor = QStringLiteral("window");

//! Words that count minutes may lag by this much: forty accounts then wake us six times a minute
//! at most, not forty times.
constexpr qint64 slackMs = 10'000;

} // namespace

void AccountsModel::tick()
{
    const QDateTime now = m_clock.now();
    const qint64 nowMs = now.toMSecsSinceEpoch();
    QList<core::AccountId> moved;
    for (std::size_t row = 0; row < m_shown.size(); ++row) {
        Entry &entry = m_entries[static_cast<std::size_t>(m_shown[row])];
        if (entry.when.until > nowMs && entry.usedAt.until > nowMs)
            continue;
        const QString when = entry.when.text;
        const QString usedAt = entry.usedAt.text;
        // Time alone may have changed how it stands, and so where it belongs.
        const auto fresh = m_accounts.find(entry.view.account.id);
        if (fresh && fresh->standing != entry.view.standing) {
            moved.append(entry.view.account.id);
            continue;
        }
        spell(entry, now);
        QList<int> roles;
        if (entry.when.text != when)
            roles << WhenRole;
        if (entry.usedAt.text != usedAt)
            roles << UsedAtRole;
        if (!roles.isEmpty()) {
            const QModelIndex changed = index(static_cast<int>(row));
            Q_EMIT dataChanged(changed, changed, roles);
        }
    }
    for (const core::AccountId &id : std::as_const(moved))
        readOne(id);
    schedule();
}

void AccountsModel::schedule()
{
    m_tick.stop();
    if (!m_active)
        return;
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    qint64 next = std::numeric_limits<qint64>::max();
    for (const Place place : m_shown) {
        const Entry &entry = at(place);
        const bool seconds = entry.when.until - now <= 1000 && entry.when.until > now;
        const qint64 soonest = std::min(entry.when.until, entry.usedAt.until);
        if (soonest == std::numeric_limits<qint64>::max())
            continue;
        next = std::min(next, seconds ? entry.when.until : std::max(soonest, now + slackMs));
    }
    if (next == std::numeric_limits<qint64>::max())
        return;
    // Looks at the wall clock at least hourly, so that a long sleep is noticed.
    m_tick.start(std::chrono::milliseconds(std::clamp<qint64>(next - now, 50, 3'600'000)));
}

int AccountsModel::selectedRenewable() const
{
    return static_cast<int>(
        std::count_if(m_selected.begin(), m_selected.end(), [this](const QString &key) {
            const auto place = m_places.constFind(key);
            return place != m_places.constEnd() && at(*place).view.state.renewable
                   && !at(*place).view.state.signInLost;
        }));
}

void AccountsModel::setSelected(const QString &accountKey, bool selected)
{
    if (!m_places.contains(accountKey) || selected == m_selected.contains(accountKey))
        return;
    if (selected)
        m_selected.insert(accountKey);
    else
        m_selected.remove(accountKey);
    m_lastTicked = accountKey;
    const int row = rowOf(accountKey);
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row), {SelectedRole});
    Q_EMIT selectionChanged();
}

void AccountsModel::selectUpTo(const QString &accountKey)
{
    const int to = rowOf(accountKey);
    if (to < 0)
        return;
    const int last = rowOf(m_lastTicked);
    const int from = last < 0 ? to : last;
    for (int row = std::min(from, to); row <= std::max(from, to); ++row)
        m_selected.insert(keyAt(row));
    m_lastTicked = accountKey;
    Q_EMIT dataChanged(index(std::min(from, to)), index(std::max(from, to)), {SelectedRole});
    Q_EMIT selectionChanged();
}

void AccountsModel::selectAll()
{
    if (m_shown.empty())
        return;
    for (const Place place : m_shown)
        m_selected.insert(at(place).key);
    Q_EMIT dataChanged(index(0), index(count() - 1), {SelectedRole});
    Q_EMIT selectionChanged();
}

void AccountsModel::clearSelection()
{
    if (m_selected.isEmpty())
        return;
    m_selected.clear();
    m_lastTicked.clear();
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0), index(count() - 1), {SelectedRole});
    Q_EMIT selectionChanged();
}

QList<core::AccountId> AccountsModel::selectedIds() const
{
    QList<core::AccountId> ids;
    for (const Place place : m_sorted) {
        if (m_selected.contains(at(place).key))
            ids.append(at(place).view.account.id);
    }
    return ids;
}

void AccountsModel::refreshSelected()
{
    QList<core::AccountId> ids = selectedIds();
    ids.removeIf([this](const core::AccountId &id) {
        const core::AccountState &state = at(m_places.value(id.joined())).view.state;
        return !state.renewable || state.signInLost;
    });
    m_verbs.refresh(ids, actor);
}

void AccountsModel::removeSelected()
{
    m_verbs.remove(selectedIds(), actor);
}

void AccountsModel::copySelectedReferences()
{
    QStringList lines;
    const auto ids = selectedIds();
    for (const core::AccountId &id : ids)
        lines << tray::referenceOf(at(m_places.value(id.joined())).view.account);
    m_verbs.copyText(lines.join(QLatin1Char('\n')));
}

void AccountsModel::copy(const QString &accountKey)
{
    if (const auto id = core::AccountId::parse(accountKey))
        m_verbs.copy(*id, actor);
}

void AccountsModel::copyReference(const QString &accountKey)
{
    const auto place = m_places.constFind(accountKey);
    if (place != m_places.constEnd())
        m_verbs.copyText(tray::referenceOf(at(*place).view.account));
}

void AccountsModel::refresh(const QString &accountKey)
{
    if (const auto id = core::AccountId::parse(accountKey))
        m_verbs.refresh({*id}, actor);
}

void AccountsModel::remove(const QString &accountKey)
{
    if (const auto id = core::AccountId::parse(accountKey))
        m_verbs.remove({*id}, actor);
}

void AccountsModel::signInAgain(const QString &accountKey)
{
    if (m_places.contains(accountKey))
        Q_EMIT signInRequested(accountKey);
}

int AccountsModel::rowOf(const QString &accountKey) const
{
    const auto place = m_places.constFind(accountKey);
    if (place == m_places.constEnd())
        return -1;
    const auto row = std::find(m_shown.begin(), m_shown.end(), *place);
    return row == m_shown.end() ? -1 : static_cast<int>(row - m_shown.begin());
}

QString AccountsModel::keyAt(int row) const
{
    return row < 0 || row >= count() ? QString() : at(m_shown[static_cast<std::size_t>(row)]).key;
}

} // namespace desktop
