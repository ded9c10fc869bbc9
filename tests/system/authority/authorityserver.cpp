// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/protocolhouse.h"
#include "web/server.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTimer>

#include <cstdio>
#include <unistd.h>

namespace {

quint16 freePort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost, 0) ? probe.serverPort() : quint16(0);
}

//! A confidential client for each way of proving itself, for flows that need no browser.
void addClients(ProtocolHouse &house, QJsonObject &ready)
{
    for (const char *method : {"client_secret_basic", "client_secret_post"}) {
        auto client = ProtocolHouse::webClient(QString::fromLatin1(method));
        client.authMethod = QString::fromLatin1(method);
        client.grants += QStringLiteral("client_credentials");
        const QByteArray secret = house.add(client);
        ready.insert(client.id, QString::fromLatin1(secret));
    }
    house.add(ProtocolHouse::webClient(QStringLiteral("public")));
}

//! What a person does at the device page.
void addDeviceAnswer(ProtocolHouse &house)
{
    house.router.add(web::Method::Post, "/test/device", [&house](const web::Request &request) {
        const auto query = request.query();
        if (!query)
            return web::Response::error(query.error());
        const auto device = house.protocol->findDevice(query->text("user_code"));
        if (!device)
            return web::Response::error(device.error());
        const bool allows = query->view("answer") == "yes";
        const auto done =
            allows ? house.protocol->allow(device->id, house.people.subject, device->scopes)
                   : house.protocol->deny(device->id, QStringLiteral("access_denied"));
        return done ? web::Response::empty() : web::Response::error(done.error());
    });
    house.router.add(web::Method::Post, "/test/clock", [&house](const web::Request &request) {
        const auto query = request.query();
        if (!query)
            return web::Response::error(query.error());
        house.clock.advance(std::chrono::seconds(query->text("seconds").toInt()));
        return web::Response::empty();
    });
    house.router.add(web::Method::Post, "/test/keys", [&house](const web::Request &) {
        const auto turned = QCoro::waitFor(house.keys.rollOver());
        return turned ? web::Response::empty() : web::Response::error(turned.error());
    });
    house.router.add(web::Method::Post, "/test/person", [&house](const web::Request &request) {
        const auto query = request.query();
        if (!query)
            return web::Response::error(query.error());
        house.people.answer =
            query->view("answer") == "no" ? FakePeople::Answer::Deny : FakePeople::Answer::Allow;
        return web::Response::empty();
    });
}

} // namespace

//! authorityserver: the protocol half of the authority behind a real web::Server on 127.0.0.1, with
//! one person, Ada, who says yes. Prints {"issuer": …, and the secrets of its clients} on its first
//! line and ends with its standard input. With --needs-dpop-nonce proofs need a nonce of it. The
//! clock stands still but for /test/clock, so that no test waits.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const quint16 port = freePort();
    const QString issuer = QStringLiteral("http://127.0.0.1:%1").arg(port);
    const bool needsNonce = app.arguments().contains(QStringLiteral("--needs-dpop-nonce"));
    ProtocolHouse house({}, QString(), issuer, {}, [needsNonce](auto &settings) {
        settings.needsDpopNonce = needsNonce;
    });
    house.clock.setNow(QDateTime::currentDateTimeUtc());
    house.people.answer = FakePeople::Answer::Allow;
    house.people.subject.authTime = house.clock.now();
    QJsonObject ready{{QStringLiteral("issuer"), issuer}};
    addClients(house, ready);
    addDeviceAnswer(house);
    base::SystemClock clock;
    web::Server server(web::Site(), web::Limits(), house.router, clock, house.metrics);
    const auto started = server.start(QHostAddress(QHostAddress::LocalHost), port);
    if (!started) {
        std::fprintf(stderr, "%s\n", qPrintable(started.error().message));
        return 1;
    }
    std::printf("%s\n", QJsonDocument(ready).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &app, [] {
        char byte = 0;
        if (::read(STDIN_FILENO, &byte, 1) <= 0)
            QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}
