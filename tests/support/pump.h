// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakeclock.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QList>

#include <chrono>

//! Runs the event loop until \a done, moving \a clock on by \a step whenever somebody sleeps on it
//! and nothing else happens. Gives the time that passed on the clock, one entry for each sleep.
template<typename Done>
QList<std::chrono::milliseconds> pump(FakeClock &clock,
                                      Done done,
                                      std::chrono::milliseconds step = std::chrono::seconds(1))
{
    QList<std::chrono::milliseconds> waits;
    QElapsedTimer guard;
    guard.start();
    while (!done() && guard.elapsed() < 20'000) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        if (clock.sleepers() == 0 || done())
            continue;
        std::chrono::milliseconds wait(0);
        while (clock.sleepers() > 0 && wait < std::chrono::hours(48)) {
            clock.advance(step);
            wait += step;
            // The woken one takes itself off the list in the event loop.
            for (int i = 0; i < 3; ++i)
                QCoreApplication::processEvents();
        }
        waits += wait;
    }
    return waits;
}
