// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"

#include <QObject>

namespace apps {

//! The store of secrets for another thread: each call is an errand to the thread of \a where, on
//! which the real store lives.
class HandedStore final : public core::SecretStore
{
public:
    //! Both outlive every call.
    HandedStore(core::SecretStore &store, QObject &where);

    [[nodiscard]] base::Task<base::Secret> read(QString entry) override;
    [[nodiscard]] base::Task<> write(QString entry, base::Secret secret) override;
    [[nodiscard]] base::Task<> remove(QString entry) override;
    //! Not known from here: each call tells.
    [[nodiscard]] core::StoreState state() const override;
    //! Nobody opens the store from this side.
    [[nodiscard]] base::Task<> unlock(base::Secret passphrase) override;
    void lock() override;

private:
    core::SecretStore &m_store;
    QObject &m_where;
};

} // namespace apps
