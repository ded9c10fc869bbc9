// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/pages/accountpages.h"
#include "authority/people/pages/markup.h"
#include "authority/people/pages/scopewords.h"

namespace authority {

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

//! A form that is one button at the end of a row.
QString deed(const QString &action,
             const QString &csrf,
             const QString &id,
             const QString &label,
             markup::Look look = markup::Look::Secondary)
{
    return markup::form(
        action, csrf, markup::hidden(s("id"), id) + markup::button({.label = label, .look = look}));
}

QString timeText(const QDateTime &at, const PageLanguage &in)
{
    return in.locale().toString(at.toUTC(), QLocale::ShortFormat) + s(" UTC");
}

} // namespace

web::Response AccountPages::show(Visitor &visitor,
                                 const QString &praise,
                                 const Troubles &troubles) const
{
    const PageLanguage &in = visitor.language();
    const auto user = m_house.users.find(visitor.session()->view.userId);
    const auto csrf = visitor.csrf();
    if (!user || !csrf)
        return visitor.trouble(user ? csrf.error() : user.error());
    Page page;
    page.width = Page::Width::Wide;
    page.title = user->displayName.isEmpty() ? user->name : user->displayName;
    QStringList facts{user->name};
    if (!user->email.isEmpty())
        facts.append(user->email);
    facts += user->roles;
    page.sentence = facts.join(s(" · "));
    if (!praise.isEmpty())
        page.content += markup::banner(markup::Tone::Good, praise);
    page.content += sessionSection(*visitor.session(), in, *csrf);
    page.content += passwordSection(*user, in, *csrf, troubles);
    page.content += factorSection(*user, in, *csrf);
    page.content += consentSection(*user, in, *csrf);
    page.content += markup::form(s("/auth/sign-out"),
                                 *csrf,
                                 markup::button({.label = in.translate("authority", "Sign out"),
                                                 .look = markup::Look::Secondary}));
    page.status = troubles.chosen.isEmpty() && troubles.current.isEmpty() ? 200 : 422;
    return visitor.answer(page);
}

QString AccountPages::passwordSection(const core::AuthorityUser &user,
                                      const PageLanguage &in,
                                      const QString &csrf,
                                      const Troubles &troubles) const
{
    QString content = markup::hiddenUser(user.name);
    if (user.hasPassword) {
        content += markup::line({.name = s("current"),
                                 .label = in.translate("authority", "Password now"),
                                 .type = s("password"),
                                 .complete = s("current-password"),
                                 .troubles = troubles.current,
                                 .longest = 1024});
    }
    content += markup::line({.name = s("password"),
                             .label = in.translate("authority", "New password"),
                             .type = s("password"),
                             .complete = s("new-password"),
                             .hint = in.translate("authority",
                                                  "At least 10 letters, hard to "
                                                  "guess, used nowhere else."),
                             .troubles = troubles.chosen,
                             .longest = 1024});
    content +=
        markup::button({.label = user.hasPassword ? in.translate("authority", "Change the password")
                                                  : in.translate("authority", "Set a password"),
                        .look = markup::Look::Secondary});
    return markup::section(in.translate("authority", "Password"),
                           markup::form(s("/account/password"), csrf, content));
}

QString AccountPages::factorSection(const core::AuthorityUser &user,
                                    const PageLanguage &in,
                                    const QString &csrf) const
{
    const QString title = in.translate("authority", "Authenticator app");
    if (!user.hasTotp) {
        return markup::section(
            title,
            markup::paragraph(in.translate("authority",
                                           "With an app, a stolen password alone "
                                           "opens nothing."))
                + s("<p>%1</p>\n")
                      .arg(markup::link(Passage::address(s("/auth/enrol"), accountTarget),
                                        in.translate("authority", "Set one up…"))));
    }
    const auto left = m_house.factors.recoveryCodesLeft(user.id);
    markup::Row app{.title = in.translate("authority", "The app is on"),
                    .icon = markup::icon(s("phone"))};
    if (isAdmin(user))
        app.remark = in.translate("authority", "Administrators need one, so it stays.");
    else {
        app.end = deed(s("/account/totp/remove"),
                       csrf,
                       user.id,
                       in.translate("authority", "Remove"),
                       markup::Look::Danger);
    }
    const markup::Row codes{
        .title = in.translate("authority", "%n recovery code(s) left", "", left ? *left : 0),
        .remark = in.translate("authority", "New ones make the old ones void."),
        .end =
            deed(s("/account/recovery"), csrf, user.id, in.translate("authority", "Make new ones")),
        .icon = markup::icon(s("key"))};
    return markup::section(title, markup::rows({app, codes}));
}

QString AccountPages::sessionSection(const Session &own,
                                     const PageLanguage &in,
                                     const QString &csrf) const
{
    const auto sessions = m_house.sessions.list(own.view.userId);
    QList<markup::Row> rows;
    for (const core::AuthoritySession &session :
         sessions ? *sessions : QList<core::AuthoritySession>()) {
        markup::Row row{.title = session.agent.isEmpty() ? session.peer : session.agent,
                        .remark = in.translate("authority", "%1, since %2")
                                      .arg(session.peer, timeText(session.createdAt, in)),
                        .icon = markup::icon(s("monitor"))};
        row.end = session.handle == own.view.handle
                      ? markup::tag(in.translate("authority", "this one"))
                      : deed(s("/account/sessions/end"),
                             csrf,
                             session.handle,
                             in.translate("authority", "End"));
        rows.append(row);
    }
    return markup::section(in.translate("authority", "Where you are signed in"),
                           markup::rows(rows));
}

QString AccountPages::consentSection(const core::AuthorityUser &user,
                                     const PageLanguage &in,
                                     const QString &csrf) const
{
    const auto given = m_house.consents.list(user.id);
    if (!given || given->isEmpty())
        return {};
    QList<markup::Row> rows;
    for (const Consents::Given &consent : *given) {
        QStringList words;
        const QList<markup::Row> scopes = scopeRows(consent.scopes, in);
        for (const markup::Row &scope : scopes)
            words.append(scope.title);
        rows.append({.title = consent.clientName.isEmpty() ? consent.clientId : consent.clientName,
                     .remark = words.join(s(" · ")),
                     .end = deed(s("/account/consents/remove"),
                                 csrf,
                                 consent.clientId,
                                 in.translate("authority", "Take back"),
                                 markup::Look::Danger),
                     .icon = markup::icon(s("app"))});
    }
    return markup::section(in.translate("authority", "What you have allowed"), markup::rows(rows));
}

} // namespace authority
