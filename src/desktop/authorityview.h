// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "core/authority.h"
#include "desktop/authorityclients.h"
#include "desktop/authorityevents.h"
#include "desktop/authoritykeys.h"
#include "desktop/authoritypolicies.h"
#include "desktop/authorityrequests.h"
#include "desktop/authoritysessions.h"
#include "desktop/authorityusers.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace desktop {

//! The authority, Latchkey's own provider, as its page sees it: how it stands, its lists, and what
//! a developer pastes first.
class AuthorityView : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed to the page by the application.")
    Q_PROPERTY(State state READ state NOTIFY changed)
    //! Whether it is wanted on, however it stands.
    Q_PROPERTY(bool on READ isOn NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    //! "http://127.0.0.1:7420", or the public address.
    Q_PROPERTY(QString issuer READ issuer NOTIFY changed)
    //! "Running", "Off", …
    Q_PROPERTY(QString stateWords READ stateWords NOTIFY changed)
    //! Why it does not run, and what to do; "" while it does.
    Q_PROPERTY(QString reason READ reason NOTIFY changed)
    Q_PROPERTY(int users READ userCount NOTIFY changed)
    Q_PROPERTY(int clients READ clientCount NOTIFY changed)
    Q_PROPERTY(int sessions READ sessionCount NOTIFY changed)
    //! "in 5 h 12 min"
    Q_PROPERTY(QString nextRollOver READ nextRollOver NOTIFY changed)
    //! The client of the snippets; "" before one was made.
    Q_PROPERTY(QString quickClient READ quickClient NOTIFY quickChanged)
    Q_PROPERTY(QStringList snippetNames READ snippetNames CONSTANT)
    //! Which of them is shown.
    Q_PROPERTY(int language READ language WRITE setLanguage NOTIFY quickChanged)
    Q_PROPERTY(QString snippet READ snippet NOTIFY quickChanged)
    Q_PROPERTY(desktop::AuthorityClients *clientList READ clientList CONSTANT)
    Q_PROPERTY(desktop::AuthorityUsers *userList READ userList CONSTANT)
    Q_PROPERTY(desktop::AuthoritySessions *sessionList READ sessionList CONSTANT)
    Q_PROPERTY(desktop::AuthorityKeys *keyList READ keyList CONSTANT)
    Q_PROPERTY(desktop::AuthorityRequests *requestList READ requestList CONSTANT)
    Q_PROPERTY(desktop::AuthorityEvents *eventList READ eventList CONSTANT)
    Q_PROPERTY(desktop::AuthorityPolicies *policies READ policies CONSTANT)

public:
    enum class State { Off, Starting, Running, Locked, Failed };
    Q_ENUM(State)

    AuthorityView(core::AuthorityService &authority,
                  const base::Clock &clock,
                  tray::ClipboardGuard &clipboard,
                  QObject *parent = nullptr);

    [[nodiscard]] State state() const;
    [[nodiscard]] bool isOn() const { return state() != State::Off; }
    [[nodiscard]] bool isBusy() const { return m_busy || state() == State::Starting; }
    [[nodiscard]] QString issuer() const;
    [[nodiscard]] QString stateWords() const;
    [[nodiscard]] QString reason() const;
    [[nodiscard]] int userCount() const { return m_authority.status().users; }
    [[nodiscard]] int clientCount() const { return m_authority.status().clients; }
    [[nodiscard]] int sessionCount() const { return m_authority.status().sessions; }
    [[nodiscard]] QString nextRollOver() const;
    [[nodiscard]] QString quickClient() const { return m_quickClient; }
    [[nodiscard]] QStringList snippetNames() const;
    [[nodiscard]] int language() const { return m_language; }
    void setLanguage(int language);
    [[nodiscard]] QString snippet() const;
    [[nodiscard]] AuthorityClients *clientList() const { return m_clients; }
    [[nodiscard]] AuthorityUsers *userList() const { return m_users; }
    [[nodiscard]] AuthoritySessions *sessionList() const { return m_sessions; }
    [[nodiscard]] AuthorityKeys *keyList() const { return m_keys; }
    [[nodiscard]] AuthorityRequests *requestList() const { return m_requests; }
    [[nodiscard]] AuthorityEvents *eventList() const { return m_events; }
    [[nodiscard]] AuthorityPolicies *policies() const { return m_policies; }

    //! Whether the window is on the screen: without, nothing here wakes up.
    void setActive(bool active);
    //! Says everything anew, in another language.
    void retranslate();

    Q_INVOKABLE void setOn(bool on);
    //! Failed: tries to start once more.
    Q_INVOKABLE void retry();
    //! "Make a client for this": public, any loopback port, browser and code.
    Q_INVOKABLE void makeQuickClient();
    //! Reads again what the page shows.
    Q_INVOKABLE void reload();

Q_SIGNALS:
    void changed();
    void quickChanged();
    //! A verb was done: what, for people.
    void done(const QString &words);
    void failed(const base::Error &error);

private:
    [[nodiscard]] QList<AuthorityList *> lists() const;
    void turn(bool on);
    void follow();
    void findQuickClient();

    core::AuthorityService &m_authority;
    const base::Clock &m_clock;
    base::Subscription m_statusChanged;
    AuthorityClients *m_clients;
    AuthorityUsers *m_users;
    AuthoritySessions *m_sessions;
    AuthorityKeys *m_keys;
    AuthorityRequests *m_requests;
    AuthorityEvents *m_events;
    AuthorityPolicies *m_policies;
    QString m_quickClient;
    int m_language = 0;
    bool m_busy = false;
    bool m_active = false;
    QTimer m_soon;
    QTimer m_aging;
};

} // namespace desktop
