// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QMap>
#include <QString>

#include <optional>

namespace oauth {

//! What the reply to one authorization request must look like.
struct ReplyExpectation
{
    QString provider; //!< its name, for sentences
    QString state;
    QString issuer; //!< empty: unknown, `iss` is not compared
    bool issuerCompulsory = false;
};

//! What a reply turned out to be.
struct ReplyJudgement
{
    enum class Kind {
        Stray, //!< not an answer to our request: ignore it and go on waiting
        Refused, //!< ours, and the answer is an error
        Accepted, //!< ours, with a code
    };

    Kind kind = Kind::Stray;
    base::Secret code;
    std::optional<base::Error> error; //!< for Refused, and why a stray one is one
};

//! Judges the parameters of a callback (RFC 6749 4.1.2, RFC 9207, RFC 9700 4.7): without our
//! `state` (compared in constant time) nothing else is even looked at; then `iss`; then `error`;
//! then `code`. Pure.
[[nodiscard]] ReplyJudgement judgeReply(const QMap<QString, QString> &parameters,
                                        const ReplyExpectation &expectation);

//! Whether \a issuer is the one of \a expected, to the letter. `{tenantid}` in \a expected stands
//! for a GUID (Microsoft), which must be \a tenant where that is given.
[[nodiscard]] bool issuerMatches(const QString &expected,
                                 const QString &issuer,
                                 const QString &tenant = {});

//! A provider's words made fit for showing: one line, no control characters, at most 300 letters.
[[nodiscard]] QString tidied(const QString &words);

} // namespace oauth
