// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/consent.h"
#include "core/services.h"
#include "net/jsonwriter.h"

//! How the house's values look on the wire (docs/api.md, "Values").
namespace rpc {

//! The members of an account; the object is opened and ended by whoever calls.
void writeAccountMembers(net::JsonWriter &writer, const core::AccountView &view);
[[nodiscard]] net::JsonText accountJson(const core::AccountView &view);
void writeEvent(net::JsonWriter &writer, QByteArrayView name, const core::AuditEvent &event);
void writeApproval(net::JsonWriter &writer, const core::Approval &approval);
void writeQuestion(net::JsonWriter &writer, const core::ConsentQuestion &question);

[[nodiscard]] QString nameOf(core::LockService::State state);
[[nodiscard]] QString nameOf(core::StoreState state);
[[nodiscard]] QString nameOf(core::SignInProgress::Step step);

//! "service/account"; null when it names none.
void writeAccountName(net::JsonWriter &writer, const core::AccountId &id);
//! {}
[[nodiscard]] net::JsonText emptyObject();

} // namespace rpc
