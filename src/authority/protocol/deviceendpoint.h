// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/protocol/clientgate.h"

namespace authority {

//! POST /oauth/device (RFC 8628 3.1): a device without a browser asks for its codes.
[[nodiscard]] web::Response deviceAuthorization(const web::Request &request,
                                                ProtocolParts &parts,
                                                ClientGate &gate);

} // namespace authority
