// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/settings.h"
#include "tray/traymenu.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QSystemTrayIcon;
QT_END_NAMESPACE

namespace tray {

class SystemLook;
class Window;

//! The icon in the panel. It appears as soon as there is a panel for it, be that now, a little
//! after the login, or when somebody installs one.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    struct Needs
    {
        core::AccountService &accounts;
        core::LockService &lock;
        core::ConsentService &consent;
        core::AuthorityService &authority;
        core::Notifications &notifications;
        base::Settings &settings;
        const base::Clock &clock;
        AccountVerbs &verbs;
        SystemLook &look;
        Window &window;
    };

    explicit TrayIcon(Needs needs, QObject *parent = nullptr);
    ~TrayIcon() override;

    //! Looks for a tray and shows the icon there; missing() when there is none after a while.
    void start();
    [[nodiscard]] bool isShown() const { return m_icon != nullptr; }
    [[nodiscard]] TrayState state() const { return m_state; }
    [[nodiscard]] QString toolTip() const;
    [[nodiscard]] TrayMenu &menu() { return m_menu; }
    //! A plain message beside the icon: where no notification server is.
    void showMessage(const core::Notification &notification);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void quitRequested();
    //! The desktop has no tray (yet).
    void missing();
    //! The icon is in the panel.
    void shown();

private:
    void look();
    void show();
    void settle();
    void draw();
    void lookAtPanel();
    void connectMenu();
    void unlock();
    void watchNetwork();
    void complain(const core::AccountId &id, const base::Error &error);
    void tell(core::Notification notification, const base::Error &error);

    Needs m_needs;
    TrayMenu m_menu;
    base::Subscription m_settingChanged;
    std::unique_ptr<QSystemTrayIcon> m_icon;
    TrayState m_state = TrayState::Ok;
    std::optional<bool> m_panelDark; //!< as seen on the screen
    bool m_offline = false;
    bool m_busy = false;
    bool m_complained = false; //!< missing() was said
    int m_looks = 0;
    QTimer m_lookAgain;
    QTimer m_busySoon;
};

} // namespace tray
