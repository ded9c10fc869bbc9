// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "references/documents/node.h"

namespace references {

//! NAME=value, a line each; `#` at a line's beginning is a comment, \n in a value a line end.
//! Values are everything behind the first `=`, quotes and all, as sops reads them.
[[nodiscard]] base::Result<Node> readDotenv(QByteArrayView text);
[[nodiscard]] base::Result<base::Secret> writeDotenv(const Node &node);

//! [section], key = value: a map of maps; what stands before the first section is in "DEFAULT". A
//! comment stands in the section that it is above of or in; its Entry::key is iniAboveHeader when
//! it was above the section's header.
[[nodiscard]] base::Result<Node> readIni(QByteArrayView text);
[[nodiscard]] base::Result<base::Secret> writeIni(const Node &node);

inline constexpr QByteArrayView iniAboveHeader = "[";
inline constexpr QByteArrayView iniDefaultSection = "DEFAULT";

} // namespace references
