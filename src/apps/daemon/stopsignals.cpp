// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/daemon/stopsignals.h"

#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <array>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace apps {

#ifdef Q_OS_UNIX

namespace {

//! A handler may do next to nothing: it writes one byte, and the event loop does the rest.
std::array<int, 2> ends{-1, -1};

volatile std::sig_atomic_t stopsAsked = 0;

extern "C" void latchkeyStopHandler(int signal)
{
    // Every file is whole at every moment, so whoever insists may have it at once.
    if (signal != SIGHUP && stopsAsked != 0)
        _exit(128 + signal);
    if (signal != SIGHUP)
        stopsAsked = 1;
    const char byte = signal == SIGHUP ? 'h' : 's';
    [[maybe_unused]] const ssize_t written = write(ends[0], &byte, 1);
}

} // namespace

StopSignals::StopSignals(Hangup hangup)
{
    stopsAsked = 0;
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends.data()) != 0)
        return; // the system's way of ending stays in force
    m_notifier = std::make_unique<QSocketNotifier>(ends[1], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (read(ends[1], &byte, 1) != 1)
            return;
        if (byte == 'h')
            Q_EMIT reloadAsked();
        else
            Q_EMIT raised();
    });
    struct sigaction action = {};
    action.sa_handler = latchkeyStopHandler;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
    if (hangup == Hangup::Reloads)
        sigaction(SIGHUP, &action, nullptr);
}

StopSignals::~StopSignals()
{
    signal(SIGTERM, SIG_DFL);
    signal(SIGINT, SIG_DFL);
    signal(SIGHUP, SIG_DFL);
    m_notifier.reset();
    for (int &end : ends) {
        if (end >= 0)
            close(end);
        end = -1;
    }
}

#else

StopSignals::StopSignals(Hangup) {}
StopSignals::~StopSignals() = default;

#endif

} // namespace apps
