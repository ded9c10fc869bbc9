// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"

#include <QStringList>

namespace oauth {

class Discovery;

//! The catalog of services: the built-in files, and over them the person's own.
class ProviderCatalog final : public core::Providers
{
public:
    //! \a ownFolder is Paths::providersFolder(); it need not exist. \a discovery outlives it.
    ProviderCatalog(QString ownFolder, Discovery &discovery);

    //! Reads everything anew. A file of the person's own that cannot be used is left out and named
    //! in warnings().
    void load();
    //! "FILE:LINE: what is wrong", for people.
    [[nodiscard]] QStringList warnings() const { return m_warnings; }

    [[nodiscard]] QList<core::Provider> all() const override;
    [[nodiscard]] std::optional<core::Provider> find(const QString &id) const override;
    [[nodiscard]] std::optional<core::Provider> guess(const QString &service) const override;
    [[nodiscard]] base::Task<core::Provider> resolved(core::Provider provider,
                                                      std::stop_token stop) override;
    [[nodiscard]] base::Task<core::Provider> discover(QString issuer,
                                                      std::stop_token stop) override;
    [[nodiscard]] base::Result<> keep(const core::Provider &provider) override;

    //! Moves an entry to where its provider really is on this machine (the practice account: the
    //! port is a setting); an empty \a issuer takes the entry out of the catalog.
    void setIssuer(const QString &id, const QString &issuer);

    //! The built-in entries, as they are shipped. An error is a mistake of ours.
    [[nodiscard]] static base::Result<QList<core::Provider>> builtIn();

private:
    void loadOwn();
    void put(core::Provider provider);
    void sort();

    QString m_ownFolder;
    Discovery &m_discovery;
    QList<core::Provider> m_providers; //!< by name
    QList<core::Provider> m_away; //!< taken out by setIssuer()
    QStringList m_warnings;
};

} // namespace oauth
