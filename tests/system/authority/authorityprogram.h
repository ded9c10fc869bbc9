// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

//! The program `authorityserver`, running.
class AuthorityProgram
{
public:
    explicit AuthorityProgram(QString program, QStringList arguments = {})
        : m_program(std::move(program))
        , m_arguments(std::move(arguments))
    {}
    ~AuthorityProgram()
    {
        m_process.closeWriteChannel(); // it ends with its standard input
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished(1000);
    }
    AuthorityProgram(const AuthorityProgram &) = delete;
    AuthorityProgram &operator=(const AuthorityProgram &) = delete;

    [[nodiscard]] bool start()
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(m_program, m_arguments);
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(30'000))
                return false;
        }
        m_ready = m_process.readLine().trimmed();
        return !m_ready.isEmpty();
    }

    //! What it printed: {"issuer": …, client ids and their secrets}.
    [[nodiscard]] const QByteArray &ready() const { return m_ready; }
    [[nodiscard]] QJsonObject facts() const { return QJsonDocument::fromJson(m_ready).object(); }

private:
    QString m_program;
    QStringList m_arguments;
    QProcess m_process;
    QByteArray m_ready;
};
