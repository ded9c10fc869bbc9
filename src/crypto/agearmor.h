// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>

//! The ASCII armor of age files: a strict PEM. Private to this room.
namespace crypto::age::detail {

//! False for what begins like a bare age file, and for an empty one.
[[nodiscard]] bool isArmored(QByteArrayView file);
[[nodiscard]] QByteArray armor(QByteArrayView file);
//! Corrupt for anything but white space outside and exact lines inside.
[[nodiscard]] base::Result<QByteArray> dearmor(QByteArrayView text);

} // namespace crypto::age::detail
