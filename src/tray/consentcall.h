// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/consent.h"
#include "core/ports.h"
#include "core/services.h"

#include <QObject>

#include <functional>

namespace tray {

class Window;

//! Calls the person when a program asks for an account: a notification, and the window that asks as
//! soon as somebody can see it. However many ask, it is one notification and one window.
class ConsentCall : public QObject
{
    Q_OBJECT

public:
    struct Needs
    {
        core::ConsentService &consent;
        core::AccountService &accounts;
        core::Notifications &notifications;
        Window &window;
        //! Nobody can read a window behind a locked screen: it waits until screenUnlocked().
        std::function<bool()> isScreenLocked;
    };

    explicit ConsentCall(Needs needs, QObject *parent = nullptr);

    //! What still waits is shown now.
    void screenUnlocked();

private:
    void look();
    void open();
    void notify(const QList<core::ConsentQuestion> &waiting);
    void withdraw();
    void act(const core::Notification &notification, const QString &action);

    Needs m_needs;
    base::Subscription m_changed;
    base::Subscription m_acted;
    QStringList m_known; //!< questions that the person has been called for
    core::Notification m_shown; //!< without a matter: none is
    QString m_asksOf; //!< the one question that the notification is about; empty: several
};

} // namespace tray
