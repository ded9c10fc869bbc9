// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/scriptedagent.h"

#include <QDir>
#include <QJsonArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

//! The real `latchkey` at the socket of an agent that knows a few references and accounts, in a
//! home of its own.
class DoorHouse
{
public:
    struct Outcome
    {
        int code = -1;
        bool crashed = false; //!< a signal ended it; code is its number
        QByteArray out;
        QByteArray err;
    };

    //! What it knows; a test may change it before it asks.
    QHash<QString, QString> values{
        {QStringLiteral("auth://github/work/token"), QStringLiteral("gho_16C7e42F/292c+6912")},
        {QStringLiteral("auth://mail/me/api_key"), QStringLiteral("key-123456")},
        {QStringLiteral("auth://ssh/me/pem"),
         QStringLiteral("-----BEGIN KEY-----\nMIIEvQIBADANBg\n-----END KEY-----\n")}};
    QJsonArray accounts{QJsonObject{{QStringLiteral("service"), QStringLiteral("github")},
                                    {QStringLiteral("account"), QStringLiteral("work")},
                                    {QStringLiteral("kind"), QStringLiteral("oauth")},
                                    {QStringLiteral("provider"), QStringLiteral("github")},
                                    {QStringLiteral("identity"), QStringLiteral("maria")}}};
    //! Answers of other methods: a result, or with "error" in it a code, as {"error": "denied"}.
    QHash<QString, QJsonObject> others;
    QTemporaryDir home;
    QProcessEnvironment environment = makeEnvironment();
    ScriptedAgent agent{[this](const QJsonObject &request) { return answerTo(request); }};

    //! The parameters of the last call of \a method.
    QJsonObject asked(const char *method)
    {
        QJsonObject last;
        for (const QJsonObject &request : agent.requests()) {
            if (request.value(QStringLiteral("method")).toString() == QLatin1String(method))
                last = request.value(QStringLiteral("params")).toObject();
        }
        return last;
    }

    QString write(const QString &name, const QByteArray &content)
    {
        QFile file(home.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return {};
        return file.fileName();
    }
    QByteArray read(const QString &name)
    {
        QFile file(home.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no such file)");
    }

    void start(QProcess &process, const QStringList &arguments)
    {
        QProcessEnvironment wanted = environment;
        if (!wanted.contains(QStringLiteral("LATCHKEY_SOCKET")))
            wanted.insert(QStringLiteral("LATCHKEY_SOCKET"), agent.path());
        process.setProcessEnvironment(wanted);
        process.setWorkingDirectory(home.path());
        process.start(QStringLiteral(LATCHKEY), arguments);
    }
    Outcome run(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        start(process, arguments);
        process.write(input);
        process.closeWriteChannel();
        return ended(process);
    }
    static Outcome ended(QProcess &process)
    {
        Outcome outcome;
        if (!process.waitForFinished(30'000))
            process.kill();
        outcome.code = process.exitCode();
        outcome.crashed = process.exitStatus() == QProcess::CrashExit;
        outcome.out = process.readAllStandardOutput();
        outcome.err = process.readAllStandardError();
        return outcome;
    }

private:
    QProcessEnvironment makeEnvironment() const
    {
        QProcessEnvironment made;
        made.insert(QStringLiteral("PATH"), qEnvironmentVariable("PATH"));
        made.insert(QStringLiteral("HOME"), home.path());
        made.insert(QStringLiteral("XDG_RUNTIME_DIR"), home.path());
        made.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        return made;
    }
    ScriptedAgent::Answer answerTo(const QJsonObject &request)
    {
        const QString method = request.value(QStringLiteral("method")).toString();
        const QJsonObject params = request.value(QStringLiteral("params")).toObject();
        if (others.contains(method)) {
            const QJsonObject known = others.value(method);
            const QString code = known.value(QStringLiteral("error")).toString();
            if (code.isEmpty())
                return {ScriptedAgent::result(request, known)};
            return {ScriptedAgent::error(
                request, -32000, code.toLatin1().constData(), "The agent says no.")};
        }
        if (method == QLatin1String("resolve")) {
            const QString name = params.value(QStringLiteral("reference")).toString();
            if (!values.contains(name))
                return {
                    ScriptedAgent::error(request, -32001, "not_found", "There is no such thing.")};
            return {ScriptedAgent::result(request,
                                          {{QStringLiteral("type"), QStringLiteral("value")},
                                           {QStringLiteral("value"), values.value(name)}})};
        }
        if (method == QLatin1String("list_accounts"))
            return {ScriptedAgent::result(request, {{QStringLiteral("accounts"), accounts}})};
        if (method == QLatin1String("providers.list"))
            return {ScriptedAgent::result(request, {{QStringLiteral("providers"), QJsonArray()}})};
        if (method == QLatin1String("get_token"))
            return {ScriptedAgent::result(
                request,
                {{QStringLiteral("token"),
                  values.value(QStringLiteral("auth://github/work/token"))},
                 {QStringLiteral("expires_at"), QStringLiteral("2026-11-22T18:00:00Z")}})};
        return {ScriptedAgent::result(request, {})};
    }
};
