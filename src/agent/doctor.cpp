// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/doctor.h"

#include "core/settingspecs.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#ifdef Q_OS_LINUX
#include <sys/timex.h>
#endif

namespace agent {

namespace {

using core::Finding;
using Severity = core::Finding::Severity;

//! Gives this file's functions tr().
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Doctor)
};

Finding fine(const char *id, const QString &what)
{
    return {QString::fromLatin1(id), Severity::Ok, what, {}};
}

Finding warning(const char *id, const QString &what, const QString &remedy)
{
    return {QString::fromLatin1(id), Severity::Warning, what, remedy};
}

Finding error(const char *id, const QString &what, const QString &remedy)
{
    return {QString::fromLatin1(id), Severity::Error, what, remedy};
}

//! Others than the owner may read or write it.
bool isOpenToOthers(const QFileInfo &file)
{
    return (file.permissions()
            & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther))
           != 0;
}

bool isWritableByOthers(const QFileInfo &file)
{
    return (file.permissions() & (QFile::WriteGroup | QFile::WriteOther)) != 0;
}

} // namespace

Doctor::Doctor(Parts parts)
    : m_parts(std::move(parts))
{}

base::Task<QList<core::Finding>> Doctor::examine(std::stop_token)
{
    QList<Finding> findings;
    lookAtStore(findings);
    lookAtAccounts(findings);
    lookAtFiles(findings);
    lookAtClock(findings);
    lookAtConfiguration(findings);
    if (m_parts.more)
        findings += m_parts.more();
    co_return findings;
}

void Doctor::lookAtStore(QList<Finding> &findings) const
{
    const core::StoreStatus store = m_parts.store.status();
    const QString place = store.place.isEmpty() ? core::nameOf(store.kind) : store.place;
    if (store.state == core::StoreState::Unavailable) {
        const QString why =
            store.reason.isEmpty() ? Words::tr("It does not answer.") : store.reason;
        findings += error(
            "store",
            Words::tr("The store of secrets (%1) cannot be reached. %2").arg(place, why),
            store.kind == core::StoreKind::Keyring
                ? Words::tr("Start the keyring of your desktop, or keep secrets in a file: "
                            "latchkey config set store.kind age_file")
                : Words::tr("Look at the file named here: does it exist, and may you read it?"));
    } else if (m_parts.lock.state() == core::LockService::State::Locked
               || store.state == core::StoreState::Locked) {
        findings += warning("store",
                            Words::tr("Latchkey is locked; programs get nothing from it."),
                            Words::tr("Unlock it: latchkey unlock"));
    } else {
        findings += fine("store", Words::tr("Secrets are kept in %1.").arg(place));
    }
    if (!store.remark.isEmpty())
        findings += warning(
            "store.older_copy",
            store.remark,
            Words::tr("If you put it back: latchkey vault keep. If not, put the newer one back."));
    if (!store.keyringAvailable && store.kind == core::StoreKind::AgeFile && store.usesKeyFile)
        findings += warning(
            "store.keyring",
            Words::tr("No keyring answers, so secrets are in a file whose key lies beside it."),
            Words::tr("Install a keyring (gnome-keyring, KWallet), or give the file a passphrase "
                      "in the settings."));
}

void Doctor::lookAtAccounts(QList<Finding> &findings) const
{
    const QList<core::AccountView> accounts = m_parts.accounts.list();
    QStringList lost;
    QStringList ended;
    for (const core::AccountView &view : accounts) {
        if (view.standing == core::Standing::NeedsSignIn)
            lost += view.account.id.joined();
        else if (view.standing == core::Standing::Expired)
            ended += view.account.id.joined();
    }
    const auto names = [](const QStringList &all) {
        QString text = all.mid(0, 5).join(QStringLiteral(", "));
        if (all.size() > 5)
            text += Words::tr(" and %1 more").arg(all.size() - 5);
        return text;
    };
    if (!lost.isEmpty())
        findings += warning("accounts.sign_in",
                            Words::tr("These accounts need a sign-in: %1.").arg(names(lost)),
                            Words::tr("Sign in again: latchkey add-account %1")
                                .arg(QString(lost.constFirst()).replace(u'/', u' ')));
    if (!ended.isEmpty())
        findings += warning("accounts.expired",
                            Words::tr("These accounts have run out: %1.").arg(names(ended)),
                            Words::tr("Make a new key where you got it, and enter it: "
                                      "latchkey add-account %1 --api-key-stdin")
                                .arg(QString(ended.constFirst()).replace(u'/', u' ')));
    if (accounts.isEmpty())
        findings += fine("accounts", Words::tr("There are no accounts yet."));
    else if (lost.isEmpty() && ended.isEmpty())
        findings += fine("accounts",
                         Words::tr("All %n account(s) are in order.",
                                   nullptr,
                                   static_cast<int>(accounts.size())));
}

void Doctor::lookAtFiles(QList<Finding> &findings) const
{
    const base::Paths &paths = m_parts.paths;
    const qsizetype before = findings.size();
    const auto open = [&findings](const QString &path, bool isSecret, const QString &mode) {
        const QFileInfo file(path);
        if (!file.exists())
            return;
#ifdef Q_OS_UNIX
        const bool isWrong = isSecret ? isOpenToOthers(file) : isWritableByOthers(file);
        if (isWrong)
            findings +=
                error("files.modes",
                      isSecret ? Words::tr("Others on this computer may look into %1.").arg(path)
                               : Words::tr("Others on this computer may change %1.").arg(path),
                      Words::tr("Close it: chmod %1 '%2'").arg(mode, path));
        if (!file.ownerId() || file.ownerId() == QFileInfo(QDir::homePath()).ownerId())
            return;
        findings += error("files.owner",
                          Words::tr("%1 belongs to %2.").arg(path, file.owner()),
                          Words::tr("Give it to yourself: sudo chown \"$USER\" '%1'").arg(path));
#else
        Q_UNUSED(isSecret)
        Q_UNUSED(mode)
#endif
    };
    const QString folderMode = QStringLiteral("700");
    const QString fileMode = QStringLiteral("600");
    for (const QString &folder : {paths.data, paths.state, paths.runtime})
        open(folder, true, folderMode);
    open(paths.config, false, folderMode);
    open(paths.configFile(), false, fileMode);
    open(paths.accountsFile(), false, fileMode);
    const QString ownKey = m_parts.settings.text(core::setting::storeKeyFile);
    const QString key = ownKey.isEmpty() ? paths.data + QStringLiteral("/vault.key") : ownKey;
    for (const QString &file : {paths.vaultFile(), key, paths.databaseFile(), paths.logFile()})
        open(file, true, fileMode);
    const QDir providers(paths.providersFolder());
    for (const QFileInfo &file : providers.entryInfoList(QDir::Files))
        open(file.filePath(), false, fileMode);
    if (findings.size() == before)
        findings += fine("files", Words::tr("Latchkey's files are closed to others."));
}

void Doctor::lookAtClock(QList<Finding> &findings) const
{
    const QDateTime now = m_parts.clock.now();
    core::AuditFilter newest;
    newest.limit = 1;
    const auto last = m_parts.audit.find(newest);
    if (last && !last->isEmpty() && last->constFirst().at > now.addSecs(60)) {
        findings +=
            error("clock",
                  Words::tr("The clock says %1, but the record already has a line of %2.")
                      .arg(now.toString(Qt::ISODate), last->constFirst().at.toString(Qt::ISODate)),
                  Words::tr("Set the clock: timedatectl set-ntp true"));
        return;
    }
#ifdef Q_OS_LINUX
    timex clock{};
    if (adjtimex(&clock) >= 0 && (clock.status & STA_UNSYNC) != 0) {
        findings += warning(
            "clock",
            Words::tr("The clock is not synchronised; a wrong time makes tokens look valid, or "
                      "ended, when they are not."),
            Words::tr("Let it be set by the network: timedatectl set-ntp true"));
        return;
    }
#endif
    findings += fine("clock", Words::tr("The clock is in order."));
}

void Doctor::lookAtConfiguration(QList<Finding> &findings) const
{
    QStringList warnings = m_parts.settings.warnings();
    if (m_parts.warnings) {
        const QStringList others = m_parts.warnings();
        for (const QString &other : others) {
            if (!warnings.contains(other))
                warnings += other;
        }
    }
    for (const QString &each : qAsConst(warnings))
        findings += warning("config",
                            each,
                            Words::tr("Mend the file; latchkey config check "
                                      "looks again."));
    if (warnings.isEmpty())
        findings += fine("config", Words::tr("The configuration has no mistakes."));
}

} // namespace agent
