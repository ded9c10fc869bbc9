// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/filelock.h"
#include "base/paths.h"
#include "core/credentialref.h"
#include "support/scriptedserver.h"
#include "support/verifyresult.h"
#include "vault/agefilestore.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

//! One connection to the agent; waits in the event loop, since a provider may answer there.
class AgentCaller
{
public:
    explicit AgentCaller(const QString &socket)
    {
        m_socket.connectToServer(socket);
        QObject::connect(
            &m_socket, &QLocalSocket::readyRead, &m_socket, [this] { read(m_socket.readAll()); });
    }

    [[nodiscard]] bool isConnected() const
    {
        return m_socket.state() == QLocalSocket::ConnectedState;
    }
    [[nodiscard]] bool isClosed() const
    {
        return m_socket.state() == QLocalSocket::UnconnectedState;
    }

    //! Asks; the answer comes to answers under the id that this gives back.
    int send(const QString &method, const QJsonObject &params = {})
    {
        const QJsonObject request{{QStringLiteral("jsonrpc"), QStringLiteral("2.0")},
                                  {QStringLiteral("id"), ++m_last},
                                  {QStringLiteral("method"), method},
                                  {QStringLiteral("params"), params}};
        m_socket.write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
        m_socket.flush();
        return m_last;
    }
    [[nodiscard]] bool waitFor(int id, int limit = 30'000)
    {
        return QTest::qWaitFor([this, id] { return answers.contains(id) || isClosed(); }, limit)
               && answers.contains(id);
    }
    //! The whole answer; empty: none came.
    [[nodiscard]] QJsonObject ask(const QString &method, const QJsonObject &params = {})
    {
        const int id = send(method, params);
        return waitFor(id) ? answers.value(id) : QJsonObject();
    }
    [[nodiscard]] QJsonObject result(const QString &method, const QJsonObject &params = {})
    {
        return ask(method, params).value(QLatin1String("result")).toObject();
    }

    QHash<int, QJsonObject> answers;
    QList<QJsonObject> notices;

private:
    void read(const QByteArray &bytes)
    {
        m_received += bytes;
        for (qsizetype end = m_received.indexOf('\n'); end >= 0; end = m_received.indexOf('\n')) {
            const auto message = QJsonDocument::fromJson(m_received.left(end)).object();
            m_received.remove(0, end + 1);
            if (message.contains(QLatin1String("id")))
                answers.insert(message.value(QLatin1String("id")).toInt(), message);
            else
                notices += message;
        }
    }

    QLocalSocket m_socket;
    QByteArray m_received;
    int m_last = 0;
};

//! A home of its own for the real agent: folders, an age file as store, one account at a small
//! provider that keeps the rules (refresh tokens rotate, an old one ends the family).
class AgentWorld
{
public:
    AgentWorld()
        : provider([this](const ScriptedServer::Request &request) { return answer(request); })
    {
        for (const auto &[name, path] : folders()) {
            environment.insert(name, path);
            QDir().mkpath(path);
        }
        QFile::setPermissions(folder.filePath(QStringLiteral("run")),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        for (const char *name : {"DBUS_SESSION_BUS_ADDRESS",
                                 "DISPLAY",
                                 "WAYLAND_DISPLAY",
                                 "NOTIFY_SOCKET",
                                 "LATCHKEY_PROFILE",
                                 "LATCHKEY_SOCKET"})
            environment.remove(QLatin1String(name));
        environment.insert(QStringLiteral("LATCHKEY_STORE_KIND"), QStringLiteral("age_file"));
        environment.insert(QStringLiteral("LATCHKEY_CONSENT_POLICY"), QStringLiteral("allow"));
        const QString home = folder.path();
        paths.config = home + QStringLiteral("/config/latchkey");
        paths.data = home + QStringLiteral("/data/latchkey");
        paths.state = home + QStringLiteral("/state/latchkey");
        paths.runtime = home + QStringLiteral("/run/latchkey");
    }
    ~AgentWorld()
    {
        for (const auto &process : processes) {
            if (process->state() != QProcess::NotRunning) {
                process->terminate();
                if (!process->waitForFinished(10'000))
                    process->kill();
                process->waitForFinished(1000);
            }
        }
    }

    //! The account fixture/maria, with an access token that has \a left seconds.
    [[nodiscard]] base::Result<> seed(int left)
    {
        TRY_VOID(paths.create());
        TRY_VOID(write(paths.providersFolder() + QStringLiteral("/fixture.toml"),
                       QStringLiteral("id = \"fixture\"\nname = \"Fixture\"\nletters = \"Fx\"\n"
                                      "methods = [\"device\"]\n[oauth]\n"
                                      "token_endpoint = \"%1/token\"\n"
                                      "device_endpoint = \"%1/device\"\nclient_id = \"me\"\n")
                           .arg(provider.origin())));
        TRY_VOID(write(paths.accountsFile(),
                       QStringLiteral("[[accounts]]\nservice = \"fixture\"\naccount = \"maria\"\n"
                                      "kind = \"oauth\"\nprovider = \"fixture\"\n"
                                      "scopes = [\"read\", \"write\"]\n")));
        vault::AgeFileStore store(ageFiles());
        TRY_VOID(QCoro::waitFor(store.create({})));
        core::TokenSet set;
        set.accessToken = base::Secret("at-0");
        set.refreshToken = base::Secret("rt-0");
        set.expiresAt = QDateTime::currentDateTimeUtc().addSecs(left);
        set.issuedAt = set.expiresAt.addSecs(-std::max(3600, left));
        set.clientId = QStringLiteral("me");
        set.tokenEndpoint = provider.address(QStringLiteral("/token"));
        set.scopes = {QStringLiteral("read"), QStringLiteral("write")};
        const QString entry = core::tokenEntry(account);
        return QCoro::waitFor(store.write(entry, set.serialized()));
    }
    //! What is on the disk; the agent has ended.
    [[nodiscard]] base::Result<core::TokenSet> kept() const
    {
        vault::AgeFileStore store(ageFiles());
        TRY_VOID(QCoro::waitFor(store.unlock({})));
        TRY(const base::Secret entry, QCoro::waitFor(store.read(core::tokenEntry(account))));
        return core::TokenSet::parse(entry);
    }

    //! The one of this build, unless the environment names another.
    [[nodiscard]] static QString agentProgram()
    {
        return qEnvironmentVariable("LATCHKEYD", QStringLiteral(LATCHKEYD));
    }
    //! Starts a program of ours.
    QProcess *start(const QString &program, const QStringList &arguments = {})
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(environment);
        process->setProgram(program);
        process->setArguments(arguments);
        process->setProcessChannelMode(QProcess::ForwardedOutputChannel);
        process->start();
        processes.push_back(std::move(process));
        return processes.back().get();
    }
    QProcess *startAgent(const QStringList &arguments = {})
    {
        return start(agentProgram(), arguments);
    }
    //! A connection, as soon as somebody answers.
    [[nodiscard]] std::unique_ptr<AgentCaller> connect(int limit = 15'000) const
    {
        std::unique_ptr<AgentCaller> caller;
        const auto isThere = [&] {
            caller = std::make_unique<AgentCaller>(paths.agentSocket());
            return caller->isConnected();
        };
        return QTest::qWaitFor(isThere, limit) ? std::move(caller) : nullptr;
    }
    [[nodiscard]] QByteArray log() const
    {
        QFile file(paths.logFile());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] static QJsonObject maria()
    {
        return {{QStringLiteral("service"), QStringLiteral("fixture")},
                {QStringLiteral("account"), QStringLiteral("maria")}};
    }

    QTemporaryDir folder;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    base::Paths paths;
    std::vector<std::unique_ptr<QProcess>> processes;
    const core::AccountId account{QStringLiteral("fixture"), QStringLiteral("maria")};

    int lifetime = 3600; //!< of the tokens that the provider gives
    int generation = 0; //!< of the refresh token that is good
    QStringList used; //!< refresh tokens that came, in order
    bool isEnded = false; //!< an old one came: the family is over (RFC 9700 4.14)
    std::function<void()> whenAsked = [] {};
    bool hangs = false; //!< answers nobody
    //! A reply that was lost on its way is given once more, as long as nobody used what was in it.
    bool givesAgain = false;
    ScriptedServer provider;

private:
    [[nodiscard]] QList<std::pair<QString, QString>> folders() const
    {
        const auto below = [this](const char *name) {
            return folder.filePath(QLatin1String(name));
        };
        return {{QStringLiteral("HOME"), below("home")},
                {QStringLiteral("XDG_CONFIG_HOME"), below("config")},
                {QStringLiteral("XDG_DATA_HOME"), below("data")},
                {QStringLiteral("XDG_STATE_HOME"), below("state")},
                {QStringLiteral("XDG_CACHE_HOME"), below("cache")},
                {QStringLiteral("XDG_RUNTIME_DIR"), below("run")}};
    }
    [[nodiscard]] vault::AgeFiles ageFiles() const
    {
        vault::AgeFiles files;
        files.vault = paths.vaultFile();
        files.key = paths.data + QStringLiteral("/vault.key");
        return files;
    }
    [[nodiscard]] static base::Result<> write(const QString &name, const QString &text)
    {
        QDir().mkpath(QFileInfo(name).path());
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
            return base::fail(base::ErrorCode::Internal, file.errorString());
        return {};
    }

    ScriptedServer::Reply answer(const ScriptedServer::Request &request)
    {
        whenAsked();
        if (hangs)
            return ScriptedServer::badly(ScriptedServer::Manner::Hang);
        const QString came = request.field(QStringLiteral("refresh_token"));
        used += came;
        if (givesAgain && generation > 0 && came == QStringLiteral("rt-%1").arg(generation - 1))
            --generation;
        if (isEnded || came != QStringLiteral("rt-%1").arg(generation)) {
            isEnded = true;
            return ScriptedServer::json(
                {{QStringLiteral("error"), QStringLiteral("invalid_grant")}}, 400);
        }
        ++generation;
        return ScriptedServer::json(
            {{QStringLiteral("access_token"), QStringLiteral("at-%1").arg(generation)},
             {QStringLiteral("refresh_token"), QStringLiteral("rt-%1").arg(generation)},
             {QStringLiteral("token_type"), QStringLiteral("Bearer")},
             {QStringLiteral("expires_in"), lifetime}});
    }
};
