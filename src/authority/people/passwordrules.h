// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/people/breachedpasswords.h"
#include "authority/people/pagelanguage.h"
#include "base/secret.h"
#include "web/fielderror.h"

#include <QStringList>

namespace authority {

//! What a password must be (NIST SP 800-63B 5.1.1.2: long, not guessable, not known from a breach;
//! no rules about kinds of letters).
class PasswordRules
{
public:
    static constexpr qsizetype shortest = 10; //!< letters
    static constexpr qsizetype longest = 128;
    static constexpr int leastScore = 3; //!< of zxcvbn's 0 to 4

    //! \a breachedFile as BreachedPasswords has it; empty: not checked.
    explicit PasswordRules(const QString &breachedFile = {});

    //! Everything that is wrong with it: "too_short", "too_long", "not_text", "same_as_name",
    //! "too_easy", "breached", "not_checked" (the list of breached ones cannot be read). \a known
    //! is what a guesser would try first: name, e-mail.
    [[nodiscard]] QList<web::FieldError> complaints(
        const base::Secret &password,
        const QStringList &known,
        const PageLanguage &language = {},
        const QString &field = QStringLiteral("password")) const;

    //! zxcvbn's 0 (guessed at once) to 4 for the first 100 bytes of \a password.
    [[nodiscard]] static int score(const base::Secret &password, const QStringList &known);

private:
    BreachedPasswords m_breached;
};

} // namespace authority
