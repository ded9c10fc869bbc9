// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/settings.h"
#include "core/ports.h"

namespace agent {

//! Writes each change of a setting into the record, once, whoever has made it: the window, a
//! program through the socket, a person in config.toml. Who that is says core::ActorScope.
class SettingsRecord
{
public:
    //! Both outlive it.
    SettingsRecord(base::Settings &settings, core::Audit &audit);

private:
    void write(const QString &key);

    base::Settings &m_settings;
    core::Audit &m_audit;
    base::Subscription m_onChange;
};

} // namespace agent
