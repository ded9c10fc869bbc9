// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/callbackrequest.h"

#include "targets.h"

void fuzz::callbackRequest(QByteArrayView bytes)
{
    if (const auto request = oauth::parseCallbackRequest(bytes)) {
        FUZZ_CHECK(oauth::isCompleteRequest(bytes));
        FUZZ_CHECK(bytes.size() <= oauth::largestRequest);
        FUZZ_CHECK(request->path.startsWith(QLatin1Char('/')));
        for (const QString &text : {request->method, request->host}) {
            for (const QChar c : text)
                FUZZ_CHECK(c.unicode() > 0x20 && c.unicode() != 0x7f);
        }
    }
    static_cast<void>(oauth::parseCallbackQuery(bytes));
}
