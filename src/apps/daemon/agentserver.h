// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/daemon/agentoptions.h"
#include "apps/daemon/headlessfaces.h"
#include "apps/daemon/servicenotice.h"
#include "apps/daemon/stopsignals.h"
#include "apps/desk/desk.h"

namespace apps {

//! The agent without a screen: opens the desk, serves its socket, ends in order when it is asked
//! to.
class AgentServer : public QObject
{
    Q_OBJECT

public:
    AgentServer(AgentOptions options, base::Settings &settings, ServiceNotice &notice);
    ~AgentServer() override;

    //! Serves until it is asked to end; gives the exit code. Where another agent runs already it
    //! ends at once with 0, having waited for one that is just coming or going.
    [[nodiscard]] int run();

private:
    enum class Turn { Ours, Theirs };

    //! Opens the desk, or finds that somebody else serves.
    [[nodiscard]] base::Result<Turn> open(const QList<Door::Handed> &handed);
    [[nodiscard]] int yield(const QList<Door::Handed> &handed);
    void begin();
    void end(const QString &why);
    void reload();
    [[nodiscard]] QString status() const;

    AgentOptions m_options;
    base::Settings &m_settings;
    ServiceNotice &m_notice;
    base::SystemClock m_clock;
    NoBrowser m_browser;
    LoggedNotifications m_notifications;
    std::unique_ptr<Desk> m_desk;
    StopSignals m_signals{StopSignals::Hangup::Reloads};
    QList<base::Subscription> m_subscriptions;
    bool m_isEnding = false;
    int m_exitCode = 0;
};

} // namespace apps
