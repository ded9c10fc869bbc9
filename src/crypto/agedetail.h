// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/age.h"

#include <vector>

//! The steps under age.h with their inner values in sight, for known-answer tests. Private to this
//! room and its tests.
namespace crypto::age::detail {

//! The random values of one file.
struct Randomness
{
    base::Secret fileKey;
    QByteArray payloadNonce;
    std::vector<base::Secret> ephemeralKeys; //!< One for each recipient.
    QByteArray scryptSalt;

    [[nodiscard]] static Randomness fresh(qsizetype recipients);
};

[[nodiscard]] base::Result<QByteArray> encrypt(QByteArrayView plain,
                                               const QList<Recipient> &recipients,
                                               const Randomness &random);
[[nodiscard]] base::Result<QByteArray> encrypt(QByteArrayView plain,
                                               const base::Secret &passphrase,
                                               int logN,
                                               const Randomness &random);

//! The step at which opening a file ended.
enum class Stage { Armor, Header, FileKey, Mac, Payload, Done };

struct Opened
{
    Stage stage = Stage::Done;
    //! Everything at Done; at Payload the chunks that were proven, which decrypt() throws away.
    base::Secret released;
    base::Error error;
};

[[nodiscard]] Opened open(QByteArrayView file, const QList<std::shared_ptr<Identity>> &identities);
[[nodiscard]] Opened open(QByteArrayView file, const base::Secret &passphrase);

} // namespace crypto::age::detail
