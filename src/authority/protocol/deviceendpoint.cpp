// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/deviceendpoint.h"

#include "authority/protocol/authorizationask.h"
#include "authority/protocol/turns.h"

namespace authority {

namespace {

Answer<QJsonObject> codesFor(const web::Request &request,
                             ProtocolParts &parts,
                             ClientGate &gate,
                             Turns &turns)
{
    TRY(const web::Parameters form, ClientGate::formOf(request));
    TRY(const ClientPointer client, gate.admit(request, form, "/oauth/device"));
    if (!client->mayUse(QStringLiteral("urn:ietf:params:oauth:grant-type:device_code")))
        return refuse("unauthorized_client", "The client is not registered for the device grant.");
    TRY_VOID(turns.take(ClientGate::bucketOf(*client, request), parts.settings.perClient));
    const QString asked = form.contains("scope") ? form.text("scope") : QStringLiteral("openid");
    TRY(const QStringList scopes, allowedScopes(asked, *client));
    TRY(const QStringList resources, allowedResources(form.texts("resource"), *client));
    TRY(const DeviceTable::Codes codes,
        ours(parts.devices.add(client->view.id, scopes, resources)));
    const QString page = parts.settings.issuer + QStringLiteral("/device");
    return QJsonObject{{QStringLiteral("device_code"), QString::fromLatin1(codes.deviceCode)},
                       {QStringLiteral("user_code"), codes.userCode},
                       {QStringLiteral("verification_uri"), page},
                       {QStringLiteral("verification_uri_complete"),
                        page + QStringLiteral("?user_code=") + codes.userCode},
                       {QStringLiteral("expires_in"), qint64(parts.settings.deviceLife.count())},
                       {QStringLiteral("interval"), qint64(parts.settings.devicePeriod.count())}};
}

} // namespace

web::Response deviceAuthorization(const web::Request &request,
                                  ProtocolParts &parts,
                                  ClientGate &gate)
{
    Turns turns(parts.needs.throttle);
    const auto codes = codesFor(request, parts, gate, turns);
    auto response = codes ? web::Response::json(*codes) : toResponse(codes.error());
    response.set("Cache-Control", "no-store");
    turns.tell(response);
    return response;
}

} // namespace authority
