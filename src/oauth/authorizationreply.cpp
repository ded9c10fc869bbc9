// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/authorizationreply.h"

#include "crypto/digest.h"
#include "oauth/words.h"

#include <QRegularExpression>

namespace oauth {

namespace {

using base::ErrorCode;

ReplyJudgement refused(base::Error error)
{
    return {ReplyJudgement::Kind::Refused, {}, std::move(error)};
}

base::Error providerError(const QString &provider, const QString &code, const QString &description)
{
    const QString words = tidied(description.isEmpty() ? code : description);
    const QString again = Words::tr("Sign in again when you are ready.");
    if (code == u"access_denied")
        return {ErrorCode::Denied,
                description.isEmpty() ? Words::tr("The sign-in was declined at %1.").arg(provider)
                                      : Words::tr("%1 declined: %2").arg(provider, words),
                again};
    if (code == u"temporarily_unavailable" || code == u"server_error")
        return {ErrorCode::Unreachable,
                Words::tr("%1 has trouble just now: %2").arg(provider, words),
                Words::tr("Try again in a few minutes."),
                base::Retryable::Yes};
    return {ErrorCode::Denied, Words::tr("%1 refused: %2").arg(provider, words), again};
}

} // namespace

ReplyJudgement judgeReply(const QMap<QString, QString> &parameters,
                          const ReplyExpectation &expectation)
{
    const QByteArray expected = expectation.state.toUtf8();
    const QByteArray state = parameters.value(QStringLiteral("state")).toUtf8();
    if (expected.isEmpty() || !crypto::constantTimeEquals(state, expected))
        return {ReplyJudgement::Kind::Stray,
                {},
                base::Error{ErrorCode::InvalidInput,
                            Words::tr("This address belongs to another sign-in."),
                            Words::tr("Copy the whole address of the page where you ended.")}};

    // RFC 9207 2.4: whoever sends `iss` must be the one we asked.
    const auto issuer = parameters.constFind(QStringLiteral("iss"));
    const bool given = issuer != parameters.cend();
    if ((given && !expectation.issuer.isEmpty() && !issuerMatches(expectation.issuer, *issuer))
        || (!given && expectation.issuerCompulsory))
        return refused({ErrorCode::Denied,
                        Words::tr("The answer did not come from %1.").arg(expectation.provider),
                        Words::tr("Begin the sign-in anew; follow no links from elsewhere.")});

    const QString error = parameters.value(QStringLiteral("error"));
    if (parameters.contains(QStringLiteral("error")))
        return refused(providerError(
            expectation.provider, error, parameters.value(QStringLiteral("error_description"))));

    QByteArray code = parameters.value(QStringLiteral("code")).toUtf8();
    if (code.isEmpty())
        return refused({ErrorCode::InvalidInput,
                        Words::tr("%1 answered without a code.").arg(expectation.provider),
                        Words::tr("Sign in again when you are ready.")});
    return {ReplyJudgement::Kind::Accepted, base::Secret::take(std::move(code)), {}};
}

bool issuerMatches(const QString &expected, const QString &issuer, const QString &tenant)
{
    static const QString placeholder = QStringLiteral("{tenantid}");
    if (!expected.contains(placeholder))
        return !expected.isEmpty() && expected == issuer;
    static const QRegularExpression guid(
        QStringLiteral("\\A[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\z"));
    const qsizetype at = expected.indexOf(placeholder);
    const QString before = expected.left(at);
    const QString after = expected.mid(at + placeholder.size());
    if (!issuer.startsWith(before) || !issuer.endsWith(after)
        || issuer.size() < before.size() + after.size())
        return false;
    const QString named = issuer.mid(before.size(), issuer.size() - before.size() - after.size());
    return guid.match(named).hasMatch() && (tenant.isEmpty() || tenant == named);
}

QString tidied(const QString &words)
{
    constexpr qsizetype longest = 300;
    QString out;
    for (const QChar letter : words.left(longest * 2)) {
        // Also the marks that turn the direction of writing: a provider's words stay in their
        // place.
        const auto category = letter.category();
        out += category == QChar::Other_Control || category == QChar::Other_Format ? QChar(u' ')
                                                                                   : letter;
    }
    out = out.simplified();
    if (out.size() > longest)
        out = out.left(longest - 1) + QChar(u'…');
    return out;
}

} // namespace oauth
