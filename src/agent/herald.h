// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/accountbook.h"

#include <QMap>

namespace agent {

//! Tells the person what matters: before something ends that cannot renew itself, when a sign-in is
//! lost, when renewing works again. One notification a matter; several at once become one; none in
//! quiet hours.
class Herald
{
public:
    struct Parts
    {
        AccountBook &book;
        core::Notifications &notifications;
        base::Clock &clock;
        const base::Settings &settings;
    };

    //! Notices that come within this span are looked at together.
    static constexpr std::chrono::milliseconds gatherFor{1500};
    //! So many at once are still shown one by one.
    static constexpr int oneByOne = 2;

    explicit Herald(Parts parts);

    //! Job: looks for thresholds that have been reached; when to look again.
    [[nodiscard]] QDateTime watchExpiry(const QDateTime &now);
    [[nodiscard]] base::Task<> stop() { return m_scope.stop(); }

    //! The person pressed a button that somebody else must act on.
    base::Event<core::AccountId> signInWanted;
    base::Event<core::AccountId> copyWanted;
    base::Event<> showWanted;

private:
    struct Told
    {
        QDateTime expiresAt;
        std::chrono::seconds threshold{0};
    };

    [[nodiscard]] QDateTime look(const core::AccountView &view, const QDateTime &now);
    void raise(core::Notification notification);
    void withdraw(const QString &matter);
    [[nodiscard]] base::Task<> flushLater();
    void flush();
    void follow(const core::AccountId &id,
                const core::AccountState &before,
                const core::AccountState &now);
    void act(const core::Notification &notification, const QString &action);
    [[nodiscard]] core::Notification about(const core::AccountView &view,
                                           const QString &subject,
                                           const QString &body) const;

    Parts m_parts;
    QMap<QString, core::Notification> m_waiting; // by matter
    QHash<core::AccountId, Told> m_told;
    bool m_flushing = false;
    base::TaskScope m_scope;
    Agenda m_agenda{[this] { return m_parts.book.ids(); }}; // of watchExpiry()
    QList<std::chrono::seconds> m_general; // what the agenda was made with
    bool m_wanted = false;
    base::Subscription m_onMove;
    base::Subscription m_onChange;
    base::Subscription m_onReset;
    base::Subscription m_onAction;
};

} // namespace agent
