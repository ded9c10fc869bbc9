// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "references/documents/node.h"

namespace references {

//! Reads the YAML that people and sops write: block and flow maps and lists, every style of scalar,
//! comments, several documents. Comments become entries of the map or list that they stand in.
//! Anchors, aliases, merge keys, directives, complex keys and tags other than the scalar ones are
//! refused (Unsupported): they have no place in a tree that is authenticated path by path.
[[nodiscard]] base::Result<Documents> readYaml(QByteArrayView text);

//! Writes as sops does: indented by four, lists too, strings plain where that is safe.
[[nodiscard]] base::Secret writeYaml(const Documents &documents);

} // namespace references
