// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/programs/programlook.h"

#include "agent/programs/commandline.h"
#include "agent/words.h"

#include <QFileInfo>

#include <algorithm>

namespace agent {

using base::ErrorCode;
using Runs = InterpreterCommand::Runs;

namespace {

constexpr int mostParents = 32;

InterpreterCommand commandOf(const Process &process, const QString &executable)
{
    InterpreterCommand command = readCommandLine(executable, process.arguments());
    if (command.runs == Runs::Nothing && !process.readsTerminal())
        command.runs = Runs::Inline; // its code comes through a pipe
    return command;
}

//! For root itself the owner of a file says nothing, so it has to be in its place as well.
bool isInSystemFolder(const QString &executable)
{
    static const QStringList folders = {QStringLiteral("/usr/"),
                                        QStringLiteral("/bin/"),
                                        QStringLiteral("/sbin/"),
                                        QStringLiteral("/nix/store/"),
                                        QStringLiteral("/gnu/store/"),
                                        QStringLiteral("/snap/")};
    return std::any_of(folders.cbegin(), folders.cend(), [&executable](const QString &folder) {
        return executable.startsWith(folder);
    });
}

//! Shells that only start what they were handed (`sh -c …`), and programs like timeout: those of
//! the system. Anybody can call a file of his own like that, and then it is he who asks.
bool onlyHandsOn(const Process &process)
{
    const auto file = process.executableStamp();
    const QString executable = process.executable();
    if (!file || !file->isOfRoot() || !isInSystemFolder(executable))
        return false;
    return isLauncher(executable) || commandOf(process, executable).isHandedOn;
}

bool isInGitFolder(const QString &executable)
{
    return QFileInfo(executable).path().endsWith(QLatin1String("/git-core"));
}

//! The first one above that is not there to hand on.
std::optional<Process> whoIsBehind(const Process &process)
{
    auto above = process.parent();
    for (int i = 0; above && i < mostParents && onlyHandsOn(*above); ++i)
        above = above->parent();
    return above;
}

//! git calls helpers, and itself, on behalf of the git that a person started; with shells between.
std::optional<Process> outermostGit(Process process)
{
    for (int i = 0; i < mostParents; ++i) {
        const QString executable = process.executable();
        // Looking further is for git alone: it costs time, and says nothing of others.
        if (!isInGitFolder(executable) && QFileInfo(executable).fileName() != QLatin1String("git"))
            break;
        auto above = whoIsBehind(process);
        if (!above || QFileInfo(above->executable()).fileName() != QLatin1String("git"))
            break;
        // A file called like that in somebody's own folder is not git's.
        const auto file = process.executableStamp();
        const auto fileAbove = above->executableStamp();
        const bool isHelper =
            file && fileAbove
            && (file->isSameFile(*fileAbove)
                || (isInGitFolder(executable) && file->owner == fileAbove->owner));
        if (!isHelper)
            break;
        process = std::move(*above);
    }
    return process;
}

QString shownName(const Process &process)
{
    const QString executable = process.executable();
    return executable.isEmpty() ? process.shortName() : nameForPeople(executable);
}

} // namespace

ProgramLook::ProgramLook(QString ownTool, QString packages)
    : m_ownTool(std::move(ownTool))
    , m_packages(std::move(packages))
{}

base::Result<core::ProgramPointer> ProgramLook::identify(core::Peer peer)
{
    const auto gone = [] {
        return base::fail(ErrorCode::NotFound, Words::tr("The program has gone already."));
    };
    auto asking = Process::open(peer.pid);
    if (!asking) {
        if (peer.pid > 0)
            return gone();
        const auto nobody = std::make_shared<core::Program>();
        nobody->peer = peer;
        nobody->name = Words::tr("A program");
        return core::ProgramPointer(nobody);
    }
    const auto program = std::make_shared<core::Program>();
    program->peer = peer;
    if (isOwnTool(*asking)) {
        if (auto caller = whoCalls(*asking)) {
            program->through = QStringLiteral("latchkey");
            asking = std::move(caller);
        }
        // Anybody can start it and go away, also by way of `timeout`.
        program->isOpaque = isOwnTool(*asking) || onlyHandsOn(*asking);
    }
    // It may turn into another program while one looks: then one looks again, once.
    const auto before = asking->executableStamp();
    describe(*asking, *program);
    if (asking->executableStamp() != before)
        describe(*asking, *program);
    if (asking->hasEnded())
        return gone();
    return core::ProgramPointer(program);
}

bool ProgramLook::isOwnTool(const Process &process) const
{
    const auto ours = stampOf(m_ownTool);
    const auto theirs = process.executableStamp();
    return ours && theirs && ours->isSameFile(*theirs);
}

std::optional<Process> ProgramLook::whoCalls(const Process &tool) const
{
    std::optional<Process> handsOn; // the best there is, should nobody else be found
    auto caller = tool.parent();
    for (int i = 0; caller && i < mostParents; ++i) {
        if (!isOwnTool(*caller)) {
            if (!onlyHandsOn(*caller))
                return outermostGit(std::move(*caller));
            if (!handsOn)
                handsOn = Process::open(caller->pid());
        }
        caller = caller->parent();
    }
    return handsOn;
}

void ProgramLook::describe(const Process &process, core::Program &program)
{
    program.executable = process.executable();
    program.folder = process.folder();
    program.script.clear();
    program.scriptHash.clear();
    program.isAtTerminal = false;
    program.isAtPath = false;
    const Descriptor file = process.openExecutable();
    program.hash = m_sums.sumOf(file);
    if (const auto stamp = process.executableStamp()) {
        program.fileChanged = stamp->lastChange();
        const auto here = stampOf(program.executable);
        program.isAtPath = here && here->isSameFile(*stamp);
    }
    program.name = shownName(process);

    const InterpreterCommand command = commandOf(process, program.executable);
    switch (command.runs) {
    case Runs::Program:
        break;
    case Runs::Nothing:
        program.isAtTerminal = true;
        break;
    case Runs::Inline:
        program.isOpaque = true;
        break;
    case Runs::Script: {
        const Descriptor script = process.openFile(command.script);
        program.script = pathOf(script);
        const auto stamp = stampOf(script);
        if (program.script.isEmpty() || !stamp || process.mayBeOlderThan(stamp->changed)) {
            program.script.clear();
            // Not there (any more), no file at all, or another one than what was read from it.
            program.isOpaque = true;
            break;
        }
        program.scriptHash = m_sums.sumOf(script);
        program.fileChanged = stamp->lastChange();
        const auto here = stampOf(program.script);
        program.isAtPath = program.isAtPath && here && here->isSameFile(*stamp);
        program.name = QFileInfo(program.script).fileName();
        // A sum that could not be made is one that nothing can be held against.
        if (program.scriptHash.isEmpty())
            program.hash.clear();
        break;
    }
    }

    program.parents = {program.name};
    auto above = process.parent();
    for (int i = 0; above && i < mostParents; ++i) {
        const QString name = shownName(*above);
        // The session's own start is not of interest.
        if (name == QLatin1String("systemd"))
            break;
        if (program.parents.first() != name)
            program.parents.prepend(name);
        above = above->parent();
    }
}

core::ProgramPointer ProgramLook::vouch(const core::Program &program)
{
    const auto vouched = std::make_shared<core::Program>(program);
    const QString path = program.script.isEmpty() ? program.executable : program.script;
    const Descriptor file = openToRead(path);
    // A package vouches for the file that it brought, which has to be the one that runs.
    const QByteArray hash = program.script.isEmpty() ? program.hash : program.scriptHash;
    if (!program.isAtPath || !file.isOpen() || hash.isEmpty() || m_sums.sumOf(file) != hash)
        return vouched;
    const PackageBook::Entry entry = m_packages.find(path, file);
    vouched->backing = entry.backing;
    vouched->package = entry.package;
    if (program.script.isEmpty() || entry.backing != core::Backing::Package)
        return vouched;
    // A script is worth no more than what runs it.
    const Descriptor interpreter = openToRead(program.executable);
    if (m_packages.find(program.executable, interpreter).backing != core::Backing::Package)
        vouched->backing = core::Backing::Nobody;
    return vouched;
}

} // namespace agent
