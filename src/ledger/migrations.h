// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace ledger {

//! One step of the database's shape. What has been released is never changed, only followed.
struct Migration
{
    int number = 0;
    QString name;
    QStringList statements;
};

//! All of them, numbered from 1.
[[nodiscard]] const QList<Migration> &migrations();

} // namespace ledger
