// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/passage.h"

#include "authority/people/pages/markup.h"

#include <QUrl>

namespace authority {

using base::ErrorCode;

namespace {

//! Questions at the desktop at one time: more would be a nuisance that teaches to say yes.
constexpr qsizetype mostQuestions = 3;

} // namespace

bool hasSecondFactor(const QStringList &amr)
{
    // Who said yes at the desktop sits in the session of the person whom Latchkey runs for.
    return amr.contains(QLatin1String("otp")) || amr.contains(QLatin1String("user"));
}

bool hasEnough(const core::AuthorityUser &user, const Session &session)
{
    return !isAdmin(user) || hasSecondFactor(session.amr);
}

Passage::Passage(Household &house)
    : m_house(house)
{}

QString Passage::address(const QString &path, const QString &to)
{
    return path + QStringLiteral("?to=") + QString::fromLatin1(QUrl::toPercentEncoding(to));
}

base::Result<Interaction> Passage::destination(const QString &to, const Visitor &visitor) const
{
    if (to == accountTarget) {
        Interaction own;
        own.id = accountTarget;
        own.clientName = visitor.language().translate("authority", "Your account page");
        own.isFirstParty = true;
        own.createdAt = m_house.clock.now();
        return own;
    }
    if (to.isEmpty() || !m_house.interactions)
        return base::fail(ErrorCode::NotFound, QString());
    return m_house.interactions->find(to);
}

bool Passage::isFresh(const Session &session, const Interaction &interaction) const
{
    if (interaction.createdAt.isValid() && session.authAt >= interaction.createdAt)
        return true;
    if (interaction.prompt.contains(QLatin1String("login"))
        || interaction.prompt.contains(QLatin1String("select_account")))
        return false;
    return interaction.maxAge < 0
           || session.authAt.secsTo(m_house.clock.now()) <= interaction.maxAge;
}

bool Passage::isMeantAndFresh(const Session &session, const Interaction &interaction) const
{
    return (interaction.hintedUser.isEmpty() || interaction.hintedUser == session.view.userId)
           && isFresh(session, interaction);
}

base::Result<bool> Passage::asksDesk(const Visitor &visitor, const Interaction &interaction) const
{
    if (!visitor.isNearDesk() || !m_house.approvals.hasApprover()
        || interaction.prompt.contains(QLatin1String("select_account")))
        return false;
    const auto owner = m_house.users.owner();
    if (!owner)
        return owner.error().code == ErrorCode::NotFound ? base::Result<bool>(false)
                                                         : base::fail(owner.error());
    const bool isMeant = (interaction.hintedUser.isEmpty() || interaction.hintedUser == owner->id)
                         && (interaction.loginHint.isEmpty()
                             || UserTable::folded(interaction.loginHint) == owner->name
                             || UserTable::folded(interaction.loginHint) == owner->email.toLower());
    TRY(const auto waiting, m_house.approvals.waiting());
    return owner->isActive && isMeant && waiting.size() < mostQuestions;
}

base::Result<bool> Passage::asksConsent(const Session &session,
                                        const Interaction &interaction) const
{
    if (interaction.kind == Interaction::Kind::Device || interaction.isImpersonable
        || interaction.prompt.contains(QLatin1String("consent")))
        return true;
    if (interaction.isFirstParty)
        return false;
    if (!mayRemember(interaction)) // what was remembered before it was like this counts for nothing
        return true;
    TRY(const QStringList missing,
        m_house.consents.missing(session.view.userId,
                                 interaction.clientId,
                                 Consents::wishes(interaction.scopes, interaction.resources)));
    return !missing.isEmpty();
}

web::Response Passage::next(Visitor &visitor, const QString &to)
{
    const auto interaction = destination(to, visitor);
    if (!interaction)
        return visitor.trouble(interaction.error());
    return next(visitor, *interaction);
}

web::Response Passage::next(Visitor &visitor, const Interaction &interaction)
{
    const bool mayAsk = !interaction.prompt.contains(QLatin1String("none"));
    const auto &session = visitor.session();
    if (!session || !isMeantAndFresh(*session, interaction)) {
        if (!mayAsk)
            return deny(visitor, interaction, QStringLiteral("login_required"));
        const auto desk = asksDesk(visitor, interaction);
        if (!desk)
            return visitor.trouble(desk.error());
        return visitor.to(
            address(*desk ? QStringLiteral("/auth/desk") : QStringLiteral("/auth/sign-in"),
                    interaction.id));
    }
    const auto user = m_house.users.find(session->view.userId);
    if (!user)
        return visitor.trouble(user.error());
    if (!hasEnough(*user, *session)) {
        if (!mayAsk)
            return deny(visitor, interaction, QStringLiteral("login_required"));
        return visitor.to(
            address(user->hasTotp ? QStringLiteral("/auth/sign-in") : QStringLiteral("/auth/enrol"),
                    interaction.id));
    }
    if (interaction.id == accountTarget)
        return visitor.to(QStringLiteral("/account"));
    const auto consent = asksConsent(*session, interaction);
    if (!consent)
        return visitor.trouble(consent.error());
    if (*consent) {
        if (!mayAsk)
            return deny(visitor, interaction, QStringLiteral("consent_required"));
        return visitor.to(address(QStringLiteral("/auth/consent"), interaction.id));
    }
    return allow(visitor, interaction);
}

web::Response Passage::allow(Visitor &visitor, const Interaction &interaction)
{
    if (interaction.id == accountTarget)
        return visitor.to(QStringLiteral("/account"));
    const Session &session = *visitor.session();
    const Subject subject{session.view.userId, session.view.handle, session.authAt, session.amr};
    return allowAs(visitor, interaction, subject);
}

web::Response Passage::allowAs(Visitor &visitor,
                               const Interaction &interaction,
                               const Subject &subject)
{
    const auto back = m_house.interactions->allow(interaction.id, subject, interaction.scopes);
    if (!back)
        return visitor.trouble(back.error());
    visitor.record(QStringLiteral("allowed"),
                   QStringLiteral("done"),
                   subject.userId,
                   interaction.clientId,
                   interaction.scopes.join(u' '));
    if (back->isEmpty())
        return done(visitor, interaction);
    return visitor.goBack(*back);
}

web::Response Passage::deny(Visitor &visitor,
                            const Interaction &interaction,
                            const QString &error,
                            const QString &userId)
{
    if (interaction.id == accountTarget)
        return visitor.to(address(QStringLiteral("/auth/sign-in"), accountTarget));
    const auto back = m_house.interactions->deny(interaction.id, error);
    if (!back)
        return visitor.trouble(back.error());
    if (error == QLatin1String("access_denied")) {
        visitor.record(QStringLiteral("denied"),
                       QStringLiteral("refused"),
                       !userId.isEmpty()   ? userId
                       : visitor.session() ? visitor.session()->view.userId
                                           : QString(),
                       interaction.clientId);
    }
    if (!back->isEmpty())
        return visitor.goBack(*back);
    Page page;
    page.title = visitor.language().translate("authority", "Nothing was allowed");
    page.sentence =
        visitor.language().translate("authority", "The device was told. You can close this page.");
    page.sign = Page::Sign::Plain;
    return visitor.answer(page);
}

web::Response Passage::done(Visitor &visitor, const Interaction &interaction) const
{
    Page page;
    page.title =
        visitor.language().translate("authority", "%1 is signed in").arg(interaction.clientName);
    page.sentence = visitor.language().translate(
        "authority", "It goes on by itself in a few seconds. You can close this page.");
    page.sign = Page::Sign::Good;
    return visitor.answer(page);
}

} // namespace authority
