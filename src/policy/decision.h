// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace policy {

//! The answer. What is not allowed is denied.
enum class Verdict { Deny, Allow };

//! What a forbid that cannot be evaluated means.
enum class Strictness {
    Strict, //!< it denies: nobody slips through a broken rule
    CedarStandard //!< it is left out, as Cedar's own authorizer does
};

//! What went wrong in one policy (or, with an empty \a policy, with the decision as a whole).
struct PolicyTrouble
{
    QString policy;
    base::Error error;

    friend bool operator==(const PolicyTrouble &, const PolicyTrouble &) = default;
};

//! What was decided, and why.
struct Decision
{
    Verdict verdict = Verdict::Deny;
    //! The ids of the policies that made it so: the permits of an Allow, the forbids of a Deny.
    //! Empty where nothing permitted.
    QStringList determining;
    //! Policies that could not be evaluated. In strict mode a forbid among them denies.
    QList<PolicyTrouble> errors;

    [[nodiscard]] bool isAllowed() const { return verdict == Verdict::Allow; }

    friend bool operator==(const Decision &, const Decision &) = default;
};

} // namespace policy
