// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/activitymodel.h"

#include "tray/phrases.h"

#include <QLocale>

namespace desktop {

namespace {

constexpr int pageSize = 200;
//! With more lines on the page than this the oldest go, so that a week of "live" stays small.
constexpr int mostLines = 10'000;
constexpr auto searchPause = std::chrono::milliseconds(120);

QList<core::AuditKind> kindsOf(ActivityModel::Sort sort)
{
    using enum core::AuditKind;
    if (sort == ActivityModel::Sort::Reads)
        return {TokenIssued, TokenCopied, TokenRefused};
    if (sort == ActivityModel::Sort::Changes)
        return {AccountAdded,
                AccountChanged,
                AccountRemoved,
                TokenRefreshed,
                TokenRevoked,
                StoreChanged,
                Locked,
                Unlocked,
                SettingChanged,
                KeyExported};
    if (sort == ActivityModel::Sort::Programs)
        return {ConsentGiven, ConsentRefused, ConsentRevoked, CallerRefused};
    return {};
}

} // namespace

ActivityModel::ActivityModel(core::ActivityService &activity,
                             core::AccountService &accounts,
                             const base::Clock &clock,
                             QObject *parent)
    : QAbstractListModel(parent)
    , m_activity(activity)
    , m_accounts(accounts)
    , m_clock(clock)
    , m_choices(new AccountChoices(accounts, this))
{
    m_searchPause.setSingleShot(true);
    m_searchPause.setInterval(searchPause);
    connect(&m_searchPause, &QTimer::timeout, this, &ActivityModel::reload);
    m_appended =
        m_activity.appended.subscribe([this](const core::AuditEvent &event) { take(event); });
}

ActivityModel::~ActivityModel()
{
    m_verifying.request_stop();
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines[static_cast<std::size_t>(index.row())];
    const core::AuditEvent &event = line.event;
    const QDateTime local = event.at.toLocalTime();
    switch (role) {
    case TimeRole:
        return local.time().toString(QStringLiteral("HH:mm:ss"));
    case DayRole:
        return local.date().toString(Qt::ISODate);
    case DayWordsRole:
        return tray::Phrases::day(local.date(), m_clock.now().toLocalTime().date());
    case ExactRole:
        return tray::Phrases::exact(event.at);
    case WhoRole:
        return tray::Phrases::actor(event.actor);
    case IconRole:
        return tray::Phrases::actorIcon(event.actor);
    case Qt::DisplayRole:
    case WhatRole:
        return tray::Phrases::deed(event);
    case AccountKeyRole:
        return event.account.isEmpty() ? QString() : event.account.joined();
    case AccountNameRole:
        return event.account.isEmpty()
                   ? QString()
                   : tray::Phrases::account(line.serviceName, event.account.account);
    case LettersRole:
        return line.letters;
    case ToneRole:
        return line.tone;
    case OutcomeRole:
        return tray::Phrases::outcomeKey(event);
    case DetailRole:
        return tray::Phrases::detail(event);
    default:
        return {};
    }
}

QHash<int, QByteArray> ActivityModel::roleNames() const
{
    return {{TimeRole, "time"},
            {DayRole, "day"},
            {DayWordsRole, "dayWords"},
            {ExactRole, "exact"},
            {WhoRole, "who"},
            {IconRole, "icon"},
            {WhatRole, "what"},
            {AccountKeyRole, "accountKey"},
            {AccountNameRole, "accountName"},
            {LettersRole, "letters"},
            {ToneRole, "tone"},
            {OutcomeRole, "outcome"},
            {DetailRole, "detail"}};
}

bool ActivityModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && !m_fetching;
}

void ActivityModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent) || m_lines.empty())
        return;
    core::AuditFilter filter = filterNow();
    filter.before = m_lines.back().event.sequence;
    m_fetching = true;
    QCoro::connect(m_activity.search(filter), this, [this, epoch = m_epoch](const auto &events) {
        if (epoch == m_epoch)
            append(events);
    });
}

void ActivityModel::append(const base::Result<QList<core::AuditEvent>> &events)
{
    m_fetching = false;
    m_more = events && events->size() == pageSize;
    if (!events || events->isEmpty())
        return;
    const int first = count();
    beginInsertRows({}, first, first + static_cast<int>(events->size()) - 1);
    for (const core::AuditEvent &event : *events)
        m_lines.push_back(lineOf(event));
    endInsertRows();
    Q_EMIT stateChanged();
}

void ActivityModel::setSearch(const QString &search)
{
    if (search == m_search)
        return;
    m_search = search;
    Q_EMIT filterChanged();
    m_searchPause.start();
}

void ActivityModel::setSort(Sort sort)
{
    if (sort == m_sort)
        return;
    m_sort = sort;
    Q_EMIT filterChanged();
    reload();
}

void ActivityModel::setAccount(const QString &accountKey)
{
    if (accountKey == m_account)
        return;
    m_account = accountKey;
    Q_EMIT filterChanged();
    reload();
}

void ActivityModel::setOutcome(const QString &outcome)
{
    if (outcome == m_outcome)
        return;
    m_outcome = outcome;
    Q_EMIT filterChanged();
    reload();
}

void ActivityModel::setDays(int days)
{
    if (days == m_days)
        return;
    m_days = days;
    Q_EMIT filterChanged();
    reload();
}

void ActivityModel::setLive(bool live)
{
    if (live == m_live)
        return;
    m_live = live;
    Q_EMIT liveChanged();
    if (live && m_waiting > 0)
        reload();
}

void ActivityModel::setKeptDays(int days)
{
    m_keptWords = tr("Kept for %1 days").arg(days);
    Q_EMIT keptWordsChanged();
}

void ActivityModel::setActive(bool active)
{
    m_active = active;
    if (active && m_stale)
        reload();
}

void ActivityModel::clearFilters()
{
    m_search.clear();
    m_sort = Sort::Everything;
    m_account.clear();
    m_outcome.clear();
    m_days = 0;
    Q_EMIT filterChanged();
    reload();
}

void ActivityModel::reload()
{
    m_searchPause.stop();
    m_stale = !m_active;
    if (m_stale)
        return;
    ++m_epoch;
    m_fetching = false;
    m_readAgain = false;
    QCoro::connect(
        m_activity.search(filterNow()), this, [this, epoch = m_epoch](const auto &events) {
            if (epoch == m_epoch)
                show(events);
        });
}

void ActivityModel::show(const base::Result<QList<core::AuditEvent>> &events)
{
    m_shownEpoch = m_epoch;
    beginResetModel();
    m_lines.clear();
    if (events) {
        for (const core::AuditEvent &event : *events)
            m_lines.push_back(lineOf(event));
    }
    m_more = events && events->size() == pageSize;
    endResetModel();
    m_message = events ? QString() : events.error().message;
    m_waiting = 0;
    Q_EMIT liveChanged();
    settle();
    if (std::exchange(m_readAgain, false))
        reload();
}

void ActivityModel::settle()
{
    const bool filtered = !m_search.isEmpty() || m_sort != Sort::Everything || !m_account.isEmpty()
                          || !m_outcome.isEmpty() || m_days > 0;
    if (!m_message.isEmpty())
        m_state = State::Unreadable;
    else if (!m_lines.empty())
        m_state = State::Ready;
    else
        m_state = filtered ? State::NoMatch : State::Empty;
    Q_EMIT stateChanged();
}

core::AuditFilter ActivityModel::filterNow() const
{
    core::AuditFilter filter;
    filter.kinds = kindsOf(m_sort);
    if (m_sort == Sort::Refused)
        filter.outcomes = {core::AuditOutcome::Refused};
    else if (m_sort == Sort::Failed)
        filter.outcomes = {core::AuditOutcome::Failed};
    if (const auto outcome = core::auditOutcomeFrom(m_outcome))
        filter.outcomes = {*outcome};
    if (const auto id = core::AccountId::parse(m_account))
        filter.account = *id;
    filter.search = m_search.trimmed();
    if (m_days > 0) {
        const QDate first = m_clock.now().toLocalTime().date().addDays(1 - m_days);
        filter.since = first.startOfDay().toUTC();
    }
    filter.limit = pageSize;
    return filter;
}

ActivityModel::Line ActivityModel::lineOf(const core::AuditEvent &event) const
{
    Line line;
    line.event = event;
    if (event.account.isEmpty())
        return line;
    if (const auto view = m_accounts.find(event.account)) {
        line.serviceName = tray::Phrases::service(*view);
        line.letters = view->letters;
        line.tone = view->tone;
    } else {
        // Removed since; the record still names it.
        line.serviceName = event.account.service;
        line.letters = event.account.service.left(1).toUpper() + event.account.service.mid(1, 1);
    }
    return line;
}

bool ActivityModel::matches(const core::AuditEvent &event) const
{
    const core::AuditFilter filter = filterNow();
    const auto has = [&filter](const QString &text) {
        return text.contains(filter.search, Qt::CaseInsensitive);
    };
    return (filter.kinds.isEmpty() || filter.kinds.contains(event.kind))
           && (filter.outcomes.isEmpty() || filter.outcomes.contains(event.outcome))
           && (filter.account.isEmpty() || filter.account == event.account)
           && (filter.search.isEmpty() || has(event.actor) || has(event.account.joined())
               || has(event.detail));
}

void ActivityModel::take(const core::AuditEvent &event)
{
    if (!m_active) {
        m_stale = true;
        return;
    }
    if (!matches(event))
        return;
    if (m_shownEpoch != m_epoch) {
        m_readAgain = true; // the answer may be from before
        return;
    }
    if (!m_live) {
        ++m_waiting;
        Q_EMIT liveChanged();
        return;
    }
    beginInsertRows({}, 0, 0);
    m_lines.push_front(lineOf(event));
    endInsertRows();
    if (count() > mostLines) {
        beginRemoveRows({}, count() - 1, count() - 1);
        m_lines.pop_back();
        m_more = true;
        endRemoveRows();
    }
    settle();
}

void ActivityModel::verify()
{
    if (m_seal == Seal::Checking)
        return;
    m_seal = Seal::Checking;
    m_sealWords = tr("Reading the record…");
    Q_EMIT sealChanged();
    m_verifying = std::stop_source();
    QCoro::connect(
        m_activity.verify(m_verifying.get_token()),
        this,
        [this](const base::Result<qint64> &lines) {
            m_seal = lines ? Seal::Whole : Seal::Broken;
            m_sealWords =
                lines ? tr("The record is whole: %1 entries, each sealed by the one before.")
                            .arg(QLocale().toString(*lines))
                      : lines.error().message;
            Q_EMIT sealChanged();
        });
}

QString ActivityModel::wordsOfDay(const QString &day) const
{
    return tray::Phrases::day(QDate::fromString(day, Qt::ISODate),
                              m_clock.now().toLocalTime().date());
}

} // namespace desktop
