// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desktop/handover.h"

#include "apps/desk/agentlock.h"
#include "base/logging.h"

#include <QCoreApplication>
#include <QCoroLocalSocket>
#include <QElapsedTimer>

namespace apps {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds longest = 10s;
constexpr std::chrono::milliseconds betweenLooks = 50ms;
constexpr std::chrono::milliseconds longestReply = 2s;

//! Whether it has understood. One that is just coming has no socket yet.
[[nodiscard]] QCoro::Task<bool> ask(QString path)
{
    const auto socket = std::make_unique<QLocalSocket>();
    socket->connectToServer(path);
    if (socket->state() != QLocalSocket::ConnectedState)
        co_return false; // a local connection is there at once, or not at all
    socket->write("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"shutdown\","
                  "\"params\":{\"reason\":\"handover\"}}\n");
    auto waiting = qCoro(*socket);
    while (!socket->canReadLine()) {
        const bool isMore = co_await waiting.waitForReadyRead(longestReply);
        if (!isMore)
            co_return false;
    }
    const bool isUnderstood = socket->readLine().contains("\"result\"");
    co_return isUnderstood;
}

} // namespace

base::Task<> takeOver(base::Paths paths, base::Clock &clock)
{
    QElapsedTimer watch;
    watch.start();
    bool isAsked = false;
    const std::stop_token never;
    while (!watch.hasExpired(longest.count())) {
        const auto holder = AgentLock::holder(paths);
        if (!holder)
            co_return {};
        if (AgentLock::isDesktop(*holder))
            co_return base::fail(
                base::ErrorCode::Conflict,
                QCoreApplication::translate("apps", "Another Latchkey is running for you already."),
                QCoreApplication::translate("apps", "Use that one, or end it first."));
        if (!isAsked) {
            const QString path = paths.agentSocket();
            isAsked = co_await ask(path);
            if (isAsked)
                qCInfo(lcDesktop) << "Taking over from process" << holder->pid;
        }
        CO_TRY_VOID(co_await clock.sleep(betweenLooks, never));
    }
    co_return base::fail(
        base::ErrorCode::TimedOut,
        QCoreApplication::translate("apps", "The agent that runs without a screen does not end."),
        QCoreApplication::translate("apps",
                                    "End it with “latchkey daemon stop”, then start again."),
        base::Retryable::Yes);
}

} // namespace apps
