// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"

#include <QCoroFuture>
#include <QPromise>

#include <memory>

namespace vault {

//! Lets coroutines of one thread pass one after the other, in the order of their coming.
class Turns
{
public:
    //! Held while it is one's turn; the next one goes on when it is dropped.
    using Turn = std::shared_ptr<void>;

    [[nodiscard]] QCoro::Task<Turn> take()
    {
        const QFuture<void> before = m_last;
        auto turn = std::make_shared<QPromise<void>>();
        turn->start();
        m_last = turn->future();
        // Finished by the deleter, so that no way out of the holder's coroutine can forget it.
        Turn held(turn.get(), [turn](void *) { turn->finish(); });
        co_await before;
        co_return held;
    }

    //! Nobody holds a turn or waits for one.
    [[nodiscard]] bool isIdle() const { return m_last.isFinished(); }

private:
    QFuture<void> m_last;
};

} // namespace vault
