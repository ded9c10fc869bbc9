// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/passwordworks.h"

#include "authority/words.h"
#include "crypto/random.h"

#include <QCoroFuture>
#include <QScopeGuard>
#include <QtConcurrentRun>

namespace authority {

using base::ErrorCode;

PasswordWorks::PasswordWorks()
    : PasswordWorks(Rule())
{}

PasswordWorks::PasswordWorks(Rule rule)
    : m_rule(rule)
{
    m_pool.setMaxThreadCount(rule.atOnce);
    // Only its cost matters: no password has this hash.
    const auto dummy = crypto::hashPassword(crypto::randomSecret(16), m_rule.cost);
    if (dummy)
        m_dummy = *dummy;
}

PasswordWorks::~PasswordWorks()
{
    m_pool.waitForDone();
}

base::Result<> PasswordWorks::enter()
{
    if (m_underWay >= m_rule.atOnce + m_rule.waiting) {
        return base::fail(ErrorCode::TimedOut,
                          Words::tr("Too many people sign in at this moment."),
                          Words::tr("Try again in a few seconds."),
                          base::Retryable::Yes);
    }
    ++m_underWay;
    return {};
}

base::Task<QByteArray> PasswordWorks::hash(base::Secret password)
{
    CO_TRY_VOID(enter());
    const auto leave = qScopeGuard([this] { --m_underWay; });
    const auto kept = std::make_shared<const base::Secret>(std::move(password));
    const auto work = QtConcurrent::run(
        &m_pool, [kept, cost = m_rule.cost] { return crypto::hashPassword(*kept, cost); });
    const base::Result<QByteArray> hashed = co_await work;
    co_return hashed;
}

base::Task<> PasswordWorks::check(base::Secret password, QByteArray phc)
{
    CO_TRY_VOID(enter());
    const auto leave = qScopeGuard([this] { --m_underWay; });
    const bool isReal = !phc.isEmpty();
    const auto kept = std::make_shared<const base::Secret>(std::move(password));
    const auto work = QtConcurrent::run(&m_pool, [kept, against = isReal ? phc : m_dummy] {
        return crypto::checkPassword(*kept, against);
    });
    const base::Result<> checked = co_await work;
    if (!isReal)
        co_return base::fail(ErrorCode::Denied, Words::tr("Name or password is not right."));
    co_return checked;
}

} // namespace authority
