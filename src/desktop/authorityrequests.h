// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/authoritylist.h"

namespace desktop {

//! The requests that were answered last, newest first.
class AuthorityRequests : public desktop::AuthorityList
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed to the page by the application.")
    //! Whether new ones appear by themselves.
    Q_PROPERTY(bool live READ isLive WRITE setLive NOTIFY liveChanged)
    //! Those that came while it was not live.
    Q_PROPERTY(int waiting READ waiting NOTIFY liveChanged)
    //! Whether only those with status 400 and above are shown.
    Q_PROPERTY(bool failures READ failures WRITE setFailures NOTIFY failuresChanged)

public:
    //! Role names: time, method, route, status, took, trace, peer.
    enum Role {
        TimeRole = Qt::UserRole + 1,
        MethodRole,
        RouteRole,
        StatusRole,
        TookRole, //!< "1.4 ms"
        TraceRole,
        PeerRole
    };
    Q_ENUM(Role)

    //! As many as the service keeps.
    static constexpr int most = 200;

    explicit AuthorityRequests(core::AuthorityService &authority, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] bool isLive() const { return m_live; }
    void setLive(bool live);
    [[nodiscard]] int waiting() const { return m_waiting; }
    [[nodiscard]] bool failures() const { return m_failures; }
    void setFailures(bool failures);

    Q_INVOKABLE void reload() override;

Q_SIGNALS:
    void liveChanged();
    void failuresChanged();

private:
    void take(const core::AuthorityRequest &request);

    core::AuthorityService &m_authority;
    base::Subscription m_seen;
    QList<core::AuthorityRequest> m_rows;
    bool m_live = true;
    int m_waiting = 0;
    bool m_failures = false;
};

} // namespace desktop
