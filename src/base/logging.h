// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QLoggingCategory>
#include <QString>

//! All of the product's categories, latchkey.<room>.
Q_DECLARE_LOGGING_CATEGORY(lcBase)
Q_DECLARE_LOGGING_CATEGORY(lcNet)
Q_DECLARE_LOGGING_CATEGORY(lcVault)
Q_DECLARE_LOGGING_CATEGORY(lcLedger)
Q_DECLARE_LOGGING_CATEGORY(lcWeb)
Q_DECLARE_LOGGING_CATEGORY(lcOauth)
Q_DECLARE_LOGGING_CATEGORY(lcAuthority)
Q_DECLARE_LOGGING_CATEGORY(lcAgent)
Q_DECLARE_LOGGING_CATEGORY(lcDesktop)

namespace base {

//! Where the log goes, apart from the file.
enum class LogEcho { None, StandardError };

struct LogOptions
{
    QString file; //!< latchkey.log; empty: no file
    qint64 bytesPerFile = 4 * 1024 * 1024;
    int files = 4;
    LogEcho echo = LogEcho::None;
    QString level = QStringLiteral("info"); //!< debug, info, warning, critical
};

//! Installs Qt's message handler: every line, redacted, as one JSON object
//! {"ts","level","category","trace_id","message"} into a rotating file (0600).
[[nodiscard]] Result<> startLogging(const LogOptions &options);
//! Flushes and goes back to Qt's own handler.
void stopLogging();

//! Gives every line logged while it lives a trace_id (16 hexadecimal digits; made when \a id is
//! empty). Do not hold one across a co_await: other work runs in between.
class TraceScope
{
public:
    explicit TraceScope(QString id = {});
    ~TraceScope();
    TraceScope(const TraceScope &) = delete;
    TraceScope &operator=(const TraceScope &) = delete;

    [[nodiscard]] static QString current();

private:
    QString m_previous;
};

} // namespace base
