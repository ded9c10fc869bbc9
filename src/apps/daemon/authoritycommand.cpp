// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/daemon/authoritycommand.h"

#include "apps/daemon/authorityserver.h"
#include "apps/daemon/authorityverbs.h"
#include "apps/daemon/complain.h"
#include "apps/desk/publicurl.h"
#include "apps/desk/trustedproxies.h"
#include "core/settingspecs.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

#include <cstdlib>

namespace apps {

namespace {

constexpr int exitUsage = 64; // sysexits.h: EX_USAGE
constexpr int exitConfig = 78; // EX_CONFIG

QString tr(const char *text)
{
    return QCoreApplication::translate("apps", text);
}

base::Result<std::shared_ptr<base::Secret>> secretIn(const QString &file)
{
    if (file.isEmpty())
        return std::make_shared<base::Secret>();
    QFile read(file);
    if (!read.open(QIODevice::ReadOnly))
        return base::fail(base::ErrorCode::NotFound,
                          tr("%1 cannot be read.").arg(file),
                          tr("Check the path and who may read it."));
    QByteArray bytes = read.readAll();
    while (bytes.endsWith('\n') || bytes.endsWith('\r'))
        bytes.chop(1);
    return std::make_shared<base::Secret>(base::Secret::take(std::move(bytes)));
}

base::Result<AuthorityHouse::Options> optionsFrom(const QCommandLineParser &line)
{
    AuthorityHouse::Options options;
    options.databaseUrl = line.value(QStringLiteral("database"));
    TRY(options.databasePassword, secretIn(line.value(QStringLiteral("database-password-file"))));
    options.breachedFile = line.value(QStringLiteral("breached-passwords"));
    TRY(options.publicUrl, publicUrlFrom(line.value(QStringLiteral("public-url"))));
    const QString listen = line.value(QStringLiteral("listen"));
    if (!listen.isEmpty() && !options.address.setAddress(listen))
        return base::fail(base::ErrorCode::InvalidInput,
                          tr("“%1” is no IP address.").arg(listen),
                          tr("Give one of this machine, such as 127.0.0.1"));
    TRY(options.trustedProxies,
        apps::trustedProxiesFrom(line.values(QStringLiteral("trusted-proxy"))));
    return options;
}

void addOptions(QCommandLineParser &line)
{
    const auto add = [&line](const char *name, const QString &what, const char *value) {
        line.addOption(
            QCommandLineOption(QString::fromLatin1(name), what, QString::fromLatin1(value)));
    };
    add("port", tr("Port to listen on (setting authority.port)."), "number");
    add("listen", tr("Address to listen on; 127.0.0.1 unless given."), "address");
    add("public-url", tr("How clients reach it through a reverse proxy."), "url");
    add("trusted-proxy",
        tr("Whose X-Forwarded-* headers are believed; may be repeated."),
        "network");
    add("database", tr("PostgreSQL for several instances: postgresql://user@host/name"), "url");
    add("database-password-file", tr("A file with the database’s password."), "file");
    add("breached-passwords", tr("A sorted list of SHA-1 hashes that are refused."), "file");
    addVerbOptions(line);
}

} // namespace

int authorityCommand(const QStringList &arguments)
{
    QCommandLineParser line;
    line.setApplicationDescription(
        tr("The authority, Latchkey’s own OpenID provider, without a screen.")
        + QStringLiteral("\n\n") + aboutVerbs());
    line.addHelpOption();
    line.addPositionalArgument(QStringLiteral("verb"), tr("What to do."));
    addOptions(line);
    line.process(QStringList{QStringLiteral("latchkeyd authority")} + arguments);

    const QStringList words = line.positionalArguments();
    if (words.isEmpty())
        line.showHelp(exitUsage);
    base::Settings::Sources sources = base::Settings::sourcesOf(base::Paths::ofUser());
    sources.commandLine.insert(core::setting::authorityEnabled, QStringLiteral("true"));
    if (line.isSet(QStringLiteral("port")))
        sources.commandLine.insert(core::setting::authorityPort,
                                   line.value(QStringLiteral("port")));
    base::Settings settings(core::settingSpecs(), sources);
    if (const auto loaded = settings.load(); !loaded)
        return complain(loaded.error(), exitConfig);
    auto options = optionsFrom(line);
    if (!options)
        return complain(options.error(), exitUsage);
    options->isOnDesktop = false;
    if (words.constFirst() == u"serve")
        return serveAuthority(*options, settings);
    const AuthorityVerb verb{words.constFirst(), words.mid(1), line};
    const auto done = runAuthorityVerb(verb, *options, settings);
    if (!done)
        return complain(done.error(),
                        done.error().code == base::ErrorCode::InvalidInput ? exitUsage
                                                                           : EXIT_FAILURE);
    return EXIT_SUCCESS;
}

} // namespace apps
