// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <coroutine>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace authority {

//! Brings together what coroutines wish for in one turn of the event loop. At its end all wishes
//! are handed over at once; when they have been granted, everybody goes on. Under load that is many
//! for the price of one; alone it is a turn's delay.
//!
//!     auto waiting = gathering.join(std::move(wish));
//!     auto gift = co_await waiting;
template<typename Wish, typename Gift>
class Gathering
{
public:
    //! Those who came together. Whoever has it sets the gifts, in any thread, and brings it back to
    //! grant() in the gathering's own.
    struct Round
    {
        std::vector<Wish> wishes;
        std::vector<Gift> gifts; //!< as many, in their order

    private:
        friend class Gathering;
        std::vector<std::pair<std::coroutine_handle<>, std::optional<Gift> *>> waiting;
    };
    using Serve = std::function<void(std::shared_ptr<Round>)>;

    explicit Gathering(Serve serve)
        : m_serve(std::move(serve))
    {}
    Gathering(const Gathering &) = delete;
    Gathering &operator=(const Gathering &) = delete;

    //! What a coroutine awaits; it stays where it is until then.
    class Waiting
    {
    public:
        Waiting(Gathering &gathering, Wish wish)
            : m_gathering(gathering)
            , m_wish(std::move(wish))
        {}
        Waiting(const Waiting &) = delete;
        Waiting &operator=(const Waiting &) = delete;

        [[nodiscard]] auto operator co_await() noexcept
        {
            struct Awaiter
            {
                Waiting &waiting;
                [[nodiscard]] bool await_ready() const noexcept { return false; }
                void await_suspend(std::coroutine_handle<> handle) { waiting.enter(handle); }
                [[nodiscard]] Gift await_resume() { return *std::move(waiting.m_gift); }
            };
            return Awaiter{*this};
        }

    private:
        void enter(std::coroutine_handle<> handle)
        {
            m_gathering.enter(std::move(m_wish), handle, m_gift);
        }

        Gathering &m_gathering;
        Wish m_wish;
        std::optional<Gift> m_gift;
    };

    [[nodiscard]] Waiting join(Wish wish) { return Waiting(*this, std::move(wish)); }

    //! Everybody of the round goes on with the gift.
    static void grant(Round &round)
    {
        auto waiting = std::move(round.waiting);
        for (std::size_t i = 0; i < waiting.size(); ++i)
            waiting[i].second->emplace(std::move(round.gifts[i]));
        for (const auto &[handle, gift] : waiting)
            handle.resume();
    }
    //! Everybody who waits and has not been handed over goes on with \a gift.
    void dismiss(const Gift &gift)
    {
        if (const auto round = std::exchange(m_round, nullptr)) {
            round->gifts.assign(round->wishes.size(), gift);
            grant(*round);
        }
    }

private:
    void enter(Wish wish, std::coroutine_handle<> handle, std::optional<Gift> &gift)
    {
        if (!m_round) {
            m_round = std::make_shared<Round>();
            // Behind every request that has come already.
            QMetaObject::invokeMethod(
                &m_here,
                [this] {
                    if (auto round = std::exchange(m_round, nullptr))
                        m_serve(std::move(round));
                },
                Qt::QueuedConnection);
        }
        m_round->wishes.push_back(std::move(wish));
        m_round->waiting.emplace_back(handle, &gift);
    }

    Serve m_serve;
    std::shared_ptr<Round> m_round;
    QObject m_here; //!< of this thread
};

} // namespace authority
