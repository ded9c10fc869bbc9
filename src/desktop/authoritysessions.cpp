// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/authoritysessions.h"

#include "tray/phrases.h"

namespace desktop {

using tray::Phrases;

AuthoritySessions::AuthoritySessions(core::AuthorityService &authority,
                                     const base::Clock &clock,
                                     QObject *parent)
    : AuthorityList(parent)
    , m_authority(authority)
    , m_clock(clock)
{}

int AuthoritySessions::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant AuthoritySessions::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const core::AuthoritySession &session = m_rows[index.row()];
    const QDateTime now = m_clock.now();
    switch (role) {
    case HandleRole:
        return session.handle;
    case Qt::DisplayRole:
    case UserRole:
        return session.userName.isEmpty() ? session.userId : session.userName;
    case AgentRole:
        return session.agent.isEmpty() ? tr("an unknown browser") : session.agent;
    case PeerRole:
        return session.peer;
    case SinceRole:
        return Phrases::since(session.createdAt, now).text;
    case SeenRole:
        return Phrases::since(session.seenAt, now).text;
    case RemainsRole:
        return Phrases::until(session.expiresAt, now).text;
    default:
        return {};
    }
}

QHash<int, QByteArray> AuthoritySessions::roleNames() const
{
    return {{HandleRole, "handle"},
            {UserRole, "user"},
            {AgentRole, "agent"},
            {PeerRole, "peer"},
            {SinceRole, "since"},
            {SeenRole, "seen"},
            {RemainsRole, "remains"}};
}

void AuthoritySessions::reload()
{
    const int epoch = ++m_epoch;
    QCoro::connect(
        m_authority.sessions(),
        this,
        [this, epoch](base::Result<QList<core::AuthoritySession>> sessions) {
            if (epoch != m_epoch)
                return;
            if (!sessions)
                return fail(sessions.error());
            place(m_rows, std::move(*sessions), [](const auto &row) { return row.handle; });
            settle();
        });
}

void AuthoritySessions::end(const QString &handle)
{
    run<void>(m_authority.endSession(handle), [this] {
        Q_EMIT done(tr("The session has ended."));
        reload();
    });
}

} // namespace desktop
