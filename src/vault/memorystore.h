// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"

#include <map>

namespace vault {

//! Secrets in memory only, gone with the process: for tests and for the tour.
class MemoryStore final : public core::SecretStore
{
public:
    [[nodiscard]] base::Task<base::Secret> read(QString entry) override;
    [[nodiscard]] base::Task<> write(QString entry, base::Secret secret) override;
    [[nodiscard]] base::Task<> remove(QString entry) override;
    [[nodiscard]] core::StoreState state() const override;
    [[nodiscard]] base::Task<> unlock(base::Secret passphrase) override;
    //! Answers Locked from now on. The entries stay: there is nothing else to read them from.
    void lock() override;

    [[nodiscard]] QStringList names() const;

private:
    std::map<QString, base::Secret> m_entries;
    bool m_locked = false;
};

} // namespace vault
