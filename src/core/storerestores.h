// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/event.h"
#include "base/task.h"

#include <QDateTime>
#include <QString>

namespace core {

//! Tells when an older copy of the vault file has come into use, and takes it that this was wanted:
//! a backup that was put back, or somebody who wants an old secret to be believed again.
class StoreRestores
{
public:
    virtual ~StoreRestores();
    //! When the copy in use was written; invalid while the newest one is in use.
    [[nodiscard]] virtual QDateTime olderCopy() const = 0;
    //! A person has put it back: nothing is said of it any more. Done at once when there is none.
    [[nodiscard]] virtual base::Task<> keepOlderCopy(QString actor) = 0;
    //! One has come into use just now.
    base::Event<QDateTime> olderCopyFound;
};

} // namespace core
