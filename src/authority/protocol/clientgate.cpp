// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/clientgate.h"

#include "authority/protocol/grammar.h"
#include "authority/protocol/proof.h"
#include "crypto/digest.h"

namespace authority {

namespace {

constexpr QByteArrayView assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

tl::unexpected<Refusal> stranger()
{
    // The same for an unknown client and a wrong secret: names are not for trying out.
    Refusal refusal{"invalid_client", "The client is not known here or did not prove itself.", 401};
    refusal.challenge = "Basic realm=\"latchkey\", charset=\"UTF-8\"";
    return tl::unexpected(std::move(refusal));
}

} // namespace

ClientGate::ClientGate(ProtocolParts &parts)
    : m_parts(parts)
    , m_failures(parts.needs.metrics.counter(
          "latchkey_auth_failures_total", "Refused proofs of who one is.", {{"kind", "client"}}))
{}

Answer<web::Parameters> ClientGate::formOf(const web::Request &request)
{
    auto form = request.form({"resource"});
    if (!form)
        return refuse("invalid_request",
                      "Send the parameters once each as application/x-www-form-urlencoded.");
    return *std::move(form);
}

QString ClientGate::bucketOf(const ClientRecord &client, const web::Request &request)
{
    const QString own = QStringLiteral("client/") + client.view.id;
    return client.isPublic() ? own + u'/' + request.peerName() : own;
}

Answer<ClientGate::Shown> ClientGate::shownIn(const web::Request &request,
                                              const web::Parameters &form)
{
    auto basic = request.clientCredentials();
    if (!basic)
        return refuse("invalid_request", "The Authorization header is malformed.");
    const bool hasSecret = form.contains("client_secret");
    const bool hasAssertion =
        form.contains("client_assertion") || form.contains("client_assertion_type");
    if (int(basic->has_value()) + int(hasSecret) + int(hasAssertion) > 1)
        return refuse("invalid_request", "Use one way of proving who the client is, not two.");
    const QString named = form.text("client_id");
    Shown shown;
    if (basic->has_value()) {
        shown = {
            (*basic)->name, QStringLiteral("client_secret_basic"), std::move((*basic)->secret)};
        if (!named.isEmpty() && named != shown.id)
            return refuse("invalid_request", "client_id is another client's.");
        return shown;
    }
    if (hasAssertion) {
        if (form.view("client_assertion_type") != assertionType)
            return refuse("invalid_request", "This client_assertion_type is not known.");
        shown = {clientNamedBy(form.view("client_assertion")),
                 QStringLiteral("private_key_jwt"),
                 form.secret("client_assertion")};
        if (!named.isEmpty() && named != shown.id)
            return stranger();
        return shown;
    }
    if (named.isEmpty())
        return stranger();
    shown.id = named;
    shown.method = hasSecret ? QStringLiteral("client_secret_post") : QStringLiteral("none");
    if (hasSecret)
        shown.secret = form.secret("client_secret");
    return shown;
}

Answer<> ClientGate::checkSecret(const ClientRecord &client, const Shown &shown) const
{
    const QByteArray known = client.secretHash.toLatin1();
    const QByteArray given = crypto::toBase64Url(
        crypto::digest(crypto::Hash::Sha256, shown.secret.expose())); // as hashOf()
    if (known.isEmpty() || !crypto::constantTimeEquals(known, given))
        return stranger();
    return {};
}

Answer<> ClientGate::checkAssertionOf(const ClientRecord &client,
                                      const Shown &shown,
                                      QByteArrayView endpoint)
{
    // OpenID Connect Core 9 says the token endpoint, RFC 7523bis the issuer, RFC 9126 2 all three.
    const QStringList audiences{m_parts.settings.issuer,
                                QString::fromLatin1(m_parts.urlOf("/oauth/token")),
                                QString::fromLatin1(m_parts.urlOf(endpoint))};
    TRY(const Assertion assertion,
        checkAssertion(
            shown.secret.expose(), client.view.id, client.keys, audiences, m_parts.scene()));
    const QByteArray once = client.view.id.toUtf8() + '\n' + assertion.id.toUtf8();
    TRY(const bool isNew,
        ours(m_parts.replays.isNew(QStringLiteral("assertion"), once, assertion.expiresAt)));
    if (!isNew)
        return refuse("invalid_client", "The client assertion has been used before.", 401);
    return {};
}

Answer<ClientPointer> ClientGate::admitShown(const Shown &shown, QByteArrayView endpoint)
{
    auto found = m_parts.clients.find(shown.id);
    if (!found && found.error().code == base::ErrorCode::NotFound)
        return stranger();
    TRY(ClientPointer client, ours(std::move(found)));
    if (client->view.authMethod != shown.method)
        return stranger();
    if (shown.method.startsWith(QLatin1String("client_secret_")))
        TRY_VOID(checkSecret(*client, shown));
    if (shown.method == QLatin1String("private_key_jwt"))
        TRY_VOID(checkAssertionOf(*client, shown, endpoint));
    m_parts.clients.noteUse(*client);
    return client;
}

Answer<ClientPointer> ClientGate::admit(const web::Request &request,
                                        const web::Parameters &form,
                                        QByteArrayView endpoint)
{
    const auto shown = shownIn(request, form);
    if (!shown)
        return tl::unexpected(counted(shown.error(), request, {}));
    auto client = admitShown(*shown, endpoint);
    if (!client)
        return tl::unexpected(counted(std::move(client).error(), request, shown->id));
    return client;
}

Answer<ClientPointer> ClientGate::admitConfidential(const web::Request &request,
                                                    const web::Parameters &form,
                                                    QByteArrayView endpoint)
{
    TRY(ClientPointer client, admit(request, form, endpoint));
    if (client->isPublic())
        return tl::unexpected(counted(stranger().value(), request, client->view.id));
    return client;
}

//! Failures take from a bucket of the address: secrets are not for guessing either.
Refusal ClientGate::counted(Refusal refusal, const web::Request &request, const QString &id)
{
    if (refusal.error != "invalid_client")
        return refusal;
    if (refusal.challenge.isEmpty())
        refusal.challenge = stranger().value().challenge;
    m_failures.increment();
    const QString peer = request.peerName();
    m_parts.needs.events.record({QStringLiteral("client_refused"),
                                 QStringLiteral("refused"),
                                 {},
                                 isVisible(id, 64) ? id : QString(),
                                 peer,
                                 request.traceId(),
                                 QString::fromLatin1(refusal.description)});
    // Nobody guesses on while guesses cannot be counted.
    const auto turn = turnOf(
        m_parts.needs.throttle, QStringLiteral("client-auth/") + peer, m_parts.settings.failures);
    return turn ? refusal : turn.error();
}

} // namespace authority
