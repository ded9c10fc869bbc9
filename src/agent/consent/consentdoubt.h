// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/consent/approvalbook.h"

namespace agent {

//! What a person should know before answering.
struct ConsentDoubt
{
    QString why; //!< sentences; may be empty
    bool isDoubtful = false; //!< nobody can vouch for what runs
};

//! \a program as Programs::vouch() gave it.
[[nodiscard]] ConsentDoubt doubtAbout(const core::Program &program,
                                      const ApprovalBook::Finding &before,
                                      const QDateTime &now);

} // namespace agent
