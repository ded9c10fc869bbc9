// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/authoritysnippets.h"

namespace desktop {

namespace {

// The device grant needs nothing but curl and a browser somewhere.
const char *const curlLines = R"(curl -s ISSUER/oauth/device \
  -d client_id=CLIENT -d scope='openid profile email'

# Open verification_uri_complete, then:
curl -s ISSUER/oauth/token \
  -d grant_type=urn:ietf:params:oauth:grant-type:device_code \
  -d client_id=CLIENT -d device_code=DEVICE_CODE)";

const char *const nodeLines = R"(import * as oidc from 'openid-client'

const config = await oidc.discovery(new URL('ISSUER'),
  'CLIENT', undefined, oidc.None(),
  { execute: [oidc.allowInsecureRequests] }) // loopback, no TLS

const verifier = oidc.randomPKCECodeVerifier()
const url = oidc.buildAuthorizationUrl(config, {
  redirect_uri: 'http://127.0.0.1:3000/callback',
  scope: 'openid profile email',
  code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
  code_challenge_method: 'S256',
})
// Send the browser to url. In the callback:
const tokens = await oidc.authorizationCodeGrant(config, currentUrl,
  { pkceCodeVerifier: verifier })
console.log(tokens.claims()))";

const char *const pythonLines = R"(import os, requests
from authlib.common.security import generate_token
from authlib.integrations.requests_client import OAuth2Session

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"  # loopback, no TLS
server = requests.get(
    "ISSUER/.well-known/openid-configuration").json()
app = OAuth2Session("CLIENT", scope="openid profile email",
                    redirect_uri="http://127.0.0.1:3000/callback",
                    code_challenge_method="S256")

verifier = generate_token(48)
url, state = app.create_authorization_url(
    server["authorization_endpoint"], code_verifier=verifier)
# Send the browser to url. In the callback:
token = app.fetch_token(server["token_endpoint"], code_verifier=verifier,
                        authorization_response=callback_url))";

const char *const csharpLines = R"(builder.Services
    .AddAuthentication(o =>
    {
        o.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        o.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;
    })
    .AddCookie()
    .AddOpenIdConnect(o =>
    {
        o.Authority = "ISSUER";
        o.RequireHttpsMetadata = false; // loopback, no TLS
        o.ClientId = "CLIENT";
        o.ResponseType = "code";
        o.ResponseMode = "query";
        o.UsePkce = true;
        o.CallbackPath = "/callback";
    });)";

} // namespace

QStringList snippetNames()
{
    return {QStringLiteral("curl"),
            QStringLiteral("Node"),
            QStringLiteral("Python"),
            QStringLiteral("C#")};
}

QString snippet(int language, const QString &issuer, const QString &clientId)
{
    static const char *const lines[]{curlLines, nodeLines, pythonLines, csharpLines};
    if (language < 0 || language >= static_cast<int>(std::size(lines)))
        return {};
    QString text = QString::fromLatin1(lines[language]);
    if (issuer.startsWith(QLatin1String("https://"))) {
        // What only plain http on loopback needs would switch checks off that TLS is for.
        text.replace(QLatin1String("oidc.None(),\n  { execute: [oidc.allowInsecureRequests] }) //"
                                   " loopback, no TLS"),
                     QLatin1String("oidc.None())"));
        QStringList kept = text.split(QLatin1Char('\n'));
        kept.removeIf(
            [](const QString &line) { return line.contains(QLatin1String("loopback, no TLS")); });
        text = kept.join(QLatin1Char('\n'));
    }
    text.replace(QLatin1String("ISSUER"), issuer);
    text.replace(QLatin1String("CLIENT"),
                 clientId.isEmpty() ? QStringLiteral("your-client-id") : clientId);
    return text;
}

} // namespace desktop
