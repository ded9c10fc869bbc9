// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/keys/keyring.h"
#include "authority/protocol/refusal.h"
#include "authority/protocol/settings.h"
#include "base/clock.h"
#include "ledger/database.h"

namespace authority {

//! Devices that wait for a person with a browser (RFC 8628).
class DeviceTable
{
public:
    DeviceTable(ledger::Database &database,
                const KeyRing &keys,
                const base::Clock &clock,
                const ProtocolSettings &settings);

    struct Codes
    {
        QByteArray deviceCode;
        QString userCode; //!< "WDJB-MJHT"
    };
    [[nodiscard]] base::Result<Codes> add(const QString &clientId,
                                          const QStringList &scopes,
                                          const QStringList &resources);

    struct Device
    {
        //! Of the user code, keyed: its name in the pages. The device cannot compute it, so nobody
        //! can be sent a link that skips typing the code.
        QString hash;
        QString clientId;
        QStringList scopes;
        QStringList resources;
        QDateTime expiresAt;
    };
    //! A pending one. NotFound (also when it was answered), Expired.
    [[nodiscard]] base::Result<Device> find(const QString &hash);
    [[nodiscard]] base::Result<Device> findByUserCode(const QString &typed);
    //! Answers a pending one, once. \a grantId is empty for no. For use inside a transaction.
    [[nodiscard]] base::Result<> answer(const QString &hash, const QString &grantId);

    //! One poll of the device (RFC 8628 3.4, 3.5): \a used runs, or authorization_pending,
    //! slow_down, access_denied, expired_token. The grant is given once: \a used runs in the same
    //! transaction.
    [[nodiscard]] Answer<> poll(QByteArrayView deviceCode,
                                const QString &clientId,
                                const std::function<base::Result<>(const QString &grantId)> &used);

    [[nodiscard]] base::Result<int> cleanUp(int most);

private:
    [[nodiscard]] qint64 now() const { return m_clock.now().toMSecsSinceEpoch(); }
    [[nodiscard]] base::Result<QString> hashOfUserCode(const QString &folded) const;
    [[nodiscard]] base::Result<Device> deviceIn(const QList<QVariantList> &rows) const;
    [[nodiscard]] base::Result<Refusal> waitLonger(const QString &hash,
                                                   qint64 period,
                                                   qint64 polledAt);

    ledger::Database &m_database;
    const KeyRing &m_keys;
    const base::Clock &m_clock;
    const ProtocolSettings &m_settings;
};

} // namespace authority
