// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QHashFunctions>
#include <QString>
#include <QStringView>

namespace policy {

//! Who or what a policy speaks of: User::"alice". The type may have a namespace (App::User).
struct EntityUid
{
    QString type;
    QString id;

    friend bool operator==(const EntityUid &, const EntityUid &) = default;
    friend size_t qHash(const EntityUid &uid, size_t seed = 0)
    {
        return qHashMulti(seed, uid.type, uid.id);
    }
};

//! Reads User::"alice" as Cedar writes it. InvalidInput with the column.
[[nodiscard]] base::Result<EntityUid> parseEntityUid(QStringView text);

//! Writes it as Cedar does, on one line: parseEntityUid() reads it back.
[[nodiscard]] QString toText(const EntityUid &uid);

//! Whether \a type may name a type: identifiers joined by "::", no reserved word.
[[nodiscard]] bool isTypeName(QStringView type);

} // namespace policy
