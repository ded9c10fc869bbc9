// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/consent/consentdoubt.h"

#include "agent/words.h"

#include <QDir>
#include <QLocale>

namespace agent {

namespace {

//! A folder in which anything that is downloaded, unpacked or made for the moment ends up.
bool isForPassingFiles(const QString &path)
{
    const QString home = QDir::homePath();
    for (const QString &folder : {QStringLiteral("/tmp/"),
                                  QStringLiteral("/var/tmp/"),
                                  QStringLiteral("/dev/shm/"),
                                  QStringLiteral("/run/user/"),
                                  home + QStringLiteral("/.cache/"),
                                  home + QStringLiteral("/Downloads/"),
                                  home + QStringLiteral("/.local/share/Trash/")}) {
        if (path.startsWith(folder))
            return true;
    }
    return false;
}

QString whatChanged(const core::Program &program, const core::KeptApproval &kept)
{
    const QString day =
        QLocale().toString(kept.approval.since.toLocalTime().date(), QLocale::ShortFormat);
    if (program.script.isEmpty())
        return Words::tr("The program has changed since you allowed it on %1.").arg(day);
    if (program.scriptHash != kept.scriptHash)
        return Words::tr("The script has changed since you allowed it on %1.").arg(day);
    return Words::tr("The interpreter of the script has changed since you allowed it on %1.")
        .arg(day);
}

} // namespace

ConsentDoubt doubtAbout(const core::Program &program,
                        const ApprovalBook::Finding &before,
                        const QDateTime &now)
{
    QStringList why;
    if (before.what == ApprovalBook::Finding::What::Changed)
        why += whatChanged(program, before.kept);
    if (program.executable.isEmpty())
        why += Words::tr("The system does not tell which program it is.");
    else if (program.isOpaque && program.through.isEmpty()
             && program.name == QLatin1String("latchkey"))
        why += Words::tr("It was started by nobody who is still there.");
    else if (program.isOpaque)
        why += Words::tr("It only does what it is told, and nobody can tell by whom.");
    else if (!program.isAtPath)
        why += Words::tr("Its file has been replaced or moved since it was started.");
    if (program.backing == core::Backing::ChangedPackage)
        why += Words::tr("Its file is not as its package brought it.");
    const QString file = program.script.isEmpty() ? program.executable : program.script;
    if (program.backing != core::Backing::Package && isForPassingFiles(file)
        && program.fileChanged.isValid() && program.fileChanged.daysTo(now) < 1)
        why += Words::tr("Its file is new, in a folder where files come and go.");

    ConsentDoubt doubt;
    doubt.why = why.join(QLatin1Char(' '));
    doubt.isDoubtful =
        program.backing != core::Backing::Package || program.isOpaque || !program.isAtPath;
    return doubt;
}

} // namespace agent
