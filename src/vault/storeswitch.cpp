// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/storeswitch.h"

#include "base/logging.h"
#include "core/settingspecs.h"
#include "vault/movejournal.h"
#include "vault/storeerrors.h"
#include "vault/words.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace vault {

using base::ErrorCode;
using core::StoreKind;
using core::StoreState;

StoreSwitch::StoreSwitch(Parts parts, MoreEntries more)
    : m_keyring(parts.keyring)
    , m_ageFile(parts.ageFile)
    , m_settings(parts.settings)
    , m_accounts(parts.accounts)
    , m_more(std::move(more))
{
    const auto told = [this](StoreState) { announce(); };
    m_subscriptions.push_back(m_keyring.stateChanged.subscribe(told));
    m_subscriptions.push_back(m_ageFile.stateChanged.subscribe(told));
    m_subscriptions.push_back(m_ageFile.olderCopyFound.subscribe([this](const QDateTime &written) {
        olderCopyFound.announce(written);
        announce();
    }));
}

StoreSwitch::~StoreSwitch() = default;

core::SecretStore &StoreSwitch::store(StoreKind kind) const
{
    if (kind == StoreKind::AgeFile)
        return m_ageFile;
    return m_keyring;
}

base::Task<> StoreSwitch::decide()
{
    co_return co_await ready();
}

//! Every call begins here: the first one decides, the others wait for it.
base::Task<> StoreSwitch::ready()
{
    if (m_decided)
        co_return {};
    const std::weak_ptr<int> alive = m_alive;
    const Turns::Turn turn = co_await m_turns.take();
    if (alive.expired())
        co_return base::fail(storeIsGone());
    if (m_decided)
        co_return {};
    co_return co_await decideOnce();
}

base::Task<> StoreSwitch::decideOnce()
{
    const QString wanted = m_settings.text(core::setting::storeKind);
    if (wanted == core::nameOf(StoreKind::Keyring)) {
        m_kind = StoreKind::Keyring;
        const auto seen = co_await m_keyring.look();
        if (!seen) // its state says so as well
            qCInfo(lcVault) << "keyring:" << seen.error().message;
    } else if (wanted == core::nameOf(StoreKind::AgeFile)) {
        m_kind = StoreKind::AgeFile;
        // The keyring is looked at all the same: the settings show whether there is one.
        const auto seen = co_await m_keyring.look();
        if (!seen)
            qCInfo(lcVault) << "keyring:" << seen.error().message;
        if (!m_ageFile.exists()) {
            auto creating = m_ageFile.create({});
            CO_TRY_VOID(co_await creating);
        }
    } else {
        CO_TRY_VOID(co_await chooseByItself());
    }
    m_decided = true;
    announce();
    const auto settled = co_await settle();
    if (!settled)
        qCWarning(lcVault) << "an earlier move is not tidied up yet:" << settled.error().message;
    co_return {};
}

base::Task<> StoreSwitch::chooseByItself()
{
    const auto seen = co_await m_keyring.look();
    if (m_ageFile.exists())
        co_return co_await choose(StoreKind::AgeFile);
    // A keyring that would first ask for a new password needs somebody to see its dialog.
    const bool hasScreen =
        !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
    bool answers = seen && m_keyring.isPresent() && (m_keyring.isSetUp() || hasScreen);
    if (answers && *seen == StoreState::Ready) {
        const auto tried = co_await m_keyring.probe();
        answers = tried || tried.error().code == ErrorCode::Locked;
    }
    const StoreKind kind = answers ? StoreKind::Keyring : StoreKind::AgeFile;
    if (kind == StoreKind::AgeFile) {
        auto creating = m_ageFile.create({});
        CO_TRY_VOID(co_await creating);
    }
    co_return co_await choose(kind);
}

base::Task<> StoreSwitch::choose(StoreKind kind)
{
    m_kind = kind;
    const auto kept = m_settings.set(core::setting::storeKind, core::nameOf(kind));
    if (!kept) // a read-only settings file: it is decided anew at the next start
        qCWarning(lcVault) << "the choice of the store is not kept:" << kept.error().message;
    co_return {};
}

base::Task<base::Secret> StoreSwitch::read(QString entry)
{
    CO_TRY_VOID(co_await ready());
    const std::weak_ptr<int> alive = m_alive;
    const StoreKind asked = m_kind;
    auto secret = co_await current().read(entry);
    if (secret || alive.expired() || asked == m_kind)
        co_return secret;
    // The store changed while the old one was asked, which may have lost the entry by then.
    co_return co_await current().read(entry);
}

base::Task<> StoreSwitch::write(QString entry, base::Secret secret)
{
    const auto kept = std::make_shared<base::Secret>(std::move(secret));
    auto changing = change(
        [entry, kept](core::SecretStore &store) { return store.write(entry, std::move(*kept)); },
        entry);
    co_return co_await changing;
}

base::Task<> StoreSwitch::remove(QString entry)
{
    auto changing =
        change([entry](core::SecretStore &store) { return store.remove(entry); }, entry);
    co_return co_await changing;
}

//! A change goes into the store that is in use; a move that is under way hears of it.
base::Task<> StoreSwitch::change(std::function<base::Task<>(core::SecretStore &)> act,
                                 QString entry)
{
    CO_TRY_VOID(co_await ready());
    const std::weak_ptr<int> alive = m_alive;
    ++m_changing;
    auto acting = act(current());
    const base::Result<> result = co_await acting;
    if (alive.expired())
        co_return result;
    if (m_moving)
        m_touched.insert(entry);
    if (--m_changing == 0 && m_calm)
        std::exchange(m_calm, nullptr)->finish();
    co_return result;
}

StoreState StoreSwitch::state() const
{
    return m_decided ? current().state() : StoreState::Unavailable;
}

base::Task<> StoreSwitch::unlock(base::Secret passphrase)
{
    CO_TRY_VOID(co_await ready());
    auto unlocking = current().unlock(std::move(passphrase));
    const base::Result<> unlocked = co_await unlocking;
    co_return unlocked;
}

void StoreSwitch::lock()
{
    m_keyring.lock();
    m_ageFile.lock();
}

core::StoreStatus StoreSwitch::status() const
{
    core::StoreStatus status;
    status.kind = m_kind;
    status.state = state();
    status.keyringAvailable = m_keyring.isPresent();
    if (m_kind == StoreKind::AgeFile) {
        status.place = m_ageFile.files().vault;
        const QString home = QDir::homePath() + QLatin1Char('/');
        if (status.place.startsWith(home))
            status.place.replace(0, home.size(), QStringLiteral("~/"));
        status.usesKeyFile = !m_ageFile.needsPassphrase();
        status.reason = m_ageFile.reason();
        if (m_ageFile.olderCopy().isValid())
            status.remark =
                Words::tr("An older copy of %1 is in use, of %2. Secrets that changed "
                          "since then are the old ones. If you put it back, say so; "
                          "if not, find out who did, and put the newer one in its place.")
                    .arg(status.place,
                         QLocale().toString(m_ageFile.olderCopy().toLocalTime(),
                                            QLocale::ShortFormat));
    } else {
        status.place = m_keyring.place();
        status.reason = m_keyring.reason();
    }
    if (!m_decided)
        status.reason = Words::tr("The store is being opened.");
    return status;
}

base::Task<base::Secret> StoreSwitch::recoveryKey(base::Secret passphrase, QString /*actor*/)
{
    CO_TRY_VOID(co_await ready());
    if (m_kind != StoreKind::AgeFile) {
        co_return base::fail(
            ErrorCode::Unsupported,
            Words::tr("Secrets are kept in %1, which has no recovery key.").arg(m_keyring.place()),
            Words::tr("Back the keyring up with the tools of your desktop."));
    }
    auto asking = m_ageFile.recoveryKey(std::move(passphrase));
    auto key = co_await asking;
    co_return key;
}

QDateTime StoreSwitch::olderCopy() const
{
    return m_kind == StoreKind::AgeFile ? m_ageFile.olderCopy() : QDateTime();
}

base::Task<> StoreSwitch::keepOlderCopy(QString /*actor*/)
{
    CO_TRY_VOID(co_await ready());
    if (!olderCopy().isValid())
        co_return {};
    const std::weak_ptr<int> alive = m_alive;
    auto accepting = m_ageFile.acceptOlderCopy();
    const base::Result<> accepted = co_await accepting;
    if (accepted && !alive.expired())
        announce();
    co_return accepted;
}

base::Task<> StoreSwitch::look()
{
    CO_TRY_VOID(co_await ready());
    CO_TRY_VOID(co_await m_keyring.look());
    if (m_kind == StoreKind::AgeFile)
        m_ageFile.look();
    co_return {};
}

void StoreSwitch::announce()
{
    const StoreState now = state();
    if (std::exchange(m_announced, now) != now)
        stateChanged.announce(now);
    changed.announce();
}

QString StoreSwitch::journalFile() const
{
    return QFileInfo(m_ageFile.files().vault).path() + QStringLiteral("/vault.move");
}

} // namespace vault
