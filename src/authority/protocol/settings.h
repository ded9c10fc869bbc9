// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authority/interaction.h"

#include <chrono>

namespace authority {

//! How long things live and how often one may ask.
struct ProtocolSettings
{
    QString issuer; //!< "http://127.0.0.1:7420"; no slash at the end

    std::chrono::seconds accessLife = std::chrono::minutes(15);
    std::chrono::seconds idTokenLife = std::chrono::minutes(15);
    std::chrono::seconds codeLife = std::chrono::seconds(60);
    std::chrono::seconds refreshIdle = std::chrono::hours(14 * 24);
    std::chrono::seconds refreshLongest = std::chrono::hours(90 * 24);
    //! Within it a rotated refresh token gives the same successor again.
    std::chrono::seconds grace = std::chrono::seconds(10);
    std::chrono::seconds requestLife = std::chrono::minutes(10);
    std::chrono::seconds pushedLife = std::chrono::seconds(60);
    std::chrono::seconds deviceLife = std::chrono::minutes(10);
    std::chrono::seconds devicePeriod = std::chrono::seconds(5);
    //! A client that registered itself and was not used in so long is removed; zero: never.
    std::chrono::seconds unusedClientLife = std::chrono::hours(24);
    //! How far a proof's iat may be from now (RFC 9449 11.1).
    std::chrono::seconds proofSkew = std::chrono::seconds(60);
    //! A DPoP proof without a nonce of ours is sent back with one (RFC 9449 8).
    bool needsDpopNonce = false;
    //! How far ahead an assertion's exp may be (RFC 7523 3).
    std::chrono::seconds assertionLongest = std::chrono::minutes(10);

    Throttle::Rule perClient = {600, 6000};
    Throttle::Rule global = {3000, 60000};
    //! Of questions about tokens and of revocations, by client: a service may ask at each of its
    //! requests.
    Throttle::Rule questions = {6000, 60000};
    //! Of authorization requests, by address: each is a row for ten minutes, and any page on the
    //! web can make a browser send them.
    Throttle::Rule requests = {120, 240};
    Throttle::Rule failures = {20, 20}; //!< of client authentication, by address
    Throttle::Rule registrations = {20, 20}; //!< by address
};

//! Milliseconds since 1970, as the database keeps them.
[[nodiscard]] inline qint64 millis(std::chrono::seconds span)
{
    return std::chrono::milliseconds(span).count();
}

} // namespace authority
