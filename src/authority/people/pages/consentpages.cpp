// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/pages/consentpages.h"

#include "authority/people/pages/markup.h"
#include "authority/people/pages/scopewords.h"
#include "authority/people/pages/signinpages.h"

namespace authority {

using base::ErrorCode;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

ConsentPages::ConsentPages(Household &house, Passage &passage)
    : m_house(house)
    , m_passage(passage)
{}

void ConsentPages::addRoutes(web::Router &router)
{
    using web::Method;
    using web::Request;
    router.add(Method::Get, "/auth/consent", [this](const Request &r) { return showConsent(r); });
    router.add(
        Method::Post, "/auth/consent", [this](const Request &r) { return submitConsent(r); });
    router.add(Method::Get, "/device", [this](const Request &request) {
        Visitor visitor(m_house, request);
        const auto query = request.query();
        return showDevice(visitor, query ? query->text("user_code").left(32) : QString(), {});
    });
    router.add(Method::Post, "/device", [this](const Request &r) { return submitDevice(r); });
}

web::Response ConsentPages::showConsent(const web::Request &request)
{
    Visitor visitor(m_house, request);
    const PageLanguage &in = visitor.language();
    const auto interaction = m_passage.destination(targetOf(request), visitor);
    if (!interaction)
        return visitor.trouble(interaction.error());
    if (!visitor.session())
        return visitor.to(Passage::address(s("/auth/continue"), interaction->id));
    const auto user = m_house.users.find(visitor.session()->view.userId);
    const auto csrf = visitor.csrf();
    if (!user || !csrf)
        return visitor.trouble(user ? csrf.error() : user.error());
    const bool isDevice = interaction->kind == Interaction::Kind::Device;
    const QString name = user->displayName.isEmpty() ? user->name : user->displayName;
    Page page;
    page.title = isDevice ? in.translate("authority", "Sign %1 in?").arg(interaction->clientName)
                          : in.translate("authority", "Allow %1?").arg(interaction->clientName);
    page.sentence = in.translate("authority", "You are %1. It would be able to:").arg(name);
    page.sign = isDevice ? Page::Sign::Device : Page::Sign::Person;
    page.formTarget = interaction->formTarget;
    if (interaction->isSelfRegistered) {
        page.content +=
            markup::banner(markup::Tone::Warn,
                           in.translate("authority",
                                        "This application has registered itself: its name is what "
                                        "it says, and nobody has checked it."));
    }
    if (isDevice) {
        page.content +=
            markup::banner(markup::Tone::Plain,
                           in.translate("authority",
                                        "Go on only if you began this on a device of your own. "
                                        "Whoever sent you the code would be signed in as you."));
    }
    page.content += markup::rows(scopeRows(interaction->scopes, in));
    if (!interaction->resources.isEmpty()) {
        page.content += markup::note(
            in.translate("authority", "At: %1").arg(interaction->resources.join(s(", "))));
    }
    QString content;
    if (mayRemember(*interaction)) {
        content += markup::tick(s("remember"),
                                in.translate("authority", "Do not ask again for this"),
                                m_house.settings.remembersConsent);
    }
    content += markup::buttons(
        markup::button({.label = in.translate("authority", "Deny"),
                        .look = markup::Look::Secondary,
                        .value = s("deny"),
                        .focus = markup::Focus::Yes})
        + markup::button(
            {.label = in.translate("authority", "Allow"), .value = s("allow"), .isSleepy = true}));
    page.content +=
        markup::form(Passage::address(s("/auth/consent"), interaction->id), *csrf, content);
    if (!interaction->returnsTo.isEmpty()) {
        page.content += markup::aside(in.translate("authority", "Then you go back to %1.")
                                          .arg(interaction->returnsTo)
                                          .toHtmlEscaped());
    }
    return visitor.answer(page);
}

web::Response ConsentPages::submitConsent(const web::Request &request)
{
    Visitor visitor(m_house, request);
    const auto form = request.form();
    if (!form)
        return visitor.trouble(form.error());
    const auto interaction = m_passage.destination(targetOf(request), visitor);
    if (!interaction)
        return visitor.trouble(interaction.error());
    if (const auto checked = visitor.checkCsrf(form->view("csrf")); !checked)
        return visitor.trouble(checked.error());
    if (!visitor.session())
        return visitor.to(Passage::address(s("/auth/continue"), interaction->id));
    const QString &userId = visitor.session()->view.userId;
    const auto user = m_house.users.find(userId);
    if (!user)
        return visitor.trouble(user.error());
    // What the way here has checked may have changed since.
    if (!hasEnough(*user, *visitor.session())
        || !m_passage.isMeantAndFresh(*visitor.session(), *interaction))
        return visitor.to(Passage::address(s("/auth/continue"), interaction->id));
    if (form->text("do") != QLatin1String("allow"))
        return m_passage.deny(visitor, *interaction, s("access_denied"));
    if (form->contains("remember") && mayRemember(*interaction)) {
        const auto kept = m_house.consents.remember(
            userId,
            interaction->clientId,
            Consents::wishes(interaction->scopes, interaction->resources));
        if (!kept)
            return visitor.trouble(kept.error());
    }
    return m_passage.allow(visitor, *interaction);
}

web::Response ConsentPages::showDevice(Visitor &visitor,
                                       const QString &code,
                                       const QString &trouble) const
{
    const PageLanguage &in = visitor.language();
    const auto csrf = visitor.csrf();
    if (!csrf)
        return visitor.trouble(csrf.error());
    Page page;
    page.title = in.translate("authority", "Sign a device in");
    page.sentence = in.translate("authority", "Type the code that your device shows.");
    page.sign = Page::Sign::Device;
    page.status = trouble.isEmpty() ? 200 : 404;
    if (!trouble.isEmpty())
        page.content += markup::banner(markup::Tone::Bad, trouble);
    page.content += markup::form(s("/device"),
                                 *csrf,
                                 markup::line({.name = s("user_code"),
                                               .label = in.translate("authority", "Code"),
                                               .value = code,
                                               .complete = s("off"),
                                               .isFocused = true,
                                               .isCode = true,
                                               .longest = 32})
                                     + markup::button({in.translate("authority", "Go on")}));
    return visitor.answer(page);
}

web::Response ConsentPages::submitDevice(const web::Request &request)
{
    Visitor visitor(m_house, request);
    const auto form = request.form();
    if (!form)
        return visitor.trouble(form.error());
    if (const auto checked = visitor.checkCsrf(form->view("csrf")); !checked)
        return visitor.trouble(checked.error());
    const auto attempt = m_house.guesses.begin(s("device"), visitor.peer(), QString());
    if (!attempt)
        return visitor.trouble(attempt.error());
    if (!attempt->isAllowed())
        return visitor.wait(attempt->retryAfter);
    const QString code = form->text("user_code").left(32);
    const auto interaction = m_house.interactions->findDevice(code);
    if (!interaction && interaction.error().code != ErrorCode::NotFound
        && interaction.error().code != ErrorCode::Expired)
        return visitor.trouble(interaction.error());
    if (!interaction) {
        visitor.record(s("device_code_failed"), s("refused"));
        return showDevice(
            visitor,
            code,
            visitor.language().translate("authority",
                                         "No device waits with this code. It is good for a few "
                                         "minutes: look at the device again."));
    }
    // Not forgiven: anybody can have a code of their own that is right, and would guess on for
    // free.
    return visitor.to(Passage::address(s("/auth/continue"), interaction->id));
}

} // namespace authority
