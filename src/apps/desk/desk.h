// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/desk/authorityhouse.h"
#include "base/clock.h"
#include "base/paths.h"
#include "base/settings.h"
#include "core/services.h"

#include <memory>

namespace agent {
class Herald;
class Scheduler;
} // namespace agent

namespace apps {

class AuthorityHost;

//! The whole house below the faces, wired: what the tray program and the headless one have in
//! common. Made by open(), brought to life by start(), ended by stop().
class Desk
{
public:
    struct Needs
    {
        base::Paths paths;
        base::Settings &settings;
        base::Clock &clock;
        core::Browser &browser;
        core::Notifications &notifications;
        //! What only the command line says of the authority.
        AuthorityHouse::Options authority = {};
    };

    //! Opens database, record and account list. Fails with a sentence for the person when one of
    //! them cannot be used; nothing has been changed then. Conflict: another Latchkey has them.
    [[nodiscard]] static base::Result<std::unique_ptr<Desk>> open(Needs needs);
    ~Desk();

    //! Finds the store, looks at the accounts, starts the background work. The desk answers before
    //! this has ended, too: as locked or unavailable.
    [[nodiscard]] base::Task<> start();
    //! Lets everything that is under way come to its end.
    [[nodiscard]] base::Task<> stop();

    [[nodiscard]] core::AccountService &accounts();
    [[nodiscard]] core::TokenService &tokens();
    [[nodiscard]] core::SignInService &signIn();
    [[nodiscard]] core::LockService &lock();
    [[nodiscard]] core::StoreService &store();
    [[nodiscard]] core::ActivityService &activity();
    [[nodiscard]] AuthorityHost &authority();
    [[nodiscard]] agent::Herald &herald();
    [[nodiscard]] agent::Scheduler &scheduler();
    //! Mistakes in the person's own files that Latchkey goes on without, for the log and the
    //! window.
    [[nodiscard]] QStringList warnings() const;
    //! The accounts file has a mistake (again): for the person. The last good list stays in force.
    base::Event<base::Error> accountsTrouble;

private:
    struct Rooms;

    explicit Desk(std::unique_ptr<Rooms> rooms);
    void connectRooms();
    void addJobs();

    std::unique_ptr<Rooms> m_rooms;
};

} // namespace apps
