// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/event.h"
#include "base/result.h"
#include "policy/entitystore.h"
#include "policy/policyset.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace policy {

//! A folder with policies: every *.cedar in the order of their names, and entities.json if it is
//! there. Watched while it lives: a change is read half a second later. What cannot be read is
//! refused whole, and what was in force stays.
class PolicyFolder
{
public:
    //! \a builtIn stands in while the folder has no *.cedar file (or is not there).
    explicit PolicyFolder(QString folder, PolicyText builtIn = {});
    ~PolicyFolder();
    PolicyFolder(const PolicyFolder &) = delete;
    PolicyFolder &operator=(const PolicyFolder &) = delete;

    //! Reads the folder now. The error is also kept as trouble() until a reading goes well.
    [[nodiscard]] base::Result<> reload();

    //! What is in force. Empty (everything is denied) until the first reload() that goes well.
    [[nodiscard]] PolicySet policies() const;
    [[nodiscard]] EntityStore entities() const;
    //! Whether a reload() has ever gone well: false means that there is nothing to decide by.
    [[nodiscard]] bool hasBeenRead() const;
    //! Why the files as they are now are not in force: "FILE:LINE:COLUMN: what is wrong".
    [[nodiscard]] std::optional<base::Error> trouble() const;
    [[nodiscard]] QString folder() const;
    //! The names of what is in force; empty: the built-in policies.
    [[nodiscard]] QStringList files() const;

    //! A new set is in force: engine.use(folder.policies(), folder.entities()).
    base::Event<> changed;
    //! trouble() has come, changed or gone.
    base::Event<> troubleChanged;

private:
    struct Watch;
    std::unique_ptr<Watch> m_watch;
};

//! The policies that Latchkey's authority ships with (resources/policy/default.cedar).
[[nodiscard]] PolicyText defaultPolicies();

} // namespace policy
