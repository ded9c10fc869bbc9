// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/event.h"
#include "core/authority.h"
#include "core/ports.h"
#include "crypto/digest.h"
#include "crypto/signingkey.h"
#include "ledger/database.h"

#include <QHash>
#include <QJsonObject>

#include <map>
#include <memory>
#include <optional>

namespace authority {

//! The keys that the authority signs with. The rule, once: for each algorithm one key is active,
//! the next one is published a whole period before it signs, and an old one stays published for as
//! long as anything it signed may live, plus the skew of clocks. States and public halves are in
//! the database; private halves are in the vault and, while the desk is unlocked, in memory.
class KeyRing
{
public:
    struct Rule
    {
        std::chrono::seconds period = std::chrono::hours(24);
        //! Longest life of anything signed, and what clocks may differ.
        std::chrono::seconds keep = std::chrono::hours(1) + std::chrono::minutes(5);
        QList<crypto::SigningAlgorithm> algorithms = {crypto::SigningAlgorithm::Es256,
                                                      crypto::SigningAlgorithm::Rs256,
                                                      crypto::SigningAlgorithm::EdDsa};
    };

    KeyRing(ledger::Database &database,
            core::SecretStore &vault,
            const base::Clock &clock,
            Rule rule);
    ~KeyRing();

    //! Reads the private halves from the vault and makes what is missing. Locked while the vault
    //! is.
    [[nodiscard]] base::Task<> open();
    //! Forgets the private halves (lock); what was signed still verifies.
    void close();
    [[nodiscard]] bool isOpen() const { return m_isOpen; }

    //! Moves every key on to where it should be at this time; cheap when nothing is due.
    [[nodiscard]] base::Task<> turn();
    //! When turn() will have something to do.
    [[nodiscard]] QDateTime nextTurn() const;
    //! Makes the next keys the active ones now, and publishes successors.
    [[nodiscard]] base::Task<> rollOver();
    //! Emergency: takes the key out of the published set and out of use at once. An active one is
    //! replaced by the next.
    [[nodiscard]] base::Task<> revoke(QString id);

    //! Signs with the active key of \a algorithm ("ES256"). \a type is the header's typ: "JWT",
    //! "at+jwt". Locked before open().
    [[nodiscard]] base::Result<QByteArray> sign(const QString &algorithm,
                                                const QByteArray &type,
                                                QByteArrayView payload) const;
    //! The active key of \a algorithm, for signing in another thread; who has it can sign with it
    //! although the ring is closed meanwhile, so nobody should have it for long. Locked before
    //! open().
    [[nodiscard]] base::Result<std::shared_ptr<const crypto::SigningKey>> signer(
        const QString &algorithm) const;
    //! The payload of something this authority has signed, by its kid, if \a type fits; Denied
    //! otherwise. Says nothing about exp, iss or aud.
    [[nodiscard]] base::Result<QJsonObject> verify(QByteArrayView compact,
                                                   const QByteArray &type) const;
    //! The published set ({"keys": […]}): next, active and retiring keys.
    [[nodiscard]] const QByteArray &jwks() const { return m_jwks; }
    //! Oldest first.
    [[nodiscard]] QList<core::AuthorityKey> list() const;

    //! A key that never leaves this authority, from the vault: HMAC-SHA-256 over \a input with a
    //! key derived for \a purpose. Refresh tokens are tagged with it, so that a lost reply can be
    //! given again though only hashes are stored.
    [[nodiscard]] base::Result<QByteArray> mac(const QByteArray &purpose,
                                               QByteArrayView input) const;
    //! Seals a small secret for the database (TOTP seeds), and opens it.
    [[nodiscard]] base::Result<QString> seal(const QByteArray &purpose,
                                             const base::Secret &secret) const;
    [[nodiscard]] base::Result<base::Secret> unseal(const QByteArray &purpose,
                                                    const QString &sealed) const;

    //! Entries in the vault, for moving it to another store; for any thread with a database.
    [[nodiscard]] static QStringList vaultEntries(ledger::Database &database);

    //! The published set, or which key signs, has changed.
    base::Event<> changed;

private:
    struct Held
    {
        core::AuthorityKey view;
        crypto::Jwk jwk;
        std::shared_ptr<const crypto::SigningKey>
            key; //!< null: closed, or only kept for verification
    };

    [[nodiscard]] static QString masterEntry();
    [[nodiscard]] static QString entryOf(const QString &id);
    [[nodiscard]] static bool isSigner(const core::AuthorityKey &key);

    [[nodiscard]] base::Result<> read();
    [[nodiscard]] base::Task<> openMaster();
    //! Private halves that are not here yet.
    [[nodiscard]] base::Task<> fetch();
    //! \a forced: an algorithm whose next key signs from now on; empty text: all of them.
    [[nodiscard]] base::Task<> turnAt(QDateTime now, std::optional<QString> forced);
    [[nodiscard]] base::Task<> turnOne(crypto::SigningAlgorithm algorithm,
                                       QDateTime now,
                                       bool isForced);
    [[nodiscard]] base::Result<> promote(const QString &next,
                                         const QString &active,
                                         const QDateTime &now);
    [[nodiscard]] base::Task<> dropGone(QDateTime now);
    [[nodiscard]] base::Task<QString> make(crypto::SigningAlgorithm algorithm, QDateTime activeAt);
    [[nodiscard]] base::Result<> store(const Held &held);
    [[nodiscard]] base::Result<const base::Secret *> derived(const QByteArray &purpose) const;
    [[nodiscard]] base::Secret derive(const QByteArray &purpose) const;
    [[nodiscard]] QDateTime successorDue(const QString &algorithm, const QDateTime &activeAt) const;
    void publish();

    ledger::Database &m_database;
    core::SecretStore &m_vault;
    const base::Clock &m_clock;
    Rule m_rule;
    std::map<QString, Held> m_keys;
    QHash<QString, QString> m_active; //!< algorithm → kid
    base::Secret m_master;
    mutable std::map<QByteArray, base::Secret> m_derived; //!< by purpose
    mutable std::map<QByteArray, crypto::HmacKey> m_macs; //!< the same, for mac()
    QByteArray m_jwks = QByteArrayLiteral("{\"keys\":[]}");
    bool m_isOpen = false;
    bool m_isTurning = false;
};

} // namespace authority
