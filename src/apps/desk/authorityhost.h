// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/desk/authorityhouse.h"
#include "apps/desk/handedstore.h"
#include "base/settings.h"
#include "base/taskscope.h"
#include "core/authority.h"
#include "core/services.h"

#include <QObject>
#include <QThread>

#include <deque>

namespace apps {

//! The authority as the faces see it: it lives on a thread of its own, and every call is an errand
//! to there. What lists show at once (status, live requests, questions) is kept here.
class AuthorityHost final : public core::AuthorityService
{
public:
    struct Needs
    {
        AuthorityHouse::Options options; //!< but for what the settings say
        base::Settings &settings;
        base::Clock &clock;
        core::SecretStore &store;
        core::LockService &lock;
    };

    explicit AuthorityHost(Needs needs);
    ~AuthorityHost() override;

    //! Starts it if the settings say so; an error is also status().reason.
    [[nodiscard]] base::Task<> start();
    //! Lets requests under way come to their end, then ends the thread.
    [[nodiscard]] base::Task<> stop();
    //! The desk is being locked: private keys go.
    void forget();
    //! Whether somebody can be asked on this screen.
    void setApprover(bool isThere);
    //! Goes through to the users, clients, … of a house that runs: for the command line.
    template<typename T>
    [[nodiscard]] base::Task<T> ask(std::function<base::Task<T>(AuthorityHouse &)> work);

    [[nodiscard]] core::AuthorityStatus status() const override { return m_status; }
    [[nodiscard]] base::Task<> setOn(bool on) override;

    [[nodiscard]] base::Task<QList<core::AuthorityClient>> clients() override;
    [[nodiscard]] base::Task<core::NewAuthorityClient> addClient(
        core::AuthorityClient client) override;
    [[nodiscard]] base::Task<> changeClient(core::AuthorityClient client) override;
    [[nodiscard]] base::Task<base::Secret> renewClientSecret(QString id) override;
    [[nodiscard]] base::Task<> removeClient(QString id) override;

    [[nodiscard]] base::Task<core::AuthorityUserPage> users(QString search,
                                                            int page,
                                                            int pageSize) override;
    [[nodiscard]] base::Task<core::AuthorityUser> addUser(core::AuthorityUser user,
                                                          base::Secret password) override;
    [[nodiscard]] base::Task<> changeUser(core::AuthorityUser user, base::Secret password) override;
    [[nodiscard]] base::Task<core::BulkSummary> changeUsers(QStringList ids,
                                                            core::BulkVerb verb) override;
    [[nodiscard]] base::Task<> resetTotp(QString userId) override;

    [[nodiscard]] base::Task<QList<core::AuthoritySession>> sessions() override;
    [[nodiscard]] base::Task<> endSession(QString handle) override;

    [[nodiscard]] base::Task<QList<core::AuthorityKey>> keys() override;
    [[nodiscard]] base::Task<> rollOver() override;
    [[nodiscard]] base::Task<> revokeKey(QString id) override;

    [[nodiscard]] QList<core::AuthorityRequest> requests() const override;
    [[nodiscard]] base::Task<QList<core::AuthorityEvent>> events(
        core::AuthorityEventFilter filter) override;

    [[nodiscard]] base::Task<core::PolicyStatus> policies() override;
    [[nodiscard]] base::Task<> reloadPolicies() override;
    [[nodiscard]] base::Task<core::PolicyAnswer> askPolicy(core::PolicyQuestion question) override;

    [[nodiscard]] QList<core::ApprovalQuestion> approvals() const override { return m_approvals; }
    void answerApproval(const QString &id, bool allow, bool remember = false) override;

private:
    //! Brings what runs into line with the settings. One at a time: while it is at it, another call
    //! only makes it go round once more.
    [[nodiscard]] base::Task<> settle();
    //! Makes the house, if the settings want one.
    [[nodiscard]] base::Task<> open();
    //! Ends the house, if it stands, and its thread.
    [[nodiscard]] base::Task<> close();
    [[nodiscard]] base::Task<> unlockKeys();
    //! InvalidInput: a setting that cannot be.
    [[nodiscard]] base::Result<AuthorityHouse::Options> options() const;
    //! What the house tells, brought over to this thread.
    [[nodiscard]] AuthorityHouse::Reports reports();
    void take(core::AuthorityStatus status);
    void fail(const base::Error &error);

    Needs m_needs;
    QThread m_thread;
    QObject m_here; //!< errands to this thread
    HandedStore m_handed{m_needs.store, m_here};
    std::unique_ptr<QObject> m_there; //!< errands to the authority's
    std::unique_ptr<AuthorityHouse> m_house; //!< made and ended on the authority's thread
    core::AuthorityStatus m_status;
    std::deque<core::AuthorityRequest> m_requests;
    QList<core::ApprovalQuestion> m_approvals;
    bool m_hasApprover = false;
    bool m_isChanging = false; //!< settle() is at it
    bool m_isUnsettled = false; //!< and has to go round once more
    bool m_isSetting = false; //!< a setting of our own, followed by settle()
    bool m_isStopping = false;
    base::Event<> m_settled;
    base::TaskScope m_scope;
    QList<base::Subscription> m_subscriptions;
};

} // namespace apps
