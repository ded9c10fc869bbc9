// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk/authorityask.h"
#include "authority/keys/keyring.h"
#include "authority/people/frontdoor.h"
#include "base/logging.h"
#include "policy/policyfolder.h"

//! What the faces ask, handed to the authority's thread. Each of them is one call over there.
namespace apps {

using authority::Actor;
using House = AuthorityHouse;

namespace {

//! std::function wants to be copied, a secret does not.
std::shared_ptr<base::Secret> held(base::Secret secret)
{
    return std::make_shared<base::Secret>(std::move(secret));
}

} // namespace

base::Task<QList<core::AuthorityClient>> AuthorityHost::clients()
{
    using Clients = QList<core::AuthorityClient>;
    return ask<Clients>(
        [](House &house) -> base::Task<Clients> { co_return house.front().clientDesk().list(); });
}

base::Task<core::NewAuthorityClient> AuthorityHost::addClient(core::AuthorityClient client)
{
    using New = core::NewAuthorityClient;
    return ask<New>([client = std::move(client)](House &house) -> base::Task<New> {
        auto added =
            house.front().clientDesk().add(client, QStringLiteral("window"), Actor::desk());
        house.reportStatus();
        co_return added;
    });
}

base::Task<> AuthorityHost::changeClient(core::AuthorityClient client)
{
    return ask<void>([client = std::move(client)](House &house) -> base::Task<> {
        co_return house.front().clientDesk().change(client, Actor::desk());
    });
}

base::Task<base::Secret> AuthorityHost::renewClientSecret(QString id)
{
    return ask<base::Secret>([id = std::move(id)](House &house) -> base::Task<base::Secret> {
        co_return house.front().clientDesk().renewSecret(id, Actor::desk());
    });
}

base::Task<> AuthorityHost::removeClient(QString id)
{
    return ask<void>([id = std::move(id)](House &house) -> base::Task<> {
        const auto removed = house.front().clientDesk().remove(id, Actor::desk());
        house.reportStatus();
        co_return removed;
    });
}

base::Task<core::AuthorityUserPage> AuthorityHost::users(QString search, int page, int pageSize)
{
    using Page = core::AuthorityUserPage;
    return ask<Page>(
        [search = std::move(search), page, pageSize](House &house) -> base::Task<Page> {
            co_return house.front().users().page(search, page, pageSize);
        });
}

base::Task<core::AuthorityUser> AuthorityHost::addUser(core::AuthorityUser user,
                                                       base::Secret password)
{
    using User = core::AuthorityUser;
    return ask<User>([user = std::move(user),
                      password = held(std::move(password))](House &house) -> base::Task<User> {
        auto added = co_await house.front().addUser(user, std::move(*password));
        house.reportStatus();
        co_return added;
    });
}

base::Task<> AuthorityHost::changeUser(core::AuthorityUser user, base::Secret password)
{
    return ask<void>([user = std::move(user),
                      password = held(std::move(password))](House &house) -> base::Task<> {
        co_return co_await house.front().changeUser(user, std::move(*password));
    });
}

base::Task<core::BulkSummary> AuthorityHost::changeUsers(QStringList ids, core::BulkVerb verb)
{
    using Summary = core::BulkSummary;
    return ask<Summary>([ids = std::move(ids), verb](House &house) -> base::Task<Summary> {
        auto summary = house.front().changeUsers(ids, verb);
        house.reportStatus();
        co_return summary;
    });
}

base::Task<> AuthorityHost::resetTotp(QString userId)
{
    return ask<void>([id = std::move(userId)](House &house) -> base::Task<> {
        co_return house.front().resetTotp(id);
    });
}

base::Task<QList<core::AuthoritySession>> AuthorityHost::sessions()
{
    using Sessions = QList<core::AuthoritySession>;
    return ask<Sessions>(
        [](House &house) -> base::Task<Sessions> { co_return house.front().sessions().list(); });
}

base::Task<> AuthorityHost::endSession(QString handle)
{
    return ask<void>([handle = std::move(handle)](House &house) -> base::Task<> {
        const auto ended = house.front().endSession(handle);
        house.reportStatus();
        co_return ended;
    });
}

base::Task<QList<core::AuthorityKey>> AuthorityHost::keys()
{
    using Keys = QList<core::AuthorityKey>;
    return ask<Keys>([](House &house) -> base::Task<Keys> { co_return house.keys().list(); });
}

base::Task<> AuthorityHost::rollOver()
{
    return ask<void>([](House &house) -> base::Task<> {
        const Actor actor = Actor::desk();
        const auto rolled = co_await house.front().keyDesk().rollOver(actor);
        house.reportStatus();
        co_return rolled;
    });
}

base::Task<> AuthorityHost::revokeKey(QString id)
{
    return ask<void>([id = std::move(id)](House &house) -> base::Task<> {
        const Actor actor = Actor::desk();
        const auto revoked = co_await house.front().keyDesk().revoke(id, actor);
        house.reportStatus();
        co_return revoked;
    });
}

QList<core::AuthorityRequest> AuthorityHost::requests() const
{
    return {m_requests.begin(), m_requests.end()};
}

base::Task<QList<core::AuthorityEvent>> AuthorityHost::events(core::AuthorityEventFilter filter)
{
    using Events = QList<core::AuthorityEvent>;
    return ask<Events>([filter = std::move(filter)](House &house) -> base::Task<Events> {
        co_return house.front().events().find(filter);
    });
}

base::Task<core::PolicyStatus> AuthorityHost::policies()
{
    using Status = core::PolicyStatus;
    return ask<Status>([](House &house) -> base::Task<Status> {
        const Status status = house.policyStatus();
        co_return status;
    });
}

base::Task<> AuthorityHost::reloadPolicies()
{
    return ask<void>([](House &house) -> base::Task<> { co_return house.policies().reload(); });
}

base::Task<core::PolicyAnswer> AuthorityHost::askPolicy(core::PolicyQuestion question)
{
    using Answer = core::PolicyAnswer;
    return ask<Answer>([question = std::move(question)](House &house) -> base::Task<Answer> {
        co_return house.front().askPolicy(question);
    });
}

void AuthorityHost::answerApproval(const QString &id, bool allow, bool remember)
{
    auto task = ask<void>([id, allow, remember](House &house) -> base::Task<> {
        co_return house.front().answerApproval(id, allow, remember);
    });
    m_scope.launch(std::move(task), [](const base::Error &error) {
        qCWarning(lcAuthority) << "The answer came too late:" << error.message;
    });
}

void AuthorityHost::setApprover(bool isThere)
{
    m_hasApprover = isThere;
    if (!m_house)
        return;
    m_scope.launch(ask<void>([isThere](House &house) -> base::Task<> {
        house.front().approvals().setApprover(isThere);
        co_return {};
    }));
}

} // namespace apps
