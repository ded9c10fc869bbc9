// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/peoplehouse.h"
#include "web/server.h"

#include <QCoreApplication>
#include <QTextStream>
#include <QTimer>

namespace {

//! Makes requests out of nothing, so that a browser can walk from each of them to its answer.
void addStage(PeopleHouse &house, web::Router &router)
{
    const auto begin = [&house](const web::Request &request, bool isDevice) {
        static int number = 0;
        const QString id =
            (isDevice ? QStringLiteral("d.%1") : QStringLiteral("r%1")).arg(++number);
        auto &waiting = house.request(id);
        waiting.scopes = {QStringLiteral("openid"),
                          QStringLiteral("profile"),
                          QStringLiteral("email"),
                          QStringLiteral("offline_access")};
        waiting.isSelfRegistered = request.rawQuery().indexOf(QByteArrayView("stranger")) >= 0;
        if (isDevice) {
            waiting.kind = authority::Interaction::Kind::Device;
            waiting.clientName = QStringLiteral("Television");
            house.interactions.deviceCodes.insert(QStringLiteral("WDJBMJHT"), id);
        }
        return waiting;
    };
    router.add(web::Method::Get,
               "/stage/authorize",
               [&house, begin](web::Request request) -> QCoro::Task<web::Response> {
                   const authority::Interaction interaction = begin(request, false);
                   return house.door->present(interaction, std::move(request));
               });
    router.add(web::Method::Get, "/stage/device", [begin](const web::Request &request) {
        static_cast<void>(begin(request, true));
        return web::Response::redirect("/device?user_code=WDJB-MJHT");
    });
    // The person at the desktop: "ask" puts somebody there, "yes" and "no" are answers.
    router.add(web::Method::Get, "/stage/desk/{word}", [&house](const web::Request &request) {
        const QString word = request.pathParameter("word");
        house.door->approvals().setApprover(word != QLatin1String("leave"));
        const auto waiting = house.door->approvals().waiting();
        for (const core::ApprovalQuestion &question :
             waiting ? *waiting : QList<core::ApprovalQuestion>()) {
            if (word == QLatin1String("yes") || word == QLatin1String("no")) {
                static_cast<void>(
                    house.door->answerApproval(question.id, word == QLatin1String("yes"), false));
            }
        }
        return web::Response::text(word);
    });
    router.add(web::Method::Get, "/stage/trouble", [&house](const web::Request &request) {
        return house.door->trouble(
            request,
            400,
            QStringLiteral("The application asks to be sent to an address that it "
                           "has not registered."));
    });
}

} // namespace

//! The authority's pages on a free port, with invented requests and an invented desktop: for a real
//! browser to walk through, and for looking at.
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    PeopleHouse house;
    house.clock.setNow(QDateTime::currentDateTimeUtc());
    if (!house.door->seed(QStringLiteral("ada"), QStringLiteral("Ada Lovelace")))
        return 1;
    house.person("grace");
    house.person("root", {authority::adminRole});
    addStage(house, house.router);
    QTimer ticking;
    QObject::connect(&ticking, &QTimer::timeout, &app, [&] {
        house.clock.setNow(QDateTime::currentDateTimeUtc());
    });
    ticking.start(200);
    web::Server server({}, {}, house.router, house.clock, house.metrics);
    const auto port = server.start(QHostAddress(QHostAddress::LocalHost), 0);
    if (!port)
        return 1;
    QTextStream(stdout) << "http://127.0.0.1:" << *port << Qt::endl;
    return QCoreApplication::exec();
}
