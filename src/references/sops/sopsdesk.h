// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "core/consent.h"
#include "core/sops.h"
#include "references/sops/sopsfile.h"

namespace references {

//! SopsService on the files of this computer, with this user's rights.
class SopsDesk final : public core::SopsService
{
public:
    //! Both outlive this. Without \a consent no program is given what our own vault's key opens.
    SopsDesk(SopsKeyPlaces places, base::Clock &clock, core::ConsentService *consent);

    [[nodiscard]] base::Task<core::SopsPlain> decrypt(core::SopsRequest request,
                                                      QString extract,
                                                      QString outputFormat,
                                                      std::stop_token stop) override;
    [[nodiscard]] base::Task<QByteArray> encrypt(core::SopsRequest request,
                                                 core::SopsRecipients recipients,
                                                 std::stop_token stop) override;
    [[nodiscard]] base::Task<> encryptInPlace(core::SopsRequest request,
                                              core::SopsRecipients recipients,
                                              std::stop_token stop) override;
    [[nodiscard]] base::Task<> decryptInPlace(core::SopsRequest request,
                                              std::stop_token stop) override;
    [[nodiscard]] base::Task<> set(core::SopsRequest request,
                                   QString key,
                                   base::Secret json,
                                   std::stop_token stop) override;
    [[nodiscard]] base::Task<> replace(core::SopsRequest request,
                                       base::Secret plain,
                                       QByteArray mark,
                                       std::stop_token stop) override;
    [[nodiscard]] base::Result<core::SopsFacts> info(
        const core::SopsRequest &request) const override;

private:
    [[nodiscard]] SopsKeyPlaces placesFor(const core::SopsRequest &request,
                                          std::stop_token stop) const;
    [[nodiscard]] base::Task<QByteArray> encrypted(core::SopsRequest request,
                                                   base::Secret plain,
                                                   core::SopsRecipients recipients,
                                                   std::stop_token stop);

    SopsKeyPlaces m_places;
    base::Clock &m_clock;
    core::ConsentService *m_consent;
};

} // namespace references
