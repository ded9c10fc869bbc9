// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "references/documents/node.h"

#include <optional>

namespace references {

//! The kinds of files that hold trees.
enum class Format { Yaml, Json, Dotenv, Ini, Binary };

//! By a file's ending, as sops has it; what is nothing else is Binary.
[[nodiscard]] Format formatOf(const QString &path);
//! "yaml", "json", "dotenv", "ini", "binary".
[[nodiscard]] std::optional<Format> formatNamed(const QString &name);
[[nodiscard]] QString nameOf(Format format);

//! A plain file's tree. Binary: a map with the one key "data".
[[nodiscard]] base::Result<Documents> readDocuments(QByteArrayView text, Format format);
[[nodiscard]] base::Result<base::Secret> writeDocuments(const Documents &documents, Format format);

} // namespace references
