// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/authorityrequests.h"

#include <QLocale>

namespace desktop {

namespace {

constexpr int firstFailure = 400;

} // namespace

AuthorityRequests::AuthorityRequests(core::AuthorityService &authority, QObject *parent)
    : AuthorityList(parent)
    , m_authority(authority)
{
    m_seen = m_authority.requestSeen.subscribe(
        [this](const core::AuthorityRequest &request) { take(request); });
}

int AuthorityRequests::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant AuthorityRequests::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const core::AuthorityRequest &request = m_rows[index.row()];
    switch (role) {
    case TimeRole:
        return request.at.toLocalTime().time().toString(QStringLiteral("HH:mm:ss"));
    case MethodRole:
        return request.method;
    case Qt::DisplayRole:
    case RouteRole:
        return request.route;
    case StatusRole:
        return request.status;
    case TookRole:
        return tr("%1 ms").arg(
            QLocale().toString(static_cast<double>(request.micros) / 1000.0, 'f', 1));
    case TraceRole:
        return request.traceId;
    case PeerRole:
        return request.peer;
    default:
        return {};
    }
}

QHash<int, QByteArray> AuthorityRequests::roleNames() const
{
    return {{TimeRole, "time"},
            {MethodRole, "method"},
            {RouteRole, "route"},
            {StatusRole, "status"},
            {TookRole, "took"},
            {TraceRole, "trace"},
            {PeerRole, "peer"}};
}

void AuthorityRequests::setLive(bool live)
{
    if (live == m_live)
        return;
    m_live = live;
    Q_EMIT liveChanged();
    if (live && m_waiting > 0)
        reload();
}

void AuthorityRequests::setFailures(bool failures)
{
    if (failures == m_failures)
        return;
    m_failures = failures;
    Q_EMIT failuresChanged();
    reload();
}

void AuthorityRequests::reload()
{
    QList<core::AuthorityRequest> requests = m_authority.requests();
    if (m_failures)
        requests.removeIf(
            [](const core::AuthorityRequest &request) { return request.status < firstFailure; });
    beginResetModel();
    m_rows = std::move(requests);
    endResetModel();
    m_waiting = 0;
    Q_EMIT liveChanged();
    settle(m_failures);
}

void AuthorityRequests::take(const core::AuthorityRequest &request)
{
    // Nobody looks: the service keeps the last ones anyway.
    if (!isWatched() || (m_failures && request.status < firstFailure))
        return;
    if (!m_live) {
        ++m_waiting;
        Q_EMIT liveChanged();
        return;
    }
    beginInsertRows({}, 0, 0);
    m_rows.prepend(request);
    endInsertRows();
    if (count() > most) {
        beginRemoveRows({}, most, count() - 1);
        m_rows.resize(most);
        endRemoveRows();
    }
    settle(m_failures);
}

} // namespace desktop
