// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario.h"

#include <QCoreApplication>

#include <cstdio>

//! killactor SCENARIO prepare|act|state FOLDER [STEPS]: the process that tst_kill lets die.
//! `act` tells on its output which step begins; `state` prints what it finds.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    auto scenarios = ledgerScenarios();
    scenarios.insert(vaultScenarios());
    scenarios.insert(authorityScenarios());
    if (arguments.size() < 4 || !scenarios.contains(arguments[1]))
        return 64;
    const auto scenario = scenarios.value(arguments[1])(arguments[3]);
    const auto failed = [](const base::Error &error) {
        std::fprintf(stderr, "%s\n", qPrintable(error.message));
        return 1;
    };

    if (arguments[2] == QLatin1String("prepare")) {
        const auto done = scenario->prepare();
        return done ? 0 : failed(done.error());
    }
    if (arguments[2] == QLatin1String("state")) {
        const auto state = scenario->state();
        if (!state)
            return failed(state.error());
        std::printf("%s\n", state->constData());
        return 0;
    }
    const qsizetype limit = arguments.size() > 4 ? arguments[4].toInt() : 1000;
    const auto steps = scenario->steps();
    if (!steps)
        return failed(steps.error());
    for (qsizetype i = 0; i < std::min(limit, steps->size()); ++i) {
        std::printf("step %d\n", int(i));
        std::fflush(stdout);
        if (const auto done = (*steps)[i](); !done)
            return failed(done.error());
    }
    std::printf("done %d\n", int(steps->size()));
    return 0;
}
