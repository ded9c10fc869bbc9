// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/tokenwriter.h"

#include "authority/protocol/grammar.h"
#include "crypto/random.h"

#include <QDateTime>

namespace authority {

namespace {

//! A JSON object written from front to back: this is done for every token.
class Claims
{
public:
    Claims() { m_json.reserve(768); }

    void add(QByteArrayView name, const QString &value)
    {
        begin(name);
        quoted(value);
    }
    void add(QByteArrayView name, qint64 value)
    {
        begin(name);
        m_json += QByteArray::number(value);
    }
    void add(QByteArrayView name, const QStringList &values)
    {
        begin(name);
        m_json += '[';
        for (qsizetype i = 0; i < values.size(); ++i) {
            if (i > 0)
                m_json += ',';
            quoted(values.at(i));
        }
        m_json += ']';
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
        m_json += "{\"jkt\":";
        quoted(thumbprint);
        m_json += '}';
    }
    [[nodiscard]] QByteArray finished()
    {
        m_json += '}';
        return std::move(m_json);
    }

private:
    void begin(QByteArrayView name)
    {
        m_json += m_json.isEmpty() ? "{\"" : ",\"";
        m_json += name;
        m_json += "\":";
    }
    void quoted(const QString &text)
    {
        static constexpr char hex[] = "0123456789abcdef";
        m_json += '"';
        const QByteArray bytes = text.toUtf8();
        for (const char byte : bytes) {
            const auto value = static_cast<unsigned char>(byte);
            if (byte == '"' || byte == '\\') {
                m_json += '\\';
                m_json += byte;
            } else if (value < 0x20) {
                m_json += "\\u00";
                m_json += hex[value >> 4U];
                m_json += hex[value & 0xFU];
            } else {
                m_json += byte;
            }
        }
        m_json += '"';
    }

    QByteArray m_json;
};

} // namespace

TokenWriter::TokenWriter(KeyRing &keys, const base::Clock &clock, const ProtocolSettings &settings)
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

base::Result<QByteArray> TokenWriter::access(const ClientRecord &client, const AccessToken &token)
{
    const qint64 now = m_clock.now().toSecsSinceEpoch();
    Claims claims;
    claims.add("iss", m_settings.issuer);
    claims.add("sub", token.subject);
    claims.addAudience(audience(client, token));
    claims.add("client_id", client.view.id);
    claims.add("iat", now);
    claims.add("exp", now + m_settings.accessLife.count());
    claims.add("jti", QString::fromLatin1(crypto::randomToken(16)));
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
    return m_keys.sign(client.view.signingAlgorithm, "at+jwt", claims.finished());
}

base::Result<QByteArray> TokenWriter::id(const ClientRecord &client,
                                         const Grant &grant,
                                         QByteArrayView accessToken,
                                         const QString &nonce)
{
    const qint64 now = m_clock.now().toSecsSinceEpoch();
    const QString algorithm = client.view.signingAlgorithm;
    Claims claims;
    claims.add("iss", m_settings.issuer);
    claims.add("sub", grant.userId);
    claims.add("aud", client.view.id);
    claims.add("azp", client.view.id);
    claims.add("iat", now);
    claims.add("exp", now + m_settings.idTokenLife.count());
    claims.add("auth_time", grant.authAt / 1000);
    if (!nonce.isEmpty())
        claims.add("nonce", nonce);
    if (!grant.amr.isEmpty())
        claims.add("amr", grant.amr);
    if (!grant.session.isEmpty())
        claims.add("sid", grant.session);
    claims.add("at_hash", QString::fromLatin1(halfHash(accessToken, algorithm)));
    return m_keys.sign(algorithm, "JWT", claims.finished());
}

} // namespace authority
