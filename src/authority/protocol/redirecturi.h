// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace authority {

//! Whether a client may register \a uri: https, http to this machine, or a private scheme with a
//! dot in it (RFC 8252 7); absolute, no fragment, nothing that two readers could read differently.
[[nodiscard]] bool isAcceptableRedirect(const QString &uri);
//! RFC 9700 2.1: the same string, but for the port of http://127.0.0.1 and http://[::1]
//! (RFC 8252 7.3). `localhost` is compared whole: RFC 8252 8.3.
[[nodiscard]] bool matchesRedirect(const QString &registered, const QString &requested);
[[nodiscard]] bool matchesAnyRedirect(const QStringList &registered, const QString &requested);
//! What a person is shown of where the browser goes: the host, or the private scheme.
[[nodiscard]] QString hostOfRedirect(const QString &uri);

//! Content-Security-Policy's source for the redirects behind a form: "http://127.0.0.1:3000",
//! "com.example.app:".
[[nodiscard]] QByteArray formTargetOf(const QString &redirectUri);

} // namespace authority
