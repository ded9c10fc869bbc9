// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/agevault.h"

#include "base/atomicfile.h"
#include "base/faultpoint.h"
#include "base/filelock.h"
#include "base/logging.h"
#include "crypto/random.h"
#include "vault/words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <chrono>

namespace vault {

namespace {

using base::ErrorCode;

constexpr qint64 greatestVault = 512LL * 1024 * 1024;
constexpr qint64 greatestKeyFile = 64LL * 1024;

base::Error damaged(const AgeFiles &files)
{
    const QString remedy =
        QFileInfo::exists(files.backup())
            ? Words::tr("Put %1 in its place; it is the state before the last change.")
                  .arg(files.backup())
            : Words::tr("Put a copy of it back in its place.");
    return {ErrorCode::Corrupt, Words::tr("%1 is damaged.").arg(files.vault), remedy, {}};
}

base::Error missing(const QString &path, const QString &backup)
{
    const QString remedy =
        backup.isEmpty() || !QFileInfo::exists(backup)
            ? Words::tr("Put a copy of it back in its place.")
            : Words::tr("Put %1 in its place; it is the state before the last change.").arg(backup);
    return {ErrorCode::Corrupt, Words::tr("%1 is missing.").arg(path), remedy, {}};
}

QString lockOf(const AgeFiles &files)
{
    return files.vault + QStringLiteral(".lock");
}

//! Other processes wait for each other; a lock that a dead process had is free.
class VaultLock
{
public:
    explicit VaultLock(const AgeFiles &files)
        : m_lock(lockOf(files))
    {}

    [[nodiscard]] base::Result<> take()
    {
        auto taken = m_lock.take(std::chrono::seconds(5));
        if (taken || taken.error().code != ErrorCode::Conflict)
            return taken;
        return base::fail(ErrorCode::TimedOut,
                          Words::tr("Another program is writing the store."),
                          Words::tr("Close it, then try again."),
                          base::Retryable::Yes);
    }

private:
    base::FileLock m_lock;
};

//! Tells a store whose header is damaged from a key of another store.
bool opensBackup(const AgeFiles &files, const Identities &identities)
{
    const auto backup = base::readFile(files.backup(), greatestVault);
    return backup && crypto::age::decrypt(*backup, identities);
}

base::Result<VaultContent> readContent(const AgeFiles &files, const Identities &identities)
{
    auto file = base::readFile(files.vault, greatestVault);
    if (!file && file.error().code == ErrorCode::NotFound)
        return base::fail(missing(files.vault, files.backup()));
    if (!file)
        return base::fail(std::move(file).error());

    const auto payload = crypto::age::decrypt(*file, identities);
    if (!payload && payload.error().code == ErrorCode::Denied && !opensBackup(files, identities)) {
        return base::fail(
            ErrorCode::Corrupt,
            Words::tr("The key %1 does not belong to %2.").arg(files.key, files.vault),
            Words::tr("Put the two files back that belong together."));
    }
    if (!payload)
        return base::fail(damaged(files));
    auto content = parseContent(*payload);
    if (!content)
        return base::fail(damaged(files));
    return content;
}

base::Result<QByteArray> encrypted(const VaultContent &content, const Identities &identities)
{
    QList<crypto::age::Recipient> recipients;
    for (const auto &identity : identities)
        recipients.append(identity->recipient());
    const base::Secret payload = serialized(content);
    return crypto::age::encrypt(payload.expose(), recipients);
}

base::Result<> replaceVault(const AgeFiles &files, const QByteArray &content, Backup backup)
{
    if (backup == Backup::KeepPrevious && QFileInfo::exists(files.vault)) {
        TRY(const QByteArray previous, base::readFile(files.vault, greatestVault));
        TRY_VOID(base::writeAtomically(files.backup(), previous));
    }
    base::faultPoint("agefile.backed_up");
    TRY_VOID(base::writeAtomically(files.vault, content));
    base::faultPoint("agefile.replaced");
    if (backup == Backup::Renew)
        TRY_VOID(base::writeAtomically(files.backup(), content));
    return {};
}

OpenedVault opened(const AgeFiles &files,
                   std::shared_ptr<const Identities> identities,
                   VaultContent content)
{
    return {std::move(identities),
            std::make_shared<const Entries>(std::move(content.entries)),
            FileMark::of(files.vault),
            FileMark::of(files.key),
            std::move(content.revision),
            {},
            false};
}

//! The vault does not wait for this note, nor does it fail with it.
void keepSeen(const AgeFiles &files, const VaultSeen &seen)
{
    if (const auto kept = writeSeen(files.seen, seen); !kept)
        qCWarning(lcVault).noquote() << files.seen << "is not kept:" << kept.error().message;
}

//! Reads the vault and compares it with what was seen last, which is kept if it is to change.
//! \a isLocked: the caller has the vault's lock.
base::Result<OpenedVault> readVault(const AgeFiles &files,
                                    std::shared_ptr<const Identities> identities,
                                    bool isLocked)
{
    const auto seen = readSeen(files.seen); // before the vault: see judged()
    // The mark is taken first: what is written while we read is noticed at the next look.
    const FileMark mark = FileMark::of(files.vault);
    TRY(VaultContent content, readContent(files, *identities));
    OpenedVault vault = opened(files, std::move(identities), std::move(content));
    vault.mark = mark;
    const VaultSeen now =
        judged(seen, vault.revision, QFileInfo(files.vault).lastModified().toUTC());
    vault.olderCopy = now.olderCopy;
    vault.olderCopyIsNews = now.olderCopy.isValid() && (!seen || now.lost != seen->lost);
    if (files.seen.isEmpty() || now.last.vault.isEmpty() || seen == now)
        return vault;
    VaultLock lock(files);
    // Somebody who writes just now keeps what they write; the next look sees it.
    if ((isLocked || lock.take()) && readSeen(files.seen) == seen)
        keepSeen(files, now);
    return vault;
}

//! Writes \a entries as the vault's next revision. The caller has the lock.
base::Result<OpenedVault> writeVault(const AgeFiles &files,
                                     const OpenedVault &present,
                                     Entries entries,
                                     const std::shared_ptr<const Identities> &identities,
                                     Backup backup,
                                     const QDateTime &now)
{
    const auto seen = readSeen(files.seen);
    VaultContent content{nextRevision(seen, present.revision, now), std::move(entries)};
    TRY(const QByteArray file, encrypted(content, *identities));
    TRY_VOID(replaceVault(files, file, backup));
    OpenedVault vault = opened(files, identities, std::move(content));
    vault.olderCopy = present.olderCopy;
    // After the vault: whoever ends us here leaves a vault that is newer than what was seen.
    VaultSeen written{vault.revision, vault.olderCopy, 0};
    if (seen && written.olderCopy.isValid())
        written.lost = seen->lost;
    keepSeen(files, written);
    return vault;
}

base::Result<> writeKey(const AgeFiles &files,
                        const crypto::age::Identity &identity,
                        const base::Secret &passphrase,
                        const crypto::Argon2Cost &cost)
{
    if (passphrase.isEmpty()) {
        const base::Secret key = plainKey(identity);
        return base::writeAtomically(files.key, key.expose());
    }
    TRY(const QByteArray key, sealedKey(identity, passphrase, cost));
    return base::writeAtomically(files.key, key);
}

//! Keys that were replaced on the disk are read again while no passphrase is needed for it.
base::Result<std::shared_ptr<const Identities>> presentKeys(const AgeFiles &files,
                                                            const OpenedVault &known)
{
    if (FileMark::of(files.key) == known.keyMark)
        return known.identities;
    TRY(QByteArray bytes, base::readFile(files.key, greatestKeyFile));
    const base::Secret file = base::Secret::take(std::move(bytes));
    TRY(const KeyForm form, keyFormOf(file.expose()));
    if (form == KeyForm::Sealed) {
        return base::fail(ErrorCode::Locked,
                          Words::tr("The store has got a new passphrase."),
                          Words::tr("Unlock it to go on."));
    }
    TRY(auto identities, openKey(file, {}));
    return std::make_shared<const Identities>(std::move(identities));
}

} // namespace

base::Result<OpenedVault> createVault(const AgeFiles &files,
                                      const base::Secret &passphrase,
                                      const crypto::Argon2Cost &cost,
                                      const QDateTime &now)
{
    for (const QString &folder : {QFileInfo(files.vault).path(), QFileInfo(files.key).path()}) {
        if (!QDir().mkpath(folder)) {
            return base::fail(ErrorCode::Denied,
                              Words::tr("The folder %1 cannot be made.").arg(folder),
                              Words::tr("Check who may write into the folder above it."));
        }
    }
    VaultLock lock(files);
    TRY_VOID(lock.take());
    if (QFileInfo::exists(files.vault) || QFileInfo::exists(files.backup())) {
        return base::fail(ErrorCode::Conflict,
                          Words::tr("%1 is there already.").arg(files.vault),
                          Words::tr("Move it and %1 away, then try again.").arg(files.backup()));
    }
    auto identities = std::make_shared<Identities>();
    auto present = base::readFile(files.key, greatestKeyFile);
    if (present) {
        // A key may belong to a store that is elsewhere just now, or to one whose making was cut
        // off here: it is taken where it opens, and never replaced.
        const base::Secret file = base::Secret::take(std::move(*present));
        const auto form = keyFormOf(file.expose());
        const auto wanted = passphrase.isEmpty() ? KeyForm::Plain : KeyForm::Sealed;
        auto keys = openKey(file, passphrase);
        if (form != wanted || !keys) {
            return base::fail(ErrorCode::Conflict,
                              Words::tr("%1 is there already.").arg(files.key),
                              Words::tr("Move it away, then try again."));
        }
        *identities = *std::move(keys);
    } else {
        auto identity = std::make_shared<crypto::age::Identity>(crypto::age::Identity::generate());
        TRY_VOID(writeKey(files, *identity, passphrase, cost));
        identities->append(std::move(identity));
    }
    base::faultPoint("agefile.key_written");
    OpenedVault nothing;
    nothing.revision.vault = crypto::randomBytes(Revision::vaultSize);
    return writeVault(files, nothing, {}, identities, Backup::KeepPrevious, now);
}

base::Result<OpenedVault> openVault(const AgeFiles &files, const base::Secret &passphrase)
{
    for (const QString &path : {files.vault, files.backup(), files.key}) {
        if (path != files.key || !files.isOwnKey)
            closeToOthers(path);
    }
    auto bytes = base::readFile(files.key, greatestKeyFile);
    if (!bytes && bytes.error().code == ErrorCode::NotFound)
        return base::fail(missing(files.key, {}));
    if (!bytes)
        return base::fail(std::move(bytes).error());
    const base::Secret file = base::Secret::take(std::move(*bytes));
    TRY(auto keys, openKey(file, passphrase));
    auto identities = std::make_shared<const Identities>(std::move(keys));

    return readVault(files, std::move(identities), false);
}

base::Result<OpenedVault> reloadVault(const AgeFiles &files, const OpenedVault &known)
{
    TRY(auto identities, presentKeys(files, known));
    return readVault(files, std::move(identities), false);
}

base::Result<OpenedVault> editVault(const AgeFiles &files,
                                    const OpenedVault &known,
                                    const Edit &edit,
                                    Backup backup,
                                    const QDateTime &now)
{
    VaultLock lock(files);
    TRY_VOID(lock.take());
    OpenedVault present = known;
    if (FileMark::of(files.vault) != known.mark || FileMark::of(files.key) != known.keyMark) {
        TRY(auto identities, presentKeys(files, known));
        TRY(present, readVault(files, std::move(identities), true));
    }

    Entries entries = *present.entries;
    edit(entries);
    return writeVault(files, present, std::move(entries), present.identities, backup, now);
}

base::Result<OpenedVault> acceptOlderCopy(const AgeFiles &files,
                                          const OpenedVault &known,
                                          const QDateTime &now)
{
    VaultLock lock(files);
    TRY_VOID(lock.take());
    TRY(auto identities, presentKeys(files, known));
    TRY(OpenedVault present, readVault(files, std::move(identities), true));
    present.olderCopy = {};
    if (!present.revision.vault.isEmpty()) {
        TRY_VOID(writeSeen(files.seen, {present.revision, {}, 0}));
        return present;
    }
    // It does not say which one it is: written anew it does.
    return writeVault(
        files, present, *present.entries, present.identities, Backup::KeepPrevious, now);
}

base::Result<base::Secret> recoveryKeyOf(const AgeFiles &files, const base::Secret &passphrase)
{
    auto bytes = base::readFile(files.key, greatestKeyFile);
    if (!bytes && bytes.error().code == ErrorCode::NotFound)
        return base::fail(missing(files.key, {}));
    if (!bytes)
        return base::fail(std::move(bytes).error());
    const base::Secret file = base::Secret::take(std::move(*bytes));
    TRY(const KeyForm form, keyFormOf(file.expose()));
    if (form == KeyForm::Plain) {
        return base::fail(ErrorCode::Unsupported,
                          Words::tr("The store is opened by the key file %1: that file is the "
                                    "recovery key.")
                              .arg(files.key),
                          Words::tr("Keep a copy of it in a safe place."));
    }
    TRY(const auto identities, openKey(file, passphrase));
    return identities.constFirst()->toString();
}

base::Result<OpenedVault> rekeyVault(const AgeFiles &files,
                                     const OpenedVault &known,
                                     const base::Secret &passphrase,
                                     const crypto::Argon2Cost &cost,
                                     const QDateTime &now)
{
    if (files.isOwnKey) {
        return base::fail(ErrorCode::Unsupported,
                          Words::tr("The store is opened by your own key file."),
                          Words::tr("Clear store.key_file first; Latchkey then makes a key."));
    }
    VaultLock lock(files);
    TRY_VOID(lock.take());
    TRY(auto presentIdentities, presentKeys(files, known));
    TRY(OpenedVault present, readVault(files, std::move(presentIdentities), true));
    auto identity = std::make_shared<crypto::age::Identity>(crypto::age::Identity::generate());

    // 1. Both keys open the store.
    auto both = std::make_shared<Identities>(*present.identities);
    both->append(identity);
    TRY(present, writeVault(files, present, *present.entries, both, Backup::Renew, now));
    // 2. The new key takes the old one's place.
    TRY_VOID(writeKey(files, *identity, passphrase, cost));
    base::faultPoint("agefile.key_replaced");
    // 3. Only the new key opens it.
    auto identities = std::make_shared<const Identities>(Identities{identity});
    return writeVault(files, present, *present.entries, identities, Backup::Renew, now);
}

base::Result<> destroyVault(const AgeFiles &files)
{
    VaultLock lock(files);
    TRY_VOID(lock.take());
    // The key goes last: while anything is left that it opens, it is needed.
    QStringList paths = {files.vault, files.backup()};
    if (!files.isOwnKey)
        paths.append(files.key);
    if (!files.seen.isEmpty())
        paths.append(files.seen);
    for (const QString &path : paths) {
        if (QFileInfo::exists(path) && !QFile::remove(path)) {
            return base::fail(ErrorCode::Denied,
                              Words::tr("%1 cannot be removed.").arg(path),
                              Words::tr("Check who may write into that folder."));
        }
        base::faultPoint("agefile.removed");
    }
    QFile::remove(lockOf(files)); // whoever waits for it finds nothing to open
    return {};
}

} // namespace vault
