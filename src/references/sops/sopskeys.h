// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "core/ports.h"
#include "core/reference.h"
#include "crypto/age.h"
#include "references/sops/metadata.h"

#include <QHash>

#include <stop_token>

namespace references {

//! Whom a file is closed to.
struct Recipients
{
    QStringList age; //!< age1…
    QStringList pgp; //!< fingerprints

    [[nodiscard]] bool isEmpty() const { return age.isEmpty() && pgp.isEmpty(); }
    friend bool operator==(const Recipients &, const Recipients &) = default;
};

//! Where the keys to data keys come from.
struct SopsKeyPlaces
{
    //! SOPS_AGE_KEY, SOPS_AGE_KEY_FILE, SOPS_AGE_KEY_CMD, SOPS_GPG_EXEC, XDG_CONFIG_HOME, HOME.
    QHash<QString, QString> environment;
    core::SecretStore *store = nullptr; //!< our own vault; may be locked; outlives this
    //! The first of them that is there: the API key of the account sops/default is how a person
    //! enters it.
    QStringList storeEntries = {QStringLiteral("latchkey/sops/default/age_key"),
                                QStringLiteral("latchkey/sops/default/api_key")};
    //! Asked before our own vault's key is used; empty: nobody is. That key is tried last.
    core::ReferencePermit permit;
    //! Given directly, for a store that has its key with it.
    QList<std::shared_ptr<crypto::age::Identity>> identities;
    std::chrono::milliseconds patience = std::chrono::seconds(60); //!< with each program

    //! Of this process.
    [[nodiscard]] static QHash<QString, QString> processEnvironment();
};

//! Opens and closes data keys: age by ourselves, PGP through the program gpg.
class SopsKeys
{
public:
    explicit SopsKeys(SopsKeyPlaces places);

    //! The 32 bytes of a file's data key. Every age identity is tried with every entry, then gpg.
    [[nodiscard]] base::Task<base::Secret> unwrap(QList<WrappedKey> age,
                                                  QList<WrappedKey> pgp,
                                                  QStringList services,
                                                  std::stop_token stop);
    [[nodiscard]] base::Task<QList<WrappedKey>> wrapForPgp(QByteArray fingerprints,
                                                           base::Secret dataKey,
                                                           std::stop_token stop);
    [[nodiscard]] static base::Result<QList<WrappedKey>> wrapForAge(const QStringList &recipients,
                                                                    const base::Secret &dataKey);

private:
    struct Found
    {
        QList<std::shared_ptr<crypto::age::Identity>> identities;
        QStringList troubles; //!< of places that could not be read
    };

    [[nodiscard]] base::Task<> gather(std::shared_ptr<Found> found,
                                      QString recipient,
                                      std::stop_token stop);
    [[nodiscard]] base::Task<> gatherOwn(std::shared_ptr<Found> found);
    //! The data key by one of the identities; nothing when none fits.
    [[nodiscard]] static base::Result<base::Secret> openByAge(const QList<WrappedKey> &keys,
                                                              Found &found);
    void read(const base::Secret &text, const QString &place, Found &found) const;
    [[nodiscard]] base::Task<base::Secret> keyCommand(QString recipient, std::stop_token stop);
    [[nodiscard]] base::Task<base::Secret> openByPgp(WrappedKey key, std::stop_token stop);
    [[nodiscard]] QString value(const char *name) const;
    [[nodiscard]] QString keysFile() const;

    SopsKeyPlaces m_places;
};

} // namespace references
