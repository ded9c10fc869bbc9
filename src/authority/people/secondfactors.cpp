// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/secondfactors.h"

#include "authority/words.h"
#include "crypto/random.h"
#include "crypto/totp.h"

#include <cctype>

namespace authority {

using base::ErrorCode;

namespace {

constexpr std::size_t keySize = 20; // RFC 4226 4, R6
constexpr int recoveryCodes = 10;
constexpr std::chrono::minutes begunLife(10);
const QByteArray sealPurpose = QByteArrayLiteral("totp");
const QByteArray recoveryPurpose = QByteArrayLiteral("recovery_code");
//! No letter that is read as another one.
constexpr char alphabet[] = "abcdefghjkmnpqrstuvwxyz23456789";
constexpr int letters = sizeof(alphabet) - 1;

base::Error wrongCode()
{
    return {ErrorCode::Denied,
            Words::tr("This code is not right, or it was used before."),
            Words::tr("Wait for the next code in your app, then type that one."),
            {}};
}

//! "abcde-fghjk": about 49 bits, and only reachable through the throttle.
base::Secret recoveryCode()
{
    base::Secret code = base::Secret::zeroed(11);
    for (std::size_t i = 0; i < code.size();) {
        if (i == 5) {
            code.data()[i++] = '-';
            continue;
        }
        const auto byte = static_cast<unsigned char>(crypto::randomBytes(1).at(0));
        if (byte < 256 / letters * letters) // no letter is likelier than another
            code.data()[i++] = static_cast<unsigned char>(alphabet[byte % letters]);
    }
    return code;
}

QByteArray normalized(QByteArrayView code)
{
    QByteArray plain;
    for (const char letter : code) {
        if (std::isalnum(static_cast<unsigned char>(letter)))
            plain += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    }
    return plain;
}

} // namespace

SecondFactors::SecondFactors(ledger::Database &database, KeyRing &keys, const base::Clock &clock)
    : m_database(database)
    , m_keys(keys)
    , m_clock(clock)
{}

base::Result<std::optional<SecondFactors::Row>> SecondFactors::read(const QString &userId) const
{
    TRY(const auto rows,
        m_database.rows(QStringLiteral("SELECT sealed_secret, confirmed_at, last_step, begun_at,"
                                       " begun_by FROM authority_totp WHERE user_id = ?"),
                        {userId}));
    if (rows.isEmpty())
        return std::optional<Row>();
    const QVariantList &columns = rows.first();
    Row row;
    row.sealed = columns[0].toString();
    TRY(row.key, m_keys.unseal(sealPurpose, row.sealed));
    row.isConfirmed = columns[1].toLongLong() > 0;
    row.lastStep = columns[2].toLongLong();
    row.begunAt = columns[3].toLongLong();
    row.begunBy = columns[4].toString();
    return std::optional<Row>(std::move(row));
}

qint64 SecondFactors::oldestBegun() const
{
    return m_clock.now().toMSecsSinceEpoch() - std::chrono::milliseconds(begunLife).count();
}

bool SecondFactors::isBegunBy(const Row &row, const QString &holder) const
{
    return !row.isConfirmed && !holder.isEmpty() && row.begunBy == holder
           && row.begunAt > oldestBegun();
}

base::Result<SecondFactors::Enrolment> SecondFactors::begin(const Beginner &beginner)
{
    const base::Secret key = crypto::randomSecret(keySize);
    TRY(const QString sealed, m_keys.seal(sealPurpose, key));
    // Who leaves the page leaves the key: another who has the password may have seen it.
    TRY(const int begun,
        m_database.changed(
            QStringLiteral("INSERT INTO authority_totp (user_id, sealed_secret, begun_at, begun_by)"
                           " VALUES (?, ?, ?, ?) ON CONFLICT (user_id) DO UPDATE SET"
                           " sealed_secret = excluded.sealed_secret, last_step = 0,"
                           " begun_at = excluded.begun_at, begun_by = excluded.begun_by"
                           " WHERE authority_totp.confirmed_at = 0"),
            {beginner.userId, sealed, m_clock.now().toMSecsSinceEpoch(), beginner.holder}));
    if (begun == 0) {
        return base::fail(ErrorCode::Conflict,
                          Words::tr("There is an authenticator app already."),
                          Words::tr("Remove it first."));
    }
    return Enrolment{
        crypto::otpauthUri(beginner.issuer, beginner.name, key, {}), crypto::toBase32(key), true};
}

base::Result<SecondFactors::Enrolment> SecondFactors::resume(const Beginner &beginner)
{
    TRY(const auto row, read(beginner.userId));
    if (!row || !isBegunBy(*row, beginner.holder))
        return begin(beginner);
    return Enrolment{crypto::otpauthUri(beginner.issuer, beginner.name, row->key, {}),
                     crypto::toBase32(row->key),
                     false};
}

base::Result<> SecondFactors::spend(const QString &userId, const Row &row, QByteArrayView code)
{
    QByteArray digits = normalized(code);
    const auto step = crypto::checkTotp(row.key, digits, m_clock.now(), row.lastStep, {});
    base::wipe(digits);
    if (!step)
        return base::fail(wrongCode());
    // Two requests with one code, at one instance or at two: the second finds no row to change.
    // Nor does who is late: another key may have been begun in the meantime.
    TRY(const int spent,
        m_database.changed(QStringLiteral("UPDATE authority_totp SET last_step = ?,"
                                          " confirmed_at = CASE WHEN confirmed_at > 0"
                                          " THEN confirmed_at ELSE ? END"
                                          " WHERE user_id = ? AND last_step < ?"
                                          " AND sealed_secret = ?"),
                           {*step, m_clock.now().toMSecsSinceEpoch(), userId, *step, row.sealed}));
    if (spent == 0)
        return base::fail(wrongCode());
    return {};
}

base::Result<> SecondFactors::confirm(const QString &userId,
                                      const QString &holder,
                                      QByteArrayView code)
{
    TRY(const auto row, read(userId));
    if (!row || !isBegunBy(*row, holder))
        return base::fail(wrongCode());
    return spend(userId, *row, code);
}

base::Result<> SecondFactors::check(const QString &userId, QByteArrayView code)
{
    TRY(const auto row, read(userId));
    if (!row || !row->isConfirmed)
        return base::fail(wrongCode());
    return spend(userId, *row, code);
}

base::Result<> SecondFactors::cleanUp()
{
    return m_database.change(
        QStringLiteral("DELETE FROM authority_totp WHERE confirmed_at = 0 AND begun_at <= ?"),
        {oldestBegun()});
}

base::Result<bool> SecondFactors::isEnrolled(const QString &userId) const
{
    TRY(const auto rows,
        m_database.rows(QStringLiteral("SELECT 1 FROM authority_totp WHERE user_id = ?"
                                       " AND confirmed_at > 0"),
                        {userId}));
    return !rows.isEmpty();
}

base::Result<> SecondFactors::remove(const QString &userId)
{
    return m_database.transaction([&]() -> base::Result<> {
        TRY_VOID(m_database.change(
            QStringLiteral("DELETE FROM authority_recovery_codes WHERE user_id = ?"), {userId}));
        return m_database.change(QStringLiteral("DELETE FROM authority_totp WHERE user_id = ?"),
                                 {userId});
    });
}

base::Result<std::vector<base::Secret>> SecondFactors::makeRecoveryCodes(const QString &userId)
{
    std::vector<base::Secret> codes;
    QStringList hashes;
    for (int i = 0; i < recoveryCodes; ++i) {
        codes.push_back(recoveryCode());
        QByteArray plain = normalized(codes.back().expose());
        const auto mac = m_keys.mac(recoveryPurpose, plain);
        base::wipe(plain);
        if (!mac)
            return base::fail(mac.error());
        hashes.append(QString::fromLatin1(crypto::toBase64Url(*mac)));
    }
    TRY_VOID(m_database.transaction([&]() -> base::Result<> {
        TRY_VOID(m_database.change(
            QStringLiteral("DELETE FROM authority_recovery_codes WHERE user_id = ?"), {userId}));
        for (const QString &hash : hashes) {
            TRY_VOID(m_database.change(
                QStringLiteral("INSERT INTO authority_recovery_codes (user_id, code_hash)"
                               " VALUES (?, ?)"),
                {userId, hash}));
        }
        return {};
    }));
    return codes;
}

base::Result<> SecondFactors::spendRecoveryCode(const QString &userId, QByteArrayView code)
{
    QByteArray plain = normalized(code);
    const auto mac = m_keys.mac(recoveryPurpose, plain);
    base::wipe(plain);
    if (!mac)
        return base::fail(mac.error());
    TRY(const int spent,
        m_database.changed(QStringLiteral("UPDATE authority_recovery_codes SET used_at = ?"
                                          " WHERE user_id = ? AND code_hash = ? AND used_at = 0"),
                           {m_clock.now().toMSecsSinceEpoch(),
                            userId,
                            QString::fromLatin1(crypto::toBase64Url(*mac))}));
    if (spent == 0) {
        return base::fail(ErrorCode::Denied,
                          Words::tr("This recovery code is not right, or it was used before."),
                          Words::tr("Take another one from your list."));
    }
    return {};
}

base::Result<int> SecondFactors::recoveryCodesLeft(const QString &userId) const
{
    TRY(const auto rows,
        m_database.rows(QStringLiteral("SELECT COUNT(*) FROM authority_recovery_codes"
                                       " WHERE user_id = ? AND used_at = 0"),
                        {userId}));
    return rows.first().first().toInt();
}

} // namespace authority
