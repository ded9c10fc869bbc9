// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk/desk.h"
#include "apps/desk/language.h"
#include "apps/desktop/handover.h"
#include "apps/desktop/trayprogram.h"
#include "base/closedmemory.h"
#include "base/logging.h"
#include "base/standardfiles.h"
#include "core/settingspecs.h"
#include "tray/singleinstance.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QMessageBox>
#include <QTextStream>

namespace {

constexpr int exitFailure = 1;
constexpr int exitConfig = 78; // sysexits.h: EX_CONFIG
constexpr int mostTurns = 5;

//! Another Latchkey is the agent just now.
bool isTaken(const base::Result<> &opened)
{
    return !opened && opened.error().code == base::ErrorCode::Conflict;
}

int complain(const base::Error &error, int exitCode)
{
    QTextStream(stderr) << error.message << '\n';
    if (!error.remedy.isEmpty())
        QTextStream(stderr) << error.remedy << '\n';
    // Started from a menu there is no terminal to read.
    if (QGuiApplication::platformName() != QLatin1String("offscreen")) {
        QMessageBox box(
            QMessageBox::Critical, QStringLiteral("Latchkey"), error.message, QMessageBox::Close);
        box.setInformativeText(error.remedy);
        box.exec();
    }
    return exitCode;
}

} // namespace

int main(int argc, char *argv[])
{
    base::holdStandardFiles();
    base::closeMemory();
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("latchkey"));
    QApplication::setApplicationDisplayName(QStringLiteral("Latchkey"));
    QApplication::setApplicationVersion(QStringLiteral(LATCHKEY_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("latchkey"));
    QApplication::setQuitOnLastWindowClosed(false);

    base::Paths paths = base::Paths::ofUser();
    base::Settings settings(core::settingSpecs(), base::Settings::sourcesOf(paths));
    const auto loaded = settings.load();
    apps::Language language;
    language.speak(settings.text(core::setting::language));

    QCommandLineParser options;
    options.setApplicationDescription(
        QCoreApplication::translate("main", "Latchkey keeps your keys, in the tray."));
    options.addHelpOption();
    options.addVersionOption();
    const QCommandLineOption background(
        QStringLiteral("background"),
        QCoreApplication::translate("main", "Start in the tray, without the window."));
    const QCommandLineOption add(QStringLiteral("add"),
                                 QCoreApplication::translate("main", "Open “Add account”."));
    const QCommandLineOption selfTest(
        QStringLiteral("self-test"),
        QCoreApplication::translate("main", "Load everything, show nothing lasting, and end."));
    options.addOptions({background, add, selfTest});
    options.process(app);

    if (!loaded)
        return complain(loaded.error(), exitConfig);
    if (const auto made = paths.create(); !made)
        return complain(made.error(), exitFailure);
    tray::SingleInstance instance(paths.runtime);
    const auto role =
        instance.claim(options.isSet(add) ? QStringLiteral("add") : QStringLiteral("raise"));
    if (!role)
        return complain(role.error(), exitFailure);
    if (*role == tray::SingleInstance::Role::Second)
        return 0;

    base::LogOptions log;
    log.file = paths.logFile();
    log.level = settings.text(core::setting::logLevel);
    if (const auto started = base::startLogging(log); !started)
        return complain(started.error(), exitFailure);

    apps::TrayProgram program(
        {paths, settings, language, instance, QApplication::applicationVersion()});
    base::Result<> opened = program.open();
    // Somebody may start another one in the moment between.
    for (int turn = 0; turn < mostTurns && isTaken(opened); ++turn) {
        base::SystemClock clock;
        opened = QCoro::waitFor(apps::takeOver(paths, clock));
        if (opened)
            opened = program.open();
    }
    if (!opened) {
        base::stopLogging();
        return complain(opened.error(), exitFailure);
    }
    apps::TrayProgram::Start start = apps::TrayProgram::Start::Window;
    if (options.isSet(background))
        start = apps::TrayProgram::Start::Background;
    else if (options.isSet(add))
        start = apps::TrayProgram::Start::AddAccount;
    else if (options.isSet(selfTest))
        start = apps::TrayProgram::Start::SelfTest;
    program.start(start);
    const int exitCode = QApplication::exec();
    base::stopLogging();
    return exitCode;
}
