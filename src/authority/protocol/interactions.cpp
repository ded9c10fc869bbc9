// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/authorizeendpoint.h"
#include "authority/protocol/grammar.h"
#include "authority/protocol/redirecturi.h"
#include "authority/words.h"
#include "base/faultpoint.h"

#include <QDateTime>

namespace authority {

namespace {

//! Marks the ids of devices: both kinds of request go through one set of pages.
const QString devicePrefix = QStringLiteral("d.");

Grant grantOf(const Subject &subject, const QString &clientId)
{
    Grant grant;
    grant.clientId = clientId;
    grant.userId = subject.userId;
    grant.session = subject.session;
    grant.authAt = subject.authTime.toMSecsSinceEpoch();
    grant.amr = subject.amr;
    return grant;
}

//! What the person agreed to, in the order of the request, and never more than that.
QStringList agreed(const QStringList &asked, const QStringList &given)
{
    QStringList scopes;
    for (const QString &scope : asked) {
        if (given.contains(scope))
            scopes += scope;
    }
    return scopes;
}

} // namespace

base::Result<Interaction> AuthorizeEndpoint::interactionOf(const RequestTable::Waiting &waiting)
{
    TRY(const ClientPointer client, m_parts.clients.find(waiting.ask.clientId));
    Interaction interaction;
    interaction.id = waiting.id;
    interaction.clientId = client->view.id;
    interaction.clientName = client->view.name;
    interaction.isFirstParty = client->view.isFirstParty;
    interaction.isSelfRegistered = client->isSelfRegistered();
    interaction.scopes = waiting.ask.scopes;
    interaction.resources = waiting.ask.resources;
    interaction.returnsTo = hostOfRedirect(waiting.ask.redirectUri);
    interaction.formTarget = formTargetOf(waiting.ask.redirectUri);
    interaction.prompt = waiting.ask.prompt;
    interaction.maxAge = waiting.ask.maxAge;
    interaction.loginHint = waiting.ask.loginHint;
    interaction.locales = waiting.ask.locales;
    interaction.hintedUser = userIn(waiting.ask.idTokenHint).value_or(QString());
    interaction.expiresAt = waiting.expiresAt;
    interaction.createdAt = waiting.createdAt;
    // RFC 8252 8.6: whoever listens on this computer could say that it is this client.
    interaction.isImpersonable =
        client->isPublic() && !waiting.ask.redirectUri.startsWith(QLatin1String("https:"));
    return interaction;
}

base::Result<Interaction> AuthorizeEndpoint::interactionOf(const DeviceTable::Device &device)
{
    TRY(const ClientPointer client, m_parts.clients.find(device.clientId));
    Interaction interaction;
    interaction.id = devicePrefix + device.hash;
    interaction.kind = Interaction::Kind::Device;
    interaction.clientId = client->view.id;
    interaction.clientName = client->view.name;
    interaction.isFirstParty = client->view.isFirstParty;
    interaction.isSelfRegistered = client->isSelfRegistered();
    interaction.scopes = device.scopes;
    interaction.resources = device.resources;
    interaction.expiresAt = device.expiresAt;
    return interaction;
}

base::Result<Interaction> AuthorizeEndpoint::find(const QString &id)
{
    if (id.startsWith(devicePrefix)) {
        TRY(const DeviceTable::Device device, m_parts.devices.find(id.mid(devicePrefix.size())));
        return interactionOf(device);
    }
    TRY(const RequestTable::Waiting waiting, m_parts.requests.find(id));
    return interactionOf(waiting);
}

base::Result<Interaction> AuthorizeEndpoint::findDevice(const QString &userCode)
{
    TRY(const DeviceTable::Device device, m_parts.devices.findByUserCode(userCode));
    return interactionOf(device);
}

base::Result<WayBack> AuthorizeEndpoint::allow(const QString &id,
                                               const Subject &subject,
                                               const QStringList &scopes)
{
    if (id.startsWith(devicePrefix))
        return allowDevice(id.mid(devicePrefix.size()), subject, scopes);
    return allowCode(id, subject, scopes);
}

base::Result<WayBack> AuthorizeEndpoint::allowCode(const QString &id,
                                                   const Subject &subject,
                                                   const QStringList &scopes)
{
    TRY(const RequestTable::Waiting waiting, m_parts.requests.find(id));
    const AuthorizationAsk &ask = waiting.ask;
    Grant grant = grantOf(subject, ask.clientId);
    grant.scopes = agreed(ask.scopes, scopes);
    grant.resources = ask.resources;
    grant.nonce = ask.nonce;
    grant.thumbprint = ask.thumbprint;
    QByteArray code;
    TRY_VOID(m_parts.needs.database.transaction([&]() -> base::Result<> {
        TRY_VOID(m_parts.requests.answer(id, QStringLiteral("allowed"), subject.userId));
        base::faultPoint("authority.request_allowed");
        TRY(const Grant written, m_parts.grants.add(grant));
        TRY(code, m_parts.grants.addCode(written, ask.redirectUri, ask.challenge));
        base::faultPoint("authority.code_given");
        return {};
    }));
    const ReturnTo to{ask.redirectUri, ask.state, ask.mode};
    return wayBack(to, {{"code", code}}, m_parts.settings.issuer);
}

base::Result<WayBack> AuthorizeEndpoint::allowDevice(const QString &hash,
                                                     const Subject &subject,
                                                     const QStringList &scopes)
{
    TRY(const DeviceTable::Device device, m_parts.devices.find(hash));
    Grant grant = grantOf(subject, device.clientId);
    grant.scopes = agreed(device.scopes, scopes);
    grant.resources = device.resources;
    TRY_VOID(m_parts.needs.database.transaction([&]() -> base::Result<> {
        TRY(const Grant written, m_parts.grants.add(grant));
        base::faultPoint("authority.device_granted");
        return m_parts.devices.answer(hash, written.id);
    }));
    return WayBack();
}

base::Result<WayBack> AuthorizeEndpoint::deny(const QString &id, const QString &error)
{
    if (id.startsWith(devicePrefix)) {
        TRY_VOID(m_parts.devices.answer(id.mid(devicePrefix.size()), {}));
        return WayBack();
    }
    TRY(const RequestTable::Waiting waiting, m_parts.requests.find(id));
    TRY_VOID(m_parts.requests.answer(id, QStringLiteral("denied"), {}));
    const AuthorizationAsk &ask = waiting.ask;
    const ReturnTo to{ask.redirectUri, ask.state, ask.mode};
    return wayBack(to, {{"error", error.toLatin1()}}, m_parts.settings.issuer);
}

base::Result<> AuthorizeEndpoint::revokeGrants(const QString &userId,
                                               const QString &session,
                                               const QString &why)
{
    if (userId.isEmpty() && session.isEmpty())
        return base::fail(base::ErrorCode::InvalidInput, Words::tr("Nobody is named."));
    TRY_VOID(m_parts.grants.revokeOfUser(userId, session, why));
    return {};
}

} // namespace authority
