// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

//! The redactor's passes and what they share.
namespace base::redactions {

//! ASCII letters and digits.
[[nodiscard]] bool isWordCharacter(QChar c);
//! What a bearer token may consist of (RFC 6750, 2.1).
[[nodiscard]] bool isTokenCharacter(QChar c);
//! Whether \a word looks like one of a sentence: letters, small ones but for the first.
[[nodiscard]] bool isProse(QStringView word);
//! Behind the mark ("[password]") that begins at \a begin; -1 when none does.
[[nodiscard]] qsizetype markEnd(QStringView text, qsizetype begin);

//! Replaces what stands behind a telling name ("password=") or behind "Bearer".
[[nodiscard]] QString withoutAssignedSecrets(QStringView text);
//! Replaces words that are secret by their look: JWTs, known prefixes, AWS keys, e-mail addresses,
//! long random words.
[[nodiscard]] QString withoutSecretWords(QStringView text);

} // namespace base::redactions
