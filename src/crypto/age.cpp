// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/age.h"

#include "crypto/agearmor.h"
#include "crypto/agedetail.h"

#include <QCoreApplication>

namespace crypto::age {

namespace {

base::Result<QByteArray> dressed(base::Result<QByteArray> file, Armor armor)
{
    if (file && armor == Armor::Yes)
        return detail::armor(*file);
    return file;
}

base::Result<base::Secret> wholeOf(detail::Opened opened)
{
    if (opened.stage != detail::Stage::Done)
        return base::fail(std::move(opened.error));
    return std::move(opened.released);
}

} // namespace

base::Result<QByteArray> encrypt(QByteArrayView plain,
                                 const QList<Recipient> &recipients,
                                 Armor armor)
{
    if (recipients.isEmpty())
        return base::fail(base::ErrorCode::InvalidInput,
                          QCoreApplication::translate(
                              "crypto", "Nobody could open this file: it has no recipient."));
    return dressed(detail::encrypt(plain, recipients, detail::Randomness::fresh(recipients.size())),
                   armor);
}

base::Result<QByteArray> encrypt(QByteArrayView plain,
                                 const base::Secret &passphrase,
                                 int logN,
                                 Armor armor)
{
    if (logN < 1 || logN > greatestLogN)
        return base::fail(
            base::ErrorCode::InvalidInput,
            QCoreApplication::translate("crypto", "The work factor must lie between 1 and %1.")
                .arg(greatestLogN));
    return dressed(detail::encrypt(plain, passphrase, logN, detail::Randomness::fresh(0)), armor);
}

base::Result<base::Secret> decrypt(QByteArrayView file,
                                   const QList<std::shared_ptr<Identity>> &identities)
{
    return wholeOf(detail::open(file, identities));
}

base::Result<base::Secret> decrypt(QByteArrayView file, const base::Secret &passphrase)
{
    return wholeOf(detail::open(file, passphrase));
}

} // namespace crypto::age
