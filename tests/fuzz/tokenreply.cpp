// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/tokenreply.h"

#include "targets.h"

namespace {

void check(int status, QByteArrayView body, const core::TokenReplyQuirks &quirks)
{
    const QDateTime now({2026, 11, 22}, {12, 0}, Qt::UTC);
    const auto answer = oauth::parseTokenAnswer(status, body, quirks, now);
    if (answer && answer->reply) {
        FUZZ_CHECK(!answer->reply->accessToken.isEmpty());
        FUZZ_CHECK(!answer->reply->tokenType.isEmpty());
        FUZZ_CHECK(answer->reply->issuedAt == now);
    }
    if (const auto refusal = oauth::refusalIn(status, body, quirks))
        static_cast<void>(oauth::toError(*refusal, QStringLiteral("Example")));
    static_cast<void>(oauth::parseTokenReply(body, quirks, now));
}

} // namespace

void fuzz::tokenReply(QByteArrayView bytes)
{
    core::TokenReplyQuirks github;
    github.errorsWithOk = true;
    github.scopeSeparator = QStringLiteral(",");
    core::TokenReplyQuirks slack;
    slack.okField = true;
    slack.nestedIn = QStringLiteral("authed_user");
    core::TokenReplyQuirks twitch;
    twitch.pendingField = QStringLiteral("message");
    check(200, bytes, {});
    check(400, bytes, {});
    check(503, bytes, {});
    check(200, bytes, github);
    check(200, bytes, slack);
    check(400, bytes, twitch);
}
