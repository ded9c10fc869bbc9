// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>

//! The fixture of tests/system/cedar-oracle, running: Cedar's own authorizer.
class CedarOracle
{
public:
    //! Where the fixture is; the test is built with it.
    explicit CedarOracle(QString folder)
        : m_folder(std::move(folder))
    {}
    ~CedarOracle()
    {
        m_process.closeWriteChannel(); // it ends with its standard input
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished(1000);
    }
    CedarOracle(const CedarOracle &) = delete;
    CedarOracle &operator=(const CedarOracle &) = delete;

    //! Why it cannot run here, by name; empty: it can.
    [[nodiscard]] QString missing() const
    {
        if (QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty())
            return QStringLiteral("node is not installed");
        if (!QFileInfo::exists(m_folder + QStringLiteral("/node_modules/@cedar-policy/cedar-wasm")))
            return QStringLiteral("npm ci has not been run in tests/system/cedar-oracle");
        return {};
    }

    [[nodiscard]] bool start()
    {
        m_process.setWorkingDirectory(m_folder);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral("node"), {QStringLiteral("oracle.mjs")});
        return m_process.waitForStarted(10'000);
    }

    //! Empty when it does not answer.
    [[nodiscard]] QJsonObject ask(const QJsonObject &question)
    {
        m_process.write(QJsonDocument(question).toJson(QJsonDocument::Compact) + '\n');
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(60'000))
                return {};
        }
        return QJsonDocument::fromJson(m_process.readLine()).object();
    }

private:
    QString m_folder;
    QProcess m_process;
};
