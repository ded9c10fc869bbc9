// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/frontdoor.h"

#include "authority/people/admin/adminapi.h"
#include "authority/people/admin/livefeed.h"
#include "authority/people/admin/opsapi.h"
#include "authority/people/admin/userapi.h"
#include "authority/people/pages/accountpages.h"
#include "authority/people/pages/consentpages.h"
#include "authority/people/pages/deskpages.h"
#include "authority/people/pages/signinpages.h"
#include "authority/words.h"

#include <QElapsedTimer>
#include <QHash>
#include <QJsonDocument>

namespace authority {

using base::ErrorCode;

namespace {

//! What the protocol asks at every token. It is kept for a second after it was read, as clients
//! are: a change here is seen at once, another instance's within that second.
class KnownUsers
{
public:
    explicit KnownUsers(Household &house)
        : m_house(house)
        , m_changed(house.users.changed.subscribe([this](const QString &) { m_kept.clear(); }))
    {}

    [[nodiscard]] base::Result<UserClaims> find(const QString &id)
    {
        const qint64 now = m_house.clock.now().toMSecsSinceEpoch();
        const auto kept = m_kept.constFind(id);
        if (kept != m_kept.constEnd() && now >= kept->readAt && now - kept->readAt < keptFor)
            return kept->user;
        TRY(const auto user, m_house.users.find(id));
        UserClaims claims{
            user.id, user.name, user.displayName, user.email, user.roles, user.isActive};
        if (m_kept.size() >= mostKept)
            m_kept.clear();
        m_kept.insert(id, {claims, now});
        return claims;
    }

private:
    static constexpr qint64 keptFor = 1000; // milliseconds
    static constexpr qsizetype mostKept = 2000;
    struct Kept
    {
        UserClaims user;
        qint64 readAt = 0;
    };

    Household &m_house;
    QHash<QString, Kept> m_kept;
    base::Subscription m_changed;
};

} // namespace

struct Frontdoor::Parts
{
    Parts(const FrontdoorNeeds &needs, FrontdoorSettings theSettings)
        : policies(needs.policies)
        , house(needs.database,
                needs.keys,
                needs.engine,
                needs.clock,
                needs.metrics,
                std::move(theSettings))
    {}

    policy::PolicyFolder &policies;
    Household house;
    KnownUsers known{house};
    UserDesk desk{house};
    KeyDesk keyDesk{house};
    std::unique_ptr<ClientDesk> clientDesk; //!< when there are clients
    Passage passage{house};
    SignInPages signIn{house, passage};
    FactorPages factors{house, passage};
    ConsentPages consent{house, passage};
    DeskPages deskPages{house, passage};
    AccountPages account{house, passage, desk, factors};
    ApiTokens tokens{house.database, house.clock};
    AdminGate gate{house};
    UserApi users{house, desk, gate};
    std::unique_ptr<AdminApi> admin; //!< when it is known whether there are clients
    LiveFeed live{house, gate};
    OpsApi ops{house, gate, tokens, policies};
};

Frontdoor::Frontdoor(FrontdoorNeeds needs, FrontdoorSettings settings)
    : m_parts(std::make_unique<Parts>(needs, std::move(settings)))
{}

Frontdoor::~Frontdoor() = default;

void Frontdoor::attach(Interactions &interactions, AccessTokens &tokens, Protocol *clients)
{
    m_parts->house.interactions = &interactions;
    m_parts->house.tokens = &tokens;
    if (clients)
        m_parts->clientDesk = std::make_unique<ClientDesk>(m_parts->house, *clients);
}

void Frontdoor::addRoutes(web::Router &router)
{
    m_parts->signIn.addRoutes(router);
    m_parts->factors.addRoutes(router);
    m_parts->consent.addRoutes(router);
    m_parts->deskPages.addRoutes(router);
    m_parts->account.addRoutes(router);
    m_parts->users.addRoutes(router);
    m_parts->admin = std::make_unique<AdminApi>(
        m_parts->house, m_parts->desk, m_parts->keyDesk, m_parts->clientDesk.get(), m_parts->gate);
    m_parts->admin->addRoutes(router);
    m_parts->live.addRoutes(router);
    m_parts->ops.addRoutes(router);
}

base::Result<> Frontdoor::seed(const QString &login, const QString &displayName)
{
    TRY(const bool wasMade, m_parts->house.users.seedOwner(login, displayName));
    if (!wasMade)
        return {};
    TRY(const auto owner, m_parts->house.users.owner());
    m_parts->house.events.record({QStringLiteral("seeded"),
                                  QStringLiteral("done"),
                                  owner.id,
                                  {},
                                  {},
                                  {},
                                  QStringLiteral("owner ") + owner.name});
    return {};
}

base::Result<> Frontdoor::cleanUp()
{
    Household &house = m_parts->house;
    TRY_VOID(house.sessions.cleanUp());
    TRY_VOID(house.visits.cleanUp());
    TRY_VOID(house.factors.cleanUp());
    TRY_VOID(house.approvals.cleanUp());
    TRY_VOID(house.guesses.cleanUp());
    TRY_VOID(house.buckets.cleanUp());
    TRY_VOID(m_parts->tokens.cleanUp());
    return house.events.cleanUp();
}

void Frontdoor::stop()
{
    m_parts->live.stop();
}

UserTable &Frontdoor::users()
{
    return m_parts->house.users;
}

SessionTable &Frontdoor::sessions()
{
    return m_parts->house.sessions;
}

Approvals &Frontdoor::approvals()
{
    return m_parts->house.approvals;
}

EventLog &Frontdoor::events()
{
    return m_parts->house.events;
}

Throttle &Frontdoor::throttle()
{
    return m_parts->house.buckets;
}

ApiTokens &Frontdoor::apiTokens()
{
    return m_parts->tokens;
}

KeyDesk &Frontdoor::keyDesk()
{
    return m_parts->keyDesk;
}

ClientDesk &Frontdoor::clientDesk()
{
    Q_ASSERT(m_parts->clientDesk);
    return *m_parts->clientDesk;
}

base::Task<core::AuthorityUser> Frontdoor::addUser(core::AuthorityUser user, base::Secret password)
{
    return m_parts->desk.add(std::move(user), std::move(password), Actor::desk());
}

base::Task<> Frontdoor::changeUser(core::AuthorityUser user, base::Secret password)
{
    return m_parts->desk.change(std::move(user), std::move(password), Actor::desk());
}

base::Result<core::BulkSummary> Frontdoor::changeUsers(const QStringList &ids, core::BulkVerb verb)
{
    return m_parts->desk.change(ids, verb, Actor::desk());
}

base::Result<> Frontdoor::resetTotp(const QString &userId)
{
    return m_parts->desk.resetTotp(userId, Actor::desk());
}

base::Result<> Frontdoor::endSession(const QString &handle)
{
    return m_parts->desk.endSession(handle, Actor::desk());
}

base::Result<> Frontdoor::answerApproval(const QString &id, bool allow, bool remember)
{
    Household &house = m_parts->house;
    TRY(const auto question, house.approvals.answer(id, allow));
    TRY(const auto owner, house.users.owner());
    house.events.record({allow ? QStringLiteral("approved") : QStringLiteral("approval_refused"),
                         allow ? QStringLiteral("done") : QStringLiteral("refused"),
                         owner.id,
                         question.clientId,
                         {},
                         {},
                         question.scopes.join(u' ')});
    if (allow && remember && question.isRememberable)
        return house.consents.remember(
            owner.id, question.clientId, Consents::wishes(question.scopes, question.resources));
    return {};
}

base::Result<core::PolicyAnswer> Frontdoor::askPolicy(const core::PolicyQuestion &question) const
{
    policy::Request request;
    TRY(request.principal, policy::parseEntityUid(question.principal));
    TRY(request.action, policy::parseEntityUid(question.action));
    TRY(request.resource, policy::parseEntityUid(question.resource));
    QJsonParseError error;
    const auto context = QJsonDocument::fromJson(question.context.toUtf8(), &error);
    if (error.error != QJsonParseError::NoError || !context.isObject()) {
        return base::fail(ErrorCode::InvalidInput,
                          Words::tr("The context is one JSON object, such as {}."));
    }
    request.context = context.object();
    m_parts->gate.addFacts(request);
    QElapsedTimer timer;
    timer.start();
    const policy::Decision decision = m_parts->house.policies.explain(request);
    core::PolicyAnswer answer;
    answer.micros = timer.nsecsElapsed() / 1000;
    answer.isAllowed = decision.isAllowed();
    answer.determining = decision.determining;
    for (const policy::PolicyTrouble &trouble : decision.errors) {
        answer.errors.append(trouble.policy.isEmpty()
                                 ? trouble.error.message
                                 : trouble.policy + QStringLiteral(": ") + trouble.error.message);
    }
    return answer;
}

base::Result<UserClaims> Frontdoor::find(const QString &userId)
{
    return m_parts->known.find(userId);
}

QCoro::Task<web::Response> Frontdoor::present(Interaction interaction, web::Request request)
{
    Visitor visitor(m_parts->house, request, interaction.locales);
    co_return m_parts->passage.next(visitor, interaction);
}

QCoro::Task<web::Response> Frontdoor::signOut(web::Request request, QString then, QString session)
{
    co_return m_parts->account.signOut(request, then, session);
}

web::Response Frontdoor::trouble(const web::Request &request, int status, const QString &message)
{
    const Visitor visitor(m_parts->house, request);
    return visitor.trouble(
        status, visitor.language().translate("authority", "This cannot go on"), message);
}

web::Response Frontdoor::redirect(const web::Request &request, const WayBack &back)
{
    return Visitor(m_parts->house, request).goBack(back);
}

} // namespace authority
