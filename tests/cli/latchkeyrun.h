// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <cstdlib>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

//! What a run of `latchkey` left behind.
struct LatchkeyRun
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

//! Runs the program with an environment of its own: no agent of the person who tests is met.
class LatchkeyProgram
{
public:
    //! \a socket empty: nobody listens.
    explicit LatchkeyProgram(const QString &socket = {})
    {
        m_environment.insert(QStringLiteral("HOME"), m_home.path());
        m_environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_home.path());
        m_environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin"));
        m_environment.insert(QStringLiteral("TERM"), QStringLiteral("xterm"));
        m_environment.insert(QStringLiteral("TZ"), QStringLiteral("UTC"));
        if (!socket.isEmpty())
            m_environment.insert(QStringLiteral("LATCHKEY_SOCKET"), socket);
    }

    void set(const char *name, const QString &value)
    {
        m_environment.insert(QString::fromUtf8(name), value);
    }
    [[nodiscard]] QString home() const { return m_home.path(); }
    [[nodiscard]] const QProcessEnvironment &environment() const { return m_environment; }

    //! Runs it to its end; \a input is all of its standard input.
    [[nodiscard]] LatchkeyRun run(const QStringList &words, const QByteArray &input = {}) const
    {
        QProcess process;
        start(process, words);
        process.write(input);
        process.closeWriteChannel();
        LatchkeyRun run;
        if (process.waitForFinished(20'000) && process.exitStatus() == QProcess::NormalExit)
            run.code = process.exitCode();
        run.out = process.readAllStandardOutput();
        run.err = process.readAllStandardError();
        return run;
    }
    void start(QProcess &process, const QStringList &words) const
    {
        process.setProcessEnvironment(m_environment);
        process.start(QStringLiteral(LATCHKEY), words);
    }

    //! Runs it on a terminal, types \a typed once \a prompt is there; what the terminal showed is
    //! in out.
    [[nodiscard]] LatchkeyRun runOnTerminal(const QStringList &words,
                                            const QByteArray &prompt = {},
                                            const QByteArray &typed = {}) const
    {
        std::vector<QByteArray> texts{QByteArray(LATCHKEY)};
        for (const QString &word : words)
            texts.push_back(word.toUtf8());
        std::vector<QByteArray> settings;
        for (const QString &setting : m_environment.toStringList())
            settings.push_back(setting.toUtf8());
        std::vector<char *> arguments = pointersTo(texts);
        std::vector<char *> environment = pointersTo(settings);
        int terminal = -1;
        const pid_t child = forkpty(&terminal, nullptr, nullptr, nullptr);
        if (child == 0) {
            execve(LATCHKEY, arguments.data(), environment.data());
            _exit(127);
        }
        LatchkeyRun run;
        QByteArray toType = typed;
        char bytes[4096];
        while (true) {
            pollfd wanted{terminal, POLLIN, 0};
            if (poll(&wanted, 1, 20'000) <= 0)
                break;
            const ssize_t got = read(terminal, bytes, sizeof bytes);
            if (got <= 0)
                break;
            run.out.append(bytes, got);
            if (!toType.isEmpty() && run.out.contains(prompt)) {
                (void)!write(terminal, toType.constData(), static_cast<std::size_t>(toType.size()));
                toType.clear();
            }
        }
        close(terminal);
        int status = 0;
        waitpid(child, &status, 0);
        run.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        run.out.replace("\r\n", "\n");
        return run;
    }

private:
    static std::vector<char *> pointersTo(std::vector<QByteArray> &texts)
    {
        std::vector<char *> pointers;
        for (QByteArray &text : texts)
            pointers.push_back(text.data());
        pointers.push_back(nullptr);
        return pointers;
    }

    QTemporaryDir m_home;
    QProcessEnvironment m_environment;
};
