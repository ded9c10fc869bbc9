// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"
#include "core/reference.h"
#include "references/sops/sopsprogram.h"

namespace references {

//! sops://path?key_type=filepath|base64&format=…: a SOPS file's plain text, or with a fragment one
//! of its values. base64: the path is the file itself, in base64url.
class SopsBackend final : public core::ReferenceBackend
{
public:
    explicit SopsBackend(SopsKeyPlaces places);
    [[nodiscard]] QStringList schemes() const override { return {QStringLiteral("sops")}; }
    [[nodiscard]] base::Task<base::Secret> fetch(core::BackendUri uri,
                                                 QString folder,
                                                 std::stop_token stop) override;

    [[nodiscard]] base::Task<base::Secret> fetchFor(core::BackendUri uri,
                                                    QString folder,
                                                    core::ReferencePermit permit,
                                                    std::stop_token stop) override;
    [[nodiscard]] QByteArray mark(const core::BackendUri &uri,
                                  const QString &folder) const override;

private:
    SopsKeyPlaces m_places;
};

//! keychain://NAME and secretservice://NAME: an entry of the person's own store of secrets, by its
//! whole name. Latchkey's tokens and keys are not for references of this kind: auth:// asks for
//! them in the way that is recorded.
class StoreBackend final : public core::ReferenceBackend
{
public:
    //! \a store outlives this.
    explicit StoreBackend(core::SecretStore *store);
    [[nodiscard]] QStringList schemes() const override;
    [[nodiscard]] base::Task<base::Secret> fetch(core::BackendUri uri,
                                                 QString folder,
                                                 std::stop_token stop) override;
    [[nodiscard]] base::Task<base::Secret> fetchFor(core::BackendUri uri,
                                                    QString folder,
                                                    core::ReferencePermit permit,
                                                    std::stop_token stop) override;

private:
    core::SecretStore *m_store;
};

//! Everything else: handed to the program vals, if it is installed. It sees the environment that
//! the backends of vals read, nothing of ours, and 30 seconds.
class ValsProgram final : public core::ReferenceBackend
{
public:
    explicit ValsProgram(QString program = QStringLiteral("vals"),
                         std::chrono::milliseconds patience = std::chrono::seconds(30));
    [[nodiscard]] QStringList schemes() const override { return {QStringLiteral("*")}; }
    [[nodiscard]] bool takesFragment() const override { return true; }
    [[nodiscard]] base::Task<base::Secret> fetch(core::BackendUri uri,
                                                 QString folder,
                                                 std::stop_token stop) override;
    [[nodiscard]] base::Task<base::Secret> fetchFor(core::BackendUri uri,
                                                    QString folder,
                                                    core::ReferencePermit permit,
                                                    std::stop_token stop) override;

private:
    QString m_program;
    std::chrono::milliseconds m_patience;
};

} // namespace references
