// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "web/headreader.h"
#include "web/response.h"

#include <QDateTime>
#include <QVarLengthArray>

namespace web {

//! An answer as it is sent: nearly all are put together without asking for memory.
using AnswerBytes = QVarLengthArray<char, 4096>;

//! Turns answers into bytes, and is the one layer of security headers: every answer goes through
//! it, the gate's refusals as well.
class AnswerWriter
{
public:
    //! With TLS in front, browsers are told to come by https only (RFC 6797).
    explicit AnswerWriter(bool isBehindTls);

    //! What an answer owes to its request.
    struct Circumstances
    {
        bool isHead = false;
        bool closes = false;
        bool isSecure = false;
        QByteArrayView readableBy; //!< another site's origin that may read the answer (CORS)
        QString traceId;
    };

    [[nodiscard]] AnswerBytes write(const Response &response,
                                    const Circumstances &circumstances) const;
    //! What the gate says to a request that does not get in; the connection is closed behind it.
    [[nodiscard]] AnswerBytes write(const HeadRefusal &refusal, const QString &traceId) const;

    //! For the Date header; once a second is enough.
    void setNow(const QDateTime &now);

private:
    QByteArray m_always; //!< what no handler may change
    QByteArray m_date;
};

//! "Not Found"
[[nodiscard]] QByteArrayView reasonOf(int status);

} // namespace web
