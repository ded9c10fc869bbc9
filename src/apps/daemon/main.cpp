// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/daemon/agentserver.h"
#include "apps/daemon/authoritycommand.h"
#include "apps/daemon/complain.h"
#include "apps/daemon/onceserver.h"
#include "apps/daemon/tour.h"
#include "apps/desk/language.h"
#include "base/closedmemory.h"
#include "base/standardfiles.h"
#include "core/settingspecs.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QLoggingCategory>
#include <QTextStream>

#include <cstdlib>

namespace {

constexpr int exitUsage = 64; // sysexits.h: EX_USAGE
constexpr int exitConfig = 78; // EX_CONFIG

//! What the agent needs before it is one: settings, folders, a log. Who asks by --once hears of it
//! in the words of the protocol.
int runAgent(apps::AgentOptions options, apps::Language &language, bool once)
{
    const auto fail = [once](const base::Error &error, int exitCode) {
        if (once)
            apps::answerOnce(error);
        return apps::complain(error, exitCode);
    };
    apps::ServiceNotice notice;
    base::Settings settings(core::settingSpecs(), base::Settings::sourcesOf(options.paths));
    if (const auto loaded = settings.load(); !loaded)
        return fail(loaded.error(), exitConfig);
    language.speak(settings.text(core::setting::language));
    if (const auto made = options.paths.create(); !made)
        return fail(made.error(), EXIT_FAILURE);
    options.log.level = settings.text(core::setting::logLevel);
    if (once) // standard error is the person's terminal
        options.log.echo = base::LogEcho::None;
    if (const auto started = base::startLogging(options.log); !started)
        return fail(started.error(), EXIT_FAILURE);
    int exitCode = EXIT_SUCCESS;
    if (once) {
        exitCode = apps::serveOnce(options, settings);
    } else {
        apps::AgentServer server(std::move(options), settings, notice);
        exitCode = server.run();
    }
    base::stopLogging();
    return exitCode;
}

int runTour()
{
    // The steps are what one wants to read here.
    QLoggingCategory::setFilterRules(
        QStringLiteral("latchkey.*.debug=false\nlatchkey.*.info=false"));
    const auto walked = QCoro::waitFor(apps::tour());
    if (!walked)
        return apps::complain(walked.error(), EXIT_FAILURE);
    QTextStream(stdout) << QCoreApplication::translate(
        "tour",
        "\nAll of it works here. With a display, start latchkey-desktop: it lives in the tray.\n");
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    base::holdStandardFiles();
    base::closeMemory();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("latchkeyd"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LATCHKEY_VERSION));

    apps::Language language;
    language.speak(QStringLiteral("system"));
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"authority")
        return apps::authorityCommand(arguments.mid(2));

    QCommandLineParser options;
    options.setApplicationDescription(QCoreApplication::translate(
        "latchkeyd",
        "Latchkey’s agent without a screen: keeps tokens fresh and gives them to your programs, "
        "over a socket that is yours alone. It runs until it gets SIGTERM; SIGHUP makes it read "
        "the configuration again. “latchkey” starts it when it is needed; “latchkey daemon "
        "status” tells how it does.\n"
        "“latchkeyd authority --help” tells of its OpenID provider."));
    options.addHelpOption();
    options.addVersionOption();
    const QCommandLineOption tour(
        QStringLiteral("tour"),
        QCoreApplication::translate("latchkeyd",
                                    "Show what Latchkey does, step by step, and leave nothing."));
    options.addOption(tour);
    const QCommandLineOption once(
        QStringLiteral("once"),
        QCoreApplication::translate(
            "latchkeyd",
            "Serve one connection on standard input and output, and end (latchkey --direct)."));
    options.addOption(once);
    apps::AgentOptions::addTo(options);
    options.process(app);
    if (!options.positionalArguments().isEmpty())
        options.showHelp(exitUsage);
    if (options.isSet(tour))
        return runTour();
    auto agent = apps::AgentOptions::from(options);
    if (!agent)
        return apps::complain(agent.error(), exitUsage);
    return runAgent(*std::move(agent), language, options.isSet(once));
}
