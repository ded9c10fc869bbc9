// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/pages/accountpages.h"

#include "authority/people/pages/markup.h"

#include <QUrl>

namespace authority {

using base::ErrorCode;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

//! "https://app.example" of a whole address, for form-action.
QByteArray originOf(const QString &address)
{
    const QUrl url(address);
    const bool isWeb =
        url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    // A policy knows no addresses of IPv6.
    return isWeb && !url.host().contains(u':')
               ? (url.scheme() + s("://") + url.authority(QUrl::FullyEncoded)).toLatin1()
               : (url.scheme() + u':').toLatin1();
}

} // namespace

AccountPages::AccountPages(Household &house, Passage &passage, UserDesk &desk, FactorPages &factors)
    : m_house(house)
    , m_passage(passage)
    , m_desk(desk)
    , m_factors(factors)
{}

void AccountPages::addRoutes(web::Router &router)
{
    router.add(web::Method::Get, "/account", [this](const web::Request &request) {
        Visitor visitor(m_house, request);
        const auto user = visitor.session() ? m_house.users.find(visitor.session()->view.userId)
                                            : base::Result<core::AuthorityUser>();
        if (!visitor.session() || !user || !hasEnough(*user, *visitor.session()))
            return m_passage.next(visitor, accountTarget);
        return show(visitor, {}, {});
    });
    router.add(web::Method::Post, "/account/password", [this](web::Request request) {
        return changePassword(std::move(request));
    });
    add(router, "/account/totp/remove", &AccountPages::removeFactor);
    add(router, "/account/recovery", &AccountPages::renewCodes);
    add(router, "/account/sessions/end", &AccountPages::endSession);
    add(router, "/account/consents/remove", &AccountPages::forgetConsent);
    router.add(web::Method::Post, "/auth/sign-out", [this](const web::Request &request) {
        return submitSignOut(request);
    });
    router.add(web::Method::Get, "/signed-out", [this](const web::Request &request) {
        Visitor visitor(m_house, request);
        return signedOut(visitor, {});
    });
}

void AccountPages::add(web::Router &router, const QByteArray &path, Deed deed)
{
    router.add(web::Method::Post, path, [this, deed](const web::Request &request) {
        Visitor visitor(m_house, request);
        const auto form = request.form();
        if (!form)
            return visitor.trouble(form.error());
        if (!visitor.session())
            return m_passage.next(visitor, accountTarget);
        if (const auto checked = visitor.checkCsrf(form->view("csrf")); !checked)
            return visitor.trouble(checked.error());
        const auto user = m_house.users.find(visitor.session()->view.userId);
        if (!user)
            return visitor.trouble(user.error());
        if (!hasEnough(*user, *visitor.session()))
            return m_passage.next(visitor, accountTarget);
        return (this->*deed)(visitor, *user, *form);
    });
}

web::Response AccountPages::removeFactor(Visitor &visitor,
                                         const core::AuthorityUser &user,
                                         const web::Parameters &)
{
    if (isAdmin(user)) {
        return visitor.trouble(
            403,
            visitor.language().translate("authority", "The app stays"),
            visitor.language().translate("authority", "Administrators need a second factor."));
    }
    const auto removed = m_desk.resetTotp(user.id, visitor.actor());
    return removed ? show(visitor, visitor.language().translate("authority", "The app is off."), {})
                   : visitor.trouble(removed.error());
}

web::Response AccountPages::renewCodes(Visitor &visitor,
                                       const core::AuthorityUser &user,
                                       const web::Parameters &)
{
    if (!user.hasTotp)
        return visitor.to(s("/account"));
    visitor.record(s("recovery_codes_made"), s("done"), user.id);
    return m_factors.showRecoveryCodes(visitor, user, s("/account"));
}

web::Response AccountPages::endSession(Visitor &visitor,
                                       const core::AuthorityUser &user,
                                       const web::Parameters &form)
{
    const QString handle = form.text("id");
    const auto own = m_house.sessions.list(user.id);
    if (!own)
        return visitor.trouble(own.error());
    for (const core::AuthoritySession &session : *own) {
        if (session.handle != handle)
            continue;
        const auto ended = m_desk.endSession(handle, visitor.actor());
        if (!ended && ended.error().code != ErrorCode::NotFound)
            return visitor.trouble(ended.error());
    }
    return visitor.to(s("/account"));
}

web::Response AccountPages::forgetConsent(Visitor &visitor,
                                          const core::AuthorityUser &user,
                                          const web::Parameters &form)
{
    const QString client = form.text("id");
    const auto forgotten = m_house.consents.forget(user.id, client);
    if (!forgotten)
        return visitor.trouble(forgotten.error());
    visitor.record(s("consent_taken_back"), s("done"), user.id, client);
    return visitor.to(s("/account"));
}

QCoro::Task<web::Response> AccountPages::changePassword(web::Request request)
{
    Visitor visitor(m_house, request);
    const auto form = request.form();
    if (!form)
        co_return visitor.trouble(form.error());
    if (!visitor.session())
        co_return m_passage.next(visitor, accountTarget);
    if (const auto checked = visitor.checkCsrf(form->view("csrf")); !checked)
        co_return visitor.trouble(checked.error());
    const auto user = m_house.users.find(visitor.session()->view.userId);
    if (!user)
        co_return visitor.trouble(user.error());
    const PageLanguage in = visitor.language();
    if (user->hasPassword) {
        const auto attempt = m_house.guesses.begin(s("current"), QString(), user->id);
        if (!attempt)
            co_return visitor.trouble(attempt.error());
        if (!attempt->isAllowed())
            co_return visitor.wait(attempt->retryAfter);
        const auto hash = m_house.users.passwordHash(user->id);
        if (!hash)
            co_return visitor.trouble(hash.error());
        base::Secret current = form->secret("current");
        const QByteArray phc = *hash;
        const auto checked = co_await m_house.passwords.check(std::move(current), phc);
        if (!checked && checked.error().code != ErrorCode::Denied)
            co_return visitor.trouble(checked.error());
        if (!checked) {
            Troubles troubles;
            troubles.current = {
                in.translate("authority", "This is not your password. Nothing was changed.")};
            co_return show(visitor, {}, troubles);
        }
        if (const auto forgiven = m_house.guesses.forgive(*attempt); !forgiven)
            co_return visitor.trouble(forgiven.error());
    }
    base::Secret chosen = form->secret("password");
    Troubles troubles;
    const auto errors = m_house.rules.complaints(
        chosen, {user->name, user->displayName, user->email}, in, s("password"));
    for (const web::FieldError &error : errors)
        troubles.chosen.append(error.message);
    if (!errors.isEmpty())
        co_return show(visitor, {}, troubles);
    const QString id = user->id;
    const QString session = visitor.session()->view.handle;
    const Actor actor = visitor.actor();
    const auto changed = co_await m_desk.changePassword(id, std::move(chosen), session, actor);
    if (!changed)
        co_return visitor.trouble(changed.error());
    co_return show(visitor,
                   in.translate("authority",
                                "The password is changed. Your other sessions have "
                                "ended."),
                   {});
}

web::Response AccountPages::signOut(const web::Request &request,
                                    const QString &then,
                                    const QString &session)
{
    Visitor visitor(m_house, request);
    if (!visitor.session())
        return signedOut(visitor, then);
    if (session != visitor.session()->view.handle)
        return askToSignOut(visitor, then);
    const auto left = visitor.leave(s("signed_out"));
    return left ? signedOut(visitor, then) : visitor.trouble(left.error());
}

web::Response AccountPages::askToSignOut(Visitor &visitor, const QString &then) const
{
    const PageLanguage &in = visitor.language();
    const auto csrf = visitor.csrf();
    if (!csrf)
        return visitor.trouble(csrf.error());
    Page page;
    page.title = in.translate("authority", "Sign out?");
    page.sentence = in.translate("authority",
                                 "Applications that you have signed in to may go on "
                                 "until their own sessions end.");
    page.sign = Page::Sign::Person;
    page.formTarget = then.isEmpty() ? QByteArray() : originOf(then);
    page.content = markup::form(
        s("/auth/sign-out"),
        *csrf,
        markup::hidden(s("then"), then)
            + markup::buttons(markup::button({.label = in.translate("authority", "Stay"),
                                              .look = markup::Look::Secondary,
                                              .value = s("stay")})
                              + markup::button({.label = in.translate("authority", "Sign out"),
                                                .value = s("leave")})));
    return visitor.answer(page);
}

web::Response AccountPages::signedOut(Visitor &visitor, const QString &then) const
{
    if (!then.isEmpty())
        return visitor.to(then);
    Page page;
    page.title = visitor.language().translate("authority", "You are signed out");
    page.sentence = visitor.language().translate("authority", "You can close this page.");
    page.sign = Page::Sign::Good;
    page.content =
        markup::aside(markup::link(Passage::address(s("/auth/sign-in"), accountTarget),
                                   visitor.language().translate("authority", "Sign in again")));
    return visitor.answer(page);
}

web::Response AccountPages::submitSignOut(const web::Request &request)
{
    Visitor visitor(m_house, request);
    const auto form = request.form();
    if (!form)
        return visitor.trouble(form.error());
    if (!visitor.session())
        return signedOut(visitor, {});
    if (const auto checked = visitor.checkCsrf(form->view("csrf")); !checked)
        return visitor.trouble(checked.error());
    if (form->text("do") == QLatin1String("stay"))
        return visitor.to(s("/account"));
    // Whoever has our CSRF token got this from our own page, which got it checked.
    const QString then = form->text("then");
    const auto left = visitor.leave(s("signed_out"));
    return left ? signedOut(visitor, then) : visitor.trouble(left.error());
}

} // namespace authority
