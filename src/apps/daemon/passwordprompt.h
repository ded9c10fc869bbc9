// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

namespace apps {

//! The first line of standard input: never an argument, where everybody could read it. At a
//! terminal it asks for it and does not show it. InvalidInput: longer than any password.
[[nodiscard]] base::Result<base::Secret> readPassword();

} // namespace apps
