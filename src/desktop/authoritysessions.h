// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "desktop/authoritylist.h"

namespace desktop {

//! The browsers that are signed in.
class AuthoritySessions : public desktop::AuthorityList
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed to the page by the application.")

public:
    //! Role names: handle, user, agent, peer, since, seen, remains.
    enum Role {
        HandleRole = Qt::UserRole + 1,
        UserRole,
        AgentRole,
        PeerRole,
        SinceRole, //!< "3 h ago"
        SeenRole,
        RemainsRole //!< "in 12 min"
    };
    Q_ENUM(Role)

    AuthoritySessions(core::AuthorityService &authority,
                      const base::Clock &clock,
                      QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE void reload() override;
    Q_INVOKABLE void end(const QString &handle);

private:
    core::AuthorityService &m_authority;
    const base::Clock &m_clock;
    QList<core::AuthoritySession> m_rows;
    int m_epoch = 0;
};

} // namespace desktop
