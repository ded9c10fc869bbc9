// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/httpload.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <cstdio>
#include <memory>
#include <sys/resource.h>

namespace {

constexpr int connections = 64;

//! A program that gives tokens, running: it prints one line of JSON when it is ready.
class Server
{
public:
    explicit Server(const QString &command)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.startCommand(command);
        QByteArray line;
        while (!line.startsWith('{')) {
            while (!m_process.canReadLine()) {
                if (!m_process.waitForReadyRead(30'000))
                    return;
            }
            line = m_process.readLine();
        }
        const QJsonObject ready = QJsonDocument::fromJson(line).object();
        m_port = static_cast<unsigned short>(ready.value(u"port").toInt());
        m_path = ready.value(u"path").toString().toStdString();
        m_secret = ready.value(u"secret").toString().toStdString();
        const QJsonArray tokens = ready.value(u"tokens").toArray();
        for (const auto &token : tokens)
            m_tokens.push_back(token.toString().toStdString());
    }
    ~Server()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(3000))
            m_process.kill();
        m_process.waitForFinished(1000);
    }
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    [[nodiscard]] bool isReady() const
    {
        return m_port != 0 && m_tokens.size() == std::size_t(connections);
    }

    //! Each connection goes on with the token that it was given last.
    [[nodiscard]] HttpLoad::Figures refresh(std::chrono::milliseconds span)
    {
        const HttpLoad::Next next = [this](int connection, const std::string &answer) {
            static const std::string member = "\"refresh_token\":\"";
            std::string &token = m_tokens[std::size_t(connection)];
            if (const auto at = answer.find(member); at != std::string::npos) {
                const auto from = at + member.size();
                token = answer.substr(from, answer.find('"', from) - from);
            }
            return HttpLoad::post(
                m_port, m_path, "grant_type=refresh_token&client_id=public&refresh_token=" + token);
        };
        return HttpLoad::run(m_port, connections, span, next);
    }

    [[nodiscard]] HttpLoad::Figures ask(std::chrono::milliseconds span)
    {
        const std::string request =
            HttpLoad::post(m_port,
                           m_path,
                           "grant_type=client_credentials&scope=api%3Aread&client_id=machine"
                           "&resource=https%3A%2F%2Fapi.example%2Fa&client_secret="
                               + m_secret);
        const HttpLoad::Next next = [&](int, const std::string &) { return request; };
        return HttpLoad::run(m_port, connections, span, next);
    }

    //! What the process has used of the processors until now, in seconds.
    [[nodiscard]] double processorTime() const
    {
        QFile file(QStringLiteral("/proc/%1/stat").arg(m_process.processId()));
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        // Behind the name, which may hold blanks: state is the first, utime the 12th.
        const QByteArrayList fields = file.readAll().split(')').last().simplified().split(' ');
        return (fields.value(11).toDouble() + fields.value(12).toDouble())
               / double(::sysconf(_SC_CLK_TCK));
    }

private:
    QProcess m_process;
    unsigned short m_port = 0;
    std::string m_path;
    std::string m_secret;
    std::vector<std::string> m_tokens;
};

//! What one server did in all its turns.
struct Sum
{
    long answered = 0;
    long failed = 0;
    double processor = 0; //!< seconds, of the server alone
    double ours = 0; //!< of the load generator
    std::vector<double> perSecond;
    std::vector<double> p99; //!< milliseconds
};

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

//! What OpenSSL signs in a second of one processor.
double signatures()
{
    QProcess speed;
    speed.setStandardErrorFile(QProcess::nullDevice());
    speed.startCommand(QStringLiteral("openssl speed -seconds 1 ecdsap256"));
    if (!speed.waitForFinished(30'000))
        return 0;
    const QByteArrayList words = speed.readAllStandardOutput().simplified().split(' ');
    return words.size() > 2 ? words.at(words.size() - 2).toDouble() : 0;
}

double ownTime()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
           + double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

void turn(Server &server, bool isRefresh, std::chrono::milliseconds span, Sum &sum)
{
    const double before = server.processorTime();
    const double oursBefore = ownTime();
    const auto figures = isRefresh ? server.refresh(span) : server.ask(span);
    // HttpLoad warms up for a tenth more than it counts.
    sum.processor += (server.processorTime() - before) / 1.1;
    sum.ours += (ownTime() - oursBefore) / 1.1;
    sum.answered += figures.answered;
    sum.failed += figures.failed;
    sum.perSecond.push_back(figures.perSecond);
    sum.p99.push_back(double(figures.p99.count()) / 1000);
}

void print(const char *name, const Sum &sum, double signing)
{
    const double cost = sum.processor * 1e6 / double(std::max(1L, sum.answered));
    const double load = sum.ours * 1e6 / double(std::max(1L, sum.answered));
    std::printf("  %-14s %8.0f/s  p99 %6.2f ms  %7.1f us of processor (load %4.1f us)  "
                "%4.2f of openssl, %4.2f by processor time%s\n",
                name,
                median(sum.perSecond),
                median(sum.p99),
                cost,
                load,
                signing > 0 ? median(sum.perSecond) / signing : 0,
                signing > 0 && cost > 0 ? 1e6 / cost / signing : 0,
                sum.failed > 0 ? "  FAILED REQUESTS" : "");
}

} // namespace

//! token_figures ROUNDS MILLISECONDS OURS [PEER]: two programs that give tokens, taking turns under
//! the same load, and OpenSSL in between.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 4) {
        std::fprintf(stderr, "Usage: token_figures ROUNDS MILLISECONDS OURS [PEER]\n");
        return 2;
    }
    const int rounds = arguments.at(1).toInt();
    const std::chrono::milliseconds span(arguments.at(2).toInt());
    std::vector<std::unique_ptr<Server>> servers;
    for (qsizetype i = 3; i < arguments.size(); ++i) {
        servers.push_back(std::make_unique<Server>(arguments.at(i)));
        if (!servers.back()->isReady()) {
            std::fprintf(stderr, "%s did not start.\n", qPrintable(arguments.at(i)));
            return 1;
        }
    }
    bool isWhole = true;
    for (const bool isRefresh : {true, false}) {
        std::vector<Sum> sums(servers.size());
        std::vector<double> signing;
        // Node compiles what runs often: what it costs before that is not counted.
        for (const auto &server : servers) {
            Sum warm;
            turn(*server, isRefresh, 2 * span, warm);
        }
        for (int round = 0; round < rounds; ++round) {
            for (std::size_t i = 0; i < servers.size(); ++i)
                turn(*servers[i], isRefresh, span, sums[i]);
            signing.push_back(signatures());
        }
        const double perSecond = median(signing);
        std::printf("%s: openssl signs %.0f/s on one processor\n",
                    isRefresh ? "refresh grant" : "client credentials",
                    perSecond);
        for (std::size_t i = 0; i < sums.size(); ++i) {
            print(i == 0 ? "latchkey" : "oidc-provider", sums[i], perSecond);
            isWhole = isWhole && sums[i].failed == 0;
        }
        if (sums.size() > 1) {
            std::vector<double> times;
            for (std::size_t i = 0; i < sums[0].perSecond.size(); ++i)
                times.push_back(sums[0].perSecond[i] / sums[1].perSecond[i]);
            std::printf("  %.2f x oidc-provider, %.2f x by processor time\n",
                        median(times),
                        (sums[1].processor / double(std::max(1L, sums[1].answered)))
                            / (sums[0].processor / double(std::max(1L, sums[0].answered))));
        }
        std::fflush(stdout);
    }
    return isWhole ? 0 : 1;
}
