// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/authorizationask.h"
#include "authority/protocol/grammar.h"
#include "authority/protocol/proof.h"
#include "authority/protocol/redirecturi.h"
#include "targets.h"

#include <QJsonDocument>

namespace {

authority::ClientRecord webClient()
{
    authority::ClientRecord client;
    client.view.id = QStringLiteral("app");
    client.view.redirectUris = {QStringLiteral("http://127.0.0.1/callback"),
                                QStringLiteral("https://rp.example/cb")};
    client.view.resources = {QStringLiteral("https://api.example/a")};
    return client;
}

authority::ProofScene scene()
{
    return {QDateTime({2026, 11, 22}, {12, 0}, Qt::UTC),
            std::chrono::seconds(60),
            std::chrono::minutes(10)};
}

} // namespace

void fuzz::authorizeRequest(QByteArrayView bytes)
{
    const auto parameters = web::Parameters::parse(bytes, {"resource"});
    if (!parameters)
        return;
    static const authority::ClientRecord client = webClient();
    const auto ask = authority::readAsk(*parameters, client);
    if (!ask) {
        // No error goes anywhere but to an address that is registered.
        const QString &target = ask.error().back.redirectUri;
        FUZZ_CHECK(!ask.error().refusal.error.isEmpty());
        FUZZ_CHECK(target.isEmpty()
                   || authority::matchesAnyRedirect(client.view.redirectUris, target));
        return;
    }
    FUZZ_CHECK(authority::matchesAnyRedirect(client.view.redirectUris, ask->redirectUri));
    FUZZ_CHECK(authority::isWithin(ask->scopes, client.view.scopes));
    FUZZ_CHECK(authority::isWithin(ask->resources, client.view.resources));
    FUZZ_CHECK(authority::isCodeChallenge(ask->challenge.toLatin1()));
    FUZZ_CHECK(authority::AuthorizationAsk::fromJson(ask->toJson()) == *ask);
    const auto way = authority::wayBack({ask->redirectUri, ask->state, ask->mode},
                                        {{"code", "x"}},
                                        QStringLiteral("http://127.0.0.1:7420"));
    FUZZ_CHECK(way.fields.isEmpty() == (ask->mode == authority::ResponseMode::Query));
    const QByteArray back = way.url.toLatin1();
    FUZZ_CHECK(!back.contains('\n') && !back.contains('\r') && !back.contains(' '));
}

void fuzz::clientMetadata(QByteArrayView bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes.toByteArray());
    const auto client = authority::clientFromMetadata(document.object());
    if (!client)
        return;
    FUZZ_CHECK(authority::faultsOf(*client).isEmpty());
    for (const QString &uri : client->redirectUris)
        FUZZ_CHECK(authority::isAcceptableRedirect(uri) && authority::matchesRedirect(uri, uri));
    const auto again = authority::clientFromMetadata(authority::toMetadata(*client));
    FUZZ_CHECK(again && again->redirectUris == client->redirectUris
               && again->grants == client->grants && again->authMethod == client->authMethod);
}

void fuzz::clientProof(QByteArrayView bytes)
{
    static_cast<void>(authority::clientNamedBy(bytes));
    // Nobody can make up a signature: whatever comes is refused, in the endpoint's own words.
    static const QList<crypto::Jwk> keys;
    const auto assertion = authority::checkAssertion(
        bytes, QStringLiteral("app"), keys, {QStringLiteral("http://127.0.0.1:7420")}, scene());
    FUZZ_CHECK(!assertion && assertion.error().error == "invalid_client");
    const auto proof = authority::checkDpopProof(
        bytes, "POST", {"http://127.0.0.1:7420/oauth/token"}, {}, scene());
    FUZZ_CHECK(proof || proof.error().error == "invalid_dpop_proof");
    FUZZ_CHECK(!proof || proof->thumbprint.size() == 43);
    const QString typed = QString::fromUtf8(bytes);
    const QString folded = authority::foldedUserCode(typed);
    FUZZ_CHECK(folded.isEmpty()
               || (folded.size() == 8 && authority::foldedUserCode(folded) == folded));
}
