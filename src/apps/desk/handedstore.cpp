// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk/handedstore.h"

#include "base/errand.h"

#include <QCoreApplication>

namespace apps {

HandedStore::HandedStore(core::SecretStore &store, QObject &where)
    : m_store(store)
    , m_where(where)
{}

base::Task<base::Secret> HandedStore::read(QString entry)
{
    const std::function<base::Task<base::Secret>()> work = [&store = m_store, entry] {
        return store.read(entry);
    };
    return base::sendErrand<base::Secret>(&m_where, work);
}

base::Task<> HandedStore::write(QString entry, base::Secret secret)
{
    // std::function wants to be copied, a secret does not.
    const auto held = std::make_shared<base::Secret>(std::move(secret));
    const std::function<base::Task<>()> work = [&store = m_store, entry, held] {
        return store.write(entry, std::move(*held));
    };
    return base::sendErrand<void>(&m_where, work);
}

base::Task<> HandedStore::remove(QString entry)
{
    const std::function<base::Task<>()> work = [&store = m_store, entry] {
        return store.remove(entry);
    };
    return base::sendErrand<void>(&m_where, work);
}

core::StoreState HandedStore::state() const
{
    return core::StoreState::Ready;
}

base::Task<> HandedStore::unlock(base::Secret)
{
    co_return base::fail(
        base::ErrorCode::Unsupported,
        QCoreApplication::translate("apps", "The store is opened by its own side."));
}

void HandedStore::lock() {}

} // namespace apps
