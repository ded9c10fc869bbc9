// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/tokenendpoint.h"

#include <QUrl>

namespace oauth {

namespace {

//! RFC 6749 2.3.1: id and secret are form-encoded before they are joined.
base::Secret basicProof(const ClientProof &proof)
{
    QByteArray joined;
    joined.append(Form::encoded(proof.clientId.toUtf8()).expose());
    joined.append(':');
    joined.append(Form::encoded(proof.secret.expose()).expose());
    QByteArray value = joined.toBase64();
    base::wipe(joined);
    value.prepend("Basic ");
    return base::Secret::take(std::move(value));
}

} // namespace

ClientProof::ClientProof(const core::Provider &provider, const core::ClientCredentials &client)
    : ClientProof(provider.clientAuth, client.clientId, client.clientSecret.clone())
{
    // Google: the secret of a native client is no secret, and still asked for.
    if (method == core::ClientAuth::None && provider.sendSecretWithPkce && !secret.isEmpty())
        method = core::ClientAuth::Post;
    // What a person registered decides: without a secret it is a public client, which names itself
    // in the form; with one it is confidential. Reddit's installed apps alone (no issuer) say
    // "public" by an empty password.
    if (secret.isEmpty() && (method == core::ClientAuth::Post || !provider.issuer.isEmpty()))
        method = core::ClientAuth::None;
    else if (!secret.isEmpty() && method == core::ClientAuth::None)
        method = core::ClientAuth::Basic;
}

ClientProof::ClientProof(core::ClientAuth clientAuth, QString id, base::Secret clientSecret)
    : method(clientAuth)
    , clientId(std::move(id))
    , secret(std::move(clientSecret))
{}

ClientProof ClientProof::clone() const
{
    return ClientProof(method, clientId, secret.clone());
}

net::Request clientRequest(const QString &endpoint,
                           Form form,
                           const ClientProof &proof,
                           const core::TokenReplyQuirks &quirks)
{
    net::Request request(net::Method::Post, QUrl(endpoint));
    switch (proof.method) {
    case core::ClientAuth::None:
        form.add("client_id", proof.clientId);
        break;
    case core::ClientAuth::Post:
        form.add("client_id", proof.clientId).add("client_secret", proof.secret);
        break;
    case core::ClientAuth::Basic:
        request.withSecret("Authorization", basicProof(proof));
        break;
    }
    request.with("Accept", quirks.accept.toUtf8());
    if (!quirks.userAgent.isEmpty())
        request.with("User-Agent", quirks.userAgent.toUtf8());
    request.withBody("application/x-www-form-urlencoded", form.take());
    return request;
}

TokenEndpoint::TokenEndpoint(net::Retry &http, base::Clock &clock)
    : m_http(http)
    , m_clock(clock)
{}

base::Task<TokenAnswer> TokenEndpoint::ask(QString endpoint,
                                           Form form,
                                           ClientProof proof,
                                           core::TokenReplyQuirks quirks,
                                           std::stop_token stop)
{
    net::Request request = clientRequest(endpoint, std::move(form), proof, quirks);
    request.repeat = net::Repeat::Never;
    CO_TRY(net::Response response, co_await m_http.send(std::move(request), stop));
    co_return read(std::move(response), quirks);
}

base::Task<TokenAnswer> TokenEndpoint::askPatiently(QString endpoint,
                                                    Form form,
                                                    ClientProof proof,
                                                    core::TokenReplyQuirks quirks,
                                                    std::stop_token stop)
{
    net::Request request = clientRequest(endpoint, std::move(form), proof, quirks);
    request.repeat = net::Repeat::Allowed;
    CO_TRY(net::Response response, co_await m_http.sendWhole(std::move(request), stop));
    co_return read(std::move(response), quirks);
}

base::Result<TokenAnswer> TokenEndpoint::read(net::Response response,
                                              const core::TokenReplyQuirks &quirks)
{
    const QDateTime now = m_clock.now();
    auto answer = parseTokenAnswer(response.status, response.body, quirks, now);
    base::wipe(response.body);
    if (answer)
        answer->refusal.retryAfter = net::retryAfter(response.header("Retry-After"), now);
    return answer;
}

} // namespace oauth
