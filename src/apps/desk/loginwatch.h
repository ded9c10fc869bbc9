// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/event.h"

#include <QDBusConnection>
#include <QObject>

namespace apps {

//! Hears from logind when the person has signed out everywhere (desktop, terminal, SSH), although
//! this program may live on: `loginctl enable-linger`. Where there is no logind it hears nothing,
//! and says so once in the log.
class LoginWatch final : public QObject
{
    Q_OBJECT

public:
    //! \a system is the system's bus; \a uid the person's.
    LoginWatch(QDBusConnection system, qint64 uid);

    //! The last session has ended.
    base::Event<> ended;

private Q_SLOTS:
    //! Something about some session has changed: asks how the person stands.
    void look();
    void lookAt(const QString &changed);

private:
    void askState(const QString &user);
    void take(const QString &state);
    void takeFailure(const QString &name, const QString &message);

    QDBusConnection m_system;
    qint64 m_uid;
    bool m_isSignedIn = false; //!< somewhere, as far as we know
    bool m_isAsking = false;
    bool m_asksAgain = false;
    bool m_hasComplained = false;
};

} // namespace apps
