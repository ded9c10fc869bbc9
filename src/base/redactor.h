// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace base {

//! Takes out of a text what looks secret or personal, leaving a mark that says what stood there
//! ("[jwt]", "[aws key]", "[password]", "[e-mail]"…): JWTs, GitHub/GitLab/Slack/Google token
//! shapes, AWS key ids and secrets, `Bearer …` and `Basic …`,
//! `password=`/`token=`/`secret=`/`code=`/ `client_secret=`/`refresh_token=` in queries, headers,
//! JSON and TOML, e-mail addresses, the user part of URLs, long high-entropy words. It stands at
//! the log's sink, so no call site can forget it. Idempotent; linear time.
[[nodiscard]] QString redacted(const QString &text);

} // namespace base
