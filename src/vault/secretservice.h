// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/keyring.h"

//! What the Secret Service (freedesktop.org) says about itself, asked over D-Bus without any
//! dialog. Where there is no such service by nature (macOS, Windows, KWallet) the answer is
//! Unknown.
namespace vault {

void lookAtSecretService(Keyring::Seen seen);

//! "GNOME Keyring", "KeePassXC", "KWallet", …
[[nodiscard]] QString secretServiceName();

} // namespace vault
