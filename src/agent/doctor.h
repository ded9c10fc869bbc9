// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/paths.h"
#include "base/settings.h"
#include "core/doctor.h"
#include "core/services.h"

#include <functional>

namespace agent {

//! Looks at the installation from within: store, lock, accounts, the modes of files, the clock and
//! the configuration. Asks no server.
class Doctor final : public core::DoctorService
{
public:
    //! All outlive it.
    struct Parts
    {
        const core::AccountService &accounts;
        const core::LockService &lock;
        const core::StoreService &store;
        const core::Audit &audit;
        const base::Settings &settings;
        const base::Clock &clock;
        base::Paths paths;
        //! Mistakes in the person's own files, as sentences.
        std::function<QStringList()> warnings = {};
        //! What only a program with a screen can see, such as whether a panel takes the tray icon.
        std::function<QList<core::Finding>()> more = {};
    };

    explicit Doctor(Parts parts);

    [[nodiscard]] base::Task<QList<core::Finding>> examine(std::stop_token stop) override;

private:
    void lookAtStore(QList<core::Finding> &findings) const;
    void lookAtAccounts(QList<core::Finding> &findings) const;
    void lookAtFiles(QList<core::Finding> &findings) const;
    void lookAtClock(QList<core::Finding> &findings) const;
    void lookAtConfiguration(QList<core::Finding> &findings) const;

    Parts m_parts;
};

} // namespace agent
