// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>

namespace tray {

//! The window, as the tray, the notifications and a second start know it. Whoever asks it for
//! something wants to see it: every request shows it first.
class Window
{
public:
    virtual ~Window();

    virtual void show() = 0;
    virtual void hide() = 0;
    [[nodiscard]] virtual bool isOpen() const = 0;
    //! "accounts", "activity", "programs", "authority", "settings"
    virtual void showPage(const QString &page) = 0;
    virtual void showAccount(const QString &accountKey) = 0;
    virtual void addAccount() = 0;
    virtual void signIn(const QString &accountKey) = 0;
    //! The window of its own in which the person allows or denies what waits at the authority; the
    //! main window stays as it is.
    virtual void showApproval() = 0;
    //! Whether that window has the keyboard.
    [[nodiscard]] virtual bool isApprovalActive() const = 0;
    //! The same for the window that asks whether a program may have an account.
    virtual void showConsent() = 0;
    [[nodiscard]] virtual bool isConsentActive() const = 0;

    //! A sentence at the top of it, for the next time that somebody looks.
    virtual void complain(const base::Error &error) = 0;
    //! The desktop has no tray: the window is the only door.
    virtual void setTrayMissing(bool missing) = 0;
    //! The interface language has changed.
    virtual void retranslate() = 0;
};

} // namespace tray
