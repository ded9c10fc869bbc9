// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk/desk.h"

#include "apps/desk/deskrooms.h"
#include "base/logging.h"

namespace apps {

base::Result<std::unique_ptr<Desk>> Desk::open(Needs needs)
{
    TRY_VOID(needs.paths.create());
    TRY(auto agentLock, AgentLock::take(needs.paths));
    TRY(auto database, ledger::Database::open(needs.paths.databaseFile()));
    TRY(auto audit, ledger::AuditLog::open(needs.paths.state, *database, needs.clock));
    auto rooms = std::make_unique<Rooms>(
        std::move(needs), std::move(agentLock), std::move(database), std::move(audit));
    rooms->catalog.load();
    // A mistake in the file is shown in the window; until it is mended the list is not written.
    if (const auto loaded = rooms->registry.load(); !loaded)
        qCWarning(lcAgent) << loaded.error().message;
    TRY_VOID(rooms->book.load());
    TRY_VOID(rooms->consent.load());
    std::unique_ptr<Desk> desk(new Desk(std::move(rooms)));
    desk->connectRooms();
    desk->addJobs();
    return desk;
}

Desk::Desk(std::unique_ptr<Rooms> rooms)
    : m_rooms(std::move(rooms))
{}

Desk::~Desk() = default;

core::AccountService &Desk::accounts()
{
    return m_rooms->book;
}

core::TokenService &Desk::tokens()
{
    return m_rooms->tokenDesk;
}

core::SignInService &Desk::signIn()
{
    return m_rooms->signIn;
}

core::LockService &Desk::lock()
{
    return m_rooms->lock;
}

core::StoreService &Desk::store()
{
    return m_rooms->storeDesk;
}

core::StoreRestores &Desk::restores()
{
    return m_rooms->storeDesk;
}

core::ActivityService &Desk::activity()
{
    return m_rooms->activity;
}

AuthorityHost &Desk::authority()
{
    return m_rooms->authority;
}

agent::Herald &Desk::herald()
{
    return m_rooms->herald;
}

agent::Scheduler &Desk::scheduler()
{
    return m_rooms->scheduler;
}

core::ConsentService &Desk::consent()
{
    return m_rooms->consent;
}

core::ReferenceService &Desk::references()
{
    return m_rooms->references.references();
}

core::SopsService &Desk::sops()
{
    return m_rooms->references.sops();
}

core::DoctorService &Desk::doctor()
{
    return m_rooms->doctor;
}

core::Programs &Desk::programs()
{
    return m_rooms->programs;
}

void Desk::endSession()
{
    m_rooms->consent.endSession();
}

QStringList Desk::warnings() const
{
    return m_rooms->warnings();
}

} // namespace apps
