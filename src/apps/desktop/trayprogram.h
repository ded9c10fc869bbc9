// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/desk/desk.h"
#include "apps/desktop/language.h"
#include "apps/desktop/windowhost.h"
#include "desktop/desktopapp.h"
#include "desktop/desktopnotifier.h"
#include "desktop/sessionwatch.h"
#include "desktop/singleinstance.h"
#include "desktop/systembrowser.h"
#include "desktop/trayicon.h"

#include <QObject>

#include <functional>
#include <memory>

namespace apps {

//! The tray program: the desk and its faces, joined.
class TrayProgram : public QObject
{
    Q_OBJECT

public:
    struct Needs
    {
        base::Paths paths;
        base::Settings &settings;
        Language &language;
        desktop::SingleInstance &instance;
        QString version;
    };

    //! What to show at first.
    enum class Start { Window, Background, AddAccount, SelfTest };

    explicit TrayProgram(Needs needs);
    ~TrayProgram() override;

    [[nodiscard]] base::Result<> open();
    void start(Start start);

private:
    void connectTray();
    void connectSession();
    void connectNotices();
    void tellOfMistakes();
    void showWindow();
    void showFor(const std::function<void()> &request);
    void copyFromNotice(const core::AccountId &id);
    void quit();

    Needs m_needs;
    base::SystemClock m_clock;
    desktop::SystemBrowser m_browser;
    desktop::DesktopNotifier m_notifier;
    desktop::SessionWatch m_session;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<desktop::DesktopApp> m_app;
    std::unique_ptr<desktop::TrayIcon> m_tray;
    std::unique_ptr<WindowHost> m_window;
    std::vector<base::Subscription> m_subscriptions;
    bool m_quitting = false;
};

} // namespace apps
