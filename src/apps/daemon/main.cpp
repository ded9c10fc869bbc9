// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/daemon/authoritycommand.h"
#include "apps/daemon/complain.h"
#include "apps/daemon/tour.h"
#include "apps/desk/language.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QLoggingCategory>
#include <QTextStream>

#include <cstdlib>

namespace {

constexpr int exitUsage = 64; // sysexits.h: EX_USAGE

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
        "Latchkey without a screen.\n“latchkeyd authority --help” tells of its OpenID provider."));
    options.addHelpOption();
    options.addVersionOption();
    const QCommandLineOption tour(
        QStringLiteral("tour"),
        QCoreApplication::translate("latchkeyd",
                                    "Show what Latchkey does, step by step, and leave nothing."));
    options.addOption(tour);
    options.process(app);
    if (options.isSet(tour))
        return runTour();
    QTextStream(stderr) << QCoreApplication::translate(
        "latchkeyd",
        "The headless agent has no socket yet, so nobody could ask it for anything. Use "
        "“latchkeyd --tour” to see Latchkey at work, “latchkeyd authority serve” for its OpenID "
        "provider, or start latchkey-desktop.\n");
    return exitUsage;
}
