// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/tokenwriter.h"

#include "authority/protocol/grammar.h"
#include "crypto/digest.h"
#include "crypto/random.h"

#include <QDateTime>
#include <QVarLengthArray>

namespace authority {

namespace {

//! A JSON object written from front to back: this is done for every token.
class Claims
{
public:
    void add(QByteArrayView name, const QString &value)
    {
        begin(name);
        quoted(value);
    }
    void add(QByteArrayView name, qint64 value)
    {
        begin(name);
        append(QByteArray::number(value));
    }
    void add(QByteArrayView name, const QStringList &values)
    {
        begin(name);
        append("[");
        for (qsizetype i = 0; i < values.size(); ++i) {
            if (i > 0)
                append(",");
            quoted(values.at(i));
        }
        append("]");
    }
    void addAudience(const QStringList &values)
    {
        if (values.size() == 1)
            add("aud", values.first());
        else
            add("aud", values);
    }
    void addThumbprint(const QString &thumbprint)
    {
        begin("cnf");
        append("{\"jkt\":");
        quoted(thumbprint);
        append("}");
    }
    //! Good for as long as this object is.
    [[nodiscard]] QByteArrayView finished()
    {
        append("}");
        return {m_json.constData(), m_json.size()};
    }

private:
    void append(QByteArrayView text) { m_json.append(text.data(), text.size()); }
    void begin(QByteArrayView name)
    {
        append(m_json.isEmpty() ? "{\"" : ",\"");
        append(name);
        append("\":");
    }
    void quoted(const QString &text)
    {
        static constexpr char hex[] = "0123456789abcdef";
        append("\"");
        const QByteArray bytes = text.toUtf8();
        for (const char byte : bytes) {
            const auto value = static_cast<unsigned char>(byte);
            if (byte == '"' || byte == '\\') {
                m_json.append('\\');
                m_json.append(byte);
            } else if (value < 0x20) {
                append("\\u00");
                m_json.append(hex[value >> 4U]);
                m_json.append(hex[value & 0xFU]);
            } else {
                m_json.append(byte);
            }
        }
        append("\"");
    }

    QVarLengthArray<char, 1024> m_json;
};

//! A jti. It names a token and protects nothing, so that random bytes may be fetched for sixteen at
//! once.
QString newTokenId()
{
    constexpr qsizetype size = 16;
    thread_local QByteArray store;
    if (store.isEmpty())
        store = crypto::randomBytes(16 * size);
    const QByteArray id = crypto::toBase64Url(QByteArrayView(store).last(size));
    store.chop(size);
    return QString::fromLatin1(id);
}

} // namespace

TokenWriter::TokenWriter(const KeyRing &keys,
                         const base::Clock &clock,
                         const ProtocolSettings &settings)
    : m_keys(keys)
    , m_clock(clock)
    , m_settings(settings)
{}

QString TokenWriter::userinfoUrl() const
{
    return m_settings.issuer + QStringLiteral("/oauth/userinfo");
}

QStringList TokenWriter::audience(const ClientRecord &client, const AccessToken &token) const
{
    QStringList audience = token.resources;
    if (audience.isEmpty() && client.view.resources.size() == 1)
        audience = client.view.resources;
    if (!token.grantId.isEmpty() && token.scopes.contains(QStringLiteral("openid")))
        audience += userinfoUrl();
    if (audience.isEmpty())
        audience += client.view.id;
    return audience;
}

base::Result<TokenWriter::Order> TokenWriter::order(ClientPointer client, AccessToken access) const
{
    Order order;
    TRY(order.key, m_keys.signer(client->view.signingAlgorithm));
    order.client = std::move(client);
    order.access = std::move(access);
    order.now = m_clock.now().toSecsSinceEpoch();
    return order;
}

base::Result<TokenWriter::Tokens> TokenWriter::write(const Order &order) const
{
    Tokens tokens;
    TRY(tokens.access, access(order));
    if (order.identity) {
        TRY(tokens.id, id(order, tokens.access));
    }
    return tokens;
}

base::Result<QByteArray> TokenWriter::access(const Order &order) const
{
    const AccessToken &token = order.access;
    const ClientRecord &client = *order.client;
    Claims claims;
    claims.add("iss", m_settings.issuer);
    claims.add("sub", token.subject);
    claims.addAudience(audience(client, token));
    claims.add("client_id", client.view.id);
    claims.add("iat", order.now);
    claims.add("exp", order.now + m_settings.accessLife.count());
    claims.add("jti", newTokenId());
    if (!token.scopes.isEmpty())
        claims.add("scope", token.scopes.join(u' '));
    if (token.authAt != 0)
        claims.add("auth_time", token.authAt / 1000);
    if (!token.roles.isEmpty())
        claims.add("roles", token.roles);
    if (!token.grantId.isEmpty())
        claims.add("grant", token.grantId);
    if (!token.thumbprint.isEmpty())
        claims.addThumbprint(token.thumbprint);
    return order.key->sign("at+jwt", claims.finished());
}

base::Result<QByteArray> TokenWriter::id(const Order &order, QByteArrayView accessToken) const
{
    const Grant &grant = *order.identity;
    const ClientRecord &client = *order.client;
    Claims claims;
    claims.add("iss", m_settings.issuer);
    claims.add("sub", grant.userId);
    claims.add("aud", client.view.id);
    claims.add("azp", client.view.id);
    claims.add("iat", order.now);
    claims.add("exp", order.now + m_settings.idTokenLife.count());
    claims.add("auth_time", grant.authAt / 1000);
    if (!order.nonce.isEmpty())
        claims.add("nonce", order.nonce);
    if (!grant.amr.isEmpty())
        claims.add("amr", grant.amr);
    if (!grant.session.isEmpty())
        claims.add("sid", grant.session);
    claims.add("at_hash", QString::fromLatin1(halfHash(accessToken, client.view.signingAlgorithm)));
    return order.key->sign("JWT", claims.finished());
}

} // namespace authority
