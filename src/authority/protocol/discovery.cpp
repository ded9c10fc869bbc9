// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/discovery.h"

#include "authority/protocol/clientrecord.h"
#include "authority/protocol/grammar.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace authority {

namespace {

QJsonArray words(std::initializer_list<const char *> list)
{
    QJsonArray array;
    for (const char *word : list)
        array += QString::fromLatin1(word);
    return array;
}

} // namespace

QByteArray discoveryDocument(const QString &issuer)
{
    QJsonObject document;
    const auto put = [&document](const char *name, const QJsonValue &value) {
        document.insert(QLatin1String(name), value);
    };
    const auto endpoint = [&](const char *name, const char *path) {
        put(name, issuer + QLatin1String(path));
    };
    put("issuer", issuer);
    endpoint("authorization_endpoint", "/oauth/authorize");
    endpoint("token_endpoint", "/oauth/token");
    endpoint("userinfo_endpoint", "/oauth/userinfo");
    endpoint("jwks_uri", "/.well-known/jwks.json");
    endpoint("registration_endpoint", "/oauth/register");
    endpoint("introspection_endpoint", "/oauth/introspect");
    endpoint("revocation_endpoint", "/oauth/revoke");
    endpoint("device_authorization_endpoint", "/oauth/device");
    endpoint("pushed_authorization_request_endpoint", "/oauth/par");
    endpoint("end_session_endpoint", "/session/end");

    const QJsonArray methods = QJsonArray::fromStringList(knownAuthMethods());
    const QJsonArray proofs = QJsonArray::fromStringList(proofAlgorithms());
    QJsonArray confidential = methods;
    confidential.removeFirst(); // "none"
    put("response_types_supported", words({"code"}));
    put("response_modes_supported", words({"query", "form_post"}));
    put("grant_types_supported", QJsonArray::fromStringList(knownGrants()));
    put("subject_types_supported", words({"public"}));
    put("scopes_supported", QJsonArray::fromStringList(personalScopes()));
    put("claims_supported",
        words({"iss",
               "sub",
               "aud",
               "exp",
               "iat",
               "auth_time",
               "nonce",
               "amr",
               "azp",
               "sid",
               "at_hash",
               "name",
               "preferred_username",
               "email",
               "email_verified"}));
    put("claim_types_supported", words({"normal"}));
    put("prompt_values_supported", words({"none", "login", "consent", "select_account"}));
    put("display_values_supported", words({"page"}));
    put("ui_locales_supported", words({"en", "de"}));
    put("id_token_signing_alg_values_supported", words({"ES256", "RS256", "EdDSA"}));
    put("token_endpoint_auth_methods_supported", methods);
    put("token_endpoint_auth_signing_alg_values_supported", proofs);
    put("introspection_endpoint_auth_methods_supported", confidential);
    put("introspection_endpoint_auth_signing_alg_values_supported", proofs);
    put("revocation_endpoint_auth_methods_supported", methods);
    put("revocation_endpoint_auth_signing_alg_values_supported", proofs);
    put("code_challenge_methods_supported", words({"S256"}));
    put("dpop_signing_alg_values_supported", proofs);
    put("authorization_response_iss_parameter_supported", true);
    put("require_pushed_authorization_requests", false);
    // Their defaults in OpenID Connect Discovery are "yes" for request_uri.
    put("claims_parameter_supported", false);
    put("request_parameter_supported", false);
    put("request_uri_parameter_supported", false);
    put("backchannel_logout_supported", false);
    put("frontchannel_logout_supported", false);
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

} // namespace authority
