// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/settings.h"
#include "core/consent.h"
#include "core/ports.h"
#include "core/reference.h"
#include "core/services.h"
#include "core/sops.h"

#include <memory>

namespace net {
class HttpClient;
}

namespace apps {

//! References and SOPS files, wired: every backend that this version has, what they sign in with
//! (the environment of this process), and the owner's consent.
class ReferenceHouse
{
public:
    //! All outlive it.
    struct Needs
    {
        base::Settings &settings;
        base::Clock &clock;
        net::HttpClient &http;
        core::TokenService &tokens;
        core::SecretStore &store;
        core::ConsentService *consent = nullptr; //!< none: no program is given anything of ours
        const core::AccountService *accounts = nullptr;
    };

    explicit ReferenceHouse(Needs needs);
    ~ReferenceHouse();

    [[nodiscard]] core::ReferenceService &references();
    [[nodiscard]] core::SopsService &sops();
    //! Drops every value (lock).
    void forget();

private:
    struct Rooms;
    std::unique_ptr<Rooms> m_rooms;
};

} // namespace apps
