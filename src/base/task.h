// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QCoroTask>

namespace base {

//! An operation that is under way and will end in a Result. It starts at once and runs on when the
//! handle is dropped; hand it to a TaskScope or await it.
template<typename T = void>
using Task = QCoro::Task<Result<T>>;

} // namespace base
