// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/pages/signinpages.h"

#include "authority/people/pages/markup.h"

namespace authority {

using base::ErrorCode;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

//! Guesses from one address, whatever the names: one password tried on everybody.
constexpr SignInThrottle::Rule spraying{30, std::chrono::seconds(60)};

} // namespace

QString targetOf(const web::Request &request)
{
    const auto query = request.query();
    return query ? query->text("to").left(200) : QString();
}

SignInPages::SignInPages(Household &house, Passage &passage)
    : m_house(house)
    , m_passage(passage)
{}

void SignInPages::addRoutes(web::Router &router)
{
    router.add(web::Method::Get, "/auth/sign-in", [this](const web::Request &request) {
        Visitor visitor(m_house, request);
        const QString to = targetOf(request);
        const auto interaction = m_passage.destination(to.isEmpty() ? accountTarget : to, visitor);
        if (!interaction)
            return visitor.trouble(interaction.error());
        return show(visitor, interaction->id, interaction->loginHint, {});
    });
    router.add(web::Method::Post, "/auth/sign-in", [this](web::Request request) {
        return submit(std::move(request));
    });
    router.add(web::Method::Get, "/auth/continue", [this](const web::Request &request) {
        Visitor visitor(m_house, request);
        return m_passage.next(visitor, targetOf(request));
    });
}

web::Response SignInPages::show(Visitor &visitor,
                                const QString &to,
                                const QString &name,
                                const QString &trouble) const
{
    const PageLanguage &in = visitor.language();
    const auto csrf = visitor.csrf();
    if (!csrf)
        return visitor.trouble(csrf.error());
    const auto interaction = m_passage.destination(to, visitor);
    if (!interaction)
        return visitor.trouble(interaction.error());
    Page page;
    page.title = in.translate("authority", "Sign in");
    page.sentence = to == accountTarget
                        ? in.translate("authority", "to your account")
                        : in.translate("authority", "to go on to %1").arg(interaction->clientName);
    page.formTarget = interaction->formTarget;
    page.status = trouble.isEmpty() ? 200 : 403;
    if (!trouble.isEmpty())
        page.content += markup::banner(markup::Tone::Bad, trouble);
    page.content += markup::form(Passage::address(s("/auth/sign-in"), to),
                                 *csrf,
                                 markup::line({.name = s("name"),
                                               .label = in.translate("authority", "Name"),
                                               .value = name,
                                               .complete = s("username"),
                                               .isFocused = name.isEmpty()})
                                     + markup::line({.name = s("password"),
                                                     .label = in.translate("authority", "Password"),
                                                     .type = s("password"),
                                                     .complete = s("current-password"),
                                                     .isFocused = !name.isEmpty(),
                                                     .longest = 1024})
                                     + markup::button({in.translate("authority", "Sign in")}));
    const bool hasDesk = visitor.isNearDesk() && m_house.approvals.hasApprover();
    if (hasDesk) {
        page.content +=
            markup::aside(markup::link(Passage::address(s("/auth/desk"), to),
                                       in.translate("authority", "Ask at the desktop instead")));
    }
    return visitor.answer(page);
}

QCoro::Task<web::Response> SignInPages::submit(web::Request request)
{
    Visitor visitor(m_house, request);
    const QString to = targetOf(request);
    auto form = request.form();
    if (!form)
        co_return visitor.trouble(form.error());
    if (const auto checked = visitor.checkCsrf(form->view("csrf")); !checked)
        co_return visitor.trouble(checked.error());
    const QString name = UserTable::folded(form->text("name")).left(256);
    base::Secret password = form->secret("password");

    const auto sprayed = m_house.guesses.begin(s("spray"), visitor.peer(), QString(), spraying);
    const auto attempt = m_house.guesses.begin(s("password"), visitor.peer(), name);
    if (!sprayed || !attempt)
        co_return visitor.trouble(sprayed ? attempt.error() : sprayed.error());
    if (!sprayed->isAllowed() || !attempt->isAllowed()) {
        visitor.record(s("throttled"), s("refused"), {}, {}, s("sign-in"));
        co_return visitor.wait(std::max(sprayed->retryAfter, attempt->retryAfter));
    }

    // The same work and the same answer whether there is such a person or not.
    const auto user = m_house.users.findByName(name);
    if (!user && user.error().code != ErrorCode::NotFound)
        co_return visitor.trouble(user.error());
    const bool mayTry = user && user->isActive;
    const auto hash = m_house.users.passwordHash(mayTry ? user->id : QString());
    if (!hash)
        co_return visitor.trouble(hash.error());
    const QByteArray phc = *hash;
    const auto checked = co_await m_house.passwords.check(std::move(password), phc);
    if (!checked && checked.error().code != ErrorCode::Denied)
        co_return visitor.trouble(checked.error());
    if (!checked) {
        m_house.failures.increment();
        visitor.record(s("sign_in_failed"), s("refused"), mayTry ? user->id : QString());
        co_return show(visitor,
                       to,
                       name,
                       visitor.language().translate("authority",
                                                    "Name or password is not right. Check both "
                                                    "and try again."));
    }
    if (const auto forgiven = m_house.guesses.forgive(*attempt); !forgiven)
        co_return visitor.trouble(forgiven.error());
    co_return passed(visitor, *user, to);
}

web::Response SignInPages::passed(Visitor &visitor,
                                  const core::AuthorityUser &user,
                                  const QString &to)
{
    if (user.hasTotp || isAdmin(user)) {
        const auto kept = m_house.visits.remember(visitor.visit(), {user.id, {s("pwd")}});
        if (!kept)
            return visitor.trouble(kept.error());
        return visitor.to(Passage::address(user.hasTotp ? s("/auth/code") : s("/auth/enrol"), to));
    }
    const auto entered = visitor.enter(user, {s("pwd")});
    if (!entered)
        return visitor.trouble(entered.error());
    return visitor.to(Passage::address(s("/auth/continue"), to));
}

} // namespace authority
