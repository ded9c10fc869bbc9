// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "references/sops/sopsfile.h"

namespace references {

//! The plain documents of a SOPS file. What only the program sops can open (key services, key
//! groups) is handed to it when it is installed: as a file, with the environment of the key
//! services, 60 seconds, no shell.
[[nodiscard]] base::Task<Documents> decryptSops(QByteArray text,
                                                Format format,
                                                SopsKeys *keys,
                                                std::stop_token stop);

} // namespace references
