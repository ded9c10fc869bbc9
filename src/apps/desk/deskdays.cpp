// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the desk's day begins and ends: the store, the door, the rooms behind it.
#include "apps/desk/deskrooms.h"
#ifdef Q_OS_LINUX
#include "apps/desk/loginwatch.h"
#endif
#include "base/logging.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace apps {

namespace {

//! A keyring may think for long; whoever is at the door learns from us that it does.
constexpr std::chrono::seconds longestWait(3);

//! We hold agent.lock, so a socket at our place belongs to one that died, or to a service manager
//! that was to start one.
void removeOldSocket([[maybe_unused]] const QString &path)
{
#ifdef Q_OS_UNIX
    const QByteArray name = QFile::encodeName(path);
    struct stat found = {};
    if (lstat(name.constData(), &found) == 0 && S_ISSOCK(found.st_mode) && found.st_uid == getuid())
        unlink(name.constData());
#endif
}

} // namespace

base::Task<> Desk::start()
{
    Rooms &rooms = *m_rooms;
    rooms.scope.launch(openDoorLater());
    if (rooms.needs.door.kind == Door::Kind::Socket)
        watchLogins();
    const auto decided = co_await rooms.store.decide();
    if (!decided)
        qCWarning(lcAgent) << "No store of secrets yet:" << decided.error().message;
    if (rooms.isEnding)
        co_return {};
    rooms.book.reconcile();
    openDoor();
    if (rooms.needs.door.kind == Door::Kind::Once)
        co_return {};
    rooms.scheduler.start();
    rooms.movePractice();
    // Its own status says why it does not run; the desk does without it.
    const auto served = co_await rooms.authority.start();
    if (!served)
        qCWarning(lcAgent) << served.error().message << served.error().remedy;
    co_return {};
}

void Desk::watchLogins()
{
#ifdef Q_OS_LINUX
    Rooms &rooms = *m_rooms;
    rooms.logins = std::make_shared<LoginWatch>(QDBusConnection::systemBus(), getuid());
    rooms.subscriptions += rooms.logins->ended.subscribe([this] { endSession(); });
#endif
}

base::Task<> Desk::openDoorLater()
{
    const std::stop_token stop = m_rooms->scope.stopToken();
    CO_TRY_VOID(co_await m_rooms->needs.clock.sleep(longestWait, stop));
    openDoor();
    co_return {};
}

void Desk::openDoor()
{
    if (m_rooms->isEnding || std::exchange(m_rooms->isDoorTried, true))
        return;
    const base::Result<> tried = tryDoor();
    if (!tried)
        qCCritical(lcAgent).noquote() << tried.error().message << tried.error().remedy;
    doorOpened.announce(tried);
}

base::Result<> Desk::tryDoor()
{
    Rooms &rooms = *m_rooms;
    const Door &door = rooms.needs.door;
    switch (door.kind) {
    case Door::Kind::None:
        return {};
    case Door::Kind::Once: {
#ifdef Q_OS_UNIX
        rooms.subscriptions +=
            rooms.server.connectionsChanged.subscribe([this](const int &connections) {
                if (connections == 0)
                    doorLeft.announce();
            });
        return rooms.server.serve(STDIN_FILENO, STDOUT_FILENO, {getppid(), getuid()});
#else
        return base::fail(base::ErrorCode::Unsupported, QStringLiteral("--once"));
#endif
    }
    case Door::Kind::Socket:
        break;
    }
    if (door.handed.isEmpty()) {
        removeOldSocket(rooms.needs.paths.agentSocket());
        TRY_VOID(rooms.server.listen());
        qCInfo(lcAgent).noquote() << "Listening at" << rooms.server.path();
        return {};
    }
    for (const Door::Handed &handed : door.handed)
        TRY_VOID(rooms.server.adopt(handed.file,
                                    handed.name == QLatin1String("oidc-agent")
                                        ? rpc::Server::Door::OidcAgent
                                        : rpc::Server::Door::Latchkey));
    qCInfo(lcAgent) << "Listening at the socket of the service manager.";
    return {};
}

base::Task<> Desk::stop()
{
    Rooms &rooms = *m_rooms;
    rooms.isEnding = true;
    CO_TRY_VOID(co_await rooms.server.stop());
    CO_TRY_VOID(co_await rooms.consent.stop());
    CO_TRY_VOID(co_await rooms.scheduler.stop());
    CO_TRY_VOID(co_await rooms.signIn.stop());
    CO_TRY_VOID(co_await rooms.authority.stop());
    CO_TRY_VOID(co_await rooms.refreshAhead.stop());
    CO_TRY_VOID(co_await rooms.herald.stop());
    CO_TRY_VOID(co_await rooms.book.stop());
    CO_TRY_VOID(co_await rooms.tokens.stop());
    CO_TRY_VOID(co_await rooms.scope.stop());
    co_return {};
}

base::Result<> Desk::reload()
{
    return m_rooms->reload();
}

} // namespace apps
