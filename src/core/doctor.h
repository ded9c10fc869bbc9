// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"

#include <QList>
#include <QString>

#include <stop_token>

namespace core {

//! One thing that was looked at, and what to do about it.
struct Finding
{
    enum class Severity { Ok, Warning, Error };

    QString id; //!< stable: "store", "accounts.sign_in"
    Severity severity = Severity::Ok;
    QString what; //!< for people
    QString remedy; //!< what to do; empty when all is well

    friend bool operator==(const Finding &, const Finding &) = default;
};

[[nodiscard]] QString nameOf(Finding::Severity severity); //!< "ok", "warning", "error"

//! Service: what is wrong with this installation, as far as the agent can see it.
class DoctorService
{
public:
    virtual ~DoctorService();
    [[nodiscard]] virtual base::Task<QList<Finding>> examine(std::stop_token stop) = 0;
};

} // namespace core
