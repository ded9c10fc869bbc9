// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/agevault.h"

#include "base/atomicfile.h"
#include "base/faultpoint.h"
#include "base/filelock.h"
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

base::Result<Entries> readEntries(const AgeFiles &files, const Identities &identities)
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
    auto entries = parseEntries(*payload);
    if (!entries)
        return base::fail(damaged(files));
    return entries;
}

base::Result<QByteArray> encrypted(const Entries &entries, const Identities &identities)
{
    QList<crypto::age::Recipient> recipients;
    for (const auto &identity : identities)
        recipients.append(identity->recipient());
    const base::Secret payload = serialized(entries);
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
                   Entries entries)
{
    return {std::move(identities),
            std::make_shared<const Entries>(std::move(entries)),
            FileMark::of(files.vault),
            FileMark::of(files.key)};
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
                                      const crypto::Argon2Cost &cost)
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
    TRY(const QByteArray content, encrypted({}, *identities));
    TRY_VOID(base::writeAtomically(files.vault, content));
    return opened(files, std::move(identities), {});
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

    // The mark is taken first: what is written while we read is noticed at the next look.
    const FileMark mark = FileMark::of(files.vault);
    TRY(auto entries, readEntries(files, *identities));
    OpenedVault vault = opened(files, std::move(identities), std::move(entries));
    vault.mark = mark;
    return vault;
}

base::Result<OpenedVault> reloadVault(const AgeFiles &files, const OpenedVault &known)
{
    TRY(auto identities, presentKeys(files, known));
    const FileMark mark = FileMark::of(files.vault);
    TRY(auto entries, readEntries(files, *identities));
    OpenedVault vault = opened(files, std::move(identities), std::move(entries));
    vault.mark = mark;
    return vault;
}

base::Result<OpenedVault> editVault(const AgeFiles &files,
                                    const OpenedVault &known,
                                    const Edit &edit,
                                    Backup backup)
{
    VaultLock lock(files);
    TRY_VOID(lock.take());
    OpenedVault present = known;
    if (FileMark::of(files.vault) != known.mark || FileMark::of(files.key) != known.keyMark) {
        TRY(present, reloadVault(files, known));
    }

    Entries entries = *present.entries;
    edit(entries);
    TRY(const QByteArray content, encrypted(entries, *present.identities));
    TRY_VOID(replaceVault(files, content, backup));
    return opened(files, present.identities, std::move(entries));
}

base::Result<OpenedVault> rekeyVault(const AgeFiles &files,
                                     const OpenedVault &known,
                                     const base::Secret &passphrase,
                                     const crypto::Argon2Cost &cost)
{
    if (files.isOwnKey) {
        return base::fail(ErrorCode::Unsupported,
                          Words::tr("The store is opened by your own key file."),
                          Words::tr("Clear store.key_file first; Latchkey then makes a key."));
    }
    VaultLock lock(files);
    TRY_VOID(lock.take());
    TRY(const OpenedVault present, reloadVault(files, known));
    auto identity = std::make_shared<crypto::age::Identity>(crypto::age::Identity::generate());

    // 1. Both keys open the store.
    Identities both = *present.identities;
    both.append(identity);
    TRY(const QByteArray forBoth, encrypted(*present.entries, both));
    TRY_VOID(replaceVault(files, forBoth, Backup::Renew));
    // 2. The new key takes the old one's place.
    TRY_VOID(writeKey(files, *identity, passphrase, cost));
    base::faultPoint("agefile.key_replaced");
    // 3. Only the new key opens it.
    auto identities = std::make_shared<const Identities>(Identities{identity});
    TRY(const QByteArray forNew, encrypted(*present.entries, *identities));
    TRY_VOID(replaceVault(files, forNew, Backup::Renew));
    return opened(files, std::move(identities), *present.entries);
}

base::Result<> destroyVault(const AgeFiles &files)
{
    VaultLock lock(files);
    TRY_VOID(lock.take());
    // The key goes last: while anything is left that it opens, it is needed.
    QStringList paths = {files.vault, files.backup()};
    if (!files.isOwnKey)
        paths.append(files.key);
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
