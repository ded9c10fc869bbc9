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

//! Brings together what coroutines wish for in one turn of the event loop. At its end the wishes
//! are handed over in rounds; when they have been granted, everybody goes on. Under load that is
//! many for the price of one; alone it is a turn's delay. Rounds are small enough that who serves
//! one and who reads or answers the others are not waiting for each other.
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

    //! When a round with as many as may be in it is handed over. AtOnce is not for one who would
    //! grant it there and then: the last to join is not waiting yet, and who is resumed may be the
    //! next to join, on the same stack.
    enum class WhenFull { AtOnce, InItsTurn };

    Gathering(std::size_t most, WhenFull whenFull, Serve serve)
        : m_most(most)
        , m_whenFull(whenFull)
        , m_serve(std::move(serve))
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
        m_open.reset();
        for (const auto &round : std::exchange(m_rounds, {})) {
            round->gifts.assign(round->wishes.size(), gift);
            grant(*round);
        }
    }

private:
    void enter(Wish wish, std::coroutine_handle<> handle, std::optional<Gift> &gift)
    {
        if (!m_open) {
            m_open = std::make_shared<Round>();
            m_open->wishes.reserve(m_most);
            m_open->waiting.reserve(m_most);
            m_rounds.push_back(m_open);
            // Behind every request that has come already.
            QMetaObject::invokeMethod(
                &m_here, [this, round = m_open] { handOver(round); }, Qt::QueuedConnection);
        }
        m_open->wishes.push_back(std::move(wish));
        m_open->waiting.emplace_back(handle, &gift);
        if (m_open->wishes.size() < m_most)
            return;
        const auto full = std::exchange(m_open, nullptr);
        if (m_whenFull == WhenFull::AtOnce)
            handOver(full);
    }
    void handOver(const std::shared_ptr<Round> &round)
    {
        if (m_open == round)
            m_open.reset();
        if (std::erase(m_rounds, round) > 0)
            m_serve(round);
    }

    std::size_t m_most;
    WhenFull m_whenFull;
    Serve m_serve;
    std::shared_ptr<Round> m_open; //!< the last of m_rounds, if more may join it
    std::vector<std::shared_ptr<Round>> m_rounds; //!< not handed over yet
    QObject m_here; //!< of this thread
};

} // namespace authority
