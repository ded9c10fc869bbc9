// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <latchkey/error.h>
#include <latchkey/json.h>
#include <latchkey/secret.h>
#include <string>
#include <string_view>

namespace cli {

class Context;

//! A whole file, or standard input for "-". InvalidInput: larger than \a limit.
[[nodiscard]] latchkey::Result<latchkey::Bytes> readWhole(std::string_view path,
                                                          std::size_t limit = 8U * 1024 * 1024);
//! Replaces the file at \a path whole, closed to others (0600), or leaves it as it is.
[[nodiscard]] latchkey::Result<> writePrivately(std::string_view path, std::string_view content);
//! All of \a content, through short writes. False with errno.
[[nodiscard]] bool writeOut(int fd, std::string_view content);

[[nodiscard]] std::string currentFolder(); //!< empty: it is gone
//! As the agent needs it, which stands in another folder.
[[nodiscard]] std::string absolutePath(std::string_view path);

//! The member \a name of an answer, which may be encoded.
[[nodiscard]] latchkey::Secret textOf(const latchkey::Json &answer, std::string_view name);

//! What a reference stands for. Relative paths in it begin in \a folder.
[[nodiscard]] latchkey::Result<latchkey::Secret> resolved(Context &context,
                                                          std::string_view reference,
                                                          std::string_view folder);

} // namespace cli
