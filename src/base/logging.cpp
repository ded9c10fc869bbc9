// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/logging.h"

#include "base/redactor.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <array>
#include <atomic>
#include <cstdio>
#include <memory>
#include <mutex>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

Q_LOGGING_CATEGORY(lcBase, "latchkey.base")
Q_LOGGING_CATEGORY(lcNet, "latchkey.net")
Q_LOGGING_CATEGORY(lcVault, "latchkey.vault")
Q_LOGGING_CATEGORY(lcLedger, "latchkey.ledger")
Q_LOGGING_CATEGORY(lcWeb, "latchkey.web")
Q_LOGGING_CATEGORY(lcOauth, "latchkey.oauth")
Q_LOGGING_CATEGORY(lcAuthority, "latchkey.authority")
Q_LOGGING_CATEGORY(lcAgent, "latchkey.agent")
Q_LOGGING_CATEGORY(lcDesktop, "latchkey.desktop")

namespace base {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(base)
};

//! What the message handler writes to. Both sinks lock for themselves.
struct Log
{
    std::shared_ptr<spdlog::sinks::sink> file;
    std::shared_ptr<spdlog::sinks::sink> echo;
};

std::mutex logLock;
std::shared_ptr<const Log> currentLog; // guarded by logLock
std::atomic<int> leastSeverity = 0;
thread_local QString currentTrace;
//! Set while a line is written: what the writing itself has to say must not come round again.
thread_local bool isWriting = false;

int severityOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return 0;
    case QtInfoMsg:
        return 1;
    case QtWarningMsg:
        return 2;
    case QtCriticalMsg:
        return 3;
    case QtFatalMsg:
        return 4;
    }
    Q_UNREACHABLE();
}

QString nameOf(QtMsgType type)
{
    static constexpr std::array names{"debug", "info", "warning", "critical", "fatal"};
    return QLatin1String(names[static_cast<std::size_t>(severityOf(type))]);
}

QByteArray lineOf(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    QJsonObject line{
        {QStringLiteral("ts"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
        {QStringLiteral("level"), nameOf(type)},
        {QStringLiteral("category"),
         QString::fromUtf8(context.category ? context.category : "default")},
        {QStringLiteral("message"), redacted(message)}};
    if (!currentTrace.isEmpty())
        line.insert(QStringLiteral("trace_id"), currentTrace);
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (severityOf(type) < leastSeverity || isWriting)
        return;
    std::shared_ptr<const Log> log;
    {
        const std::lock_guard guard(logLock);
        log = currentLog;
    }
    if (!log)
        return;
    isWriting = true;
    const QByteArray text = lineOf(type, context, message);
    const spdlog::details::log_msg line(
        {}, {}, spdlog::level::info, {text.constData(), static_cast<std::size_t>(text.size())});
    for (const auto &sink : {log->file, log->echo}) {
        if (!sink)
            continue;
        try {
            sink->log(line);
            sink->flush();
        } catch (const spdlog::spdlog_ex &error) {
            // A full disk must not end the program; there is nowhere else to say it.
            std::fprintf(stderr, "latchkey: the log cannot be written: %s\n", error.what());
        }
    }
    isWriting = false;
}

//! The line as it is: it is JSON already.
template<typename Sink>
std::shared_ptr<spdlog::sinks::sink> plain(std::shared_ptr<Sink> sink)
{
    sink->set_formatter(std::make_unique<spdlog::pattern_formatter>("%v"));
    return sink;
}

//! New files of the log, also those that rotation makes, are for their owner alone.
void keepToOneself([[maybe_unused]] const std::string &name, [[maybe_unused]] std::FILE *file)
{
#ifdef Q_OS_UNIX
    fchmod(fileno(file), S_IRUSR | S_IWUSR);
#endif
}

Result<std::shared_ptr<spdlog::sinks::sink>> fileSink(const LogOptions &options)
{
    if (options.file.isEmpty())
        return std::shared_ptr<spdlog::sinks::sink>();
    try {
        spdlog::file_event_handlers handlers;
        handlers.after_open = keepToOneself;
        return plain(std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
            QFile::encodeName(options.file).toStdString(),
            static_cast<std::size_t>(options.bytesPerFile),
            // spdlog counts the rotated ones only.
            static_cast<std::size_t>(std::max(options.files - 1, 0)),
            false,
            handlers));
    } catch (const spdlog::spdlog_ex &error) {
        return fail(ErrorCode::Denied,
                    Tr::tr("The log %1 cannot be written: %2.")
                        .arg(options.file, QString::fromLocal8Bit(error.what())),
                    Tr::tr("Check who may write into that folder."));
    }
}

} // namespace

Result<> startLogging(const LogOptions &options)
{
    const QStringList levels{QStringLiteral("debug"),
                             QStringLiteral("info"),
                             QStringLiteral("warning"),
                             QStringLiteral("critical")};
    const qsizetype level = levels.indexOf(options.level);
    if (level < 0) {
        return fail(
            ErrorCode::InvalidInput,
            Tr::tr("‘%1’ is not one of %2.").arg(options.level, levels.join(QStringLiteral(", "))));
    }
    auto log = std::make_shared<Log>();
    TRY(log->file, fileSink(options));
    if (options.echo == LogEcho::StandardError)
        log->echo = plain(std::make_shared<spdlog::sinks::stderr_sink_mt>());

    leastSeverity = static_cast<int>(level);
    // Qt's own categories stay at its defaults: their debug lines are many and not ours.
    QLoggingCategory::setFilterRules(level == 0 ? QStringLiteral("latchkey.*=true")
                                                : QStringLiteral("latchkey.*.debug=false"));
    {
        const std::lock_guard guard(logLock);
        currentLog = log;
    }
    qInstallMessageHandler(handle);
    return {};
}

void stopLogging()
{
    qInstallMessageHandler(nullptr);
    const std::lock_guard guard(logLock);
    currentLog.reset();
}

TraceScope::TraceScope(QString id)
    : m_previous(std::exchange(currentTrace, std::move(id)))
{
    if (currentTrace.isEmpty()) {
        currentTrace = QStringLiteral("%1").arg(
            QRandomGenerator::global()->generate64(), 16, 16, QLatin1Char('0'));
    }
}

TraceScope::~TraceScope()
{
    currentTrace = std::move(m_previous);
}

QString TraceScope::current()
{
    return currentTrace;
}

} // namespace base
