// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures.h"
#include "support/httpload.h"
#include "web/server.h"

#include <QEventLoop>
#include <QThread>

#include <future>

namespace {

//! What a request costs before anything is done for it; server and clients share the machine.
void anEmptyHandler(benchmark::State &state)
{
    std::promise<std::pair<quint16, QEventLoop *>> started;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        base::SystemClock clock;
        web::Metrics metrics;
        web::Router router;
        router.add(web::Method::Get, "/", [](const web::Request &) {
            return web::Response::bytes("{}", "application/json");
        });
        web::Server server({}, {}, router, clock, metrics);
        const auto port = server.start(QHostAddress(QHostAddress::LocalHost), 0);
        QEventLoop loop;
        started.set_value({port.value_or(0), &loop});
        loop.exec();
    }));
    thread->start();
    const auto [port, loop] = started.get_future().get();
    const HttpLoad::Next next = [request = HttpLoad::get(port, "/")](int, const std::string &) {
        return request;
    };
    for (auto _ : state) {
        const auto figures = HttpLoad::run(port, 64, std::chrono::seconds(3), next);
        if (figures.failed > 0)
            state.SkipWithError("requests failed");
        state.SetIterationTime(1 / figures.perSecond);
        state.counters["p99_us"] = double(figures.p99.count());
    }
    QMetaObject::invokeMethod(loop, &QEventLoop::quit);
    thread->wait();
    // Half of what is left per request when tokens are signed at half of OpenSSL's rate.
    allow(state, std::chrono::microseconds(20));
}

} // namespace

BENCHMARK(anEmptyHandler)->Name("request, 64 connections")->UseManualTime()->Iterations(1);
