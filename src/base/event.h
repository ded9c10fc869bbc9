// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace base {

//! Keeps a listener attached for as long as it lives.
using Subscription = std::shared_ptr<void>;

//! Tells listeners that something has happened, without QObject: rooms without I/O announce with
//! it. Single-threaded. A listener may subscribe, unsubscribe or destroy the event while it is
//! told.
template<typename... Args>
class Event
{
public:
    using Listener = std::function<void(const Args &...)>;

    [[nodiscard]] Subscription subscribe(Listener listener)
    {
        auto kept = std::make_shared<Listener>(std::move(listener));
        m_listeners->push_back(kept);
        return kept;
    }

    void announce(const Args &...args) const
    {
        const auto listeners = m_listeners; // stays alive if a listener destroys us
        std::erase_if(*listeners, [](const auto &weak) { return weak.expired(); });
        const auto present = *listeners;
        for (const auto &weak : present) {
            if (const auto listener = weak.lock())
                (*listener)(args...);
        }
    }

private:
    using Listeners = std::vector<std::weak_ptr<Listener>>;
    std::shared_ptr<Listeners> m_listeners = std::make_shared<Listeners>();
};

} // namespace base
