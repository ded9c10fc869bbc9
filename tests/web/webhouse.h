// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fakeclock.h"
#include "support/verifyresult.h"
#include "web/server.h"

#include <QCoroTask>
#include <QHostAddress>

#include <memory>

//! A server on a free port with a clock that the test moves.
struct WebHouse
{
    WebHouse() = default;
    ~WebHouse()
    {
        server.reset();
        // Who sleeps on the clock wakes in the event loop, and needs the clock for that.
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
    }
    WebHouse(const WebHouse &) = delete;
    WebHouse &operator=(const WebHouse &) = delete;

    FakeClock clock;
    web::Metrics metrics;
    web::Router router;
    web::Limits limits;
    web::Site site;
    std::unique_ptr<web::Server> server;
    quint16 port = 0;

    [[nodiscard]] base::Result<> open()
    {
        server = std::make_unique<web::Server>(site, limits, router, clock, metrics);
        TRY(port, server->start(QHostAddress(QHostAddress::LocalHost), 0));
        return {};
    }

    //! Lets \a seconds pass, one by one as the server counts them.
    void pass(int seconds)
    {
        for (int i = 0; i < seconds; ++i) {
            static_cast<void>(QTest::qWaitFor([this] { return clock.sleepers() > 0; }, 200));
            clock.advance(std::chrono::seconds(1));
            for (int k = 0; k < 5; ++k)
                QCoreApplication::processEvents();
        }
    }
};
