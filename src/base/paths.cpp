// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/paths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace base {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(base)
};

const QString ownFolder = QStringLiteral("/latchkey");

//! A profile's name as one folder name: nothing in it leads elsewhere.
QString folderNameOf(const QString &profile)
{
    QString name = profile.left(64);
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name[i];
        const bool plain = (c.isLetterOrNumber() && c.unicode() < 128) || c == QLatin1Char('-')
                           || c == QLatin1Char('_') || (c == QLatin1Char('.') && i > 0);
        if (!plain)
            name[i] = QLatin1Char('_');
    }
    return name;
}

//! The folder that an XDG variable names; the specification has relative ones ignored.
QString fromEnvironment(const char *variable)
{
    const QString folder = qEnvironmentVariable(variable);
    return QDir::isAbsolutePath(folder) ? QDir::cleanPath(folder) : QString();
}

Result<> createFolder(const QString &folder)
{
    const QFileInfo info(folder);
    if (info.isDir())
        return {};
    const QString parent = info.absolutePath();
    if (parent != folder)
        TRY_VOID(createFolder(parent));
    const auto onlyMine = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (!QDir().mkdir(folder, onlyMine) && !QFileInfo(folder).isDir()) {
        return fail(ErrorCode::Denied,
                    Tr::tr("The folder %1 cannot be created.").arg(folder),
                    Tr::tr("Check who owns the folder above it, and whether the disk is full."));
    }
    return {};
}

Result<> keepToOneself(const QString &folder)
{
    const auto onlyMine = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
#ifdef Q_OS_UNIX
    const bool owned = QFileInfo(folder).ownerId() == getuid();
#else
    const bool owned = true;
#endif
    if (!owned || !QFile::setPermissions(folder, onlyMine)) {
        return fail(ErrorCode::Denied,
                    Tr::tr("The folder %1 belongs to somebody else.").arg(folder),
                    Tr::tr("Remove it, or give it to yourself with chown."));
    }
    return {};
}

} // namespace

Paths Paths::ofUser(const QString &profile)
{
    using Standard = QStandardPaths;
    Paths paths;
    paths.config = Standard::writableLocation(Standard::GenericConfigLocation) + ownFolder;
    paths.data = Standard::writableLocation(Standard::GenericDataLocation) + ownFolder;
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    // Qt < 6.7 has no StateLocation, and its RuntimeLocation creates a folder when asked.
    const QString state = fromEnvironment("XDG_STATE_HOME");
    paths.state =
        (state.isEmpty() ? QDir::homePath() + QStringLiteral("/.local/state") : state) + ownFolder;
    const QString runtime = fromEnvironment("XDG_RUNTIME_DIR");
    paths.runtime = runtime.isEmpty() ? paths.state + QStringLiteral("/run") : runtime + ownFolder;
#else
    paths.state = paths.data + QStringLiteral("/state");
    paths.runtime = paths.data + QStringLiteral("/run");
#endif
    const QString chosen = profile.isEmpty() ? qEnvironmentVariable("LATCHKEY_PROFILE") : profile;
    if (!chosen.isEmpty()) {
        const QString subfolder = QLatin1Char('/') + folderNameOf(chosen);
        for (QString *folder : {&paths.config, &paths.data, &paths.state, &paths.runtime})
            *folder += subfolder;
    }
    return paths;
}

Paths Paths::below(const QString &folder)
{
    return {folder + QStringLiteral("/config"),
            folder + QStringLiteral("/data"),
            folder + QStringLiteral("/state"),
            folder + QStringLiteral("/runtime")};
}

Result<> Paths::create() const
{
    for (const QString &folder : {config, data, state, runtime}) {
        TRY_VOID(createFolder(folder));
        TRY_VOID(keepToOneself(folder));
    }
    return {};
}

} // namespace base
