// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/protocol/gathering.h"
#include "authority/protocol/tokenwriter.h"

#include <QThreadPool>

namespace authority {

//! Writes and signs tokens beside the authority's thread, which reads the next requests meanwhile:
//! a signature costs as much as everything else together. One that comes alone is signed at once,
//! and so are those that come when the other thread is far behind.
class TokenWorks
{
public:
    using Written = base::Result<TokenWriter::Tokens>;

    explicit TokenWorks(const TokenWriter &writer);
    //! Waits for what is under way; who still waits then is told Cancelled.
    ~TokenWorks();
    TokenWorks(const TokenWorks &) = delete;
    TokenWorks &operator=(const TokenWorks &) = delete;

    //! To be awaited, for Written.
    [[nodiscard]] auto write(TokenWriter::Order order) { return m_orders.join(std::move(order)); }

private:
    using Orders = Gathering<TokenWriter::Order, Written>;

    void serve(std::shared_ptr<Orders::Round> round);

    const TokenWriter &m_writer;
    Orders m_orders;
    QObject m_here; //!< where rounds come back to
    QThreadPool m_pool;
    std::vector<std::shared_ptr<Orders::Round>> m_underWay;
};

} // namespace authority
