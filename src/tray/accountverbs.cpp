// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/accountverbs.h"

#include "tray/clipboardguard.h"

namespace tray {

namespace {

//! How many accounts of a batch are worked on at the same time.
constexpr int atOnce = 4;

} // namespace

AccountVerbs::AccountVerbs(core::AccountService &accounts,
                           core::TokenService &tokens,
                           ClipboardGuard &clipboard,
                           QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_tokens(tokens)
    , m_clipboard(clipboard)
{}

AccountVerbs::~AccountVerbs()
{
    m_stop.request_stop();
}

void AccountVerbs::copy(const core::AccountId &id, const QString &actor)
{
    const int epoch = ++m_copyEpoch;
    setBusy(id, true);
    auto task = m_tokens.take(
        id, core::refreshMargin, actor, core::AuditKind::TokenCopied, m_stop.get_token());
    QCoro::connect(
        std::move(task), this, [this, id, actor, epoch](base::Result<core::AccessToken> token) {
            setBusy(id, false);
            if (!token) {
                m_again = [this, id, actor] { copy(id, actor); };
                if (token.error().code != base::ErrorCode::Cancelled)
                    Q_EMIT failed(id, token.error());
                return;
            }
            if (epoch != m_copyEpoch)
                return;
            m_clipboard.copy(std::move(token->value));
            Q_EMIT copied(id, static_cast<int>(m_clipboard.span().count()));
        });
}

void AccountVerbs::refresh(const QList<core::AccountId> &ids, const QString &actor)
{
    run(Verb::Refresh, ids, actor);
}

void AccountVerbs::remove(const QList<core::AccountId> &ids, const QString &actor)
{
    run(Verb::Remove, ids, actor);
}

void AccountVerbs::copyText(const QString &text)
{
    ++m_copyEpoch;
    m_clipboard.copyText(text);
}

void AccountVerbs::run(Verb verb, const QList<core::AccountId> &ids, const QString &actor)
{
    if (ids.isEmpty())
        return;
    const auto batch = std::make_shared<Batch>();
    batch->verb = verb;
    batch->actor = actor;
    batch->waiting.assign(ids.begin(), ids.end());
    batch->whole = static_cast<int>(ids.size());
    for (int i = 0; i < atOnce; ++i)
        startNext(batch);
}

void AccountVerbs::startNext(const std::shared_ptr<Batch> &batch)
{
    if (batch->waiting.empty())
        return;
    const core::AccountId id = batch->waiting.front();
    batch->waiting.pop_front();
    ++batch->running;
    setBusy(id, true);
    if (batch->verb == Verb::Remove) {
        QCoro::connect(m_accounts.remove(id, batch->actor),
                       this,
                       [this, batch, id](const base::Result<QString> &result) {
                           finishOne(batch, id, result);
                       });
        return;
    }
    QCoro::connect(m_tokens.refresh(id, batch->actor, m_stop.get_token()),
                   this,
                   [this, batch, id](const base::Result<> &result) {
                       if (result)
                           finishOne(batch, id, QString());
                       else
                           finishOne(batch, id, base::fail(result.error()));
                   });
}

void AccountVerbs::finishOne(const std::shared_ptr<Batch> &batch,
                             const core::AccountId &id,
                             const base::Result<QString> &result)
{
    --batch->running;
    if (result) {
        ++batch->done;
        if (!result->isEmpty())
            batch->lastRemark = *result;
    } else {
        ++batch->failed;
        batch->failures.append(id);
        batch->lastError = result.error();
    }
    // Before the next one starts: it may be finished when startNext() returns.
    const bool last = batch->done + batch->failed == batch->whole;
    setBusy(id, false);
    startNext(batch);
    if (last)
        report(*batch, id);
}

void AccountVerbs::retry()
{
    if (const auto again = std::exchange(m_again, nullptr))
        again();
}

void AccountVerbs::report(const Batch &batch, const core::AccountId &id)
{
    if (batch.failed > 0)
        m_again = [this, verb = batch.verb, ids = batch.failures, actor = batch.actor] {
            run(verb, ids, actor);
        };
    if (batch.whole > 1) {
        if (batch.verb == Verb::Refresh)
            Q_EMIT refreshedSeveral(batch.done, batch.failed, batch.lastError);
        else
            Q_EMIT removedSeveral(batch.done, batch.failed, batch.lastError);
    } else if (batch.failed > 0) {
        if (batch.lastError.code != base::ErrorCode::Cancelled)
            Q_EMIT failed(id, batch.lastError);
    } else if (batch.verb == Verb::Refresh) {
        Q_EMIT refreshed(id);
    } else {
        Q_EMIT removed(id, batch.lastRemark);
    }
}

void AccountVerbs::setBusy(const core::AccountId &id, bool busy)
{
    int &count = m_busy[id];
    count += busy ? 1 : -1;
    if (count <= 0)
        m_busy.remove(id);
    Q_EMIT busyChanged(id);
}

} // namespace tray
