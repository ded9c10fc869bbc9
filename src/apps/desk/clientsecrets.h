// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"
#include "core/reference.h"

#include <QSet>

namespace apps {

//! The store of secrets for whoever signs in: a client that no person entered comes from the
//! provider's file, whose client_secret is a reference. It is resolved when it is needed, and kept
//! nowhere.
class ClientSecrets final : public core::SecretStore
{
public:
    //! Both outlive this.
    ClientSecrets(core::SecretStore &store, const core::Providers &providers);

    //! Once, before the first sign-in; outlives this. Before, files give no clients.
    void resolveBy(core::ReferenceService &references) { m_references = &references; }

    [[nodiscard]] base::Task<base::Secret> read(QString entry) override;
    [[nodiscard]] base::Task<> write(QString entry, base::Secret secret) override;
    [[nodiscard]] base::Task<> remove(QString entry) override;
    [[nodiscard]] core::StoreState state() const override { return m_store.state(); }
    [[nodiscard]] base::Task<> unlock(base::Secret passphrase) override;
    void lock() override { m_store.lock(); }

private:
    [[nodiscard]] base::Task<base::Secret> fromFile(QString entry, core::Provider provider);

    core::SecretStore &m_store;
    const core::Providers &m_providers;
    core::ReferenceService *m_references = nullptr;
    QSet<QString> m_resolving; //!< a client whose secret needs its own token would never end
    base::Subscription m_onState;
};

} // namespace apps
