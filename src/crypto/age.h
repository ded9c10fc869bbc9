// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <memory>

//! The age v1 file format (age-encryption.org/v1; C2SP age.md): X25519 and scrypt recipients, the
//! ASCII armor. Files as a whole, in memory: vault files are small.
namespace crypto::age {

//! "age1…" of a public key.
struct Recipient
{
    QByteArray publicKey; //!< 32 bytes

    [[nodiscard]] static base::Result<Recipient> parse(const QString &text);
    [[nodiscard]] QString toString() const;
};

//! "AGE-SECRET-KEY-1…"
class Identity
{
public:
    [[nodiscard]] static Identity generate();
    [[nodiscard]] static base::Result<Identity> parse(const base::Secret &text);
    //! All identities of a key file; comments and blank lines are skipped.
    [[nodiscard]] static base::Result<QList<std::shared_ptr<Identity>>> parseKeyFile(
        const base::Secret &text);
    [[nodiscard]] base::Secret toString() const;
    [[nodiscard]] const Recipient &recipient() const { return m_recipient; }
    [[nodiscard]] const base::Secret &privateKey() const { return m_privateKey; }

private:
    explicit Identity(base::Secret privateKey);
    base::Secret m_privateKey; //!< 32 bytes
    Recipient m_recipient;
};

enum class Armor { No, Yes };

//! scrypt work factors: 2^18 as age writes it; reading refuses more than 2^22.
inline constexpr int defaultLogN = 18;
inline constexpr int greatestLogN = 22;

[[nodiscard]] base::Result<QByteArray> encrypt(QByteArrayView plain,
                                               const QList<Recipient> &recipients,
                                               Armor armor = Armor::No);
//! Slow on purpose (about a second): not on the GUI thread.
[[nodiscard]] base::Result<QByteArray> encrypt(QByteArrayView plain,
                                               const base::Secret &passphrase,
                                               int logN = defaultLogN,
                                               Armor armor = Armor::No);
//! Denied: no identity (or not this passphrase) opens it. Corrupt: not an age file, or changed.
[[nodiscard]] base::Result<base::Secret> decrypt(
    QByteArrayView file, const QList<std::shared_ptr<Identity>> &identities);
[[nodiscard]] base::Result<base::Secret> decrypt(QByteArrayView file,
                                                 const base::Secret &passphrase);

} // namespace crypto::age
