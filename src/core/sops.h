// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "base/task.h"
#include "core/program.h"

#include <QDateTime>
#include <QStringList>

#include <memory>
#include <stop_token>

namespace core {

//! Which SOPS file, and who asks. What our own vault's key opens needs the owner's consent for the
//! account sops/default when \a program is set; keys that lie in files and in the environment do
//! not, as whoever asks could read them himself.
struct SopsRequest
{
    QString path; //!< absolute
    QString format; //!< "yaml", "json", "dotenv", "ini", "binary"; empty: by the file's name
    ProgramPointer program; //!< empty: the person's own window
    QString traceId;
    //! Age identities that whoever asks has brought along (a shell's SOPS_AGE_KEY); may be null.
    std::shared_ptr<const base::Secret> ageKeys = {};
};

//! What can be told of a file without opening it.
struct SopsFacts
{
    bool isEncrypted = false;
    QString format;
    QStringList age; //!< recipients
    QStringList pgp; //!< fingerprints
    QStringList services; //!< key services that only the program sops asks: "kms"
    QString rule; //!< "unencrypted_suffix"; empty where the file is plain
    QString pattern;
    QDateTime lastModified;
};

//! An opened file: its plain text, and which state of the file that was.
struct SopsPlain
{
    base::Secret text;
    QByteArray mark; //!< for replace(): tells one state of the file from another
};

//! For whom a file is encrypted; empty: what `.sops.yaml` says.
struct SopsRecipients
{
    QStringList age;
    QStringList pgp;
};

//! Service: SOPS files, read and written where they lie. Every write is atomic and keeps what has
//! not changed byte by byte.
class SopsService
{
public:
    virtual ~SopsService();
    //! NotFound: no such file. InvalidInput: it is not encrypted. Denied: none of the keys opens
    //! it, or the owner said no. \a extract is `["database"]["password"]`; empty: the whole.
    //! \a outputFormat: another one than the file's.
    [[nodiscard]] virtual base::Task<SopsPlain> decrypt(SopsRequest request,
                                                        QString extract,
                                                        QString outputFormat,
                                                        std::stop_token stop) = 0;
    //! The encrypted text of a plain file. Nothing is written.
    [[nodiscard]] virtual base::Task<QByteArray> encrypt(SopsRequest request,
                                                         SopsRecipients recipients,
                                                         std::stop_token stop) = 0;
    //! Encrypts (or decrypts) a plain file in its place.
    [[nodiscard]] virtual base::Task<> encryptInPlace(SopsRequest request,
                                                      SopsRecipients recipients,
                                                      std::stop_token stop) = 0;
    [[nodiscard]] virtual base::Task<> decryptInPlace(SopsRequest request,
                                                      std::stop_token stop) = 0;
    //! Sets one value; \a json as `sops set` takes it. An empty one removes the value.
    [[nodiscard]] virtual base::Task<> set(SopsRequest request,
                                           QString key,
                                           base::Secret json,
                                           std::stop_token stop) = 0;
    //! The whole plain text from an editor. Conflict: the file is no longer the one with \a mark;
    //! no mark: whatever it is. A file that is not there is made as encrypt() would.
    [[nodiscard]] virtual base::Task<> replace(SopsRequest request,
                                               base::Secret plain,
                                               QByteArray mark,
                                               std::stop_token stop) = 0;
    [[nodiscard]] virtual base::Result<SopsFacts> info(const SopsRequest &request) const = 0;
};

} // namespace core
