// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/keys/keyring.h"
#include "authority/protocol/grant.h"
#include "authority/protocol/refreshtoken.h"
#include "authority/protocol/refusal.h"
#include "authority/protocol/settings.h"
#include "base/clock.h"
#include "ledger/database.h"

namespace authority {

//! Grants, authorization codes and refresh tokens. Codes and the secrets of tokens are kept as
//! hashes. Whatever is used up is used up by one UPDATE that says so (compare and set) inside one
//! transaction with what it gives: a process that is killed, or another instance, leaves the old
//! state or the new.
//!
//!     code ──redeem──→ refresh token 0 ──rotate──→ 1 ──rotate──→ 2      (one grant, one family)
//!     a used code again, or a rotated token after the grace: the whole family ends
//!
//! A family of refresh tokens is one row, that of its grant, however often it is rotated: tokens
//! are numbered (RefreshToken), and the row says which number is the last. So a successor can be
//! given again within the grace (a lost reply, two racing clients) though it is kept nowhere.
class GrantTable
{
public:
    GrantTable(ledger::Database &database,
               const KeyRing &keys,
               const base::Clock &clock,
               const ProtocolSettings &settings);

    //! Writes a new grant; id and times are set here. For use inside a transaction.
    [[nodiscard]] base::Result<Grant> add(Grant grant);
    //! A code for \a grant. For use inside the same transaction.
    [[nodiscard]] base::Result<QByteArray> addCode(const Grant &grant,
                                                   const QString &redirectUri,
                                                   const QString &challenge);
    //! OpenID Connect Core 11: offline_access asks for refresh tokens; plain OAuth has no such
    //! word, and gets them.
    [[nodiscard]] static bool isOffline(const QStringList &scopes);

    struct CodeUse
    {
        QByteArray code;
        QByteArray verifier;
        QString redirectUri;
        QString clientId;
        QString thumbprint; //!< of the DPoP proof; empty: none
        bool isPublic = true;
        bool wantsRefresh = false; //!< the client may have refresh tokens
    };
    //! RFC 6749 4.1.3, RFC 7636 4.6.
    [[nodiscard]] Answer<Redeemed> redeem(const CodeUse &use);

    //! A grant that a device has waited for, with its first refresh token: once for each grant, as
    //! its code can be used once. For use inside a transaction.
    [[nodiscard]] base::Result<Redeemed> start(const QString &grantId,
                                               const QString &thumbprint,
                                               bool wantsRefresh);
    //! The same of one that has just been read.
    [[nodiscard]] base::Result<Redeemed> start(const Grant &grant,
                                               const QString &thumbprint,
                                               bool wantsRefresh);

    struct RefreshUse
    {
        QByteArray token;
        QString clientId;
        QString thumbprint; //!< of the DPoP proof; empty: none
        QStringList scopes; //!< empty: all that was granted
        QStringList resources; //!< empty: all that was granted
    };
    //! RFC 6749 6, RFC 9700 4.14. The grant in the answer is narrowed to what was asked for; the
    //! new refresh token is not. 401 for a token that was rotated before. Those that came together
    //! are each checked, and rotated or refused, as if one came after the other; one commit keeps
    //! them all before anybody hears of it.
    [[nodiscard]] std::vector<Answer<Redeemed>> refresh(const std::vector<RefreshUse> &uses);

    //! Who holds a refresh token that is good now; nothing when it is not.
    [[nodiscard]] base::Result<std::optional<Redeemed>> lookUp(QByteArrayView refreshToken);
    //! Any refresh token that was ever given, for revocation, which has to work while the desk is
    //! locked as well; nothing when it is unknown.
    [[nodiscard]] base::Result<std::optional<Grant>> familyOf(QByteArrayView refreshToken);
    [[nodiscard]] base::Result<bool> isActive(const QString &grantId);

    //! How many grants ended.
    [[nodiscard]] base::Result<int> revoke(const QString &grantId, const QString &why);
    [[nodiscard]] base::Result<int> revokeOfUser(const QString &userId,
                                                 const QString &session,
                                                 const QString &why);
    [[nodiscard]] base::Result<int> revokeOfClient(const QString &clientId, const QString &why);

    //! Removes what has ended, at most \a most rows of each kind; how many went.
    [[nodiscard]] base::Result<int> cleanUp(int most);

private:
    //! A refresh token that has been shown, and what is known of its family.
    struct Shown
    {
        Grant grant;
        qint64 number = 0;
        qint64 last = 0; //!< number of the family's last token
        qint64 expiresAt = 0; //!< of that one
        //! When those before it were rotated, latest first, as far as the grace reaches.
        QString rotations;
    };

    struct Refreshing;
    [[nodiscard]] base::Result<> refreshOne(Refreshing &one);
    //! Nothing when there is no such family, or it has never had this token.
    [[nodiscard]] base::Result<std::optional<Shown>> find(const RefreshToken &token);
    //! Whether the token of \a shown was rotated so recently that it may be shown again.
    [[nodiscard]] bool isInGrace(const Shown &shown) const;
    [[nodiscard]] Answer<> checkCode(const CodeUse &use, const QVariantList &row) const;
    [[nodiscard]] Answer<> checkRefresh(const RefreshUse &use, const Shown &shown) const;
    [[nodiscard]] base::Result<> rotate(const Shown &shown);
    [[nodiscard]] QString rotationsWith(const Shown &shown) const;
    //! When a token that is given now ends, if it is not used.
    [[nodiscard]] qint64 refreshEnd(const Grant &grant) const;
    [[nodiscard]] qint64 now() const { return m_clock.now().toMSecsSinceEpoch(); }

    ledger::Database &m_database;
    const KeyRing &m_keys;
    const base::Clock &m_clock;
    const ProtocolSettings &m_settings;
};

} // namespace authority
