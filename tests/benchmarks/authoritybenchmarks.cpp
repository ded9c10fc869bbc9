// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/protocolhouse.h"
#include "figures.h"
#include "support/httpload.h"
#include "web/server.h"

#include <QDir>
#include <QEventLoop>
#include <QLoggingCategory>
#include <QProcess>
#include <QThread>

#include <future>

namespace {

constexpr int connections = 64;
constexpr auto span = std::chrono::seconds(4);

//! The authority's protocol half on a thread of its own, SQLite on disk, with a refresh token for
//! each connection.
class Authority
{
public:
    Authority()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("latchkey.web=false"));
        std::promise<void> started;
        m_thread.reset(QThread::create([this, &started] {
            ProtocolHouse house;
            auto machine = ProtocolHouse::webClient(QStringLiteral("machine"));
            machine.authMethod = QStringLiteral("client_secret_post");
            machine.grants = {QStringLiteral("client_credentials")};
            m_secret = house.add(machine).toStdString();
            house.add(ProtocolHouse::webClient(QStringLiteral("public")));
            for (int i = 0; i < connections; ++i) {
                const QByteArray code =
                    house.code(ProtocolHouse::authorization("public", "api:read"));
                const auto reply =
                    house.post("/oauth/token", ProtocolHouse::codeForm("public", code));
                m_tokens.push_back(textOf(reply.object(), "refresh_token").toStdString());
            }
            base::SystemClock clock;
            web::Server server({}, {}, house.router, clock, house.metrics);
            m_port = server.start(QHostAddress(QHostAddress::LocalHost), 0).value_or(0);
            QEventLoop loop;
            m_loop = &loop;
            started.set_value();
            loop.exec();
        }));
        m_thread->start();
        started.get_future().wait();
    }
    ~Authority()
    {
        QMetaObject::invokeMethod(m_loop, &QEventLoop::quit);
        m_thread->wait();
    }
    Authority(const Authority &) = delete;
    Authority &operator=(const Authority &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] const std::string &secret() const { return m_secret; }
    [[nodiscard]] const std::vector<std::string> &tokens() const { return m_tokens; }

private:
    std::unique_ptr<QThread> m_thread;
    QEventLoop *m_loop = nullptr;
    quint16 m_port = 0;
    std::string m_secret;
    std::vector<std::string> m_tokens;
};

//! npm's oidc-provider doing the same with everything in memory; port 0 when it is not there.
class Peer
{
public:
    Peer()
    {
        m_process.setWorkingDirectory(QStringLiteral(OPENID_PROVIDER));
        m_process.start(QStringLiteral("node"), {QStringLiteral("tokens.mjs")});
        QByteArray line;
        while (!line.startsWith('{')) {
            if (!m_process.canReadLine() && !m_process.waitForReadyRead(20'000))
                return;
            line = m_process.readLine();
        }
        const QJsonObject ready = QJsonDocument::fromJson(line).object();
        m_port = quint16(ready.value(u"port").toInt());
        const QJsonArray tokens = ready.value(u"tokens").toArray();
        for (const auto &token : tokens)
            m_tokens.push_back(token.toString().toStdString());
    }
    ~Peer()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(3000))
            m_process.kill();
        m_process.waitForFinished(1000);
    }
    Peer(const Peer &) = delete;
    Peer &operator=(const Peer &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] const std::vector<std::string> &tokens() const { return m_tokens; }

private:
    QProcess m_process;
    quint16 m_port = 0;
    std::vector<std::string> m_tokens;
};

//! What OpenSSL signs in a second on one core.
double signatures()
{
    QProcess speed;
    speed.start(QStringLiteral("openssl"),
                {QStringLiteral("speed"),
                 QStringLiteral("-seconds"),
                 QStringLiteral("2"),
                 QStringLiteral("ecdsap256")});
    if (!speed.waitForFinished(30'000))
        return 0;
    const QByteArrayList words = speed.readAllStandardOutput().simplified().split(' ');
    return words.size() > 2 ? words.at(words.size() - 2).toDouble() : 0;
}

HttpLoad::Figures refreshing(quint16 port, const std::string &path, std::vector<std::string> tokens)
{
    const HttpLoad::Next next = [&](int connection, const std::string &answer) {
        std::string &token = tokens[std::size_t(connection)];
        static const std::string member = "\"refresh_token\":\"";
        if (const auto at = answer.find(member); at != std::string::npos) {
            const auto from = at + member.size();
            token = answer.substr(from, answer.find('"', from) - from);
        }
        return HttpLoad::post(
            port, path, "grant_type=refresh_token&client_id=public&refresh_token=" + token);
    };
    return HttpLoad::run(port, connections, span, next);
}

HttpLoad::Figures asking(quint16 port, const std::string &path, const std::string &secret)
{
    const std::string request =
        HttpLoad::post(port,
                       path,
                       "grant_type=client_credentials&scope=api%3Aread&client_id=machine"
                       "&resource=https%3A%2F%2Fapi.example%2Fa&client_secret="
                           + secret);
    return HttpLoad::run(
        port, connections, span, [&](int, const std::string &) { return request; });
}

void report(benchmark::State &state, const HttpLoad::Figures &ours, const HttpLoad::Figures &peer)
{
    if (ours.failed > 0 || ours.answered == 0)
        state.SkipWithError("requests failed");
    state.SetIterationTime(1 / ours.perSecond);
    state.counters["per_second"] = ours.perSecond;
    state.counters["p99_us"] = double(ours.p99.count());
    if (peer.answered > 0) {
        state.counters["peer_per_second"] = peer.perSecond;
        state.counters["times_peer"] = ours.perSecond / peer.perSecond;
    }
    if (const double signing = signatures(); signing > 0) {
        state.counters["of_openssl"] = ours.perSecond / signing;
        allow(state, std::chrono::nanoseconds(qint64(2e9 / signing)));
    }
}

//! A refresh grant: a transaction, a new access token and a new refresh token.
void refreshGrant(benchmark::State &state)
{
    for (auto _ : state) {
        HttpLoad::Figures ours;
        {
            const Authority authority;
            ours = refreshing(authority.port(), "/oauth/token", authority.tokens());
        }
        const Peer peer;
        report(state,
               ours,
               peer.port() == 0 ? HttpLoad::Figures()
                                : refreshing(peer.port(), "/token", peer.tokens()));
    }
}

void clientCredentials(benchmark::State &state)
{
    for (auto _ : state) {
        HttpLoad::Figures ours;
        {
            const Authority authority;
            ours = asking(authority.port(), "/oauth/token", authority.secret());
        }
        const Peer peer;
        report(state,
               ours,
               peer.port() == 0 ? HttpLoad::Figures()
                                : asking(peer.port(), "/token", std::string(43, 's')));
    }
}

} // namespace

BENCHMARK(refreshGrant)->Name("refresh grant, 64 connections")->UseManualTime()->Iterations(1);
BENCHMARK(clientCredentials)
    ->Name("client credentials, 64 connections")
    ->UseManualTime()
    ->Iterations(1);
