// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <algorithm>

namespace net {

//! Appends \a more to \a bytes, which may hold secrets: what the buffer outgrows is zeroed.
inline void appendWiping(QByteArray &bytes, QByteArrayView more)
{
    if (bytes.size() + more.size() > bytes.capacity()) {
        QByteArray larger;
        larger.reserve(std::max(2 * bytes.capacity(), bytes.size() + more.size()));
        larger.append(bytes);
        base::wipe(bytes);
        bytes = std::move(larger);
    }
    bytes.append(more);
}

} // namespace net
