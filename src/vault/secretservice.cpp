// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/secretservice.h"

#include "vault/words.h"

#ifdef Q_OS_LINUX
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QLibrary>
#endif

namespace vault {

#ifdef Q_OS_LINUX

namespace {

using Presence = Keyring::Presence;

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

//! Calls and hears the reply; the watcher goes by itself.
void call(const QDBusMessage &message, std::function<void(const QDBusMessage &)> heard)
{
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message));
    QObject::connect(watcher,
                     &QDBusPendingCallWatcher::finished,
                     watcher,
                     [heard = std::move(heard)](QDBusPendingCallWatcher *finished) {
                         heard(finished->reply());
                         finished->deleteLater();
                     });
}

//! QtKeychain prefers KWallet's own interface on Plasma.
bool usesKWallet()
{
    const QStringList desktops =
        qEnvironmentVariable("XDG_CURRENT_DESKTOP").split(QLatin1Char(':'));
    if (!desktops.contains(s("KDE")))
        return false;
    const auto *bus = QDBusConnection::sessionBus().interface();
    return bus && bus->isServiceRegistered(s("org.kde.kwalletd5"));
}

void forgetOldSession()
{
    using Disconnect = void (*)();
    const auto disconnect = reinterpret_cast<Disconnect>(
        QLibrary::resolve(s("secret-1"), 0, "secret_service_disconnect"));
    if (disconnect)
        disconnect();
}

void askWhetherLocked(const QString &collection, const Keyring::Seen &seen)
{
    QDBusMessage ask = QDBusMessage::createMethodCall(
        s("org.freedesktop.secrets"), collection, s("org.freedesktop.DBus.Properties"), s("Get"));
    ask << s("org.freedesktop.Secret.Collection") << s("Locked");
    call(ask, [seen](const QDBusMessage &reply) {
        if (reply.type() != QDBusMessage::ReplyMessage || reply.arguments().isEmpty())
            return seen(Presence::Unknown);
        const auto value = reply.arguments().constFirst().value<QDBusVariant>().variant();
        seen(value.toBool() ? Presence::Locked : Presence::Open);
    });
}

} // namespace

void lookAtSecretService(std::shared_ptr<QString> owner, Keyring::Seen seen)
{
    if (!QDBusConnection::sessionBus().isConnected())
        return seen(Presence::Absent);
    if (usesKWallet())
        return seen(Presence::Unknown);

    // The call starts the service where the bus knows how to.
    QDBusMessage ask = QDBusMessage::createMethodCall(s("org.freedesktop.secrets"),
                                                      s("/org/freedesktop/secrets"),
                                                      s("org.freedesktop.Secret.Service"),
                                                      s("ReadAlias"));
    ask << s("default");
    call(ask, [owner, seen = std::move(seen)](const QDBusMessage &reply) {
        if (reply.type() != QDBusMessage::ReplyMessage || reply.arguments().isEmpty())
            return seen(Presence::Absent);
        const QString before = std::exchange(*owner, reply.service());
        if (!before.isEmpty() && before != *owner)
            forgetOldSession();
        const auto collection = reply.arguments().constFirst().value<QDBusObjectPath>();
        if (collection.path().isEmpty() || collection.path() == QLatin1String("/"))
            return seen(Presence::NotSetUp);
        askWhetherLocked(collection.path(), seen);
    });
}

QString secretServiceName()
{
    if (usesKWallet())
        return s("KWallet");
    const auto *bus = QDBusConnection::sessionBus().interface();
    if (!bus)
        return Words::tr("Keyring");
    const QString owner = bus->serviceOwner(s("org.freedesktop.secrets"));
    if (owner.isEmpty())
        return Words::tr("Keyring");
    const auto isAlso = [&](const char *name) {
        return bus->serviceOwner(s(name)).value() == owner;
    };
    if (isAlso("org.gnome.keyring"))
        return s("GNOME Keyring");
    if (isAlso("org.keepassxc.KeePassXC.MainWindow"))
        return s("KeePassXC");
    if (isAlso("org.kde.secretservicecompat") || isAlso("org.kde.kwalletd6"))
        return s("KWallet");
    return s("Secret Service");
}

#else

void lookAtSecretService(std::shared_ptr<QString>, Keyring::Seen seen)
{
    seen(Keyring::Presence::Unknown);
}

QString secretServiceName()
{
#ifdef Q_OS_MACOS
    return Words::tr("Keychain");
#else
    return Words::tr("Windows Credential Manager");
#endif
}

#endif

} // namespace vault
