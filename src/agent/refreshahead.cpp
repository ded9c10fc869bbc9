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

bool canRefresh(const core::AccountView &view)
{
    return view.state.renewable && !view.state.signInLost;
}

std::chrono::seconds marginOf(const core::AccountView &view)
{
    return core::refreshMarginOf(view.state.issuedAt, view.state.expiresAt);
}

bool isDue(const core::AccountView &view, const QDateTime &now)
{
    return canRefresh(view) && core::isDueForRefresh(view.state.expiresAt, now, marginOf(view));
}

} // namespace

RefreshAhead::RefreshAhead(AccountBook &book,
                           core::Tokens &tokens,
                           const core::LockService &lock,
                           base::Clock &clock)
    : m_book(book)
    , m_tokens(tokens)
    , m_lock(lock)
    , m_clock(clock)
{
    m_onMove = m_book.moved.subscribe([this](const core::AccountId &id,
                                             const core::AccountState &,
                                             const core::AccountState &) { m_agenda.add(id); });
    m_onReset = m_book.reset.subscribe([this] { m_agenda.restart(); });
}

QDateTime RefreshAhead::run(const QDateTime &now)
{
    if (m_lock.state() != core::LockService::State::Unlocked)
        return {};
    const QList<core::AccountId> due = m_agenda.take(now);
    for (const core::AccountId &id : due)
        look(id, now);
    while (!m_due.empty() && m_underWay.size() < width) {
        const core::AccountId id = m_due.front();
        m_due.pop_front();
        // It may have been renewed, or removed, while it waited.
        const auto view = m_book.find(id);
        if (!view || m_underWay.contains(id) || !isDue(*view, now))
            continue;
        m_underWay.insert(id);
        m_scope.launch(refresh(id));
    }
    return m_agenda.next(now);
}

void RefreshAhead::look(const core::AccountId &id, const QDateTime &now)
{
    const auto view = m_book.find(id);
    m_agenda.add(id, {});
    if (!view || !canRefresh(*view) || m_underWay.contains(id))
        return;
    const QDateTime retryAt = m_waiting.value(id).until;
    if (retryAt.isValid() && retryAt > now)
        m_agenda.add(id, retryAt);
    else if (isDue(*view, now))
        m_due.push_back(id);
    else if (view->state.expiresAt.isValid())
        m_agenda.add(id, view->state.expiresAt.addSecs(-marginOf(*view).count()));
}

base::Task<> RefreshAhead::refresh(core::AccountId id)
{
    const auto token = co_await m_tokens.refresh(id, m_scope.stopToken());
    m_underWay.remove(id);
    m_agenda.add(id);
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
