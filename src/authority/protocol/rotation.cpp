// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/grammar.h"
#include "authority/protocol/granttable.h"
#include "base/faultpoint.h"
#include "crypto/digest.h"

#include <QDateTime>

namespace authority {

namespace {

//! Rotations that follow each other faster are remembered as one.
constexpr qint64 betweenMarks = 500; // milliseconds

//! A token of the family and when it was rotated; one of refresh_rotations, "number:time".
struct Mark
{
    qint64 number = 0;
    qint64 at = 0;
};

std::optional<Mark> markIn(QStringView text)
{
    const qsizetype colon = text.indexOf(u':');
    if (colon <= 0)
        return {};
    return Mark{text.first(colon).toLongLong(), text.sliced(colon + 1).toLongLong()};
}

QString textOf(const Mark &mark)
{
    return QString::number(mark.number) + u':' + QString::number(mark.at);
}

Refusal unknownToken()
{
    return {"invalid_grant", "The refresh token is not known for this client."};
}

} // namespace

qint64 GrantTable::refreshEnd(const Grant &grant) const
{
    return std::min(now() + millis(m_settings.refreshIdle), grant.expiresAt);
}

base::Result<std::optional<GrantTable::Shown>> GrantTable::find(const RefreshToken &token)
{
    static const QString sql =
        QStringLiteral("SELECT g.refresh_hash, g.refresh_number, g.refresh_expires_at,"
                       " g.refresh_rotations, %1 FROM authority_grants g WHERE g.id = ?")
            .arg(Grant::columns());
    TRY(const auto rows, m_database.rows(sql, {token.grantId()}));
    std::optional<Shown> shown;
    if (rows.isEmpty())
        return shown;
    const QVariantList &row = rows.first();
    const qint64 last = row.at(1).toLongLong();
    if (row.at(0).toString() == token.secretHash() && qint64(token.number()) <= last) {
        shown = Shown{Grant::fromRow(row, 4),
                      qint64(token.number()),
                      last,
                      row.at(2).toLongLong(),
                      row.at(3).toString()};
    }
    return shown;
}

bool GrantTable::isInGrace(const Shown &shown) const
{
    // Latest first: the first that is not above tells when, or up to half a second before.
    for (const QStringView text : QStringView(shown.rotations).tokenize(u' ')) {
        const auto mark = markIn(text);
        if (!mark || mark->number > shown.number)
            continue;
        const qint64 age = now() - mark->at;
        const qint64 longest =
            millis(m_settings.grace) + (mark->number < shown.number ? betweenMarks : 0);
        // A clock that was put back makes nothing good for longer.
        return age <= longest && age >= -millis(m_settings.grace);
    }
    return false;
}

Answer<> GrantTable::checkRefresh(const RefreshUse &use, const Shown &shown) const
{
    const Grant &grant = shown.grant;
    if (grant.revokedAt != 0)
        return refuse("invalid_grant", "What the refresh token stands for has been revoked.");
    if (shown.expiresAt <= now() || grant.expiresAt <= now())
        return refuse("invalid_grant", "The refresh token has expired.");
    if (!grant.thumbprint.isEmpty() && grant.thumbprint != use.thumbprint)
        return refuse("invalid_grant", "The refresh token is bound to another DPoP key.");
    if (!isWithin(use.scopes, grant.scopes))
        return refuse("invalid_scope", "More is asked for than was granted.");
    if (!isWithin(use.resources, grant.resources))
        return refuse("invalid_target", "The resource is not among those that were granted.");
    return {};
}

QString GrantTable::rotationsWith(const Shown &shown) const
{
    const qint64 grace = millis(m_settings.grace);
    const QStringView earlier(shown.rotations);
    const qsizetype blank = earlier.indexOf(u' ');
    const auto latest = markIn(blank < 0 ? earlier : earlier.first(blank));
    const qint64 at = now();
    // A clock has been put back: what was noted by the old one says nothing now.
    if (!latest || latest->at - at > grace)
        return textOf({shown.last, at});
    // Instances' clocks differ a little: here time goes forward all the same.
    const Mark mark{shown.last, std::max(at, latest->at)};
    if (mark.at - latest->at < betweenMarks)
        return shown.rotations;
    QString rotations = textOf(mark);
    for (const QStringView text : earlier.tokenize(u' ')) {
        const auto old = markIn(text);
        if (!old || mark.at - old->at > grace + betweenMarks)
            break;
        rotations.append(u' ').append(text);
    }
    return rotations;
}

base::Result<> GrantTable::rotate(const Shown &shown)
{
    // Had another instance rotated it since it was read, it would have been this moment, and to
    // the same successor.
    TRY_VOID(m_database.change(
        QStringLiteral("UPDATE authority_grants SET refresh_number = ?, refresh_expires_at = ?,"
                       " refresh_rotations = ? WHERE id = ? AND refresh_number = ?"),
        {shown.last + 1,
         refreshEnd(shown.grant),
         rotationsWith(shown),
         shown.grant.id,
         shown.last}));
    base::faultPoint("authority.refresh_rotated");
    return {};
}

//! One refresh token on its way through a transaction.
struct GrantTable::Refreshing
{
    const RefreshUse &use;
    RefreshToken token;
    QByteArray successor;
    Redeemed redeemed;
    std::optional<Refusal> refusal;
};

base::Result<> GrantTable::refreshOne(Refreshing &one)
{
    one.refusal.reset(); // it may be run again
    TRY(const auto shown, find(one.token));
    if (!shown || shown->grant.clientId != one.use.clientId) {
        one.refusal = unknownToken();
        return {};
    }
    const bool wasRotated = shown->number < shown->last;
    if (wasRotated && !isInGrace(*shown)) {
        one.refusal = Refusal{"invalid_grant", "The refresh token has been used before.", 401};
        TRY_VOID(revoke(shown->grant.id, QStringLiteral("refresh_replayed")));
        return {};
    }
    if (const auto fits = checkRefresh(one.use, *shown); !fits) {
        one.refusal = fits.error();
        return {};
    }
    one.redeemed = {shown->grant, one.successor};
    if (!wasRotated)
        TRY_VOID(rotate(*shown));
    return {};
}

std::vector<Answer<Redeemed>> GrantTable::refresh(const std::vector<RefreshUse> &uses)
{
    std::vector<Refreshing> all;
    std::vector<std::function<base::Result<>()>> works;
    all.reserve(uses.size());
    works.reserve(uses.size());
    for (const RefreshUse &use : uses) {
        Refreshing &one = all.emplace_back(Refreshing{use, {}, {}, {}, {}});
        auto token = RefreshToken::read(m_keys, use.token);
        if (!token && token.error().code == base::ErrorCode::InvalidInput) {
            one.refusal = unknownToken();
            continue;
        }
        auto successor = token ? token->writeSuccessor(m_keys) : tl::unexpected(token.error());
        // Before anything is written: a locked key ring must not cost a token.
        if (!successor)
            return std::vector<Answer<Redeemed>>(uses.size(),
                                                 tl::unexpected(refusalFor(successor.error())));
        one.token = *std::move(token);
        one.successor = *std::move(successor);
        works.emplace_back([this, &one] { return refreshOne(one); });
    }
    const auto outcomes = m_database.transactions(works);
    base::faultPoint("authority.refresh_committed");
    std::vector<Answer<Redeemed>> answers;
    answers.reserve(uses.size());
    auto outcome = outcomes.begin();
    for (Refreshing &one : all) {
        const bool wasTried = !one.token.isNull();
        if (wasTried && !*outcome++) {
            answers.emplace_back(tl::unexpected(refusalFor(std::prev(outcome)->error())));
            continue;
        }
        if (one.refusal) {
            base::wipe(one.successor);
            answers.emplace_back(tl::unexpected(*std::move(one.refusal)));
            continue;
        }
        if (!one.use.scopes.isEmpty())
            one.redeemed.grant.scopes = one.use.scopes;
        if (!one.use.resources.isEmpty())
            one.redeemed.grant.resources = one.use.resources;
        answers.emplace_back(std::move(one.redeemed));
    }
    return answers;
}

base::Result<std::optional<Redeemed>> GrantTable::lookUp(QByteArrayView refreshToken)
{
    std::optional<Redeemed> found;
    const auto token = RefreshToken::read(m_keys, refreshToken);
    if (!token && token.error().code == base::ErrorCode::InvalidInput)
        return found;
    if (!token)
        return base::fail(token.error());
    TRY(auto shown, find(*token));
    if (shown && shown->number == shown->last && shown->grant.revokedAt == 0
        && shown->expiresAt > now() && shown->grant.expiresAt > now()) {
        found = Redeemed{std::move(shown->grant), {}};
        found->grant.expiresAt = std::min(shown->expiresAt, found->grant.expiresAt);
    }
    return found;
}

base::Result<std::optional<Grant>> GrantTable::familyOf(QByteArrayView refreshToken)
{
    std::optional<Grant> grant;
    const auto token = RefreshToken::readUnproven(refreshToken);
    if (!token)
        return grant;
    TRY(auto shown, find(*token));
    if (shown)
        grant = std::move(shown->grant);
    return grant;
}

} // namespace authority
