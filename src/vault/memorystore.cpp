// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/memorystore.h"

#include "vault/storeerrors.h"

namespace vault {

base::Task<base::Secret> MemoryStore::read(QString entry)
{
    if (m_locked)
        co_return base::fail(storeIsLocked());
    const auto found = m_entries.find(entry);
    if (found == m_entries.end())
        co_return base::fail(noSuchEntry());
    co_return found->second.clone();
}

base::Task<> MemoryStore::write(QString entry, base::Secret secret)
{
    if (m_locked)
        co_return base::fail(storeIsLocked());
    m_entries.insert_or_assign(entry, std::move(secret));
    co_return {};
}

base::Task<> MemoryStore::remove(QString entry)
{
    if (m_locked)
        co_return base::fail(storeIsLocked());
    m_entries.erase(entry);
    co_return {};
}

core::StoreState MemoryStore::state() const
{
    return m_locked ? core::StoreState::Locked : core::StoreState::Ready;
}

base::Task<> MemoryStore::unlock(base::Secret passphrase)
{
    passphrase.clear();
    if (std::exchange(m_locked, false))
        stateChanged.announce(core::StoreState::Ready);
    co_return {};
}

void MemoryStore::lock()
{
    if (!std::exchange(m_locked, true))
        stateChanged.announce(core::StoreState::Locked);
}

QStringList MemoryStore::names() const
{
    QStringList names;
    for (const auto &[name, secret] : m_entries)
        names.append(name);
    return names;
}

} // namespace vault
