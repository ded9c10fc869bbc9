// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <memory>
#include <vector>

namespace policy {

struct Policy;

//! One text with policies and the name that complaints give it.
struct PolicyText
{
    QString name;
    QByteArray text;
};

//! What policies are called in a decision.
enum class Naming {
    ByPosition, //!< policy0, policy1, … through all texts, as Cedar itself does
    ById //!< @id("…") where it is given, else "NAME:policy0" counted in its text
};

//! Parsed policies; immutable and cheap to copy.
class PolicySet
{
public:
    //! No policy: everything is denied.
    PolicySet();

    //! All or nothing. The error is InvalidInput "NAME:LINE:COLUMN: what was wrong".
    [[nodiscard]] static base::Result<PolicySet> parse(const QList<PolicyText> &texts,
                                                       Naming naming = Naming::ById);

    [[nodiscard]] qsizetype size() const;
    //! In the order of the texts.
    [[nodiscard]] QStringList ids() const;
    //! Seen by the compiler of programs only.
    [[nodiscard]] const std::vector<Policy> &policies() const { return *m_policies; }

private:
    std::shared_ptr<const std::vector<Policy>> m_policies;
};

} // namespace policy
