// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "core/provider.h"

#include <QByteArrayView>

#include <functional>
#include <optional>

namespace oauth {

//! Finds the entry that a file builds on, by id.
using ProviderLookup = std::function<std::optional<core::Provider>(const QString &id)>;

//! Reads one catalog entry. A key that is not there keeps what \a builtIn has under the same id, so
//! a person's own file may change a single scope. An unknown key, an address that is neither https
//! nor loopback, a way of signing in without its endpoints: InvalidInput that names file, line and
//! key. Pure.
[[nodiscard]] base::Result<core::Provider> parseProvider(QByteArrayView text,
                                                         const QString &fileName,
                                                         const ProviderLookup &builtIn = {});

//! Whether tokens may travel to \a address: https, or http to this very computer.
[[nodiscard]] bool isSafeEndpoint(const QString &address);

} // namespace oauth
