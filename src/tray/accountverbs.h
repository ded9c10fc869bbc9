// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <deque>
#include <functional>
#include <memory>
#include <stop_token>

namespace tray {

class ClipboardGuard;

//! What can be done with an account, the same for list, drawer, tray and notifications: starts the
//! task, puts what comes back on the clipboard, and tells how it went.
class AccountVerbs : public QObject
{
    Q_OBJECT

public:
    AccountVerbs(core::AccountService &accounts,
                 core::TokenService &tokens,
                 ClipboardGuard &clipboard,
                 QObject *parent = nullptr);
    ~AccountVerbs() override;

    //! Whether something is under way for the account.
    [[nodiscard]] bool isBusy(const core::AccountId &id) const { return m_busy.contains(id); }
    [[nodiscard]] bool isAnyBusy() const { return !m_busy.isEmpty(); }

    //! \a actor is for the record: "window", "tray", "notification".
    void copy(const core::AccountId &id, const QString &actor);
    //! All of them, a few at a time; one report at the end when there are several.
    void refresh(const QList<core::AccountId> &ids, const QString &actor);
    void remove(const QList<core::AccountId> &ids, const QString &actor);
    void copyText(const QString &text);
    //! Does once more what failed last.
    void retry();

Q_SIGNALS:
    void busyChanged(const core::AccountId &id);
    void copied(const core::AccountId &id, int seconds);
    void refreshed(const core::AccountId &id);
    //! \a remark: what did not work while it was removed; empty when all did.
    void removed(const core::AccountId &id, const QString &remark);
    void failed(const core::AccountId &id, const base::Error &error);
    //! Of several: how many went well. Failures were not told one by one.
    void refreshedSeveral(int done, int failed, const base::Error &lastError);
    void removedSeveral(int done, int failed, const base::Error &lastError);

private:
    enum class Verb { Refresh, Remove };

    //! Several accounts under one verb.
    struct Batch
    {
        Verb verb = Verb::Refresh;
        QString actor;
        std::deque<core::AccountId> waiting;
        int whole = 0;
        int running = 0;
        int done = 0;
        int failed = 0;
        QList<core::AccountId> failures;
        base::Error lastError;
        QString lastRemark;
    };

    void run(Verb verb, const QList<core::AccountId> &ids, const QString &actor);
    void startNext(const std::shared_ptr<Batch> &batch);
    void finishOne(const std::shared_ptr<Batch> &batch,
                   const core::AccountId &id,
                   const base::Result<QString> &result);
    void report(const Batch &batch, const core::AccountId &id);
    void setBusy(const core::AccountId &id, bool busy);

    core::AccountService &m_accounts;
    core::TokenService &m_tokens;
    ClipboardGuard &m_clipboard;
    QHash<core::AccountId, int> m_busy;
    std::function<void()> m_again; //!< what failed last
    int m_copyEpoch = 0; //!< only the last copy that was asked for reaches the clipboard
    std::stop_source m_stop;
};

} // namespace tray
