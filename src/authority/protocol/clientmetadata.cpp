// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/clientrecord.h"
#include "authority/protocol/grammar.h"
#include "authority/words.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace authority {

namespace {

using Fault = tl::unexpected<ClientFault>;

//! Reads members of RFC 7591 metadata and remembers the first that has the wrong type.
class Reading
{
public:
    explicit Reading(const QJsonObject &metadata)
        : m_metadata(metadata)
    {}

    [[nodiscard]] bool has(const char *name) const
    {
        const QJsonValue value = m_metadata.value(QLatin1String(name));
        return !value.isUndefined() && !value.isNull();
    }
    [[nodiscard]] QString text(const char *name, const QString &otherwise)
    {
        if (!has(name))
            return otherwise;
        const QJsonValue value = m_metadata.value(QLatin1String(name));
        if (!value.isString())
            fault(name);
        return value.toString();
    }
    [[nodiscard]] QStringList texts(const char *name, const QStringList &otherwise)
    {
        if (!has(name))
            return otherwise;
        const QJsonValue value = m_metadata.value(QLatin1String(name));
        if (!value.isArray())
            fault(name);
        QStringList list;
        const QJsonArray array = value.toArray();
        for (const auto &entry : array) {
            if (!entry.isString())
                fault(name);
            if (!list.contains(entry.toString()))
                list += entry.toString();
        }
        return list;
    }
    [[nodiscard]] bool flag(const char *name)
    {
        if (!has(name))
            return false;
        const QJsonValue value = m_metadata.value(QLatin1String(name));
        if (!value.isBool())
            fault(name);
        return value.toBool();
    }
    void fault(const char *name)
    {
        if (!m_fault)
            m_fault = ClientFault{name, Words::tr("This cannot be registered here.")};
    }
    [[nodiscard]] const std::optional<ClientFault> &firstFault() const { return m_fault; }

private:
    const QJsonObject &m_metadata;
    std::optional<ClientFault> m_fault;
};

//! What would promise something that is not done here (RFC 7591 2, OpenID Connect Registration 2).
void refuseWhatIsNotHad(Reading &reading)
{
    // Nothing is fetched from a client's addresses: a request to the inside of the network is one
    // registration away otherwise.
    for (const char *name : {"jwks_uri", "sector_identifier_uri", "software_statement"}) {
        if (reading.has(name))
            reading.fault(name);
    }
    for (const char *name : {"userinfo_signed_response_alg",
                             "userinfo_encrypted_response_alg",
                             "id_token_encrypted_response_alg",
                             "request_object_signing_alg",
                             "backchannel_logout_uri",
                             "frontchannel_logout_uri"}) {
        if (reading.has(name))
            reading.fault(name);
    }
    if (reading.text("subject_type", QStringLiteral("public")) != QLatin1String("public"))
        reading.fault("subject_type");
    const QStringList types = reading.texts("response_types", {QStringLiteral("code")});
    if (types.size() > 1 || (types.size() == 1 && types.first() != QLatin1String("code")))
        reading.fault("response_types");
}

} // namespace

tl::expected<core::AuthorityClient, ClientFault> clientFromMetadata(const QJsonObject &metadata)
{
    Reading reading(metadata);
    core::AuthorityClient client;
    client.name = reading.text("client_name", QStringLiteral("Unnamed client"));
    // RFC 7591 2: what is left out is client_secret_basic and the code grant.
    client.authMethod =
        reading.text("token_endpoint_auth_method", QStringLiteral("client_secret_basic"));
    client.grants = reading.texts("grant_types", {QStringLiteral("authorization_code")});
    client.redirectUris = reading.texts("redirect_uris", {});
    client.postLogoutRedirectUris = reading.texts("post_logout_redirect_uris", {});
    client.signingAlgorithm = reading.text("id_token_signed_response_alg", QStringLiteral("ES256"));
    client.isDpopBound = reading.flag("dpop_bound_access_tokens");
    if (reading.has("scope")) {
        const auto scopes = parseScopes(reading.text("scope", {}));
        if (!scopes)
            reading.fault("scope");
        client.scopes = scopes.value_or(QStringList());
    }
    if (reading.has("jwks")) {
        const QJsonObject keys = metadata.value(u"jwks").toObject();
        if (keys.isEmpty())
            reading.fault("jwks");
        client.jwks = QString::fromUtf8(QJsonDocument(keys).toJson(QJsonDocument::Compact));
    }
    refuseWhatIsNotHad(reading);
    if (reading.firstFault())
        return Fault(*reading.firstFault());
    const QList<ClientFault> faults = faultsOf(client);
    if (!faults.isEmpty())
        return Fault(faults.first());
    return client;
}

QJsonObject toMetadata(const core::AuthorityClient &client)
{
    QJsonObject metadata{
        {QStringLiteral("client_id"), client.id},
        {QStringLiteral("client_name"), client.name},
        {QStringLiteral("client_id_issued_at"), client.createdAt.toSecsSinceEpoch()},
        {QStringLiteral("token_endpoint_auth_method"), client.authMethod},
        {QStringLiteral("grant_types"), QJsonArray::fromStringList(client.grants)},
        {QStringLiteral("response_types"),
         client.grants.contains(QStringLiteral("authorization_code"))
             ? QJsonArray{QStringLiteral("code")}
             : QJsonArray()},
        {QStringLiteral("redirect_uris"), QJsonArray::fromStringList(client.redirectUris)},
        {QStringLiteral("scope"), client.scopes.join(u' ')},
        {QStringLiteral("subject_type"), QStringLiteral("public")},
        {QStringLiteral("id_token_signed_response_alg"), client.signingAlgorithm},
        {QStringLiteral("dpop_bound_access_tokens"), client.isDpopBound},
    };
    if (!client.postLogoutRedirectUris.isEmpty()) {
        metadata.insert(QStringLiteral("post_logout_redirect_uris"),
                        QJsonArray::fromStringList(client.postLogoutRedirectUris));
    }
    if (!client.jwks.isEmpty()) {
        metadata.insert(QStringLiteral("jwks"),
                        QJsonDocument::fromJson(client.jwks.toUtf8()).object());
    }
    return metadata;
}

} // namespace authority
