// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace authority {

//! The metadata of the authority, ready to send: OpenID Connect Discovery 3 and RFC 8414 2 (one
//! document serves both), with what RFC 8628, 9126, 9207 and 9449 add.
[[nodiscard]] QByteArray discoveryDocument(const QString &issuer);

} // namespace authority
