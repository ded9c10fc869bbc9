// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/people/pagelanguage.h"
#include "authority/people/pages/markup.h"

#include <QStringList>

namespace authority {

//! What a client may do with \a scopes, in words: one row each, the unknown ones by their name.
[[nodiscard]] QList<markup::Row> scopeRows(const QStringList &scopes, const PageLanguage &in);

} // namespace authority
