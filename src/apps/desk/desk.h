// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/desk/authorityhouse.h"
#include "base/clock.h"
#include "base/paths.h"
#include "base/settings.h"
#include "core/consent.h"
#include "core/doctor.h"
#include "core/reference.h"
#include "core/services.h"
#include "core/sops.h"
#include "core/storerestores.h"

#include <functional>
#include <memory>

namespace agent {
class Herald;
class Scheduler;
} // namespace agent

namespace apps {

class AuthorityHost;

//! How programs reach the desk.
struct Door
{
    enum class Kind {
        None, //!< not at all
        Socket, //!< agent.sock
        Once //!< one connection, on standard input and output
    };

    //! A listening socket that the service manager made.
    struct Handed
    {
        int file = -1;
        QString name; //!< "oidc-agent" is that door; anything else is ours
    };

    Kind kind = Kind::None;
    QList<Handed> handed; //!< Socket: to be used instead of making one
};

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
        Door door = {};
        QString version = {};
        bool hasScreen = false;
        //! Ends the program: a program at the door asked for it. Called from within a request.
        std::function<void(QString reason)> shutdown = {};
        //! What only a program with a screen can see, for the doctor.
        std::function<QList<core::Finding>()> seen = {};
    };

    //! Opens database, record and account list. Fails with a sentence for the person when one of
    //! them cannot be used; nothing has been changed then. Conflict: another Latchkey has them.
    [[nodiscard]] static base::Result<std::unique_ptr<Desk>> open(Needs needs);
    ~Desk();

    //! Finds the store, looks at the accounts, opens the door, starts the background work. The desk
    //! answers before this has ended, too: as locked or unavailable.
    [[nodiscard]] base::Task<> start();
    //! Closes the door, then lets everything that is under way come to its end.
    [[nodiscard]] base::Task<> stop();
    //! Reads the person's files again (SIGHUP). The error is the first mistake found; what has one
    //! stays as it was.
    [[nodiscard]] base::Result<> reload();

    [[nodiscard]] core::AccountService &accounts();
    [[nodiscard]] core::TokenService &tokens();
    [[nodiscard]] core::SignInService &signIn();
    [[nodiscard]] core::LockService &lock();
    [[nodiscard]] core::StoreService &store();
    [[nodiscard]] core::StoreRestores &restores();
    [[nodiscard]] core::ActivityService &activity();
    [[nodiscard]] core::ConsentService &consent();
    [[nodiscard]] core::ReferenceService &references();
    [[nodiscard]] core::SopsService &sops();
    [[nodiscard]] core::DoctorService &doctor();
    [[nodiscard]] core::Programs &programs();
    [[nodiscard]] AuthorityHost &authority();
    [[nodiscard]] agent::Herald &herald();
    [[nodiscard]] agent::Scheduler &scheduler();
    //! Mistakes in the person's own files that Latchkey goes on without, for the log and the
    //! window.
    [[nodiscard]] QStringList warnings() const;
    //! The person's login session has ended: what was allowed for it is over. A desk with a socket
    //! hears it from logind.
    void endSession();
    //! The door is open (or why it is not); once, some time after start() began.
    base::Event<base::Result<>> doorOpened;
    //! Door::Kind::Once: whoever was there has gone.
    base::Event<> doorLeft;
    //! The accounts file has a mistake (again): for the person. The last good list stays in force.
    base::Event<base::Error> accountsTrouble;

private:
    struct Rooms;

    explicit Desk(std::unique_ptr<Rooms> rooms);
    void connectRooms();
    void addJobs();
    void watchLogins();
    //! Once: when the store is decided, or has taken too long to be.
    void openDoor();
    [[nodiscard]] base::Task<> openDoorLater();
    [[nodiscard]] base::Result<> tryDoor();

    std::unique_ptr<Rooms> m_rooms;
};

} // namespace apps
