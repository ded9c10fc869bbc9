// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/interaction.h"
#include "authority/people/pagelanguage.h"

namespace authority {

//! A page that posts an answer to the client by itself (OAuth 2.0 Form Post Response Mode), with a
//! button for browsers without scripts. Its policy lets it run these few words of script and post
//! to the client's origin, and nothing else.
[[nodiscard]] web::Response formPostPage(const WayBack &back,
                                         const PageLanguage &language,
                                         const QByteArray &site);

} // namespace authority
