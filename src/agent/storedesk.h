// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services.h"
#include "core/storerestores.h"

namespace agent {

//! The store as the faces see it: what is done with it, and what happens to it, is recorded.
class StoreDesk final : public core::StoreService, public core::StoreRestores
{
public:
    struct Parts
    {
        core::StoreService &store;
        core::StoreRestores &restores;
        core::Audit &audit;
    };

    explicit StoreDesk(Parts parts);

    [[nodiscard]] core::StoreStatus status() const override;
    [[nodiscard]] base::Task<> moveTo(core::StoreKind kind,
                                      base::Secret passphrase,
                                      std::function<void(int, int)> progress,
                                      std::stop_token stop) override;
    [[nodiscard]] base::Task<base::Secret> recoveryKey(base::Secret passphrase,
                                                       QString actor) override;
    [[nodiscard]] QDateTime olderCopy() const override;
    [[nodiscard]] base::Task<> keepOlderCopy(QString actor) override;

private:
    Parts m_parts;
    base::Subscription m_onChange;
    base::Subscription m_onOlderCopy;
};

} // namespace agent
