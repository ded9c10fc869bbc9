// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"

namespace agent {

//! Writes a line into the record. A record that cannot be written is logged as critical and does
//! not undo what has already happened.
void record(core::Audit &audit,
            core::AuditKind kind,
            const core::AccountId &account,
            const QString &actor,
            core::AuditOutcome outcome = core::AuditOutcome::Done,
            const QString &detail = {});

} // namespace agent
