// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/authority.h"

namespace core {

AuthorityService::~AuthorityService() = default;

QString nameOf(AuthorityKey::State state)
{
    switch (state) {
    case AuthorityKey::State::Next:
        return QStringLiteral("next");
    case AuthorityKey::State::Active:
        return QStringLiteral("active");
    case AuthorityKey::State::Retiring:
        return QStringLiteral("retiring");
    case AuthorityKey::State::Revoked:
        return QStringLiteral("revoked");
    }
    return {};
}

} // namespace core
