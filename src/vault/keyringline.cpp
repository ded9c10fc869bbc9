// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/keyringline.h"

namespace vault {

Keyring::~Keyring() = default;

KeyringLine::KeyringLine(Keyring &keyring, std::function<void()> woken)
    : m_keyring(keyring)
    , m_woken(std::move(woken))
{}

KeyringLine::Place KeyringLine::add(Verb verb)
{
    auto place = std::make_shared<Pending<base::Result<base::Secret>>>();
    m_orders.push_back({std::move(verb), place});
    pump();
    return place;
}

void KeyringLine::pump()
{
    while (!m_busy && !m_orders.empty()) {
        const Order order = std::move(m_orders.front());
        m_orders.pop_front();
        if (order.place->isAbandoned())
            continue;
        m_busy = true;
        // The keyring may answer when this line is long gone.
        const std::weak_ptr<KeyringLine> weak = weak_from_this();
        order.verb(m_keyring, [weak, place = order.place](base::Result<base::Secret> result) {
            const bool late = place->isAbandoned();
            place->answer(std::move(result));
            const auto line = weak.lock();
            if (!line)
                return;
            line->m_busy = false;
            if (late)
                line->m_woken();
            line->pump();
        });
    }
}

} // namespace vault
