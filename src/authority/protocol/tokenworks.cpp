// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/tokenworks.h"

#include "authority/words.h"

namespace authority {

namespace {

//! Few enough that the first are answered while the others are signed, enough that waking the other
//! thread costs little beside them.
constexpr std::size_t mostOrders = 8;
//! With as many rounds before it, the other thread is the one that everybody waits for.
constexpr std::size_t mostWaiting = 7;

} // namespace

TokenWorks::TokenWorks(const TokenWriter &writer)
    : m_writer(writer)
    , m_orders(mostOrders, Orders::WhenFull::AtOnce, [this](std::shared_ptr<Orders::Round> round) {
        serve(std::move(round));
    })
{
    // Reading, checking and storing a request takes the authority's thread about as long as the
    // signature takes this one: a second one would have nothing to do.
    m_pool.setMaxThreadCount(1);
}

TokenWorks::~TokenWorks()
{
    m_pool.waitForDone();
    const Written cancelled =
        base::fail(base::ErrorCode::Cancelled, Words::tr("The authority is stopping."));
    for (const auto &round : std::exchange(m_underWay, {})) {
        round->gifts.assign(round->wishes.size(), cancelled);
        Orders::grant(*round);
    }
    m_orders.dismiss(cancelled);
}

void TokenWorks::serve(std::shared_ptr<Orders::Round> round)
{
    const auto write = [&writer = m_writer](Orders::Round &orders) {
        orders.gifts.reserve(orders.wishes.size());
        for (const TokenWriter::Order &order : orders.wishes)
            orders.gifts.push_back(writer.write(order));
    };
    if (round->wishes.size() == 1) {
        write(*round);
        Orders::grant(*round);
        return;
    }
    const auto grant = [this, round] {
        QMetaObject::invokeMethod(
            &m_here,
            [this, round] {
                std::erase(m_underWay, round);
                Orders::grant(*round);
            },
            Qt::QueuedConnection);
    };
    const bool isFarBehind = m_underWay.size() >= mostWaiting;
    m_underWay.push_back(round);
    if (isFarBehind) {
        write(*round);
        grant(); // in a turn of its own: the last to join is not waiting yet
        return;
    }
    m_pool.start([write, round, grant] {
        write(*round);
        grant();
    });
}

} // namespace authority
