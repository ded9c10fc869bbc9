// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/pages/factorpages.h"

#include "authority/people/pages/markup.h"
#include "authority/people/pages/signinpages.h"
#include "qr/code.h"

namespace authority {

using base::ErrorCode;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

//! In fours, to be typed.
QString grouped(const base::Secret &key)
{
    QString text;
    const QByteArrayView letters = key.expose();
    for (qsizetype i = 0; i < letters.size(); ++i) {
        if (i > 0 && i % 4 == 0)
            text += u' ';
        text += QLatin1Char(letters[i]);
    }
    return text;
}

} // namespace

FactorPages::FactorPages(Household &house, Passage &passage)
    : m_house(house)
    , m_passage(passage)
{}

void FactorPages::addRoutes(web::Router &router)
{
    for (const bool isRecovery : {false, true}) {
        const QByteArray path = isRecovery ? "/auth/recovery" : "/auth/code";
        router.add(web::Method::Get, path, [this, isRecovery](const web::Request &request) {
            Visitor visitor(m_house, request);
            return showCode(visitor, targetOf(request), isRecovery, {});
        });
        router.add(web::Method::Post, path, [this, isRecovery](const web::Request &request) {
            return submitCode(request, isRecovery);
        });
    }
    router.add(web::Method::Get, "/auth/enrol", [this](const web::Request &request) {
        Visitor visitor(m_house, request);
        return showEnrolment(visitor, targetOf(request), {});
    });
    router.add(web::Method::Post, "/auth/enrol", [this](const web::Request &request) {
        return submitEnrolment(request);
    });
}

base::Result<FactorPages::Person> FactorPages::person(const Visitor &visitor) const
{
    const auto passed = m_house.visits.find(visitor.visit());
    if (!passed && passed.error().code != ErrorCode::NotFound)
        return base::fail(passed.error());
    if (!passed && !visitor.session())
        return base::fail(passed.error());
    TRY(const auto user,
        m_house.users.find(passed ? passed->userId : visitor.session()->view.userId));
    return Person{user, !passed};
}

web::Response FactorPages::beginAgain(Visitor &visitor, const QString &to) const
{
    return visitor.to(Passage::address(s("/auth/sign-in"), to));
}

web::Response FactorPages::showCode(Visitor &visitor,
                                    const QString &to,
                                    bool isRecovery,
                                    const QString &trouble) const
{
    const PageLanguage &in = visitor.language();
    const auto passed = m_house.visits.find(visitor.visit());
    const auto csrf = visitor.csrf();
    if (!passed)
        return beginAgain(visitor, to);
    if (!csrf)
        return visitor.trouble(csrf.error());
    Page page;
    page.status = trouble.isEmpty() ? 200 : 403;
    page.sign = Page::Sign::Shield;
    if (const auto interaction = m_passage.destination(to, visitor); interaction)
        page.formTarget = interaction->formTarget;
    if (!trouble.isEmpty())
        page.content += markup::banner(markup::Tone::Bad, trouble);
    markup::Line line{.name = s("code"), .label = {}, .isFocused = true, .isCode = true};
    if (isRecovery) {
        page.title = in.translate("authority", "Use a recovery code");
        page.sentence =
            in.translate("authority", "Each of the codes on your list is good for one sign-in.");
        line.label = in.translate("authority", "Recovery code");
        line.longest = 24;
    } else {
        page.title = in.translate("authority", "One more step");
        page.sentence = in.translate("authority",
                                     "Open your authenticator app and type the six "
                                     "digits that it shows.");
        line.label = in.translate("authority", "Code");
        line.complete = s("one-time-code");
        line.keyboard = s("numeric");
        line.longest = 8;
    }
    page.content +=
        markup::form(Passage::address(isRecovery ? s("/auth/recovery") : s("/auth/code"), to),
                     *csrf,
                     markup::line(line) + markup::button({in.translate("authority", "Go on")}));
    page.content +=
        markup::aside(isRecovery ? markup::link(Passage::address(s("/auth/code"), to),
                                                in.translate("authority", "Use the app after all"))
                                 : markup::link(Passage::address(s("/auth/recovery"), to),
                                                in.translate("authority", "Use a recovery code")));
    return visitor.answer(page);
}

web::Response FactorPages::submitCode(const web::Request &request, bool isRecovery)
{
    Visitor visitor(m_house, request);
    const QString to = targetOf(request);
    const auto form = request.form();
    if (!form)
        return visitor.trouble(form.error());
    if (const auto checked = visitor.checkCsrf(form->view("csrf")); !checked)
        return visitor.trouble(checked.error());
    const auto passed = m_house.visits.find(visitor.visit());
    if (!passed)
        return beginAgain(visitor, to);
    // By the person, not by the address: who has the password may have many addresses.
    const auto attempt = m_house.guesses.begin(s("code"), QString(), passed->userId);
    if (!attempt)
        return visitor.trouble(attempt.error());
    if (!attempt->isAllowed()) {
        visitor.record(s("throttled"), s("refused"), passed->userId, {}, s("code"));
        return visitor.wait(attempt->retryAfter);
    }
    const QByteArrayView code = form->view("code");
    const auto checked = isRecovery ? m_house.factors.spendRecoveryCode(passed->userId, code)
                                    : m_house.factors.check(passed->userId, code);
    if (!checked && checked.error().code != ErrorCode::Denied)
        return visitor.trouble(checked.error());
    if (!checked) {
        m_house.failures.increment();
        visitor.record(s("code_failed"), s("refused"), passed->userId);
        const PageLanguage &in = visitor.language();
        return showCode(visitor,
                        to,
                        isRecovery,
                        isRecovery ? in.translate("authority",
                                                  "This recovery code is not right, or it "
                                                  "was used before. Take another one.")
                                   : in.translate("authority",
                                                  "This code is not right, or it was used "
                                                  "before. Wait for the next one."));
    }
    const auto user = m_house.users.find(passed->userId);
    if (!user)
        return visitor.trouble(user.error());
    if (const auto forgiven = m_house.guesses.forgive(*attempt); !forgiven)
        return visitor.trouble(forgiven.error());
    if (isRecovery)
        visitor.record(s("recovery_code_used"), s("done"), user->id);
    const auto entered = visitor.enter(*user, {s("pwd"), s("otp"), s("mfa")});
    if (!entered)
        return visitor.trouble(entered.error());
    return visitor.to(Passage::address(s("/auth/continue"), to));
}

web::Response FactorPages::showEnrolment(Visitor &visitor,
                                         const QString &to,
                                         const QString &trouble)
{
    const PageLanguage &in = visitor.language();
    const auto who = person(visitor);
    if (!who)
        return beginAgain(visitor, to);
    const auto csrf = visitor.csrf();
    const SecondFactors::Beginner beginner{
        who->user.id, visitor.holder(), m_house.settings.name, who->user.name};
    // Loaded anew, the page has a new key; only a mistyped code leaves it as it was.
    const auto enrolment =
        trouble.isEmpty() ? m_house.factors.begin(beginner) : m_house.factors.resume(beginner);
    if (!csrf)
        return visitor.trouble(csrf.error());
    if (!enrolment) {
        return enrolment.error().code == ErrorCode::Conflict ? visitor.to(
                   Passage::address(who->isSignedIn ? s("/auth/continue") : s("/auth/code"), to))
                                                             : visitor.trouble(enrolment.error());
    }
    const auto code = qr::Code::encode(enrolment->uri.expose());
    if (!code)
        return visitor.trouble(code.error());
    Page page;
    page.status = trouble.isEmpty() ? 200 : 403;
    page.sign = Page::Sign::Shield;
    page.title = in.translate("authority", "Set up an authenticator app");
    page.sentence =
        isAdmin(who->user)
            ? in.translate("authority",
                           "Administrators need one. Scan this with the app, then "
                           "type the six digits that it shows.")
            : in.translate("authority",
                           "Scan this with the app, then type the six digits that it shows.");
    if (!trouble.isEmpty()) {
        page.content += markup::banner(
            markup::Tone::Bad,
            enrolment->isFresh
                ? in.translate("authority",
                               "The key that you scanned is void: too much time went by, or the "
                               "page was opened again. Remove it from the app and scan this one.")
                : trouble);
    }
    page.content += code->toSvg(in.translate("authority", "QR code with the key for the app"));
    page.content += s("<div>%1<p class=\"key\">%2</p></div>\n")
                        .arg(markup::note(in.translate("authority", "Or type this key:")),
                             grouped(enrolment->key));
    page.content +=
        markup::form(Passage::address(s("/auth/enrol"), to),
                     *csrf,
                     markup::line({.name = s("code"),
                                   .label = in.translate("authority", "Code from the app"),
                                   .complete = s("one-time-code"),
                                   .keyboard = s("numeric"),
                                   .isFocused = true,
                                   .isCode = true,
                                   .longest = 8})
                         + markup::button({in.translate("authority", "Turn it on")}));
    return visitor.answer(page);
}

web::Response FactorPages::submitEnrolment(const web::Request &request)
{
    Visitor visitor(m_house, request);
    const QString to = targetOf(request);
    const auto form = request.form();
    if (!form)
        return visitor.trouble(form.error());
    if (const auto checked = visitor.checkCsrf(form->view("csrf")); !checked)
        return visitor.trouble(checked.error());
    const auto who = person(visitor);
    if (!who)
        return beginAgain(visitor, to);
    const auto attempt = m_house.guesses.begin(s("enrol"), QString(), who->user.id);
    if (!attempt)
        return visitor.trouble(attempt.error());
    if (!attempt->isAllowed())
        return visitor.wait(attempt->retryAfter);
    const auto confirmed =
        m_house.factors.confirm(who->user.id, visitor.holder(), form->view("code"));
    if (!confirmed && confirmed.error().code != ErrorCode::Denied)
        return visitor.trouble(confirmed.error());
    if (!confirmed) {
        return showEnrolment(
            visitor,
            to,
            visitor.language().translate("authority",
                                         "This is not the code that the app shows now. Check "
                                         "the clock of your phone and try the next one."));
    }
    visitor.record(s("totp_enrolled"), s("done"), who->user.id);
    QStringList amr{s("pwd"), s("otp"), s("mfa")};
    if (who->isSignedIn) {
        amr = visitor.session()->amr + QStringList{s("otp")};
        amr.removeDuplicates();
    }
    const auto entered = visitor.enter(who->user, amr);
    if (!entered)
        return visitor.trouble(entered.error());
    return showRecoveryCodes(visitor, who->user, Passage::address(s("/auth/continue"), to));
}

web::Response FactorPages::showRecoveryCodes(Visitor &visitor,
                                             const core::AuthorityUser &user,
                                             const QString &onwards)
{
    const PageLanguage &in = visitor.language();
    const auto codes = m_house.factors.makeRecoveryCodes(user.id);
    if (!codes)
        return visitor.trouble(codes.error());
    QStringList words;
    for (const base::Secret &code : *codes)
        words.append(QString::fromLatin1(code.expose()));
    Page page;
    page.title = in.translate("authority", "Keep these recovery codes");
    page.sentence = in.translate("authority",
                                 "Without the app, each lets you in once. Print them "
                                 "or keep them in a safe place: they are shown only "
                                 "now.");
    page.sign = Page::Sign::Good;
    page.content = markup::codes(words)
                   + markup::aside(
                       markup::link(onwards, in.translate("authority", "I have kept them, go on")));
    for (QString &word : words)
        base::wipe(word);
    return visitor.answer(page);
}

} // namespace authority
