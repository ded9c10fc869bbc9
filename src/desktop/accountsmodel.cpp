// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/accountsmodel.h"

#include "tray/accountverbs.h"

#include <algorithm>
#include <numeric>

namespace desktop {

namespace {

bool isAws(core::AccountKind kind)
{
    return kind == core::AccountKind::AwsKeys || kind == core::AccountKind::AwsRole
           || kind == core::AccountKind::AwsSso;
}

//! Lost sign-ins first, then what has ended, then what ends.
int urgency(core::Standing standing)
{
    return core::needsPerson(standing) ? -static_cast<int>(standing) : 1;
}

} // namespace

AccountsModel::AccountsModel(core::AccountService &accounts,
                             const base::Clock &clock,
                             tray::AccountVerbs &verbs,
                             QObject *parent)
    : QAbstractListModel(parent)
    , m_accounts(accounts)
    , m_clock(clock)
    , m_verbs(verbs)
{
    m_tick.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, &AccountsModel::tick);
    connect(&m_verbs, &tray::AccountVerbs::busyChanged, this, [this](const core::AccountId &id) {
        announce(id, {BusyRole});
    });
    m_changed = m_accounts.changed.subscribe([this](const core::AccountId &id) { readOne(id); });
    m_reset = m_accounts.reset.subscribe([this] { readAll(); });
    readAll();
}

int AccountsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant AccountsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = at(m_shown[static_cast<std::size_t>(index.row())]);
    const core::AccountView &view = entry.view;
    switch (role) {
    case Qt::DisplayRole:
    case ServiceRole:
        return tray::Phrases::service(view);
    case AccountRole:
        return view.account.id.account;
    case AccountKeyRole:
        return entry.key;
    case LettersRole:
        return view.letters;
    case ToneRole:
        return view.tone;
    case IdentityRole:
        return view.account.identity;
    case KindRole:
        return tray::Phrases::kind(view.account.kind);
    case StandingRole:
        return tray::Phrases::key(view.standing);
    case WhenRole:
        return entry.when.text;
    case ExactRole:
        return tray::Phrases::exact(view.state.expiresAt);
    case UsedByRole:
        return view.state.lastUsedBy.isEmpty() ? QString()
                                               : tray::Phrases::actor(view.state.lastUsedBy);
    case UsedAtRole:
        return entry.usedAt.text;
    case GroupRole:
        if (m_order != Order::AttentionFirst)
            return QString();
        return core::needsPerson(view.standing) ? QStringLiteral("attention")
                                                : QStringLiteral("working");
    case ScopesRole:
        return view.account.scopes;
    case SelectedRole:
        return m_selected.contains(entry.key);
    case BusyRole:
        return m_verbs.isBusy(view.account.id);
    case RenewableRole:
        return view.state.renewable && !view.state.signInLost;
    case TroubleRole:
        return view.state.trouble;
    default:
        return {};
    }
}

QHash<int, QByteArray> AccountsModel::roleNames() const
{
    return {{ServiceRole, "service"},
            {AccountRole, "account"},
            {AccountKeyRole, "accountKey"},
            {LettersRole, "letters"},
            {ToneRole, "tone"},
            {IdentityRole, "identity"},
            {KindRole, "kind"},
            {StandingRole, "standing"},
            {WhenRole, "when"},
            {ExactRole, "exact"},
            {UsedByRole, "usedBy"},
            {UsedAtRole, "usedAt"},
            {GroupRole, "group"},
            {ScopesRole, "scopes"},
            {SelectedRole, "selected"},
            {BusyRole, "busy"},
            {RenewableRole, "renewable"},
            {TroubleRole, "trouble"}};
}

AccountsModel::State AccountsModel::state() const
{
    if (m_entries.empty())
        return State::Empty;
    return m_shown.empty() ? State::NoMatch : State::Ready;
}

void AccountsModel::setSearch(const QString &search)
{
    if (search == m_search)
        return;
    // Another letter at the end leaves only rows that were there before.
    const bool narrows = search.startsWith(m_search);
    m_search = search;
    m_needles = search.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    Q_EMIT searchChanged();
    if (narrows)
        narrow();
    else
        show();
}

void AccountsModel::setFilter(Filter filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    Q_EMIT filterChanged();
    show();
}

void AccountsModel::setOrder(Order order)
{
    if (order == m_order)
        return;
    beginResetModel(); // other groups, or none
    m_order = order;
    sort();
    m_shown.clear();
    std::copy_if(m_sorted.begin(),
                 m_sorted.end(),
                 std::back_inserter(m_shown),
                 [this](Place place) { return matches(at(place)); });
    endResetModel();
    Q_EMIT orderChanged();
    Q_EMIT countsChanged();
    Q_EMIT rearranged();
    schedule();
}

void AccountsModel::setTimeStyle(tray::TimeStyle style)
{
    if (style == m_style)
        return;
    m_style = style;
    readAll();
}

void AccountsModel::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    if (active)
        tick();
    else
        m_tick.stop();
}

void AccountsModel::readAll()
{
    const QDateTime now = m_clock.now();
    beginResetModel();
    m_entries.clear();
    m_places.clear();
    auto views = m_accounts.list();
    m_entries.reserve(static_cast<std::size_t>(views.size()));
    for (core::AccountView &view : views) {
        m_entries.push_back(entryOf(std::move(view), now));
        m_places.insert(m_entries.back().key, static_cast<Place>(m_entries.size()) - 1);
    }
    m_selected.removeIf([this](const QString &key) { return !m_places.contains(key); });
    sort();
    m_shown.clear();
    std::copy_if(m_sorted.begin(),
                 m_sorted.end(),
                 std::back_inserter(m_shown),
                 [this](Place place) { return matches(at(place)); });
    endResetModel();
    tally();
    Q_EMIT selectionChanged();
    schedule();
}

void AccountsModel::readOne(const core::AccountId &id)
{
    const auto view = m_accounts.find(id);
    if (view) {
        replace(entryOf(*view, m_clock.now()));
    } else {
        const auto place = m_places.constFind(id.joined());
        if (place == m_places.constEnd())
            return;
        drop(*place);
    }
    tally();
    schedule();
}

AccountsModel::Entry AccountsModel::entryOf(core::AccountView view, const QDateTime &now) const
{
    Entry entry;
    entry.view = std::move(view);
    const core::Account &account = entry.view.account;
    entry.key = account.id.joined();
    const QStringList found{entry.view.providerName,
                            account.id.service,
                            account.id.account,
                            account.identity,
                            account.labels.join(QLatin1Char(' ')),
                            tray::Phrases::kind(account.kind)};
    entry.haystack = found.join(QLatin1Char('\n')).toCaseFolded();
    entry.sortName = (entry.view.providerName + QLatin1Char('\n') + entry.key).toCaseFolded();
    const core::AccountState &state = entry.view.state;
    entry.end = state.expiresAt.isValid() ? state.expiresAt.toMSecsSinceEpoch()
                                          : std::numeric_limits<qint64>::max();
    entry.used = state.lastUsed.isValid() ? state.lastUsed.toMSecsSinceEpoch() : 0;
    spell(entry, now);
    return entry;
}

void AccountsModel::spell(Entry &entry, const QDateTime &now) const
{
    const core::AccountState &state = entry.view.state;
    entry.when = tray::Phrases::standing(state, entry.view.standing, now, m_style);
    if (!state.lastUsed.isValid())
        entry.usedAt = {};
    else
        entry.usedAt = m_style == tray::TimeStyle::Clock
                           ? tray::Phrases::clock(state.lastUsed, now)
                           : tray::Phrases::since(state.lastUsed, now);
}

bool AccountsModel::isInFilter(const Entry &entry) const
{
    switch (m_filter) {
    case Filter::All:
        return true;
    case Filter::NeedsYou:
        return core::needsPerson(entry.view.standing);
    case Filter::OAuth:
        return entry.view.account.kind == core::AccountKind::OAuth;
    case Filter::ApiKeys:
        return entry.view.account.kind == core::AccountKind::ApiKey;
    case Filter::Aws:
        return isAws(entry.view.account.kind);
    }
    Q_UNREACHABLE();
}

bool AccountsModel::matches(const Entry &entry) const
{
    return isInFilter(entry)
           && std::all_of(m_needles.begin(), m_needles.end(), [&entry](const QString &needle) {
                  return entry.haystack.contains(needle);
              });
}

bool AccountsModel::isBefore(Place a, Place b) const
{
    const Entry &first = at(a);
    const Entry &second = at(b);
    switch (m_order) {
    case Order::AttentionFirst: {
        const int difference = urgency(first.view.standing) - urgency(second.view.standing);
        if (difference != 0)
            return difference < 0;
        break;
    }
    case Order::ByName:
        break;
    case Order::ByExpiry:
        if (first.end != second.end)
            return first.end < second.end;
        break;
    case Order::ByLastUsed:
        if (first.used != second.used)
            return first.used > second.used;
        break;
    }
    return first.sortName < second.sortName;
}

void AccountsModel::sort()
{
    m_sorted.resize(m_entries.size());
    std::iota(m_sorted.begin(), m_sorted.end(), 0);
    std::sort(
        m_sorted.begin(), m_sorted.end(), [this](Place a, Place b) { return isBefore(a, b); });
}

void AccountsModel::show()
{
    std::vector<Place> rows;
    for (const Place place : m_sorted) {
        if (matches(at(place)))
            rows.push_back(place);
    }
    put(rows);
}

void AccountsModel::narrow()
{
    std::vector<Place> rows;
    for (const Place place : m_shown) {
        if (matches(at(place)))
            rows.push_back(place);
    }
    put(rows);
}

//! Rows stay and say something else: a reset would make every line on the screen anew, which takes
//! longer than a frame. But a row stays in its group, since Qt's list (6.4) asks for that once
//! only.
void AccountsModel::put(const std::vector<Place> &rows)
{
    const auto firstGroup = [this](const std::vector<Place> &all) {
        const auto end = std::partition_point(
            all.begin(), all.end(), [this](Place place) { return isInFirstGroup(place); });
        return static_cast<std::size_t>(end - all.begin());
    };
    const std::size_t end = firstGroup(rows);
    const std::span<const Place> all(rows);
    putGroup(0, firstGroup(m_shown), all.first(end));
    putGroup(end, m_shown.size() - end, all.subspan(end));
    Q_EMIT countsChanged();
    Q_EMIT rearranged();
    schedule();
}

void AccountsModel::putGroup(std::size_t first, std::size_t count, std::span<const Place> rows)
{
    const std::size_t kept = std::min(rows.size(), count);
    const auto row = [first](std::size_t place) { return static_cast<int>(first + place); };
    const auto spot = [this, first](std::size_t place) {
        return m_shown.begin() + static_cast<std::ptrdiff_t>(first + place);
    };
    if (count > kept) {
        beginRemoveRows({}, row(kept), row(count - 1));
        m_shown.erase(spot(kept), spot(count));
        endRemoveRows();
    }
    const auto same = std::mismatch(spot(0), spot(kept), rows.begin()).first;
    if (same != spot(kept)) {
        const int changed = static_cast<int>(same - m_shown.begin());
        std::copy_n(rows.begin(), kept, spot(0));
        Q_EMIT dataChanged(index(changed), index(row(kept - 1)));
    }
    if (rows.size() > kept) {
        beginInsertRows({}, row(kept), row(rows.size() - 1));
        m_shown.insert(spot(kept), rows.begin() + static_cast<std::ptrdiff_t>(kept), rows.end());
        endInsertRows();
    }
}

bool AccountsModel::isInFirstGroup(Place place) const
{
    return m_order != Order::AttentionFirst || core::needsPerson(at(place).view.standing);
}

void AccountsModel::replace(Entry entry)
{
    const auto known = m_places.constFind(entry.key);
    const auto byOrder = [this](Place a, Place b) { return isBefore(a, b); };
    Place place = 0;
    int oldRow = -1;
    bool wasFirst = false;
    if (known == m_places.constEnd()) {
        place = static_cast<Place>(m_entries.size());
        m_places.insert(entry.key, place);
        m_entries.push_back(std::move(entry));
    } else {
        place = *known;
        const auto shown = std::find(m_shown.begin(), m_shown.end(), place);
        oldRow = shown == m_shown.end() ? -1 : static_cast<int>(shown - m_shown.begin());
        m_sorted.erase(std::find(m_sorted.begin(), m_sorted.end(), place));
        wasFirst = isInFirstGroup(place);
        m_entries[static_cast<std::size_t>(place)] = std::move(entry);
    }
    m_sorted.insert(std::lower_bound(m_sorted.begin(), m_sorted.end(), place, byOrder), place);

    const bool isShown = matches(at(place));
    if (oldRow >= 0 && (!isShown || wasFirst != isInFirstGroup(place))) {
        beginRemoveRows({}, oldRow, oldRow);
        m_shown.erase(m_shown.begin() + oldRow);
        endRemoveRows();
        oldRow = -1;
    }
    if (!isShown)
        return;
    std::vector<Place> others = m_shown;
    if (oldRow >= 0)
        others.erase(others.begin() + oldRow);
    const auto spot = std::lower_bound(others.begin(), others.end(), place, byOrder);
    const int row = static_cast<int>(spot - others.begin());
    others.insert(spot, place);
    if (oldRow < 0) {
        beginInsertRows({}, row, row);
        m_shown = std::move(others);
        endInsertRows();
        return;
    }
    if (row != oldRow) {
        // Qt counts the target as before the move.
        beginMoveRows({}, oldRow, oldRow, {}, row > oldRow ? row + 1 : row);
        m_shown = std::move(others);
        endMoveRows();
    }
    Q_EMIT dataChanged(index(row), index(row));
}

void AccountsModel::drop(Place place)
{
    const auto shown = std::find(m_shown.begin(), m_shown.end(), place);
    const bool wasShown = shown != m_shown.end();
    const QString key = at(place).key;
    if (wasShown) {
        const int row = static_cast<int>(shown - m_shown.begin());
        beginRemoveRows({}, row, row);
        m_shown.erase(shown);
    }
    m_sorted.erase(std::find(m_sorted.begin(), m_sorted.end(), place));
    // The last one takes the free place, so that no other has to move.
    const auto last = static_cast<Place>(m_entries.size()) - 1;
    if (place != last) {
        m_entries[static_cast<std::size_t>(place)] = std::move(m_entries.back());
        m_places.insert(at(place).key, place);
        std::replace(m_sorted.begin(), m_sorted.end(), last, place);
        std::replace(m_shown.begin(), m_shown.end(), last, place);
    }
    m_entries.pop_back();
    m_places.remove(key);
    if (wasShown)
        endRemoveRows();
    if (m_selected.remove(key))
        Q_EMIT selectionChanged();
}

void AccountsModel::tally()
{
    m_needsYou = m_oauth = m_apiKeys = m_aws = 0;
    for (const Entry &entry : m_entries) {
        m_needsYou += core::needsPerson(entry.view.standing) ? 1 : 0;
        m_oauth += entry.view.account.kind == core::AccountKind::OAuth ? 1 : 0;
        m_apiKeys += entry.view.account.kind == core::AccountKind::ApiKey ? 1 : 0;
        m_aws += isAws(entry.view.account.kind) ? 1 : 0;
    }
    Q_EMIT countsChanged();
}

void AccountsModel::announce(const core::AccountId &id, const QList<int> &roles)
{
    const int row = rowOf(id.joined());
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row), roles);
}

} // namespace desktop
