// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/programsmodel.h"

#include "tray/phrases.h"
#include "tray/programwords.h"

#include <algorithm>

namespace desktop {

using tray::Phrases;
using tray::ProgramWords;

namespace {

const auto actor = QStringLiteral("window");

bool isRule(const core::Approval &approval)
{
    return approval.source == QLatin1String("config");
}

bool isOfSort(const core::Approval &approval, ProgramsModel::Sort sort)
{
    switch (sort) {
    case ProgramsModel::Sort::Everything:
        return true;
    case ProgramsModel::Sort::Allowed:
        return approval.allowed;
    case ProgramsModel::Sort::Denied:
        return !approval.allowed;
    case ProgramsModel::Sort::Rules:
        return isRule(approval);
    }
    Q_UNREACHABLE();
}

QString fileOf(const core::Approval &approval)
{
    return approval.script.isEmpty() ? approval.executable : approval.script;
}

QString nameOf(const core::Approval &approval)
{
    const QString name = ProgramWords::plain(approval.name);
    return name.isEmpty() ? fileOf(approval).section(QLatin1Char('/'), -1) : name;
}

//! The last used first; what was never used goes by when it was decided.
bool isLater(const core::Approval &a, const core::Approval &b)
{
    const QDateTime ofA = a.lastUsed.isValid() ? a.lastUsed : a.since;
    const QDateTime ofB = b.lastUsed.isValid() ? b.lastUsed : b.since;
    return ofA != ofB ? ofA > ofB : a.id < b.id;
}

} // namespace

ProgramsModel::ProgramsModel(core::ConsentService &consent,
                             const base::Clock &clock,
                             QObject *parent)
    : QAbstractListModel(parent)
    , m_consent(consent)
    , m_clock(clock)
{
    m_changed = m_consent.approvalsChanged.subscribe([this] { reload(); });
}

int ProgramsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ProgramsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const core::Approval &approval = m_rows[index.row()];
    switch (role) {
    case IdRole:
        return approval.id;
    case Qt::DisplayRole:
    case ProgramRole:
        return nameOf(approval);
    case IconRole:
        return ProgramWords::icon(nameOf(approval));
    case PathRole: {
        const QString path = ProgramWords::path(fileOf(approval));
        return approval.through.isEmpty() ? path : tr("%1, with %2").arg(path, approval.through);
    }
    case AccountRole:
        return approval.account.joined();
    case WishRole:
        return approval.wish == core::Wish::Use      ? QString()
               : approval.wish == core::Wish::Change ? tr("Change it")
                                                     : tr("Remove it");
    case AllowedRole:
        return approval.allowed;
    case TermRole:
        return termOf(approval);
    case UsedRole:
        return useOf(approval);
    case UntilRole:
        return approval.until.isValid() ? approval.until.toLocalTime().date().toString(Qt::ISODate)
                                        : QString();
    case ExactRole:
        return Phrases::exact(approval.since);
    case RuleRole:
        return isRule(approval);
    default:
        return {};
    }
}

QHash<int, QByteArray> ProgramsModel::roleNames() const
{
    return {{IdRole, "approvalId"},
            {ProgramRole, "program"},
            {IconRole, "icon"},
            {PathRole, "path"},
            {AccountRole, "accountKey"},
            {WishRole, "wish"},
            {AllowedRole, "allowed"},
            {TermRole, "term"},
            {UsedRole, "used"},
            {UntilRole, "until"},
            {ExactRole, "exact"},
            {RuleRole, "isRule"}};
}

QString ProgramsModel::termOf(const core::Approval &approval) const
{
    if (approval.until.isValid())
        return tr("until %1").arg(Phrases::clock(approval.until, m_clock.now()).text);
    return approval.span == core::ConsentSpan::Session ? tr("this session") : tr("always");
}

QString ProgramsModel::useOf(const core::Approval &approval) const
{
    if (approval.uses <= 0)
        return tr("not used yet");
    if (!approval.lastUsed.isValid())
        return approval.uses == 1 ? tr("used once") : tr("used %1 times").arg(approval.uses);
    const QString last = Phrases::since(approval.lastUsed, m_clock.now()).text;
    return approval.uses == 1 ? tr("used once, %1").arg(last)
                              : tr("used %1 times, last %2").arg(approval.uses).arg(last);
}

QList<int> ProgramsModel::counts() const
{
    QList<int> counts;
    for (const Sort sort : {Sort::Everything, Sort::Allowed, Sort::Denied, Sort::Rules})
        counts.append(static_cast<int>(
            std::count_if(m_all.begin(), m_all.end(), [sort](const core::Approval &approval) {
                return isOfSort(approval, sort);
            })));
    return counts;
}

void ProgramsModel::setSearch(const QString &search)
{
    if (search == m_search)
        return;
    m_search = search;
    Q_EMIT filterChanged();
    sift();
}

void ProgramsModel::setSort(Sort sort)
{
    if (sort == m_sort)
        return;
    m_sort = sort;
    Q_EMIT filterChanged();
    sift();
}

void ProgramsModel::clearFilters()
{
    m_search.clear();
    m_sort = Sort::Everything;
    Q_EMIT filterChanged();
    sift();
}

void ProgramsModel::setActive(bool active)
{
    m_active = active;
    if (active && m_stale)
        reload();
    else if (active)
        freshen();
}

void ProgramsModel::freshen()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
}

void ProgramsModel::reload()
{
    m_stale = !m_active;
    if (m_stale)
        return;
    auto approvals = m_consent.approvals();
    m_message = approvals ? QString() : approvals.error().message;
    m_all = approvals ? std::move(*approvals) : QList<core::Approval>();
    std::sort(m_all.begin(), m_all.end(), isLater);
    sift();
}

bool ProgramsModel::matches(const core::Approval &approval) const
{
    const QString wanted = m_search.trimmed();
    const auto has = [&wanted](const QString &text) {
        return text.contains(wanted, Qt::CaseInsensitive);
    };
    return isOfSort(approval, m_sort)
           && (wanted.isEmpty() || has(approval.name) || has(approval.executable)
               || has(approval.script) || has(approval.account.joined()));
}

void ProgramsModel::sift()
{
    QList<core::Approval> rows;
    std::copy_if(m_all.cbegin(),
                 m_all.cend(),
                 std::back_inserter(rows),
                 [this](const auto &approval) { return matches(approval); });
    const bool same =
        std::equal(rows.cbegin(),
                   rows.cend(),
                   m_rows.cbegin(),
                   m_rows.cend(),
                   [](const core::Approval &a, const core::Approval &b) { return a.id == b.id; });
    // The list stays where it is scrolled to when the same things are in it.
    if (!same)
        beginResetModel();
    m_rows = std::move(rows);
    if (!same)
        endResetModel();
    else
        freshen();
    if (!m_message.isEmpty())
        m_state = State::Failed;
    else if (m_all.isEmpty())
        m_state = State::Empty;
    else
        m_state = m_rows.isEmpty() ? State::NoMatch : State::Ready;
    Q_EMIT stateChanged();
}

const core::Approval *ProgramsModel::find(const QString &approvalId) const
{
    const auto found = std::find_if(m_all.cbegin(), m_all.cend(), [&](const auto &approval) {
        return approval.id == approvalId;
    });
    return found == m_all.cend() ? nullptr : &*found;
}

void ProgramsModel::revoke(const QString &approvalId)
{
    const core::Approval *approval = find(approvalId);
    const QString words =
        approval
            ? tr("%1 has to ask again for %2.").arg(nameOf(*approval), approval->account.joined())
            : QString();
    if (const auto result = m_consent.revoke(approvalId, actor); !result)
        Q_EMIT failed(result.error());
    else if (!words.isEmpty())
        Q_EMIT done(words);
}

void ProgramsModel::setEnd(const QString &approvalId, const QString &date)
{
    const auto end = tray::endOfDay(date);
    if (!end) {
        Q_EMIT failed(end.error());
        return;
    }
    if (const auto result = m_consent.setEnd(approvalId, *end, actor); !result)
        Q_EMIT failed(result.error());
}

} // namespace desktop
