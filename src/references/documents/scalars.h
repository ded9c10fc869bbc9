// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "references/documents/node.h"

#include <optional>

namespace references {

//! What an unquoted YAML scalar is, by the rules that sops' own YAML library has: null, true,
//! numbers with underscores, 0x, 0o and 0b, timestamps; all else is Text.
[[nodiscard]] Node plainScalar(QByteArrayView text);

//! The spelling that is authenticated: shortest, no exponent; nothing when \a text is no number.
[[nodiscard]] std::optional<QByteArray> canonicalFloat(QByteArrayView text);
[[nodiscard]] std::optional<QByteArray> canonicalInteger(QByteArrayView text);
//! RFC 3339 of a YAML timestamp or of what is one already.
[[nodiscard]] std::optional<QByteArray> canonicalTime(QByteArrayView text);

//! How YAML and JSON write a scalar that is not Text: "true", "1.5", ".inf".
[[nodiscard]] QByteArray yamlSpelling(const Node &node);
//! Nothing for what JSON cannot say (infinity).
[[nodiscard]] std::optional<QByteArray> jsonSpelling(const Node &node);

} // namespace references
