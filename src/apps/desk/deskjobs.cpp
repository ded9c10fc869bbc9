// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the rooms tell each other, and the work that comes round by itself.
#include "apps/desk/deskrooms.h"
#include "base/logging.h"
#include "core/settingspecs.h"

#include <tuple>

namespace apps {

void Desk::connectRooms()
{
    Rooms &rooms = *m_rooms;
    rooms.clientSecrets.resolveBy(rooms.references.references());
    rooms.subscriptions += rooms.lock.forget.subscribe([&rooms] {
        rooms.tokens.forget();
        rooms.tokenDesk.forget();
        rooms.authority.forget();
        rooms.references.forget();
    });
    rooms.subscriptions +=
        rooms.lock.changed.subscribe([&rooms](const core::LockService::State &state) {
            if (state == core::LockService::State::Unlocked)
                rooms.book.reconcile();
            rooms.scheduler.poke();
        });
    rooms.subscriptions += rooms.book.moved.subscribe([&rooms](const core::AccountId &,
                                                               const core::AccountState &before,
                                                               const core::AccountState &now) {
        // That somebody used a token is no reason to look at all accounts again.
        const auto concerns = [](const core::AccountState &state) {
            return std::tie(state.expiresAt,
                            state.renewable,
                            state.signInLost,
                            state.trouble,
                            state.snoozedUntil);
        };
        if (concerns(before) != concerns(now))
            rooms.scheduler.poke();
    });
    rooms.subscriptions += rooms.book.reset.subscribe([&rooms] { rooms.scheduler.poke(); });
    rooms.subscriptions += rooms.registry.edited.subscribe(
        [&rooms](const core::AccountId &) { rooms.scheduler.poke(); });
    rooms.subscriptions += rooms.registry.troubleChanged.subscribe([this, &rooms] {
        if (rooms.registry.trouble())
            accountsTrouble.announce(*rooms.registry.trouble());
    });
    rooms.subscriptions +=
        rooms.authority.statusChanged.subscribe([&rooms] { rooms.movePractice(); });
    rooms.subscriptions += rooms.refreshAhead.freed.subscribe([&rooms] { rooms.scheduler.poke(); });
    rooms.subscriptions += rooms.needs.settings.changed.subscribe(
        [&rooms](const QString &) { rooms.scheduler.poke(); });
}

void Desk::addJobs()
{
    Rooms &rooms = *m_rooms;
    rooms.scheduler.add(QStringLiteral("refresh ahead"),
                        [&rooms](const QDateTime &now) { return rooms.refreshAhead.run(now); });
    rooms.scheduler.add(QStringLiteral("expiry"),
                        [&rooms](const QDateTime &now) { return rooms.herald.watchExpiry(now); });
    rooms.scheduler.add(QStringLiteral("standings"),
                        [&rooms](const QDateTime &now) { return rooms.book.watchStandings(now); });
    rooms.scheduler.add(QStringLiteral("idle lock"),
                        [&rooms](const QDateTime &) { return rooms.lock.checkIdle(); });
    rooms.scheduler.add(QStringLiteral("store"), [&rooms](const QDateTime &) {
        // Only where something is amiss: a healthy keyring is not woken every minute.
        if (rooms.lock.state() == core::LockService::State::StoreUnavailable)
            rooms.scope.launch(rooms.store.look());
        return QDateTime();
    });
    rooms.scheduler.add(QStringLiteral("retention"), [&rooms](const QDateTime &now) {
        if (rooms.trimmedOn != now.date()) {
            rooms.trimmedOn = now.date();
            ledger::AuditLog::Keep keep;
            keep.days = static_cast<int>(rooms.needs.settings.number(core::setting::auditKeepDays));
            keep.bytes =
                rooms.needs.settings.number(core::setting::auditKeepMegabytes) * 1024 * 1024;
            rooms.scope.launch(rooms.audit->trim(keep), [](const base::Error &error) {
                qCWarning(lcAgent) << "The record was not trimmed:" << error.message;
            });
        }
        return now.addSecs(3600);
    });
}

} // namespace apps
