// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/keyring.h"

#include <memory>

//! What the Secret Service (freedesktop.org) says about itself, asked over D-Bus without any
//! dialog. Where there is no such service by nature (macOS, Windows, KWallet) the answer is
//! Unknown.
namespace vault {

//! \a owner keeps which process answered last: after another one has taken over, libsecret (through
//! which QtKeychain speaks) is told to forget the session that has died with the old one. It would
//! not do so by itself (0.20), and every call would fail until our own restart.
void lookAtSecretService(std::shared_ptr<QString> owner, Keyring::Seen seen);

//! "GNOME Keyring", "KeePassXC", "KWallet", …
[[nodiscard]] QString secretServiceName();

} // namespace vault
