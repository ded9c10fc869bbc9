// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <optional>

//! The small grammars of OAuth, as pure functions.
namespace authority {

//! RFC 6749 3.3: words of %x21 / %x23-5B / %x5D-7E with single spaces between, in their order and
//! once each. Nothing when it is something else.
[[nodiscard]] std::optional<QStringList> parseScopes(const QString &text);
//! OpenID Connect's, about a person: openid, profile, email, offline_access.
[[nodiscard]] const QStringList &personalScopes();
//! Whether every word of \a part is in \a whole.
[[nodiscard]] bool isWithin(const QStringList &part, const QStringList &whole);

//! RFC 7636 4.1: 43 to 128 unreserved characters.
[[nodiscard]] bool isCodeVerifier(QByteArrayView text);
//! RFC 7636 4.2, S256: 43 letters of base64url.
[[nodiscard]] bool isCodeChallenge(QByteArrayView text);
//! RFC 8707 2: an absolute URI without a fragment.
[[nodiscard]] bool isResource(const QString &text);
//! Printable ASCII (RFC 6749 A: VSCHAR), at most \a longest.
[[nodiscard]] bool isVisible(const QString &text, qsizetype longest);

//! How the database knows a code or a token: base64url of SHA-256.
[[nodiscard]] QString hashOf(QByteArrayView token);
//! at_hash, c_hash (OpenID Connect Core 3.1.3.6): the left half of the hash that \a algorithm uses.
[[nodiscard]] QByteArray halfHash(QByteArrayView value, const QString &algorithm);

//! JSON lists in the database.
[[nodiscard]] QString toJsonList(const QStringList &list);
[[nodiscard]] QStringList fromJsonList(const QString &json);

//! RFC 8628 6.1: eight letters of twenty without vowels, "WDJB-MJHT".
[[nodiscard]] QString newUserCode();
//! What a person typed, as letters only; empty when it cannot be a code.
[[nodiscard]] QString foldedUserCode(const QString &typed);

//! Puts \a name=\a value behind \a url as a query.
void appendQuery(QByteArray &url, QByteArrayView name, QByteArrayView value);

} // namespace authority
