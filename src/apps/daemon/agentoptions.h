// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/logging.h"
#include "base/paths.h"
#include "base/result.h"

#include <QHash>

class QCommandLineParser;

namespace apps {

//! What the command line says of the agent.
struct AgentOptions
{
    base::Paths paths;
    base::LogOptions log;
    bool isByHand = false; //!< --foreground: a person reads what it says

    static void addTo(QCommandLineParser &line);
    [[nodiscard]] static base::Result<AgentOptions> from(const QCommandLineParser &line);
};

} // namespace apps
