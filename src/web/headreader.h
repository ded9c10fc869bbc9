// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "web/headers.h"
#include "web/request.h"

#include <tl/expected.hpp>

namespace web {

//! Everything above a request's body, read strictly.
struct Head
{
    Method method = Method::Get;
    QByteArray target; //!< begins with a slash; its path's percent signs are in order
    Headers headers;
    qint64 contentLength = 0;
    bool keepsAlive = true;
    bool expectsContinue = false;
    bool wantsWebSocket = false;
};

//! Why a request is not let in: the status and a word for the answer.
struct HeadRefusal
{
    int status = 400;
    const char *code = "bad_request";
};

//! Reads a request's head (RFC 9112). Where two readers could see two different requests in the
//! same bytes it refuses rather than chooses: bare line feeds, folded lines, blanks around names,
//! two lengths, a length and an encoding, control characters, any transfer coding.
class HeadReader
{
public:
    static constexpr qsizetype mostHeaders = 100;

    //! Looks on from \a scanned for the blank line. Gives the head's size with it, 0 when it is not
    //! there yet (then \a scanned says how far it looked), -1 when bytes have come that no head may
    //! have.
    [[nodiscard]] static qsizetype findEnd(QByteArrayView bytes, qsizetype &scanned);

    //! Reads \a block, which ends with the blank line. Pure.
    [[nodiscard]] static tl::expected<Head, HeadRefusal> read(QByteArrayView block);

private:
    [[nodiscard]] static bool readRequestLine(QByteArrayView line, Head &head, HeadRefusal &why);
    [[nodiscard]] static bool readHeaders(QByteArrayView block,
                                          qsizetype begin,
                                          Head &head,
                                          HeadRefusal &why);
    [[nodiscard]] static bool weigh(Head &head, HeadRefusal &why);
};

} // namespace web
