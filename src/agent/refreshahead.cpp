// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/refreshahead.h"

#include "base/logging.h"

#include <algorithm>

namespace agent {

namespace {

//! A minute, doubled with each failure up to an hour; a tenth of it differs from account to
//! account, so that they do not all ask again together.
std::chrono::seconds waitAfter(int failures, const core::AccountId &id)
{
    const qint64 base = std::min<qint64>(60LL << std::min(failures - 1, 6), 3600);
    const qint64 spread = static_cast<qint64>(qHash(id) % static_cast<size_t>(base / 10 + 1));
    return std::chrono::seconds(base + spread);
}

} // namespace

RefreshAhead::RefreshAhead(const AccountBook &book,
                           core::Tokens &tokens,
                           const core::LockService &lock,
                           base::Clock &clock)
    : m_book(book)
    , m_tokens(tokens)
    , m_lock(lock)
    , m_clock(clock)
{}

QDateTime RefreshAhead::run(const QDateTime &now)
{
    if (m_lock.state() != core::LockService::State::Unlocked)
        return {};
    QDateTime next;
    const auto lookAt = [&next](const QDateTime &when) {
        if (when.isValid() && (!next.isValid() || when < next))
            next = when;
    };
    const QList<core::AccountView> views = m_book.list();
    for (const core::AccountView &view : views) {
        const core::AccountState &state = view.state;
        const core::AccountId &id = view.account.id;
        if (!state.renewable || state.signInLost || m_underWay.contains(id))
            continue;
        const auto margin = core::refreshMarginOf(state.issuedAt, state.expiresAt);
        const QDateTime retryAt = m_waiting.value(id).until;
        if (retryAt.isValid() && retryAt > now) {
            lookAt(retryAt);
        } else if (core::isDueForRefresh(state.expiresAt, now, margin)) {
            if (m_underWay.size() >= width)
                continue;
            m_underWay.insert(id);
            m_scope.launch(refresh(id));
        } else if (state.expiresAt.isValid()) {
            lookAt(state.expiresAt.addSecs(-margin.count()));
        }
    }
    return next;
}

base::Task<> RefreshAhead::refresh(core::AccountId id)
{
    const auto token = co_await m_tokens.refresh(id, m_scope.stopToken());
    m_underWay.remove(id);
    if (token) {
        m_waiting.remove(id);
    } else {
        Wait &wait = m_waiting[id];
        ++wait.failures;
        wait.until = m_clock.now().addSecs(waitAfter(wait.failures, id).count());
        qCInfo(lcAgent) << id.joined() << "was not refreshed:" << token.error().message;
    }
    if (!m_scope.stopToken().stop_requested())
        freed.announce();
    co_return {};
}

} // namespace agent
