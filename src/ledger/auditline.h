// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auditevent.h"

#include <QByteArray>
#include <QByteArrayView>

//! One line of audit-YYYY-MM.jsonl:
//!
//!     {"seq":7,"ts":"2026-11-22T12:00:00.000Z","kind":"token_copied","actor":"tray",
//!      "account":"github/work","outcome":"done","detail":"","trace_id":"…",
//!      "prev":"<hash of line 6>","hash":"<SHA-256 of everything before ,\"hash\">"}
//!
//! Anyone can check it: cut the line at `,"hash":"`, hash what stands before. Lines about the
//! record itself have a kind that begins with "log_".
namespace ledger {

//! The hash before the first line.
[[nodiscard]] QByteArray noHash();

//! A line as it stands in the file.
struct AuditLine
{
    qint64 sequence = 0;
    QDateTime at;
    QString kind;
    QString actor;
    QString account; //!< "service/account" or nothing
    QString outcome;
    QString detail;
    QString traceId;
    qint64 through = 0; //!< log_trimmed: the last line that was dropped
    QByteArray throughHash; //!< log_trimmed: its hash
    QByteArray previous;
    QByteArray hash; //!< set by written() and parse()

    [[nodiscard]] static AuditLine of(const core::AuditEvent &event);
    //! Nothing for a line about the record itself.
    [[nodiscard]] std::optional<core::AuditEvent> event() const;
    [[nodiscard]] bool isMark() const { return kind.startsWith(QLatin1String("log_")); }

    //! The text without a line break; sets hash.
    [[nodiscard]] QByteArray written();
    //! Corrupt when it is not such a line or its hash is not that of its content. Pure.
    [[nodiscard]] static base::Result<AuditLine> parse(QByteArrayView text);
};

} // namespace ledger
