// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/settings.h"
#include "core/authority.h"
#include "core/consent.h"
#include "core/services.h"
#include "core/storerestores.h"
#include "tray/window.h"

#include <QtPlugin>

#include <functional>
#include <memory>

namespace tray {

class AccountVerbs;
class ClipboardGuard;
class SystemLook;

//! What the window stands on; all of it outlives the window.
struct WindowNeeds
{
    core::AccountService &accounts;
    core::TokenService &tokens;
    core::SignInService &signIn;
    core::LockService &lock;
    core::StoreService &store;
    core::ActivityService &activity;
    core::ConsentService &consent;
    core::AuthorityService &authority;
    core::Browser &browser;
    base::Settings &settings;
    const base::Clock &clock;
    base::Paths paths;
    QString version;
    //! The same verbs, clipboard and look as the tray's.
    AccountVerbs &verbs;
    ClipboardGuard &clipboard;
    SystemLook &look;
    //! Ends the program: the way out where there is no tray.
    std::function<void()> quit;
    //! There is no window to tell it in: a mistake of ours, or files that do not fit together.
    std::function<void(const base::Error &)> failed;
    core::StoreRestores *restores = nullptr; //!< may be null: a store whose copies do not grow old
};

//! The door of the file that holds the window, Qt Quick and all that is seen there. The tray loads
//! it when the window is first wanted. It has its own copy of the rooms that it uses: what crosses
//! the door are ports and values, never an object that QML knows by its type.
class WindowModule
{
public:
    virtual ~WindowModule();
    //! Nothing is on the screen yet, nor loaded.
    [[nodiscard]] virtual std::unique_ptr<Window> make(WindowNeeds needs) = 0;
};

} // namespace tray

Q_DECLARE_INTERFACE(tray::WindowModule, "latchkey.WindowModule/1")
