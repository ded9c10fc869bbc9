// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/logging.h"

Q_DECLARE_LOGGING_CATEGORY(lcRpc)
