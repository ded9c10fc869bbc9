// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settingspecs.h"
#include "rpc/server.h"
#include "support/fakeaccountservice.h"
#include "support/fakeactivityservice.h"
#include "support/fakeclock.h"
#include "support/fakeconsent.h"
#include "support/fakelockservice.h"
#include "support/fakeports.h"
#include "support/fakesigninservice.h"
#include "support/fakestoreservice.h"
#include "support/faketokenservice.h"
#include "support/settle.h"
#include "support/verifyresult.h"

#include <QCoroTask>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QTemporaryDir>

//! Resolves "auth://…" to "value of …", anything else to itself.
class FakeReferences final : public core::ReferenceService
{
public:
    base::Task<base::Secret> resolve(core::ReferenceRequest request, std::stop_token) override
    {
        requests.append(request);
        if (error)
            co_return base::fail(*error);
        co_return base::Secret(QByteArray("value of " + request.text.toUtf8() + suffix));
    }
    QList<core::ReferenceRequest> requests;
    QByteArray suffix;
    std::optional<base::Error> error;
};

class FakeSops final : public core::SopsService
{
public:
    base::Task<core::SopsPlain> decrypt(core::SopsRequest,
                                        QString,
                                        QString,
                                        std::stop_token) override
    {
        co_return core::SopsPlain{base::Secret(QByteArrayView("a: 1\n")), "mark"};
    }
    base::Task<QByteArray> encrypt(core::SopsRequest,
                                   core::SopsRecipients,
                                   std::stop_token) override
    {
        co_return QByteArray("a: ENC[]\n");
    }
    base::Task<> encryptInPlace(core::SopsRequest, core::SopsRecipients, std::stop_token) override
    {
        co_return {};
    }
    base::Task<> decryptInPlace(core::SopsRequest, std::stop_token) override { co_return {}; }
    base::Task<> set(core::SopsRequest, QString, base::Secret, std::stop_token) override
    {
        co_return {};
    }
    base::Task<> replace(core::SopsRequest, base::Secret, QByteArray, std::stop_token) override
    {
        co_return {};
    }
    base::Result<core::SopsFacts> info(const core::SopsRequest &) const override
    {
        return core::SopsFacts{};
    }
};

class FakeDoctor final : public core::DoctorService
{
public:
    base::Task<QList<core::Finding>> examine(std::stop_token) override
    {
        co_return QList<core::Finding>{};
    }
};

//! The server on fakes, with its socket in a folder of its own.
struct RpcHouse
{
    RpcHouse()
    {
        if (!paths.create() || !settings.load())
            qFatal("The test's folder cannot be used.");
        make();
    }

    ~RpcHouse()
    {
        if (server)
            static_cast<void>(QCoro::waitFor(server->stop()));
    }

    void make() { make(programs); }
    void make(core::Programs &whoAsks)
    {
        server = std::make_unique<rpc::Server>(
            rpc::Needs{.accounts = accounts,
                       .tokens = tokens,
                       .signIn = signIn,
                       .lock = lock,
                       .store = store,
                       .activity = activity,
                       .consent = consent,
                       .references = references,
                       .sops = sops,
                       .doctor = doctor,
                       .programs = whoAsks,
                       .audit = audit,
                       .settings = settings,
                       .clock = clock,
                       .paths = paths,
                       .version = QStringLiteral("1.2.3"),
                       .hasScreen = true,
                       .shutdown = [this](const QString &reason) { shutdowns << reason; },
                       .reload = {},
                       .mayAnswer = [this] { return mayAnswer; },
                       .warnings = {}});
    }

    void listen()
    {
        if (const auto done = server->listen(); !done)
            qFatal("%s", qPrintable(done.error().message));
    }

    QTemporaryDir folder;
    base::Paths paths = base::Paths::below(folder.path());
    FakeClock clock;
    FakeAccountService accounts{sampleAccounts(clock.now())};
    FakeTokenService tokens;
    FakeSignInService signIn;
    FakeLockService lock;
    FakeStoreService store;
    FakeActivityService activity{sampleEvents(clock.now())};
    FakeConsent consent;
    FakeReferences references;
    FakeSops sops;
    FakeDoctor doctor;
    FakePrograms programs;
    FakeAudit audit;
    base::Settings settings{core::settingSpecs(), {{}, paths.configFile(), {}, {}}};
    QStringList shutdowns;
    bool mayAnswer = false;
    std::unique_ptr<rpc::Server> server;
};

//! A client that speaks lines; waits in the event loop, where the server lives, too.
class LineClient
{
public:
    explicit LineClient(const RpcHouse &house)
        : LineClient(house.paths.agentSocket())
    {}

    explicit LineClient(const QString &path)
    {
        socket.connectToServer(path);
        QObject::connect(&socket, &QLocalSocket::readyRead, &socket, [this] {
            m_input += socket.readAll();
            for (qsizetype end = m_input.indexOf('\n'); end >= 0; end = m_input.indexOf('\n')) {
                lines += m_input.first(end);
                m_input.remove(0, end + 1);
            }
        });
    }

    void send(const QByteArray &line) { socket.write(line + '\n'); }

    void send(const QString &method, const QJsonValue &params, const QJsonValue &id)
    {
        QJsonObject request{{QStringLiteral("jsonrpc"), QStringLiteral("2.0")},
                            {QStringLiteral("method"), method}};
        if (!params.isUndefined())
            request.insert(QStringLiteral("params"), params);
        if (!id.isUndefined())
            request.insert(QStringLiteral("id"), id);
        send(QJsonDocument(request).toJson(QJsonDocument::Compact));
    }

    //! The next line; empty when none comes within ten seconds.
    QByteArray next()
    {
        static_cast<void>(QTest::qWaitFor([this] { return !lines.isEmpty(); }, 10'000));
        return lines.isEmpty() ? QByteArray() : lines.takeFirst();
    }

    QJsonObject nextObject() { return QJsonDocument::fromJson(next()).object(); }

    //! Sends a request and gives its whole answer.
    QJsonObject ask(const QString &method, const QJsonValue &params = QJsonValue::Undefined)
    {
        const int id = ++m_lastId;
        send(method, params, id);
        QJsonObject answer = nextObject();
        while (!answer.isEmpty() && answer[u"id"].toInt() != id) {
            notifications.append(answer);
            answer = nextObject();
        }
        return answer;
    }

    QJsonObject result(const QString &method, const QJsonValue &params = QJsonValue::Undefined)
    {
        const QJsonObject answer = ask(method, params);
        if (!answer.contains(u"result"))
            qWarning() << method << answer;
        return answer[u"result"].toObject();
    }

    //! The error's number; 0: there was none.
    int error(const QString &method, const QJsonValue &params = QJsonValue::Undefined)
    {
        lastError = ask(method, params)[u"error"].toObject();
        return lastError[u"code"].toInt();
    }

    //! What came and was no whole line.
    [[nodiscard]] QByteArray rest() const { return m_input; }

    [[nodiscard]] bool isConnected() const
    {
        return socket.state() == QLocalSocket::ConnectedState;
    }

    QLocalSocket socket;
    QByteArrayList lines;
    QList<QJsonObject> notifications;
    QJsonObject lastError;

private:
    QByteArray m_input;
    int m_lastId = 0;
};

//! {"service": …, "account": …} and more.
inline QJsonObject about(const char *service,
                         const char *account,
                         std::initializer_list<std::pair<QString, QJsonValue>> more = {})
{
    QJsonObject params{{QStringLiteral("service"), QString::fromLatin1(service)},
                       {QStringLiteral("account"), QString::fromLatin1(account)}};
    for (const auto &[name, value] : more)
        params.insert(name, value);
    return params;
}
