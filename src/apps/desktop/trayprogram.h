// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/desk/desk.h"
#include "apps/desk/language.h"
#include "apps/desktop/windowhost.h"
#include "tray/accountverbs.h"
#include "tray/approvalcall.h"
#include "tray/clipboardguard.h"
#include "tray/consentcall.h"
#include "tray/desktopnotifier.h"
#include "tray/sessionwatch.h"
#include "tray/singleinstance.h"
#include "tray/systembrowser.h"
#include "tray/systemlook.h"
#include "tray/trayicon.h"

#include <QObject>
#include <QTimer>

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
        tray::SingleInstance &instance;
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
    void followSettings();
    void restSoon();
    void tellOfNoWindow(const base::Error &error);
    void quit();

    Needs m_needs;
    base::SystemClock m_clock;
    tray::SystemBrowser m_browser;
    tray::DesktopNotifier m_notifier;
    tray::SessionWatch m_session;
    tray::SystemLook m_look;
    tray::ClipboardGuard m_clipboard;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<tray::AccountVerbs> m_verbs;
    std::unique_ptr<WindowHost> m_window;
    std::unique_ptr<tray::TrayIcon> m_tray;
    std::unique_ptr<tray::ApprovalCall> m_approvals;
    std::unique_ptr<tray::ConsentCall> m_consents;
    QTimer m_rest; //!< until what only the start or the window needed is given back
    std::vector<base::Subscription> m_subscriptions;
    bool m_quitting = false;
    int m_exitCode = 0;
};

} // namespace apps
