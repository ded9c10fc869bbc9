// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/authorizationask.h"

#include "authority/protocol/grammar.h"
#include "authority/protocol/redirecturi.h"

#include <QJsonArray>

namespace authority {

namespace {

constexpr qsizetype longestState = 2048;
constexpr qsizetype longestNonce = 512;
constexpr qsizetype mostResources = 10;

Answer<> checkKind(const web::Parameters &parameters)
{
    // OpenID Connect Core 6: by these words a client learns that it has to do without.
    if (parameters.contains("request"))
        return refuse("request_not_supported", "Request objects are not supported.");
    if (parameters.contains("request_uri"))
        return refuse("request_uri_not_supported", "Push the request to get a request_uri.");
    if (parameters.contains("registration"))
        return refuse("registration_not_supported", "Self-issued clients are not supported.");
    if (!parameters.contains("response_type"))
        return refuse("invalid_request", "response_type is missing.");
    if (parameters.view("response_type") != "code")
        return refuse("unsupported_response_type", "response_type has to be code.");
    return {};
}

Answer<ResponseMode> modeIn(const web::Parameters &parameters, const QString &redirectUri)
{
    if (!parameters.contains("response_mode") || parameters.view("response_mode") == "query")
        return ResponseMode::Query;
    if (parameters.view("response_mode") != "form_post")
        return refuse("invalid_request", "response_mode has to be query or form_post.");
    // A program that is called by a scheme of its own can be given no form.
    if (!redirectUri.startsWith(QLatin1String("http")))
        return refuse("invalid_request", "form_post needs a redirect_uri with http or https.");
    return ResponseMode::FormPost;
}

Answer<QString> challengeIn(const web::Parameters &parameters)
{
    // RFC 9700 2.1.1; "plain" would show the verifier to whom the challenge protects from.
    if (!parameters.contains("code_challenge"))
        return refuse("invalid_request", "code_challenge is missing: PKCE is required.");
    if (parameters.view("code_challenge_method") != "S256")
        return refuse("invalid_request", "code_challenge_method has to be S256.");
    if (!isCodeChallenge(parameters.view("code_challenge")))
        return refuse("invalid_request", "code_challenge is not 43 letters of base64url.");
    return parameters.text("code_challenge");
}

Answer<QStringList> promptIn(const web::Parameters &parameters)
{
    static const QStringList known{QStringLiteral("none"),
                                   QStringLiteral("login"),
                                   QStringLiteral("consent"),
                                   QStringLiteral("select_account")};
    const QStringList prompt = parameters.text("prompt").split(u' ', Qt::SkipEmptyParts);
    if (!isWithin(prompt, known))
        return refuse("invalid_request", "This prompt is not known.");
    if (prompt.contains(QStringLiteral("none")) && prompt.size() > 1)
        return refuse("invalid_request", "prompt=none stands alone.");
    return prompt;
}

Answer<int> maxAgeIn(const web::Parameters &parameters)
{
    if (!parameters.contains("max_age"))
        return -1;
    bool isNumber = false;
    const int age = parameters.text("max_age").toInt(&isNumber);
    if (!isNumber || age < 0)
        return refuse("invalid_request", "max_age is not a number of seconds.");
    return age;
}

Answer<QString> lineIn(const web::Parameters &parameters, QByteArrayView name, qsizetype longest)
{
    const QString text = parameters.text(name);
    if (!text.isEmpty() && !isVisible(text, longest))
        return refuse("invalid_request", name.toByteArray() + " is too long or not printable.");
    return text;
}

Answer<AuthorizationAsk> readRest(const web::Parameters &parameters, const ClientRecord &client)
{
    AuthorizationAsk ask;
    TRY_VOID(checkKind(parameters));
    if (!client.mayUse(QStringLiteral("authorization_code")))
        return refuse("unauthorized_client", "The client is not registered for the code grant.");
    TRY(ask.scopes, allowedScopes(parameters.text("scope"), client));
    TRY(ask.challenge, challengeIn(parameters));
    TRY(ask.nonce, lineIn(parameters, "nonce", longestNonce));
    TRY(ask.prompt, promptIn(parameters));
    TRY(ask.maxAge, maxAgeIn(parameters));
    TRY(ask.resources, allowedResources(parameters.texts("resource"), client));
    TRY(ask.thumbprint, lineIn(parameters, "dpop_jkt", 43));
    if (!ask.thumbprint.isEmpty() && !isCodeChallenge(ask.thumbprint.toLatin1()))
        return refuse("invalid_request", "dpop_jkt is not a SHA-256 thumbprint.");
    ask.idTokenHint = parameters.text("id_token_hint");
    ask.loginHint = parameters.text("login_hint").left(256);
    ask.locales = parameters.text("ui_locales").left(256);
    return ask;
}

} // namespace

QJsonObject AuthorizationAsk::toJson() const
{
    return {{QStringLiteral("client_id"), clientId},
            {QStringLiteral("redirect_uri"), redirectUri},
            {QStringLiteral("state"), state},
            {QStringLiteral("nonce"), nonce},
            {QStringLiteral("challenge"), challenge},
            {QStringLiteral("scopes"), QJsonArray::fromStringList(scopes)},
            {QStringLiteral("resources"), QJsonArray::fromStringList(resources)},
            {QStringLiteral("prompt"), QJsonArray::fromStringList(prompt)},
            {QStringLiteral("max_age"), maxAge},
            {QStringLiteral("login_hint"), loginHint},
            {QStringLiteral("locales"), locales},
            {QStringLiteral("id_token_hint"), idTokenHint},
            {QStringLiteral("thumbprint"), thumbprint},
            {QStringLiteral("form_post"), mode == ResponseMode::FormPost}};
}

AuthorizationAsk AuthorizationAsk::fromJson(const QJsonObject &json)
{
    const auto text = [&json](const char *name) {
        return json.value(QLatin1String(name)).toString();
    };
    const auto texts = [&json](const char *name) {
        QStringList list;
        const QJsonArray array = json.value(QLatin1String(name)).toArray();
        for (const auto &value : array)
            list += value.toString();
        return list;
    };
    AuthorizationAsk ask;
    ask.clientId = text("client_id");
    ask.redirectUri = text("redirect_uri");
    ask.state = text("state");
    ask.nonce = text("nonce");
    ask.challenge = text("challenge");
    ask.scopes = texts("scopes");
    ask.resources = texts("resources");
    ask.prompt = texts("prompt");
    ask.maxAge = json.value(u"max_age").toInt(-1);
    ask.loginHint = text("login_hint");
    ask.locales = text("locales");
    ask.idTokenHint = text("id_token_hint");
    ask.thumbprint = text("thumbprint");
    if (json.value(u"form_post").toBool())
        ask.mode = ResponseMode::FormPost;
    return ask;
}

Answer<QStringList> allowedScopes(const QString &asked, const ClientRecord &client)
{
    const auto scopes = parseScopes(asked);
    if (!scopes)
        return refuse("invalid_scope", "scope is missing or malformed.");
    if (!scopes->contains(QStringLiteral("openid"))) {
        if (!isWithin(*scopes, client.view.scopes))
            return refuse("invalid_scope", "The client may not ask for one of the scopes.");
        return *scopes;
    }
    if (!client.view.scopes.contains(QStringLiteral("openid")))
        return refuse("invalid_scope", "The client may not ask for openid.");
    QStringList allowed;
    for (const QString &scope : *scopes) {
        if (client.view.scopes.contains(scope))
            allowed += scope;
    }
    return allowed;
}

Answer<QStringList> allowedResources(const QStringList &asked, const ClientRecord &client)
{
    QStringList resources;
    for (const QString &resource : asked) {
        // Those that are registered are resources, as clientmetadata.cpp has seen.
        if (!client.view.resources.contains(resource) || resources.size() >= mostResources)
            return refuse("invalid_target", "The client may not ask for this resource.");
        if (!resources.contains(resource))
            resources += resource;
    }
    return resources;
}

Answer<QString> redirectIn(const web::Parameters &parameters, const ClientRecord &client)
{
    const QString redirectUri = parameters.text("redirect_uri");
    if (redirectUri.isEmpty())
        return refuse("invalid_request", "redirect_uri is missing.");
    if (!matchesAnyRedirect(client.view.redirectUris, redirectUri))
        return refuse("invalid_request", "redirect_uri is not registered for this client.");
    return redirectUri;
}

tl::expected<AuthorizationAsk, AskFault> readAsk(const web::Parameters &parameters,
                                                 const ClientRecord &client)
{
    auto redirectUri = redirectIn(parameters, client);
    if (!redirectUri)
        return tl::unexpected(AskFault{std::move(redirectUri).error(), {}});
    ReturnTo back{*redirectUri};
    auto state = lineIn(parameters, "state", longestState);
    if (!state)
        return tl::unexpected(AskFault{std::move(state).error(), back});
    back.state = *std::move(state);
    auto mode = modeIn(parameters, back.redirectUri);
    if (!mode)
        return tl::unexpected(AskFault{std::move(mode).error(), back});
    back.mode = *mode;
    auto ask = readRest(parameters, client);
    if (!ask)
        return tl::unexpected(AskFault{std::move(ask).error(), back});
    ask->clientId = client.view.id;
    ask->redirectUri = back.redirectUri;
    ask->state = back.state;
    ask->mode = back.mode;
    return *std::move(ask);
}

WayBack wayBack(const ReturnTo &to,
                QList<std::pair<QByteArray, QByteArray>> answer,
                const QString &issuer)
{
    if (!to.state.isEmpty())
        answer.append({"state", to.state.toUtf8()});
    answer.append({"iss", issuer.toLatin1()});
    WayBack back{to.redirectUri};
    if (to.mode == ResponseMode::FormPost) {
        back.fields = std::move(answer);
        back.host = hostOfRedirect(to.redirectUri);
        back.formTarget = formTargetOf(to.redirectUri);
        return back;
    }
    QByteArray url = to.redirectUri.toLatin1();
    for (const auto &[name, value] : std::as_const(answer))
        appendQuery(url, name, value);
    back.url = QString::fromLatin1(url);
    return back;
}

} // namespace authority
