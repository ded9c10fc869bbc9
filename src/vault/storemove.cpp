// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/faultpoint.h"
#include "base/logging.h"
#include "core/credentialref.h"
#include "core/settingspecs.h"
#include "vault/movejournal.h"
#include "vault/storeerrors.h"
#include "vault/storeswitch.h"
#include "vault/words.h"

//! StoreSwitch's move from one store to the other.
namespace vault {

using base::ErrorCode;
using core::StoreKind;

namespace {

base::Error stopped()
{
    return {ErrorCode::Cancelled, Words::tr("The move was stopped."), {}, {}};
}

} // namespace

struct StoreSwitch::Move
{
    MoveJournal journal;
    std::function<void(int, int)> progress;
    std::stop_token stop;
};

base::Task<> StoreSwitch::moveTo(StoreKind kind,
                                 base::Secret passphrase,
                                 std::function<void(int, int)> progress,
                                 std::stop_token stop)
{
    CO_TRY_VOID(co_await ready());
    const std::weak_ptr<int> alive = m_alive;
    const Turns::Turn turn = co_await m_turns.take();
    if (alive.expired())
        co_return base::fail(storeIsGone());
    if (kind == m_kind) {
        if (kind == StoreKind::Keyring)
            co_return {};
        auto protecting = m_ageFile.protect(std::move(passphrase));
        const base::Result<> result = co_await protecting;
        if (!alive.expired())
            announce();
        co_return result;
    }
    CO_TRY_VOID(co_await settle()); // what an earlier move left is not mixed with this one
    CO_TRY_VOID(checkTarget(kind));
    CO_TRY(const QStringList names, co_await entries());

    const auto move = std::make_shared<Move>();
    move->journal = {m_kind, kind, MoveJournal::Step::Copying, names};
    move->progress = std::move(progress);
    move->stop = stop;
    m_moving = true;
    m_touched.clear();
    auto carrying = carryOut(move, std::move(passphrase));
    const base::Result<> result = co_await carrying;
    if (alive.expired())
        co_return base::fail(storeIsGone());
    m_moving = false;
    announce();
    co_return result;
}

base::Task<> StoreSwitch::carryOut(std::shared_ptr<Move> move, base::Secret passphrase)
{
    const std::weak_ptr<int> alive = m_alive;
    const StoreKind to = move->journal.to;
    CO_TRY_VOID(move->journal.write(journalFile()));
    base::faultPoint("move.noted");

    auto preparing = prepare(to, std::move(passphrase));
    base::Result<> copied = co_await preparing;
    if (!copied && copied.error().code == ErrorCode::Conflict) {
        // Somebody else's files stand there: they are not ours to remove.
        CO_TRY_VOID(MoveJournal::remove(journalFile()));
        co_return copied;
    }
    if (copied)
        copied = co_await copyAll(move);
    while (copied && !alive.expired() && (m_changing > 0 || !m_touched.isEmpty()))
        copied = co_await copyTouched(move);
    if (alive.expired())
        co_return base::fail(storeIsGone());
    if (copied && move->stop.stop_requested())
        copied = base::fail(stopped());
    if (copied) {
        base::faultPoint("move.copied");
        copied = m_settings.set(core::setting::storeKind, core::nameOf(to));
    }
    if (!copied) {
        const auto undone = co_await clear(to, move->journal.entries);
        if (!undone)
            qCWarning(lcVault) << "copies of a stopped move are left:" << undone.error().message;
        co_return copied;
    }
    m_kind = to;
    base::faultPoint("move.decided");
    move->journal.step = MoveJournal::Step::Decided;
    auto cleared = move->journal.write(journalFile());
    announce();
    if (cleared)
        cleared = co_await clear(move->journal.from, move->journal.entries);
    if (!cleared) // the journal stays: settle() tries again at the next start
        qCWarning(lcVault) << "old copies are left:" << cleared.error().message;
    co_return {};
}

//! Makes the store that is moved to fit to take something.
base::Task<> StoreSwitch::prepare(StoreKind kind, base::Secret passphrase)
{
    if (kind == StoreKind::AgeFile) {
        auto creating = m_ageFile.create(std::move(passphrase));
        co_return co_await creating;
    }
    auto unlocking = m_keyring.unlock({});
    CO_TRY_VOID(co_await unlocking);
    co_return co_await m_keyring.probe();
}

base::Task<> StoreSwitch::copyAll(std::shared_ptr<Move> move)
{
    const std::weak_ptr<int> alive = m_alive;
    const QStringList names = move->journal.entries;
    int done = 0;
    for (const QString &entry : names) {
        if (move->stop.stop_requested())
            co_return base::fail(stopped());
        CO_TRY_VOID(co_await copyOne(move->journal.from, move->journal.to, entry));
        if (alive.expired())
            co_return base::fail(storeIsGone());
        base::faultPoint("move.entry_copied");
        if (move->progress)
            move->progress(++done, int(names.size()));
    }
    co_return {};
}

//! What was changed meanwhile went into the old store: copies it again.
base::Task<> StoreSwitch::copyTouched(std::shared_ptr<Move> move)
{
    const std::weak_ptr<int> alive = m_alive;
    if (m_changing > 0) {
        if (!m_calm) {
            m_calm = std::make_shared<QPromise<void>>();
            m_calm->start();
        }
        const QFuture<void> calm = m_calm->future();
        co_await calm;
        if (alive.expired())
            co_return base::fail(storeIsGone());
    }
    const QSet<QString> touched = std::exchange(m_touched, {});
    for (const QString &entry : touched) {
        if (!move->journal.entries.contains(entry)) {
            move->journal.entries.append(entry);
            CO_TRY_VOID(move->journal.write(journalFile()));
        }
        CO_TRY_VOID(co_await copyOne(move->journal.from, move->journal.to, entry));
        if (alive.expired())
            co_return base::fail(storeIsGone());
    }
    co_return {};
}

base::Task<> StoreSwitch::copyOne(StoreKind from, StoreKind to, QString entry)
{
    auto read = co_await store(from).read(entry);
    if (!read && read.error().code == ErrorCode::NotFound)
        co_return co_await store(to).remove(entry);
    if (!read)
        co_return base::fail(std::move(read).error());
    const base::Secret secret = std::move(*read);
    base::Secret copy = secret.clone();
    CO_TRY_VOID(co_await store(to).write(entry, std::move(copy)));
    CO_TRY(const base::Secret back, co_await store(to).read(entry));
    if (!back.equals(secret.expose())) {
        co_return base::fail(ErrorCode::ToolFailed,
                             Words::tr("The new store did not give back what it was given."),
                             Words::tr("The secrets stay where they are. Try again."));
    }
    co_return {};
}

//! Removes the copies from the store that is not in use; the journal goes last.
base::Task<> StoreSwitch::clear(StoreKind kind, QStringList entries)
{
    const std::weak_ptr<int> alive = m_alive;
    if (kind == StoreKind::AgeFile) {
        CO_TRY_VOID(co_await m_ageFile.destroy());
    } else {
        for (const QString &entry : entries) {
            CO_TRY_VOID(co_await m_keyring.remove(entry));
            base::faultPoint("move.entry_removed");
        }
    }
    if (alive.expired())
        co_return base::fail(storeIsGone());
    co_return MoveJournal::remove(journalFile());
}

//! A move that was cut off: the copies on the side that is not in use are removed.
base::Task<> StoreSwitch::settle()
{
    CO_TRY(const auto journal, MoveJournal::read(journalFile()));
    if (!journal)
        co_return {};
    const StoreKind unused = journal->to == m_kind ? journal->from : journal->to;
    // Cut off between the setting and the journal, or the setting was changed by hand in the middle
    // of copying: nothing may be removed that the store in use does not have.
    if (journal->to == m_kind && journal->step == MoveJournal::Step::Copying)
        CO_TRY_VOID(co_await completeCopies(unused, journal->entries));
    co_return co_await clear(unused, journal->entries);
}

base::Task<> StoreSwitch::completeCopies(StoreKind from, QStringList entries)
{
    const std::weak_ptr<int> alive = m_alive;
    for (const QString &entry : entries) {
        const auto present = co_await current().read(entry);
        if (alive.expired())
            co_return base::fail(storeIsGone());
        if (present)
            continue;
        if (present.error().code != ErrorCode::NotFound)
            co_return base::fail(present.error());
        CO_TRY_VOID(co_await copyOne(from, m_kind, entry));
        if (alive.expired())
            co_return base::fail(storeIsGone());
    }
    co_return {};
}

base::Task<QStringList> StoreSwitch::entries()
{
    QStringList names = knownEntries();
    if (m_kind == StoreKind::AgeFile) {
        CO_TRY(const QStringList held, co_await m_ageFile.names());
        names += held;
    }
    names.removeDuplicates();
    co_return names;
}

//! No keyring can list its entries: the accounts tell which there are.
QStringList StoreSwitch::knownEntries() const
{
    QStringList names;
    QStringList providers;
    for (const core::Account &account : m_accounts.all()) {
        names.append(core::tokenEntry(account.id));
        names.append(core::apiKeyEntry(account.id));
        if (!account.provider.isEmpty() && !providers.contains(account.provider))
            providers.append(account.provider);
    }
    for (const QString &provider : providers) {
        names.append(core::clientIdEntry(provider));
        names.append(core::clientSecretEntry(provider));
    }
    if (m_more)
        names += m_more();
    names.removeDuplicates();
    return names;
}

base::Result<> StoreSwitch::checkTarget(StoreKind kind) const
{
    if (kind == StoreKind::Memory)
        return base::fail(ErrorCode::Unsupported,
                          Words::tr("Secrets are not kept in memory alone."));
    const QString layer = m_settings.layerOf(core::setting::storeKind);
    if (layer == QLatin1String("environment") || layer == QLatin1String("command line")) {
        return base::fail(ErrorCode::Conflict,
                          Words::tr("The store is fixed by the %1.").arg(layer),
                          Words::tr("Take store.kind out of it, then try again."));
    }
    if (kind == StoreKind::AgeFile && m_ageFile.exists()) {
        return base::fail(ErrorCode::Conflict,
                          Words::tr("%1 is there already.").arg(m_ageFile.files().vault),
                          Words::tr("Move it away, then try again."));
    }
    return {};
}

} // namespace vault
