// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/daemon/onceserver.h"

#include "apps/daemon/headlessfaces.h"
#include "apps/daemon/stopsignals.h"
#include "apps/desk/desk.h"
#include "rpc/errors.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

namespace apps {

namespace {

//! Also before the event loop runs.
void quitSoon()
{
    QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
}

} // namespace

void answerOnce(const base::Error &error)
{
    const QByteArray line = rpc::errorAnswer({}, error).view().toByteArray() + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    std::fflush(stdout);
}

int serveOnce(const AgentOptions &options, base::Settings &settings)
{
    base::SystemClock clock;
    NoBrowser browser;
    LoggedNotifications notifications;
    const auto leave = [](const QString &) { quitSoon(); };
    auto opened = Desk::open({options.paths,
                              settings,
                              clock,
                              browser,
                              notifications,
                              {},
                              {Door::Kind::Once, {}},
                              QCoreApplication::applicationVersion(),
                              false,
                              leave});
    if (!opened) {
        base::Error error = opened.error();
        if (error.code == base::ErrorCode::Conflict)
            error = {base::ErrorCode::Conflict,
                     QCoreApplication::translate("latchkeyd",
                                                 "An agent is running; leave out --direct."),
                     {},
                     {}};
        answerOnce(error);
        return EXIT_FAILURE;
    }
    const std::unique_ptr<Desk> desk = *std::move(opened);
    const base::Subscription left = desk->doorLeft.subscribe([] { quitSoon(); });
    StopSignals signals;
    QObject::connect(&signals, &StopSignals::raised, qApp, &QCoreApplication::quit);
    int exitCode = EXIT_SUCCESS;
    const base::Subscription tried =
        desk->doorOpened.subscribe([&exitCode](const base::Result<> &door) {
            if (door)
                return;
            answerOnce(door.error());
            exitCode = EXIT_FAILURE;
            quitSoon();
        });
    QCoro::connect(desk->start(), qApp, [](const base::Result<> &) {});
    QCoreApplication::exec();
    // What was begun is finished: a token that was renewed is stored.
    [[maybe_unused]] const auto stopped = QCoro::waitFor(desk->stop());
    return exitCode;
}

} // namespace apps
