// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/daemon/agentoptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

namespace apps {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(latchkeyd)
};

const QString profile = QStringLiteral("profile");
const QString socket = QStringLiteral("socket");
const QString foreground = QStringLiteral("foreground");
const QString logFile = QStringLiteral("log-file");
const QString logTo = QStringLiteral("log");

} // namespace

void AgentOptions::addTo(QCommandLineParser &line)
{
    line.addOptions({
        {foreground, Words::tr("Log to standard error as well as to the file.")},
        {logFile, Words::tr("Log to this file instead of latchkey.log."), QStringLiteral("file")},
        {logTo,
         Words::tr(
             "“file”, or “stderr”: to standard error only, for a service manager that keeps it."),
         QStringLiteral("where"),
         QStringLiteral("file")},
        {profile,
         Words::tr("Accounts, settings and socket of this profile (LATCHKEY_PROFILE)."),
         QStringLiteral("name")},
        {socket,
         Words::tr("Listen at this path instead of agent.sock in the runtime folder."),
         QStringLiteral("path")},
    });
}

base::Result<AgentOptions> AgentOptions::from(const QCommandLineParser &line)
{
    AgentOptions options;
    options.paths = base::Paths::ofUser(line.value(profile));
    // Programs that we start, and what the settings read, belong to the same profile.
    if (line.isSet(profile))
        qputenv("LATCHKEY_PROFILE", line.value(profile).toUtf8());
    if (line.isSet(socket))
        options.paths.socket = QFileInfo(line.value(socket)).absoluteFilePath();
    options.isByHand = line.isSet(foreground);
    const QString where = line.value(logTo);
    if (where != u"file" && where != u"stderr")
        return base::fail(base::ErrorCode::InvalidInput,
                          Words::tr("--log is “file” or “stderr”, not “%1”.").arg(where),
                          Words::tr("“latchkeyd --help” lists the options."));
    if (where == u"file")
        options.log.file = line.isSet(logFile) ? QFileInfo(line.value(logFile)).absoluteFilePath()
                                               : options.paths.logFile();
    if (where == u"stderr" || options.isByHand)
        options.log.echo = base::LogEcho::StandardError;
    return options;
}

} // namespace apps
