// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/consent/consentdesk.h"

namespace agent {

//! One call that waits for an answer.
struct ConsentDesk::Waiter
{
    QPromise<void> done;
    base::Result<> verdict;
};

//! A question with those who wait for it.
struct ConsentDesk::Question
{
    core::ConsentQuestion shown;
    QString traceId; //!< of the first caller
    bool isAboutKnown = false; //!< the account was in the list when it was asked
    std::vector<std::shared_ptr<Waiter>> waiters;
    std::stop_source silence; //!< ends the waiting for silence

    [[nodiscard]] core::ConsentRequest request() const
    {
        core::ConsentRequest request;
        request.program = shown.program;
        request.account = shown.account;
        request.wish = shown.wish;
        request.traceId = traceId;
        return request;
    }
};

//! What is decided without a person, or that one is to be asked.
struct ConsentDesk::Ruling
{
    bool asks = false;
    base::Result<> verdict;
    QString word; //!< for the record
    QString approvalId; //!< whose use it is
};

} // namespace agent
