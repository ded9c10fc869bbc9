// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/devicetable.h"

#include "authority/protocol/grammar.h"
#include "authority/words.h"
#include "base/faultpoint.h"
#include "crypto/digest.h"
#include "crypto/random.h"

#include <QDateTime>

namespace authority {

namespace {

constexpr int tries = 5;
constexpr qint64 slowerBy = 5000; // RFC 8628 3.5
//! Clocks and networks make a poll come a little early; that is not worth a slow_down.
constexpr qint64 earlyBy = 500;

} // namespace

DeviceTable::DeviceTable(ledger::Database &database,
                         const KeyRing &keys,
                         const base::Clock &clock,
                         const ProtocolSettings &settings)
    : m_database(database)
    , m_keys(keys)
    , m_clock(clock)
    , m_settings(settings)
{}

base::Result<QString> DeviceTable::hashOfUserCode(const QString &folded) const
{
    // Eight letters are found again from a plain hash; with a key from the vault they are not.
    TRY(const QByteArray mac, m_keys.mac("device", folded.toLatin1()));
    return QString::fromLatin1(crypto::toBase64Url(mac));
}

base::Result<DeviceTable::Codes> DeviceTable::add(const QString &clientId,
                                                  const QStringList &scopes,
                                                  const QStringList &resources)
{
    Codes codes;
    codes.deviceCode = "lkd_" + crypto::randomToken(32);
    for (int i = 0; i < tries; ++i) {
        codes.userCode = newUserCode();
        TRY(const QString userHash, hashOfUserCode(foldedUserCode(codes.userCode)));
        const qint64 at = now();
        TRY(const int added,
            m_database.changed(
                QStringLiteral("INSERT INTO authority_devices (device_hash, user_code_hash,"
                               " client_id, scopes, resources, state, period, created_at,"
                               " expires_at) VALUES (?, ?, ?, ?, ?, 'pending', ?, ?, ?)"
                               " ON CONFLICT DO NOTHING"),
                {hashOf(codes.deviceCode),
                 userHash,
                 clientId,
                 scopes.join(u' '),
                 toJsonList(resources),
                 millis(m_settings.devicePeriod),
                 at,
                 at + millis(m_settings.deviceLife)}));
        if (added == 1)
            return codes;
    }
    return base::fail(base::ErrorCode::Conflict,
                      Words::tr("Too many devices wait for their codes."),
                      Words::tr("Try again in a few minutes."),
                      base::Retryable::Yes);
}

base::Result<DeviceTable::Device> DeviceTable::deviceIn(const QList<QVariantList> &rows) const
{
    if (rows.isEmpty()) {
        return base::fail(base::ErrorCode::NotFound,
                          Words::tr("No device waits with this code."),
                          Words::tr("Check the letters, or start again on the device."));
    }
    const QVariantList &row = rows.first();
    Device device;
    device.hash = row.at(0).toString();
    device.clientId = row.at(1).toString();
    device.scopes = row.at(2).toString().split(u' ', Qt::SkipEmptyParts);
    device.resources = fromJsonList(row.at(3).toString());
    device.expiresAt = QDateTime::fromMSecsSinceEpoch(row.at(4).toLongLong(), Qt::UTC);
    if (row.at(4).toLongLong() <= now()) {
        return base::fail(base::ErrorCode::Expired,
                          Words::tr("This code has expired."),
                          Words::tr("Start again on the device to get a new one."));
    }
    return device;
}

base::Result<DeviceTable::Device> DeviceTable::find(const QString &hash)
{
    TRY(const auto rows,
        m_database.rows(
            QStringLiteral(
                "SELECT user_code_hash, client_id, scopes, resources, expires_at"
                " FROM authority_devices WHERE user_code_hash = ? AND state = 'pending'"),
            {hash}));
    return deviceIn(rows);
}

base::Result<DeviceTable::Device> DeviceTable::findByUserCode(const QString &typed)
{
    const QString folded = foldedUserCode(typed);
    if (folded.isEmpty())
        return deviceIn({});
    TRY(const QString hash, hashOfUserCode(folded));
    return find(hash);
}

base::Result<> DeviceTable::answer(const QString &hash, const QString &grantId)
{
    TRY(const int answered,
        m_database.changed(
            QStringLiteral("UPDATE authority_devices SET state = ?, grant_id = ?"
                           " WHERE user_code_hash = ? AND state = 'pending' AND expires_at > ?"),
            {grantId.isEmpty() ? QStringLiteral("denied") : QStringLiteral("allowed"),
             grantId,
             hash,
             now()}));
    if (answered == 0)
        return base::fail(deviceIn({}).error());
    return {};
}

base::Result<Refusal> DeviceTable::waitLonger(const QString &hash, qint64 period, qint64 polledAt)
{
    const qint64 at = now();
    const bool isEarly = polledAt != 0 && at - polledAt + earlyBy < period;
    TRY_VOID(
        m_database.change(QStringLiteral("UPDATE authority_devices SET polled_at = ?, period = ?"
                                         " WHERE device_hash = ?"),
                          {at, isEarly ? period + slowerBy : period, hash}));
    if (isEarly)
        return Refusal{"slow_down", "Wait five seconds longer between two polls."};
    return Refusal{"authorization_pending", "The person has not answered yet."};
}

Answer<> DeviceTable::poll(QByteArrayView deviceCode,
                           const QString &clientId,
                           const std::function<base::Result<>(const QString &grantId)> &used)
{
    const QString hash = hashOf(deviceCode);
    std::optional<Refusal> refusal;
    const auto done = m_database.transaction([&]() -> base::Result<> {
        refusal.reset(); // PostgreSQL may run this again
        TRY(const auto rows,
            m_database.rows(QStringLiteral("SELECT state, grant_id, period, polled_at, expires_at"
                                           " FROM authority_devices"
                                           " WHERE device_hash = ? AND client_id = ?"),
                            {hash, clientId}));
        if (rows.isEmpty()) {
            refusal = Refusal{"invalid_grant", "The device code is not known for this client."};
            return {};
        }
        const QVariantList &row = rows.first();
        const QString state = row.at(0).toString();
        if (state == QLatin1String("used")) {
            refusal = Refusal{"invalid_grant", "The device code has been used before."};
        } else if (state == QLatin1String("denied")) {
            refusal = Refusal{"access_denied", "The person said no."};
        } else if (row.at(4).toLongLong() <= now()) {
            refusal = Refusal{"expired_token", "The device code has expired."};
        } else if (state == QLatin1String("pending")) {
            TRY(refusal, waitLonger(hash, row.at(2).toLongLong(), row.at(3).toLongLong()));
        } else {
            TRY(const int taken,
                m_database.changed(QStringLiteral("UPDATE authority_devices SET state = 'used'"
                                                  " WHERE device_hash = ? AND state = 'allowed'"),
                                   {hash}));
            base::faultPoint("authority.device_used");
            if (taken == 1)
                return used(row.at(1).toString());
            refusal = Refusal{"invalid_grant", "The device code has been used before."};
        }
        return {};
    });
    TRY_VOID(ours(done));
    if (refusal)
        return tl::unexpected(*refusal);
    return {};
}

base::Result<int> DeviceTable::cleanUp(int most)
{
    // A little later than they end, so that the device is told why.
    return m_database.changed(
        QStringLiteral("DELETE FROM authority_devices WHERE device_hash IN (SELECT device_hash"
                       " FROM authority_devices WHERE expires_at < ? LIMIT ?)"),
        {now() - 3'600'000, most});
}

} // namespace authority
