// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace oauth {

//! What the browser's page says at the end.
struct CallbackPage
{
    enum class Tone { Good, Bad, Plain };

    Tone tone = Tone::Plain;
    QString title;
    QString sentence;
    QString remark; //!< the provider's words; may be empty
};

//! The page in Latchkey's look, light or dark as the browser is set. No script, nothing from
//! elsewhere; every word is escaped.
[[nodiscard]] QByteArray toHtml(const CallbackPage &page);

[[nodiscard]] CallbackPage signedInPage(const QString &provider);
[[nodiscard]] CallbackPage refusedPage(const QString &provider, const QString &words);
//! For whatever else asks.
[[nodiscard]] CallbackPage strayPage();
//! For a second hit of the right address.
[[nodiscard]] CallbackPage overPage();

//! The policy that goes with the pages.
inline constexpr char contentSecurityPolicy[] =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'";

} // namespace oauth
