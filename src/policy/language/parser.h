// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/language/ast.h"

namespace policy {

//! A text larger than this is no policy file.
inline constexpr std::size_t largestPolicyText = 1024 * 1024;

//! Reads the permits and forbids of one text, in order; their ids are still empty. The error is
//! InvalidInput "NAME:LINE:COLUMN: what was wrong".
[[nodiscard]] base::Result<std::vector<Policy>> parsePolicies(std::string_view text,
                                                              const QString &name);

} // namespace policy
