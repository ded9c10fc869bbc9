// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QString>

#include <functional>

namespace vault {

//! The desktop's keyring as it is: it answers at once, after a person's dialog, or never.
//! KeyringStore puts limits on it; tests put a fake in its place.
class Keyring
{
public:
    enum class Presence {
        Open,
        Locked,
        NotSetUp, //!< it would ask for a password for a first collection
        Absent,
        Unknown //!< only a try can tell
    };
    using Answer = std::function<void(base::Result<base::Secret>)>;
    using Seen = std::function<void(Presence)>;

    virtual ~Keyring();
    //! The answer comes at most once, in this thread, perhaps within the call.
    virtual void read(const QString &key, Answer answer) = 0;
    virtual void write(const QString &key, const base::Secret &value, Answer answer) = 0;
    virtual void remove(const QString &key, Answer answer) = 0;
    //! How it stands, without making it show a dialog.
    virtual void look(Seen seen) = 0;
    //! What people call it: "GNOME Keyring".
    [[nodiscard]] virtual QString name() const = 0;
};

} // namespace vault
