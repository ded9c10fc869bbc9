// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/agefilestore.h"

#include "base/atomicfile.h"
#include "vault/storeerrors.h"
#include "vault/words.h"

#include <QFileInfo>
#include <QtConcurrentRun>

namespace vault {

using core::StoreState;

AgeFileStore::AgeFileStore(AgeFiles files, crypto::Argon2Cost cost, const base::Clock *clock)
    : m_files(std::move(files))
    , m_cost(cost)
    , m_clock(clock)
{
    look();
}

AgeFileStore::~AgeFileStore() = default;

bool AgeFileStore::exists() const
{
    return QFileInfo::exists(m_files.vault) || QFileInfo::exists(m_files.backup());
}

bool AgeFileStore::needsPassphrase() const
{
    const auto key = base::readFile(m_files.key, 64LL * 1024);
    return key && keyFormOf(*key) == KeyForm::Sealed;
}

void AgeFileStore::look()
{
    if (m_opened)
        return;
    if (!exists())
        setState(StoreState::Unavailable, Words::tr("There is no encrypted file yet."));
    else if (!QFileInfo::exists(m_files.vault) || !QFileInfo::exists(m_files.key))
        setState(StoreState::Unavailable,
                 Words::tr("%1 is missing.")
                     .arg(QFileInfo::exists(m_files.vault) ? m_files.key : m_files.vault));
    else if (m_shut || needsPassphrase())
        setState(StoreState::Locked, storeIsLocked().message);
    else
        setState(StoreState::Ready);
}

base::Task<base::Secret> AgeFileStore::read(QString entry)
{
    if (!isFresh())
        CO_TRY_VOID(co_await ensureOpen());
    if (!m_opened)
        co_return base::fail(storeIsLocked());
    const auto found = m_opened->entries->find(entry);
    if (found == m_opened->entries->end())
        co_return base::fail(noSuchEntry());
    co_return found->second->clone();
}

base::Task<> AgeFileStore::write(QString entry, base::Secret secret)
{
    const auto kept = std::make_shared<const base::Secret>(std::move(secret));
    Edit edit = [entry, kept](Entries &entries) { entries.insert_or_assign(entry, kept); };
    auto changed = change(std::move(edit), Backup::KeepPrevious);
    co_return co_await changed;
}

base::Task<> AgeFileStore::remove(QString entry)
{
    if (!isFresh())
        CO_TRY_VOID(co_await ensureOpen());
    if (m_opened && !m_opened->entries->contains(entry))
        co_return {};
    Edit edit = [entry](Entries &entries) { entries.erase(entry); };
    auto changed = change(std::move(edit), Backup::Renew);
    co_return co_await changed;
}

base::Task<QStringList> AgeFileStore::names()
{
    if (!isFresh())
        CO_TRY_VOID(co_await ensureOpen());
    if (!m_opened)
        co_return base::fail(storeIsLocked());
    QStringList names;
    for (const auto &[name, secret] : *m_opened->entries)
        names.append(name);
    co_return names;
}

base::Task<> AgeFileStore::unlock(base::Secret passphrase)
{
    const std::weak_ptr<int> alive = m_alive;
    const Turns::Turn turn = co_await m_turns.take();
    if (alive.expired())
        co_return base::fail(storeIsGone());
    if (m_opened)
        co_return {};
    const auto secret = std::make_shared<const base::Secret>(std::move(passphrase));
    Work work = [files = m_files, secret] { return openVault(files, *secret); };
    m_shut = false;
    auto ran = run(std::move(work));
    co_return co_await ran;
}

void AgeFileStore::lock()
{
    ++m_epoch;
    m_opened.reset();
    m_shut = true;
    if (m_state != StoreState::Unavailable)
        setState(StoreState::Locked, storeIsLocked().message);
}

base::Task<> AgeFileStore::create(base::Secret passphrase)
{
    const std::weak_ptr<int> alive = m_alive;
    const Turns::Turn turn = co_await m_turns.take();
    if (alive.expired())
        co_return base::fail(storeIsGone());
    const auto secret = std::make_shared<const base::Secret>(std::move(passphrase));
    Work work = [files = m_files, secret, cost = m_cost, now = now()] {
        return createVault(files, *secret, cost, now);
    };
    m_shut = false;
    auto ran = run(std::move(work));
    co_return co_await ran;
}

base::Task<> AgeFileStore::protect(base::Secret passphrase)
{
    const std::weak_ptr<int> alive = m_alive;
    CO_TRY_VOID(co_await ensureOpen());
    const Turns::Turn turn = co_await m_turns.take();
    if (alive.expired())
        co_return base::fail(storeIsGone());
    if (!m_opened)
        co_return base::fail(storeIsLocked());
    const auto secret = std::make_shared<const base::Secret>(std::move(passphrase));
    Work work = [files = m_files, known = *m_opened, secret, cost = m_cost, now = now()] {
        return rekeyVault(files, known, *secret, cost, now);
    };
    auto ran = run(std::move(work));
    co_return co_await ran;
}

base::Task<base::Secret> AgeFileStore::recoveryKey(base::Secret passphrase)
{
    const std::weak_ptr<int> alive = m_alive;
    // One try at a time, as with unlock(): each costs a second of Argon2id.
    const Turns::Turn turn = co_await m_turns.take();
    if (alive.expired())
        co_return base::fail(storeIsGone());
    const auto secret = std::make_shared<const base::Secret>(std::move(passphrase));
    const auto key = std::make_shared<base::Result<base::Secret>>(base::Secret());
    const QFuture<void> work =
        QtConcurrent::run([files = m_files, secret, key] { *key = recoveryKeyOf(files, *secret); });
    co_await work;
    co_return std::move(*key);
}

base::Task<> AgeFileStore::acceptOlderCopy()
{
    const std::weak_ptr<int> alive = m_alive;
    CO_TRY_VOID(co_await ensureOpen());
    if (alive.expired())
        co_return base::fail(storeIsGone());
    const Turns::Turn turn = co_await m_turns.take();
    if (alive.expired())
        co_return base::fail(storeIsGone());
    if (!m_opened)
        co_return base::fail(storeIsLocked());
    Work work = [files = m_files, known = *m_opened, now = now()] {
        return vault::acceptOlderCopy(files, known, now);
    };
    auto ran = run(std::move(work));
    co_return co_await ran;
}

base::Task<> AgeFileStore::destroy()
{
    const std::weak_ptr<int> alive = m_alive;
    const Turns::Turn turn = co_await m_turns.take();
    if (alive.expired())
        co_return base::fail(storeIsGone());
    const AgeFiles files = m_files;
    const QFuture<base::Result<>> work = QtConcurrent::run([files] { return destroyVault(files); });
    const base::Result<> result = co_await work;
    if (alive.expired())
        co_return result;
    lock();
    m_shut = false;
    m_olderCopy = {};
    look();
    co_return result;
}

base::Task<> AgeFileStore::ensureOpen()
{
    const std::weak_ptr<int> alive = m_alive;
    const Turns::Turn turn = co_await m_turns.take();
    if (alive.expired())
        co_return base::fail(storeIsGone());
    if (isFresh())
        co_return {};
    if (!m_opened && m_shut)
        co_return base::fail(storeIsLocked());
    Work work;
    if (m_opened) {
        work = [files = m_files, known = *m_opened] { return reloadVault(files, known); };
    } else {
        look();
        if (m_state == StoreState::Locked)
            co_return base::fail(storeIsLocked());
        if (!exists()) {
            co_return base::fail(base::ErrorCode::Unreachable,
                                 m_reason,
                                 Words::tr("Choose in the settings where secrets are kept."));
        }
        work = [files = m_files] { return openVault(files, {}); };
    }
    auto ran = run(std::move(work));
    co_return co_await ran;
}

base::Task<> AgeFileStore::change(Edit edit, Backup backup)
{
    const std::weak_ptr<int> alive = m_alive;
    if (!m_opened)
        CO_TRY_VOID(co_await ensureOpen());
    if (alive.expired())
        co_return base::fail(storeIsGone());
    const Turns::Turn turn = co_await m_turns.take();
    if (alive.expired())
        co_return base::fail(storeIsGone());
    if (!m_opened)
        co_return base::fail(storeIsLocked());
    Work work = [files = m_files, known = *m_opened, edit = std::move(edit), backup, now = now()] {
        return editVault(files, known, edit, backup, now);
    };
    auto ran = run(std::move(work));
    co_return co_await ran;
}

//! Runs \a work in a worker thread and takes over what it brings. The caller holds the turn.
base::Task<> AgeFileStore::run(Work work)
{
    const std::weak_ptr<int> alive = m_alive;
    const int epoch = m_epoch;
    const QFuture<base::Result<OpenedVault>> future = QtConcurrent::run(std::move(work));
    const base::Result<OpenedVault> result = co_await future;
    if (alive.expired())
        co_return base::fail(storeIsGone());
    if (!result) {
        take(result.error());
        co_return base::fail(result.error());
    }
    if (epoch == m_epoch) // locked meanwhile: what was asked is done, but nothing is kept
        keep(*result);
    co_return {};
}

QDateTime AgeFileStore::now() const
{
    return m_clock != nullptr ? m_clock->now() : base::SystemClock().now();
}

bool AgeFileStore::isFresh() const
{
    return m_opened && m_opened->mark == FileMark::of(m_files.vault)
           && m_opened->keyMark == FileMark::of(m_files.key);
}

void AgeFileStore::keep(OpenedVault vault)
{
    m_opened = std::move(vault);
    m_olderCopy = m_opened->olderCopy;
    const bool isNews = m_opened->olderCopyIsNews;
    setState(StoreState::Ready);
    if (isNews)
        olderCopyFound.announce(m_olderCopy);
}

void AgeFileStore::take(const base::Error &error)
{
    switch (error.code) {
    case base::ErrorCode::Corrupt:
        m_opened.reset();
        setState(StoreState::Unavailable, error.message);
        break;
    case base::ErrorCode::Locked:
        m_opened.reset();
        setState(StoreState::Locked, error.message);
        break;
    default: // a passing trouble (a full disk, a wrong passphrase) leaves the state as it is
        break;
    }
}

void AgeFileStore::setState(StoreState state, const QString &reason)
{
    m_reason = reason;
    if (std::exchange(m_state, state) != state)
        stateChanged.announce(state);
}

} // namespace vault
