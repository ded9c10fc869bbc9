// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/storeerrors.h"

#include "vault/words.h"

namespace vault {

base::Error noSuchEntry()
{
    return {base::ErrorCode::NotFound, Words::tr("The store holds no such secret."), {}, {}};
}

base::Error storeIsLocked()
{
    return {base::ErrorCode::Locked,
            Words::tr("The store is locked."),
            Words::tr("Unlock it to go on."),
            {}};
}

base::Error storeIsGone()
{
    return {base::ErrorCode::Cancelled, Words::tr("Latchkey is closing."), {}, {}};
}

} // namespace vault
