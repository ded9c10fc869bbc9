// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "references/documents/node.h"

namespace references {

//! Reads JSON (RFC 8259), strictly, keeping the order of keys and integers as they are; a key that
//! is there twice is refused.
[[nodiscard]] base::Result<Node> readJson(QByteArrayView text);

enum class JsonStyle { Tabs, Compact };

//! Writes as sops does: a tab an indent, a line end behind the last brace. Unsupported for what
//! JSON cannot say: infinity.
[[nodiscard]] base::Result<base::Secret> writeJson(const Node &node,
                                                   JsonStyle style = JsonStyle::Tabs);

} // namespace references
