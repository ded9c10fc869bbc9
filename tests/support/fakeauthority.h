// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/authority.h"

#include <algorithm>
#include <optional>

//! An authority in memory: it keeps what it is told and refuses what the test says.
class FakeAuthority final : public core::AuthorityService
{
public:
    core::AuthorityStatus now;
    QList<core::AuthorityClient> knownClients;
    QList<core::AuthorityUser> knownUsers;
    QList<core::AuthoritySession> knownSessions;
    QList<core::AuthorityKey> knownKeys;
    QList<core::AuthorityRequest> seen; //!< newest first
    QList<core::AuthorityEvent> kept; //!< newest first
    core::PolicyStatus policy;
    core::PolicyAnswer verdict;
    QList<core::PolicyQuestion> asked;
    QList<core::ApprovalQuestion> waiting;
    struct Answer
    {
        QString id;
        bool allow;
        bool remember;
    };
    QList<Answer> answers;
    std::optional<base::Error> refusal; //!< of the next verb or question
    QStringList verbs; //!< what was done, in order

    [[nodiscard]] core::AuthorityStatus status() const override { return now; }

    [[nodiscard]] base::Task<> setOn(bool on) override
    {
        if (const auto error = refused())
            co_return base::fail(*error);
        now.state = on ? core::AuthorityStatus::State::Running : core::AuthorityStatus::State::Off;
        statusChanged.announce();
        co_return {};
    }

    [[nodiscard]] base::Task<QList<core::AuthorityClient>> clients() override
    {
        if (const auto error = refused())
            co_return base::fail(*error);
        const QList<core::AuthorityClient> all = knownClients;
        co_return all;
    }
    [[nodiscard]] base::Task<core::NewAuthorityClient> addClient(
        core::AuthorityClient client) override
    {
        if (const auto error = refused())
            co_return base::fail(*error);
        if (client.id.isEmpty())
            client.id = QStringLiteral("lk-%1").arg(++m_last, 6, 10, QLatin1Char('0'));
        knownClients.append(client);
        core::NewAuthorityClient made;
        made.client = client;
        if (client.authMethod != QLatin1String("none"))
            made.secret = base::Secret("first-secret");
        co_return made;
    }
    [[nodiscard]] base::Task<> changeClient(core::AuthorityClient client) override
    {
        if (const auto error = refused())
            co_return base::fail(*error);
        for (core::AuthorityClient &known : knownClients) {
            if (known.id == client.id)
                known = client;
        }
        co_return {};
    }
    [[nodiscard]] base::Task<base::Secret> renewClientSecret(QString) override
    {
        if (const auto error = refused())
            co_return base::fail(*error);
        base::Secret secret("second-secret");
        co_return secret;
    }
    [[nodiscard]] base::Task<> removeClient(QString id) override
    {
        if (const auto error = refused())
            co_return base::fail(*error);
        knownClients.removeIf([&id](const core::AuthorityClient &c) { return c.id == id; });
        co_return {};
    }

    [[nodiscard]] base::Task<core::AuthorityUserPage> users(QString search,
                                                            int page,
                                                            int pageSize) override
    {
        if (const auto error = refused())
            co_return base::fail(*error);
        QList<core::AuthorityUser> found;
        for (const core::AuthorityUser &user : std::as_const(knownUsers)) {
            const QString all = user.name + u'\n' + user.displayName + u'\n' + user.email;
            if (all.contains(search, Qt::CaseInsensitive))
                found.append(user);
        }
        core::AuthorityUserPage answer;
        answer.total = static_cast<int>(found.size());
        answer.page = page;
        answer.pageSize = pageSize;
        answer.users = found.mid((page - 1) * pageSize, pageSize);
        co_return answer;
    }
    [[nodiscard]] base::Task<core::AuthorityUser> addUser(core::AuthorityUser user,
                                                          base::Secret password) override
    {
        if (const auto error = passwordError(password, true))
            co_return base::fail(*error);
        user.id = QStringLiteral("u-%1").arg(++m_last);
        user.hasPassword = true;
        knownUsers.append(user);
        co_return user;
    }
    [[nodiscard]] base::Task<> changeUser(core::AuthorityUser user, base::Secret password) override
    {
        if (const auto error = passwordError(password, false))
            co_return base::fail(*error);
        for (core::AuthorityUser &known : knownUsers) {
            if (known.id == user.id)
                known = user;
        }
        co_return {};
    }
    [[nodiscard]] base::Task<core::BulkSummary> changeUsers(QStringList ids,
                                                            core::BulkVerb verb) override
    {
        if (const auto error = refused())
            co_return base::fail(*error);
        core::BulkSummary summary;
        summary.asked = static_cast<int>(ids.size());
        for (const QString &id : std::as_const(ids)) {
            const auto user = std::find_if(
                knownUsers.begin(), knownUsers.end(), [&id](const auto &u) { return u.id == id; });
            const bool wanted = verb == core::BulkVerb::Activate;
            if (user == knownUsers.end()) {
                summary.unchanged << id;
            } else if (user->isOwner && !wanted) {
                summary.refused
                    << QStringLiteral("%1: is the owner of this desktop").arg(user->name);
            } else if (verb == core::BulkVerb::Remove) {
                knownUsers.erase(user);
                ++summary.changed;
            } else if (user->isActive == wanted) {
                summary.unchanged << id;
            } else {
                user->isActive = wanted;
                ++summary.changed;
            }
        }
        co_return summary;
    }
    [[nodiscard]] base::Task<> resetTotp(QString userId) override
    {
        for (core::AuthorityUser &user : knownUsers) {
            if (user.id == userId)
                user.hasTotp = false;
        }
        verbs << QStringLiteral("reset ") + userId;
        co_return {};
    }

    [[nodiscard]] base::Task<QList<core::AuthoritySession>> sessions() override
    {
        const QList<core::AuthoritySession> all = knownSessions;
        co_return all;
    }
    [[nodiscard]] base::Task<> endSession(QString handle) override
    {
        knownSessions.removeIf([&handle](const auto &session) { return session.handle == handle; });
        co_return {};
    }

    [[nodiscard]] base::Task<QList<core::AuthorityKey>> keys() override
    {
        const QList<core::AuthorityKey> all = knownKeys;
        co_return all;
    }
    [[nodiscard]] base::Task<> rollOver() override
    {
        if (const auto error = refused())
            co_return base::fail(*error);
        verbs << QStringLiteral("roll over");
        co_return {};
    }
    [[nodiscard]] base::Task<> revokeKey(QString id) override
    {
        for (core::AuthorityKey &key : knownKeys) {
            if (key.id == id)
                key.state = core::AuthorityKey::State::Revoked;
        }
        co_return {};
    }

    [[nodiscard]] QList<core::AuthorityRequest> requests() const override { return seen; }
    [[nodiscard]] base::Task<QList<core::AuthorityEvent>> events(
        core::AuthorityEventFilter filter) override
    {
        QList<core::AuthorityEvent> found;
        for (const core::AuthorityEvent &event : std::as_const(kept)) {
            if ((filter.kind.isEmpty() || filter.kind == event.kind)
                && (filter.outcome.isEmpty() || filter.outcome == event.outcome)
                && (filter.user.isEmpty() || filter.user == event.user)
                && (filter.client.isEmpty() || filter.client == event.client)
                && (filter.before == 0 || event.sequence < filter.before)
                && found.size() < filter.limit)
                found.append(event);
        }
        co_return found;
    }

    [[nodiscard]] base::Task<core::PolicyStatus> policies() override
    {
        const core::PolicyStatus status = policy;
        co_return status;
    }
    [[nodiscard]] base::Task<> reloadPolicies() override
    {
        if (const auto error = refused())
            co_return base::fail(*error);
        verbs << QStringLiteral("reload");
        co_return {};
    }
    [[nodiscard]] base::Task<core::PolicyAnswer> askPolicy(core::PolicyQuestion question) override
    {
        if (const auto error = refused())
            co_return base::fail(*error);
        asked.append(question);
        const core::PolicyAnswer answer = verdict;
        co_return answer;
    }

    [[nodiscard]] QList<core::ApprovalQuestion> approvals() const override { return waiting; }
    void answerApproval(const QString &id, bool allow, bool remember = false) override
    {
        answers.append({id, allow, remember});
        waiting.removeIf(
            [&id](const core::ApprovalQuestion &question) { return question.id == id; });
        approvalsChanged.announce();
    }

    //! Somebody asks.
    void ask(const core::ApprovalQuestion &question)
    {
        waiting.append(question);
        approvalsChanged.announce();
    }
    //! A request has been answered.
    void answer(const core::AuthorityRequest &request)
    {
        seen.prepend(request);
        requestSeen.announce(request);
    }
    void put(core::AuthorityStatus::State state,
             const QString &reason = {},
             const QString &remedy = {})
    {
        now.state = state;
        now.reason = reason;
        now.remedy = remedy;
        statusChanged.announce();
    }

private:
    [[nodiscard]] std::optional<base::Error> refused() { return std::exchange(refusal, {}); }
    [[nodiscard]] std::optional<base::Error> passwordError(const base::Secret &password,
                                                           bool needed)
    {
        if (refusal)
            return refused();
        if (password.isEmpty() && !needed)
            return {};
        QStringList wrong;
        if (password.size() < 12)
            wrong << QStringLiteral("The password has fewer than 12 characters.");
        if (password.equals("password"))
            wrong << QStringLiteral("The password is one of the first that are tried.");
        if (wrong.isEmpty())
            return {};
        return base::Error{base::ErrorCode::InvalidInput, wrong.join(u'\n'), {}, {}};
    }

    int m_last = 0;
};
