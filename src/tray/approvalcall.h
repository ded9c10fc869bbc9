// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/authority.h"
#include "core/ports.h"

#include <QObject>
#include <QTimer>

namespace tray {

class Window;

//! Calls the person when somebody wants to be signed in with their name: opens the window that
//! asks, and a notification where that window does not come to the front by itself.
class ApprovalCall : public QObject
{
    Q_OBJECT

public:
    struct Needs
    {
        core::AuthorityService &authority;
        core::Notifications &notifications;
        Window &window;
    };

    //! How long the window may take to get the keyboard before a notification is shown, too.
    static constexpr auto patience = std::chrono::milliseconds(1500);

    explicit ApprovalCall(Needs needs, QObject *parent = nullptr);

private:
    void look();
    void notify();
    void act(const core::Notification &notification, const QString &action);

    Needs m_needs;
    base::Subscription m_changed;
    base::Subscription m_acted;
    QStringList m_known; //!< questions that the person has been called for
    QString m_notified; //!< matter; empty: no notification is shown
    QTimer m_soon;
};

} // namespace tray
