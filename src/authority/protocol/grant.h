// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVariantList>

namespace authority {

//! What a person has allowed a client: the root of a family of refresh tokens.
struct Grant
{
    QString id;
    QString clientId;
    QString userId;
    QString session; //!< handle of the browser's session; empty without one
    QStringList scopes;
    QStringList resources;
    qint64 authAt = 0; //!< milliseconds
    QStringList amr;
    QString nonce;
    QString thumbprint; //!< DPoP key that codes or refresh tokens are bound to; empty: none
    qint64 createdAt = 0;
    qint64 expiresAt = 0;
    qint64 revokedAt = 0;

    //! The columns of authority_grants in the order of fromRow(), each behind "g.".
    [[nodiscard]] static const QString &columns();
    [[nodiscard]] static Grant fromRow(const QVariantList &row, qsizetype first);
};

//! What a grant has turned into.
struct Redeemed
{
    Grant grant;
    QByteArray refreshToken; //!< empty: none; wiped by who sends it
};

} // namespace authority
