// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>

#include <memory>

//! The fixture of tests/system/openid-provider, running: a real OpenID provider of its own.
class OpenIdProvider
{
public:
    //! Where the fixture is; the test is built with it.
    explicit OpenIdProvider(QString folder)
        : m_folder(std::move(folder))
    {}
    ~OpenIdProvider()
    {
        m_process.closeWriteChannel(); // the fixture ends with its standard input
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished(1000);
    }
    OpenIdProvider(const OpenIdProvider &) = delete;
    OpenIdProvider &operator=(const OpenIdProvider &) = delete;

    //! Why it cannot run here, by name; empty: it can.
    [[nodiscard]] QString missing() const
    {
        if (QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty())
            return QStringLiteral("node is not installed");
        if (!QFileInfo::exists(m_folder + QStringLiteral("/node_modules/oidc-provider")))
            return QStringLiteral("npm ci has not been run in tests/system/openid-provider");
        return {};
    }

    [[nodiscard]] bool start()
    {
        m_process.setWorkingDirectory(m_folder);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral("node"), {QStringLiteral("provider.mjs")});
        QByteArray line;
        while (!line.startsWith('{')) {
            if (!m_process.canReadLine() && !m_process.waitForReadyRead(30'000))
                return false;
            line = m_process.readLine();
        }
        const auto ready = QJsonDocument::fromJson(line).object();
        m_issuer = ready.value(QLatin1String("issuer")).toString();
        m_control = ready.value(QLatin1String("control")).toString();
        return !m_issuer.isEmpty();
    }

    [[nodiscard]] QString issuer() const { return m_issuer; }

    //! Calls the control port: "/login?mode=deny". Gives what it says.
    QJsonObject control(const QString &call)
    {
        const std::unique_ptr<QNetworkReply> reply(
            m_network.get(QNetworkRequest(QUrl(m_control + call))));
        if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, 10'000))
            return {};
        return QJsonDocument::fromJson(reply->readAll()).object();
    }

    //! What the provider says to a bearer of \a token.
    [[nodiscard]] int userinfoStatus(const QByteArray &token)
    {
        QNetworkRequest request(QUrl(m_issuer + QStringLiteral("/me")));
        request.setRawHeader("Authorization", "Bearer " + token);
        const std::unique_ptr<QNetworkReply> reply(m_network.get(request));
        (void)QTest::qWaitFor([&reply] { return reply->isFinished(); }, 10'000);
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }

private:
    QString m_folder;
    QProcess m_process;
    QNetworkAccessManager m_network;
    QString m_issuer;
    QString m_control;
};
