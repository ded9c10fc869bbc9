// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rpc/methods.h"

//! The methods by subject, one file each.
namespace rpc {

[[nodiscard]] QList<Method> tokenMethods(); //!< get_token, refresh_token, refresh_if_needed
[[nodiscard]] QList<Method> accountMethods(); //!< list_accounts, get_account, remove_account, …
[[nodiscard]] QList<Method> signInMethods(); //!< add_account, sign_in.*, set_client, providers.list
[[nodiscard]] QList<Method> referenceMethods(); //!< resolve
[[nodiscard]] QList<Method> sopsMethods(); //!< sops.*
[[nodiscard]] QList<Method> doctorMethods(); //!< doctor
[[nodiscard]] QList<Method> statusMethods(); //!< status, shutdown, rpc.methods
[[nodiscard]] QList<Method> lockMethods(); //!< lock, unlock
[[nodiscard]] QList<Method> storeMethods(); //!< store.*
[[nodiscard]] QList<Method> topicMethods(); //!< subscribe, unsubscribe
[[nodiscard]] QList<Method> auditMethods(); //!< audit.tail, audit.verify
[[nodiscard]] QList<Method> consentMethods(); //!< approvals.*, set_consent
[[nodiscard]] QList<Method> configMethods(); //!< config.*

//! The two that name an account, for most methods the first.
[[nodiscard]] Param serviceParam();
[[nodiscard]] Param accountParam();

} // namespace rpc
