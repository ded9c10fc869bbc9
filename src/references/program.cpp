// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/program.h"

#include "base/redactor.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QFileInfo>
#include <QProcess>
#include <QPromise>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <memory>

namespace references {

namespace {

enum class Ending { Itself, NotStarted, TooLate, Stopped, TooMuch };

QString shortened(QByteArray complaint)
{
    const QString text = base::redacted(QString::fromUtf8(complaint.left(4000)).simplified());
    base::wipe(complaint);
    return text.size() > 300 ? text.left(300) + QChar(0x2026) : text;
}

} // namespace

ProgramRun::ProgramRun(QString runProgram, QStringList runArguments)
    : program(std::move(runProgram))
    , arguments(std::move(runArguments))
{}

base::Task<ProgramOutcome> run(ProgramRun what, std::stop_token stop)
{
    const QString name = QFileInfo(what.program).fileName();
    const QString place = what.program.contains(QLatin1Char('/'))
                              ? what.program
                              : QStandardPaths::findExecutable(what.program);
    if (place.isEmpty() || !QFileInfo(place).isExecutable())
        co_return base::fail(
            base::ErrorCode::Unsupported,
            QCoreApplication::translate("references", "The program %1 is not installed.").arg(name),
            QCoreApplication::translate("references", "Install %1 and try again.").arg(name));

    // The coroutine owns the process; the promise ends exactly once, whatever comes first.
    auto process = std::make_unique<QProcess>();
    QPromise<void> ended;
    ended.start();
    const QFuture<void> future = ended.future();
    auto ending = Ending::Itself;
    const auto end = [&ended, &ending, done = false](Ending how) mutable {
        if (std::exchange(done, true))
            return;
        ending = how;
        ended.finish();
    };
    const auto shared = std::make_shared<std::function<void(Ending)>>(end);
    QByteArray output;
    QByteArray complaint;
    QProcessEnvironment environment;
    for (auto each = what.environment.cbegin(); each != what.environment.cend(); ++each)
        environment.insert(each.key(), each.value());
    process->setProcessEnvironment(environment);
    if (!what.folder.isEmpty())
        process->setWorkingDirectory(what.folder);
    QObject::connect(
        process.get(), &QProcess::finished, process.get(), [shared] { (*shared)(Ending::Itself); });
    QObject::connect(process.get(),
                     &QProcess::errorOccurred,
                     process.get(),
                     [shared](QProcess::ProcessError error) {
                         if (error == QProcess::FailedToStart)
                             (*shared)(Ending::NotStarted);
                     });
    const auto drain = [&output, &complaint, &what, shared, source = process.get()] {
        QByteArray more = source->readAllStandardOutput();
        output.append(more.constData(), more.size()); // += may share what is wiped next
        base::wipe(more);
        const QByteArray said = source->readAllStandardError();
        if (complaint.size() < 8192)
            complaint += said;
        if (output.size() > what.outputLimit)
            (*shared)(Ending::TooMuch);
    };
    QObject::connect(process.get(), &QProcess::readyReadStandardOutput, process.get(), drain);
    QObject::connect(process.get(), &QProcess::readyReadStandardError, process.get(), drain);
    QTimer late;
    late.setSingleShot(true);
    QObject::connect(&late, &QTimer::timeout, &late, [shared] { (*shared)(Ending::TooLate); });
    late.start(what.patience);
    process->start(place, what.arguments);
    if (!what.input.isEmpty())
        process->write(what.input.expose().data(), what.input.expose().size());
    process->closeWriteChannel();
    {
        const std::stop_callback stopped(stop, [shared] { (*shared)(Ending::Stopped); });
        co_await future;
    }
    process->disconnect(process.get());
    late.stop();
    if (ending == Ending::Itself) {
        output += process->readAllStandardOutput();
        complaint += process->readAllStandardError();
    } else if (process->state() != QProcess::NotRunning) {
        // It dies in a moment; waiting for that would block this thread.
        QProcess *const dying = process.release();
        QObject::connect(dying, &QProcess::finished, dying, &QObject::deleteLater);
        dying->kill();
    }
    ProgramOutcome outcome;
    outcome.output = base::Secret::take(std::move(output));
    outcome.complaint = shortened(complaint);
    switch (ending) {
    case Ending::Itself:
        break;
    case Ending::NotStarted:
        co_return base::fail(
            base::ErrorCode::ToolFailed,
            QCoreApplication::translate("references", "The program %1 could not be started.")
                .arg(name));
    case Ending::TooLate:
        co_return base::fail(
            base::ErrorCode::TimedOut,
            QCoreApplication::translate("references", "The program %1 did not end in time.")
                .arg(name),
            {},
            base::Retryable::Yes);
    case Ending::Stopped:
        co_return base::fail(base::ErrorCode::Cancelled, QStringLiteral("Cancelled."));
    case Ending::TooMuch:
        co_return base::fail(
            base::ErrorCode::ToolFailed,
            QCoreApplication::translate("references", "The program %1 wrote too much.").arg(name));
    }
    if (process->exitStatus() == QProcess::CrashExit)
        co_return base::fail(
            base::ErrorCode::ToolFailed,
            QCoreApplication::translate("references", "The program %1 crashed.").arg(name));
    outcome.exitCode = process->exitCode();
    co_return outcome;
}

QHash<QString, QString> environmentFor(const QStringList &prefixes)
{
    static const QStringList always{QStringLiteral("PATH"),
                                    QStringLiteral("HOME"),
                                    QStringLiteral("USER"),
                                    QStringLiteral("LOGNAME"),
                                    QStringLiteral("LANG"),
                                    QStringLiteral("TZ"),
                                    QStringLiteral("TMPDIR"),
                                    QStringLiteral("DISPLAY"),
                                    QStringLiteral("http_proxy"),
                                    QStringLiteral("https_proxy"),
                                    QStringLiteral("no_proxy"),
                                    QStringLiteral("HTTP_PROXY"),
                                    QStringLiteral("HTTPS_PROXY"),
                                    QStringLiteral("NO_PROXY"),
                                    QStringLiteral("WAYLAND_DISPLAY"),
                                    QStringLiteral("DBUS_SESSION_BUS_ADDRESS")};
    static const QStringList families{
        QStringLiteral("LC_"), QStringLiteral("XDG_"), QStringLiteral("SSL_CERT_")};
    const auto ours = QProcessEnvironment::systemEnvironment();
    QHash<QString, QString> result;
    for (const QString &name : ours.keys()) {
        const auto begins = [&name](const QString &prefix) { return name.startsWith(prefix); };
        if (always.contains(name) || std::any_of(families.begin(), families.end(), begins)
            || std::any_of(prefixes.begin(), prefixes.end(), begins))
            result.insert(name, ours.value(name));
    }
    return result;
}

base::Result<QStringList> splitCommand(const QString &text)
{
    QStringList words;
    QString word;
    bool isWord = false;
    QChar quote;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar letter = text[i];
        if (!quote.isNull() && letter == quote) {
            quote = QChar();
        } else if (letter == QLatin1Char('\\') && quote != QLatin1Char('\'')
                   && i + 1 < text.size()) {
            word += text[++i];
            isWord = true;
        } else if (!quote.isNull()) {
            word += letter;
        } else if (letter == QLatin1Char('"') || letter == QLatin1Char('\'')) {
            quote = letter;
            isWord = true;
        } else if (letter.isSpace()) {
            if (isWord)
                words.append(std::exchange(word, {}));
            isWord = false;
        } else {
            word += letter;
            isWord = true;
        }
    }
    if (!quote.isNull())
        return base::fail(base::ErrorCode::InvalidInput,
                          QCoreApplication::translate(
                              "references", "A quotation mark in a command is not closed."));
    if (isWord)
        words.append(word);
    return words;
}

} // namespace references
