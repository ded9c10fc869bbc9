// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/logoutendpoint.h"

#include "authority/protocol/accessguard.h"
#include "authority/protocol/grammar.h"
#include "authority/words.h"

namespace authority {

LogoutEndpoint::LogoutEndpoint(ProtocolParts &parts)
    : m_parts(parts)
{}

tl::expected<LogoutEndpoint::Plan, QString> LogoutEndpoint::planOf(
    const web::Parameters &parameters)
{
    Plan plan;
    QString clientId = parameters.text("client_id");
    const QString hint = parameters.text("id_token_hint");
    if (!hint.isEmpty()) {
        // An expired one will do (2): it says whose session is meant.
        const auto claims = m_parts.needs.keys.verify(hint.toLatin1(), "JWT");
        if (!claims || claims->value(u"iss").toString() != m_parts.settings.issuer)
            return tl::unexpected(Words::tr("id_token_hint was not issued here."));
        const QString audience = textsIn(claims->value(u"aud")).value(0);
        if (!clientId.isEmpty() && clientId != audience)
            return tl::unexpected(Words::tr("client_id is not that of the id_token_hint."));
        clientId = audience;
        plan.session = claims->value(u"sid").toString();
    }
    if (!parameters.contains("post_logout_redirect_uri"))
        return plan;
    // Only to where the client has registered, and only when it is known which client (3).
    const QString then = parameters.text("post_logout_redirect_uri");
    const auto client = m_parts.clients.find(clientId);
    if (!client || !(*client)->view.postLogoutRedirectUris.contains(then))
        return tl::unexpected(
            Words::tr("The address to return to is not registered for this program."));
    QByteArray url = then.toLatin1();
    const QString state = parameters.text("state");
    if (!state.isEmpty())
        appendQuery(url, "state", state.toUtf8());
    plan.then = QString::fromLatin1(url);
    return plan;
}

QCoro::Task<web::Response> LogoutEndpoint::answer(web::Request request)
{
    const auto parameters =
        request.method() == web::Method::Post ? request.form() : request.query();
    const auto plan = parameters ? planOf(*parameters)
                                 : tl::expected<Plan, QString>(tl::unexpected(
                                     Words::tr("A parameter came twice or is malformed.")));
    if (!plan)
        co_return m_parts.needs.people.trouble(request, 400, plan.error());
    const QString then = plan->then;
    const QString session = plan->session;
    web::Response response =
        co_await m_parts.needs.people.signOut(std::move(request), then, session);
    response.set("Cache-Control", "no-store");
    co_return response;
}

} // namespace authority
