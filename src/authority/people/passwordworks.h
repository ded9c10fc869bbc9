// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "base/task.h"
#include "crypto/passwordhash.h"

#include <QThreadPool>

namespace authority {

//! Hashes and checks passwords beside the authority's thread, a few at a time: Argon2id is slow and
//! takes memory on purpose, and must not become a way to stop the service.
class PasswordWorks
{
public:
    struct Rule
    {
        //! OWASP's second choice: 19 MiB, two passes, one lane.
        crypto::Argon2Cost cost = {.passes = 2, .kibibytes = 19 * 1024, .lanes = 1};
        int atOnce = 2;
        int waiting = 32; //!< more are turned away
    };

    PasswordWorks();
    explicit PasswordWorks(Rule rule);
    //! Waits for what is under way.
    ~PasswordWorks();
    PasswordWorks(const PasswordWorks &) = delete;
    PasswordWorks &operator=(const PasswordWorks &) = delete;

    //! A PHC string. TimedOut, retryable: too many at once.
    [[nodiscard]] base::Task<QByteArray> hash(base::Secret password);
    //! Denied: another password. An empty \a phc (no such user, no password) is Denied after the
    //! same work, so that the time says nothing.
    [[nodiscard]] base::Task<> check(base::Secret password, QByteArray phc);

    [[nodiscard]] int underWay() const { return m_underWay; }

private:
    [[nodiscard]] base::Result<> enter();

    Rule m_rule;
    QByteArray m_dummy; //!< the hash of a password that nobody knows
    QThreadPool m_pool;
    int m_underWay = 0;
};

} // namespace authority
