// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/daemon/authorityserver.h"

#include "apps/daemon/complain.h"
#include "apps/daemon/headlessfaces.h"
#include "apps/daemon/stopsignals.h"
#include "apps/desk/authorityhost.h"
#include "apps/desk/desk.h"
#include "base/logging.h"
#include "core/settingspecs.h"

#include <QCoreApplication>
#include <QTextStream>

#include <cstdlib>

namespace apps {

int serveAuthority(const AuthorityHouse::Options &options, base::Settings &settings)
{
    const base::Paths paths = base::Paths::ofUser();
    if (const auto made = paths.create(); !made)
        return complain(made.error(), EXIT_FAILURE);
    base::LogOptions log;
    log.file = paths.logFile();
    log.level = settings.text(core::setting::logLevel);
    log.echo = base::LogEcho::StandardError;
    if (const auto started = base::startLogging(log); !started)
        return complain(started.error(), EXIT_FAILURE);

    base::SystemClock clock;
    NoBrowser browser;
    LoggedNotifications notifications;
    auto opened = Desk::open({paths, settings, clock, browser, notifications, options});
    if (!opened)
        return complain(opened.error(), EXIT_FAILURE);
    const std::unique_ptr<Desk> desk = *std::move(opened);

    StopSignals signals;
    int exitCode = EXIT_SUCCESS;
    const auto end = [&desk] {
        qCInfo(lcAgent) << "Asked to end: requests under way are answered first.";
        QCoro::connect(desk->stop(), qApp, [](const base::Result<> &) {
            qCInfo(lcAgent) << "Ended in order.";
            QCoreApplication::quit();
        });
    };
    QObject::connect(&signals, &StopSignals::raised, qApp, end, Qt::SingleShotConnection);
    QCoro::connect(desk->start(), qApp, [&](const base::Result<> &) {
        const core::AuthorityStatus status = desk->authority().status();
        if (status.state == core::AuthorityStatus::State::Failed) {
            exitCode = complain({base::ErrorCode::Unreachable, status.reason, status.remedy, {}},
                                EXIT_FAILURE);
            end();
            return;
        }
        QTextStream(stdout)
            << QCoreApplication::translate("apps", "The authority serves at %1").arg(status.issuer)
            << Qt::endl;
        if (status.state == core::AuthorityStatus::State::Locked)
            QTextStream(stderr) << status.reason << '\n' << status.remedy << Qt::endl;
    });
    QCoreApplication::exec();
    base::stopLogging();
    return exitCode;
}

} // namespace apps
