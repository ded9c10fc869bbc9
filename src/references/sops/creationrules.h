// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "references/sops/sopskeys.h"

namespace references {

//! What `.sops.yaml` says about a new file.
struct CreationRule
{
    EncryptionRule rule;
    Recipients recipients;
};

//! The first of the `creation_rules` in \a config whose path_regex matches \a path, which is
//! relative to the config's folder; a rule without one matches everything. NotFound when none does.
//! Unsupported: rules that name key services or several key groups.
[[nodiscard]] base::Result<CreationRule> creationRuleFor(QByteArrayView config,
                                                         const QString &path);

//! Looks for .sops.yaml in the file's folder and those above it.
[[nodiscard]] base::Result<CreationRule> findCreationRule(const QString &file);

} // namespace references
