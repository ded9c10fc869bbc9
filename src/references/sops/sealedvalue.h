// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "references/documents/node.h"

namespace references {

//! A value of a SOPS file: ENC[AES256_GCM,data:…,iv:…,tag:…,type:…].
[[nodiscard]] bool isSealedValue(QByteArrayView text);

//! Opens it with the file's data key; \a path is the additional data. Comments come as Text.
//! Corrupt for what is no such value, or was moved or changed. The type is not authenticated: that
//! is how SOPS is.
[[nodiscard]] base::Result<Node> openValue(QByteArrayView text,
                                           const base::Secret &dataKey,
                                           QByteArrayView path);

//! What openValue() reads. \a nonce: 32 bytes as SOPS takes them.
[[nodiscard]] base::Result<QByteArray> sealValue(const Node &node,
                                                 const base::Secret &dataKey,
                                                 QByteArrayView path,
                                                 QByteArrayView nonce);
[[nodiscard]] base::Result<QByteArray> sealComment(QByteArrayView text,
                                                   const base::Secret &dataKey,
                                                   QByteArrayView path,
                                                   QByteArrayView nonce);
//! The nonce inside of a sealed value.
[[nodiscard]] QByteArray nonceOf(QByteArrayView text);

} // namespace references
