// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/tokenreply.h"

#include "base/redactor.h"
#include "net/retry.h"
#include "oauth/answer.h"
#include "oauth/authorizationreply.h"
#include "oauth/words.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace oauth {

using base::ErrorCode;
using base::Retryable;
using std::chrono::seconds;

namespace {

//! Longer than this is as good as for ever, and overflows dates sooner or later.
constexpr double longestLife = 50.0 * 365 * 24 * 3600;

base::Error unreadable()
{
    return {ErrorCode::ToolFailed,
            Words::tr("The answer of the service holds no token that can be used."),
            Words::tr("Check the addresses of the service."),
            Retryable::No};
}

//! RFC 6749 A.12, A.17: VSCHAR only, so no line break can split what is stored by lines.
bool isToken(const base::Secret &value)
{
    const QByteArrayView bytes = value.expose();
    return !bytes.isEmpty() && std::all_of(bytes.begin(), bytes.end(), [](char c) {
        return c >= 0x20 && c <= 0x7e;
    });
}

//! A token member that may be missing, null or empty, but not broken.
base::Result<base::Secret> optionalToken(const net::JsonValue &json, QStringView name)
{
    auto value = json.member(name).secret();
    if (!value || value->isEmpty())
        return base::Secret();
    if (!isToken(*value))
        return base::fail(unreadable());
    return *std::move(value);
}

//! RFC 6749 5.1 has a number of seconds; some send it as a string. What cannot be understood is as
//! if it were not there: the token is good until it is refused.
QDateTime expiry(const net::JsonValue &json, const QDateTime &now)
{
    const auto life = numberIn(json.member(u"expires_in"));
    if (!life || !std::isfinite(*life) || *life < 1 || *life > longestLife)
        return {};
    return now.addSecs(static_cast<qint64>(*life));
}

std::optional<QStringList> scopes(const net::JsonValue &json, const QString &separator)
{
    // Twitch sends an array.
    if (auto list = textsIn(json.member(u"scope")))
        return list;
    auto text = json.member(u"scope").text();
    if (!text)
        return {};
    if (!separator.isEmpty())
        text->replace(separator, QStringLiteral(" "));
    static const QRegularExpression space(QStringLiteral("\\s+"));
    return text->split(space, Qt::SkipEmptyParts);
}

base::Result<QString> tokenType(const net::JsonValue &json, const core::TokenReplyQuirks &quirks)
{
    // RFC 6749 7.1: a client must not use a token of a type that it does not understand. Missing
    // (LinkedIn's older replies) is taken for the only type there is; Slack says whose it is.
    const QString type = json.member(u"token_type").text().value_or(QString());
    if (type.isEmpty() || type.compare(u"bearer", Qt::CaseInsensitive) == 0 || quirks.okField)
        return QStringLiteral("Bearer");
    return base::fail(ErrorCode::Unsupported,
                      Words::tr("The service gives tokens of the type ‘%1’.").arg(tidied(type)),
                      Words::tr("Latchkey uses Bearer tokens; register another client there."));
}

//! RFC 6749's and RFC 8628's word for what providers call differently.
QString canonical(const QString &code)
{
    static const QHash<QString, QString> words{
        {QStringLiteral("bad_refresh_token"), QStringLiteral("invalid_grant")}, // GitHub
        {QStringLiteral("bad_verification_code"), QStringLiteral("invalid_grant")},
        {QStringLiteral("incorrect_device_code"), QStringLiteral("invalid_grant")},
        {QStringLiteral("incorrect_client_credentials"), QStringLiteral("invalid_client")},
        {QStringLiteral("invalid_refresh_token"), QStringLiteral("invalid_grant")}, // Slack
        {QStringLiteral("token_expired"), QStringLiteral("invalid_grant")},
        {QStringLiteral("token_revoked"), QStringLiteral("invalid_grant")},
        {QStringLiteral("bad_client_secret"), QStringLiteral("invalid_client")},
        {QStringLiteral("invalid_client_id"), QStringLiteral("invalid_client")},
        {QStringLiteral("interaction_required"), QStringLiteral("invalid_grant")}, // Microsoft
        {QStringLiteral("consent_required"), QStringLiteral("invalid_grant")},
        {QStringLiteral("login_required"), QStringLiteral("invalid_grant")},
        {QStringLiteral("authorization_declined"), QStringLiteral("access_denied")},
        {QStringLiteral("code_expired"), QStringLiteral("expired_token")},
        {QStringLiteral("invalid refresh token"), QStringLiteral("invalid_grant")}, // Twitch
        {QStringLiteral("invalid device code"), QStringLiteral("invalid_grant")},
        {QStringLiteral("invalid client"), QStringLiteral("invalid_client")},
        {QStringLiteral("invalid client secret"), QStringLiteral("invalid_client")},
    };
    return words.value(code.toLower(), code);
}

QString shown(const QString &words)
{
    return base::redacted(tidied(words));
}

//! The refusal that \a json holds.
std::optional<Refusal> refusalOf(const net::JsonValue &json,
                                 int status,
                                 const core::TokenReplyQuirks &quirks)
{
    Refusal refusal;
    refusal.status = status;
    const QString code = json.member(u"error").text().value_or(QString());
    const net::JsonValue inner = json.member(u"error");
    const bool notOk = quirks.okField && json.member(u"ok").kind() == net::JsonValue::Kind::False;
    if (!code.isEmpty()) {
        refusal.code = canonical(tidied(code));
        refusal.description = shown(json.member(u"error_description").text().value_or(QString()));
    } else if (inner.kind() == net::JsonValue::Kind::Object) {
        refusal.description = shown(inner.member(u"message").text().value_or(QString()));
    } else if (status < 400 && !notOk) {
        return {};
    }
    if (refusal.code.isEmpty() && !quirks.pendingField.isEmpty()) {
        const QString words = json.member(quirks.pendingField).text().value_or(QString());
        refusal.code = canonical(tidied(words));
    }
    const auto interval = numberIn(json.member(u"interval"));
    if (interval && *interval >= 1 && *interval <= 3600)
        refusal.interval = seconds(static_cast<qint64>(*interval));
    return refusal;
}

//! Words of a service whose status alone says what it means.
Refusal statusAlone(int status)
{
    Refusal refusal;
    refusal.status = status;
    return refusal;
}

} // namespace

bool Refusal::isPassing() const
{
    return net::isPassing(status) || status >= 500 || code == u"temporarily_unavailable"
           || code == u"server_error";
}

base::Result<TokenReply> parseTokenReply(QByteArrayView body,
                                         const core::TokenReplyQuirks &quirks,
                                         const QDateTime &now)
{
    TRY(net::JsonValue json, answerIn(body));
    if (!quirks.nestedIn.isEmpty()) {
        const net::JsonValue inner = json.member(quirks.nestedIn);
        if (!inner.member(u"access_token").isAbsent())
            json = inner;
    }
    TokenReply reply;
    auto access = json.member(u"access_token").secret();
    if (!access || !isToken(*access))
        return base::fail(unreadable());
    reply.accessToken = *std::move(access);
    TRY(reply.refreshToken, optionalToken(json, u"refresh_token"));
    TRY(reply.idToken, optionalToken(json, u"id_token"));
    TRY(reply.tokenType, tokenType(json, quirks));
    reply.issuedAt = now;
    reply.expiresAt = expiry(json, now);
    reply.scopes = scopes(json, quirks.scopeSeparator);
    return reply;
}

std::optional<Refusal> refusalIn(int status,
                                 QByteArrayView body,
                                 const core::TokenReplyQuirks &quirks)
{
    const auto json = answerIn(body);
    if (json)
        return refusalOf(*json, status, quirks);
    return status >= 400 ? std::optional(statusAlone(status)) : std::nullopt;
}

base::Result<TokenAnswer> parseTokenAnswer(int status,
                                           QByteArrayView body,
                                           const core::TokenReplyQuirks &quirks,
                                           const QDateTime &now)
{
    TokenAnswer answer;
    if (auto refusal = refusalIn(status, body, quirks)) {
        answer.refusal = *std::move(refusal);
        return answer;
    }
    if (status != 200 && status != 201) {
        answer.refusal = statusAlone(status);
        return answer;
    }
    TRY(answer.reply, parseTokenReply(body, quirks, now));
    return answer;
}

base::Error toError(const Refusal &refusal, const QString &provider)
{
    const auto error = [&](ErrorCode code, const QString &message, const QString &remedy) {
        const QString whole = refusal.description.isEmpty()
                                  ? message
                                  : Words::tr("%1 It says: %2").arg(message, refusal.description);
        return base::Error{code, whole, remedy, Retryable::No};
    };
    const QString &code = refusal.code;
    if (refusal.isPassing()) {
        return {ErrorCode::Unreachable,
                refusal.status == 429 ? Words::tr("%1 wants us to ask less often.").arg(provider)
                                      : Words::tr("%1 has trouble just now.").arg(provider),
                Words::tr("We try again in a few minutes."),
                Retryable::Yes};
    }
    if (code == u"invalid_grant") {
        return error(ErrorCode::SignInRequired,
                     Words::tr("%1 has ended this sign-in.").arg(provider),
                     Words::tr("Sign in again to go on."));
    }
    if (code == u"invalid_client" || (code.isEmpty() && refusal.status == 401)) {
        return error(
            ErrorCode::Denied,
            Words::tr("%1 does not know this client, or its secret is another one.").arg(provider),
            Words::tr("Check client id and client secret of %1.").arg(provider));
    }
    if (code == u"unauthorized_client" || code == u"unsupported_grant_type"
        || code == u"device_flow_disabled") {
        return error(ErrorCode::Unsupported,
                     Words::tr("%1 does not let this client sign in this way.").arg(provider),
                     Words::tr("Allow it where the client is registered, or sign in another way."));
    }
    if (code == u"invalid_scope") {
        return error(ErrorCode::InvalidInput,
                     Words::tr("%1 does not give the scopes that were asked for.").arg(provider),
                     Words::tr("Choose other scopes and sign in again."));
    }
    if (code == u"invalid_target") { // RFC 8707 2
        return error(ErrorCode::InvalidInput,
                     Words::tr("%1 gives no tokens for this audience.").arg(provider),
                     Words::tr("Ask for another one, or for none."));
    }
    if (code == u"access_denied") {
        return error(ErrorCode::Denied,
                     Words::tr("The sign-in was declined at %1.").arg(provider),
                     Words::tr("Sign in again when you are ready."));
    }
    if (code == u"expired_token") {
        return error(ErrorCode::Expired,
                     Words::tr("The code of %1 has run out.").arg(provider),
                     Words::tr("Begin the sign-in anew to get another one."));
    }
    const QString what =
        code.isEmpty() ? QStringLiteral("HTTP %1").arg(refusal.status) : shown(code);
    return error(ErrorCode::ToolFailed,
                 Words::tr("%1 refused: %2.").arg(provider, what),
                 Words::tr("Check the settings of the client at %1.").arg(provider));
}

} // namespace oauth
