// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/pages/deskpages.h"

#include "authority/people/pages/markup.h"
#include "authority/people/pages/signinpages.h"

namespace authority {

namespace {

constexpr int secondsBetweenLooks = 2;

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

DeskPages::DeskPages(Household &house, Passage &passage)
    : m_house(house)
    , m_passage(passage)
{}

void DeskPages::addRoutes(web::Router &router)
{
    router.add(web::Method::Get, "/auth/desk", [this](const web::Request &r) { return show(r); });
    router.add(
        web::Method::Post, "/auth/desk", [this](const web::Request &r) { return submit(r); });
}

web::Response DeskPages::show(const web::Request &request)
{
    Visitor visitor(m_house, request);
    const PageLanguage &in = visitor.language();
    const auto interaction = m_passage.destination(targetOf(request), visitor);
    if (!interaction)
        return visitor.trouble(interaction.error());
    const QString elsewhere = Passage::address(s("/auth/sign-in"), interaction->id);
    if (!visitor.isNearDesk() || !m_house.approvals.hasApprover())
        return visitor.to(elsewhere);
    if (!visitor.keepsCookies()) {
        // Each look would ask the person anew.
        return visitor.trouble(400,
                               in.translate("authority", "This browser keeps no cookies"),
                               in.translate("authority",
                                            "Signing in needs one. Allow cookies for "
                                            "this address and begin again."));
    }
    const auto owner = m_house.users.owner();
    if (!owner)
        return visitor.trouble(owner.error());
    const QString visit = Visits::hashOf(visitor.visit());
    auto state = m_house.approvals.state(interaction->id, visit);
    if (!state)
        return visitor.trouble(state.error());
    switch (*state) {
    case Approvals::State::Allowed:
        return allowed(visitor, *interaction, *owner);
    case Approvals::State::Denied:
        return m_passage.deny(visitor, *interaction, s("access_denied"), owner->id);
    case Approvals::State::None: {
        const auto remembered = isRemembered(visitor, *interaction, *owner);
        if (!remembered)
            return visitor.trouble(remembered.error());
        if (*remembered)
            return asOwner(visitor, *interaction, *owner);
        const auto known = m_house.consents.isKnown(owner->id, interaction->clientId);
        if (!known)
            return visitor.trouble(known.error());
        const bool isRememberable = visitor.isOwnersBrowser() && mayRemember(*interaction);
        const auto asked =
            m_house.approvals.ask(*interaction, *owner, *known, isRememberable, visit);
        if (!asked)
            return visitor.trouble(asked.error());
        break;
    }
    case Approvals::State::Waiting:
        break;
    }
    return wait(visitor, *interaction);
}

web::Response DeskPages::wait(Visitor &visitor, const Interaction &interaction) const
{
    const PageLanguage &in = visitor.language();
    const auto csrf = visitor.csrf();
    if (!csrf)
        return visitor.trouble(csrf.error());
    const QString here = Passage::address(s("/auth/desk"), interaction.id);
    Page page;
    page.title = in.translate("authority", "Say yes at the desktop");
    page.sentence = in.translate("authority",
                                 "Latchkey asks there whether %1 may sign you in, and shows "
                                 "this number. If it shows another, say no. "
                                 "This page goes on by itself.")
                        .arg(interaction.clientName);
    page.sign = Page::Sign::Desktop;
    page.refreshAfter = secondsBetweenLooks;
    page.refreshTo = here;
    page.formTarget = interaction.formTarget;
    page.content =
        s("<p class=\"number\">%1</p>\n")
            .arg(Approvals::numberOf(interaction.id, Visits::hashOf(visitor.visit())))
        + s("<div class=\"dots\" aria-hidden=\"true\"><i></i><i></i><i></i></div>\n")
        + markup::form(
            here,
            *csrf,
            markup::buttons(markup::button({.label = in.translate("authority", "Cancel"),
                                            .look = markup::Look::Secondary,
                                            .value = s("cancel")})
                            + markup::button({.label = in.translate("authority", "Use a password"),
                                              .look = markup::Look::Secondary,
                                              .value = s("password")})))
        + markup::aside(in.translate("authority",
                                     "Without an answer it is a no after "
                                     "two minutes.")
                            .toHtmlEscaped());
    return visitor.answer(page);
}

web::Response DeskPages::submit(const web::Request &request)
{
    Visitor visitor(m_house, request);
    const auto form = request.form();
    if (!form)
        return visitor.trouble(form.error());
    if (const auto checked = visitor.checkCsrf(form->view("csrf")); !checked)
        return visitor.trouble(checked.error());
    const auto interaction = m_passage.destination(targetOf(request), visitor);
    if (!interaction)
        return visitor.trouble(interaction.error());
    const auto withdrawn =
        m_house.approvals.withdraw(interaction->id, Visits::hashOf(visitor.visit()));
    if (!withdrawn)
        return visitor.trouble(withdrawn.error());
    if (form->text("do") == QLatin1String("password"))
        return visitor.to(Passage::address(s("/auth/sign-in"), interaction->id));
    return m_passage.deny(visitor, *interaction, s("access_denied"));
}

web::Response DeskPages::allowed(Visitor &visitor,
                                 const Interaction &interaction,
                                 const core::AuthorityUser &owner)
{
    const auto spent = m_house.approvals.spend(interaction.id, Visits::hashOf(visitor.visit()));
    if (!spent)
        return visitor.trouble(spent.error());
    if (!*spent || !owner.isActive)
        return visitor.trouble({base::ErrorCode::NotFound, {}, {}, {}});
    if (interaction.id != accountTarget)
        return asOwner(visitor, interaction, owner);
    const auto entered = visitor.enter(owner, {s("user")});
    if (!entered)
        return visitor.trouble(entered.error());
    return m_passage.allow(visitor, interaction);
}

web::Response DeskPages::asOwner(Visitor &visitor,
                                 const Interaction &interaction,
                                 const core::AuthorityUser &owner)
{
    // The yes is for this client, not for a session that would open the account page too: the
    // browser that asks may be anybody's on this computer.
    if (const auto noted = m_house.users.noteSignIn(owner.id); !noted)
        return visitor.trouble(noted.error());
    m_house.signIns.increment();
    const Subject subject{owner.id, {}, m_house.clock.now(), {s("user")}};
    return m_passage.allowAs(visitor, interaction, subject);
}

base::Result<bool> DeskPages::isRemembered(const Visitor &visitor,
                                           const Interaction &interaction,
                                           const core::AuthorityUser &owner) const
{
    // Who wants to be asked, or a sign-in that is fresh, is asked.
    if (interaction.id == accountTarget || !interaction.prompt.isEmpty() || interaction.maxAge >= 0
        || !owner.isActive || !mayRemember(interaction) || !visitor.isOwnersBrowser())
        return false;
    TRY(const QStringList missing,
        m_house.consents.missing(owner.id,
                                 interaction.clientId,
                                 Consents::wishes(interaction.scopes, interaction.resources)));
    return missing.isEmpty();
}

} // namespace authority
