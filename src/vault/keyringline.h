// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/keyring.h"
#include "vault/pending.h"

#include <deque>

namespace vault {

//! Orders for a keyring, one at a time and in the order of their coming. An order that nobody waits
//! for any more is dropped unless the keyring has it already.
class KeyringLine : public std::enable_shared_from_this<KeyringLine>
{
public:
    using Verb = std::function<void(Keyring &, const Keyring::Answer &)>;
    using Place = std::shared_ptr<Pending<base::Result<base::Secret>>>;

    //! \a woken is told when an order is answered that was given up.
    KeyringLine(Keyring &keyring, std::function<void()> woken);

    [[nodiscard]] Place add(Verb verb);

private:
    struct Order
    {
        Verb verb;
        Place place;
    };
    void pump();

    Keyring &m_keyring;
    std::function<void()> m_woken;
    std::deque<Order> m_orders;
    bool m_busy = false;
};

} // namespace vault
