// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/authority.h"

namespace apps {

//! The authority of a program that has none: off, and every verb says so.
class AuthorityAway final : public core::AuthorityService
{
public:
    [[nodiscard]] core::AuthorityStatus status() const override { return {}; }
    [[nodiscard]] base::Task<> setOn(bool) override { return no(); }
    [[nodiscard]] base::Task<QList<core::AuthorityClient>> clients() override
    {
        return no<QList<core::AuthorityClient>>();
    }
    [[nodiscard]] base::Task<core::NewAuthorityClient> addClient(core::AuthorityClient) override
    {
        return no<core::NewAuthorityClient>();
    }
    [[nodiscard]] base::Task<> changeClient(core::AuthorityClient) override { return no(); }
    [[nodiscard]] base::Task<base::Secret> renewClientSecret(QString) override
    {
        return no<base::Secret>();
    }
    [[nodiscard]] base::Task<> removeClient(QString) override { return no(); }
    [[nodiscard]] base::Task<core::AuthorityUserPage> users(QString, int, int) override
    {
        return no<core::AuthorityUserPage>();
    }
    [[nodiscard]] base::Task<core::AuthorityUser> addUser(core::AuthorityUser,
                                                          base::Secret) override
    {
        return no<core::AuthorityUser>();
    }
    [[nodiscard]] base::Task<> changeUser(core::AuthorityUser, base::Secret) override
    {
        return no();
    }
    [[nodiscard]] base::Task<core::BulkSummary> changeUsers(QStringList, core::BulkVerb) override
    {
        return no<core::BulkSummary>();
    }
    [[nodiscard]] base::Task<> resetTotp(QString) override { return no(); }
    [[nodiscard]] base::Task<QList<core::AuthoritySession>> sessions() override
    {
        return no<QList<core::AuthoritySession>>();
    }
    [[nodiscard]] base::Task<> endSession(QString) override { return no(); }
    [[nodiscard]] base::Task<QList<core::AuthorityKey>> keys() override
    {
        return no<QList<core::AuthorityKey>>();
    }
    [[nodiscard]] base::Task<> rollOver() override { return no(); }
    [[nodiscard]] base::Task<> revokeKey(QString) override { return no(); }
    [[nodiscard]] QList<core::AuthorityRequest> requests() const override { return {}; }
    [[nodiscard]] base::Task<QList<core::AuthorityEvent>> events(
        core::AuthorityEventFilter) override
    {
        return no<QList<core::AuthorityEvent>>();
    }
    [[nodiscard]] base::Task<core::PolicyStatus> policies() override
    {
        return no<core::PolicyStatus>();
    }
    [[nodiscard]] base::Task<> reloadPolicies() override { return no(); }
    [[nodiscard]] base::Task<core::PolicyAnswer> askPolicy(core::PolicyQuestion) override
    {
        return no<core::PolicyAnswer>();
    }
    [[nodiscard]] QList<core::ApprovalQuestion> approvals() const override { return {}; }
    void answerApproval(const QString &, bool, bool) override {}

private:
    template<typename T = void>
    [[nodiscard]] static base::Task<T> no()
    {
        co_return base::fail(base::ErrorCode::Unsupported,
                             QStringLiteral("This program has no authority."));
    }
};

} // namespace apps
