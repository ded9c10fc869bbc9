// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/circuitbreaker.h"

#include <algorithm>

namespace net {

CircuitBreaker::Admission CircuitBreaker::admit(const QString &host, const QDateTime &now)
{
    const auto circuit = m_circuits.find(host);
    if (circuit == m_circuits.end() || !circuit->until.isValid())
        return Admission::Granted;
    if (now < circuit->until || circuit->probing)
        return Admission::Refused;
    circuit->probing = true;
    return Admission::Granted;
}

void CircuitBreaker::succeeded(const QString &host)
{
    m_circuits.remove(host);
    count();
}

void CircuitBreaker::count()
{
    m_openCount->store(static_cast<int>(
        std::count_if(m_circuits.cbegin(), m_circuits.cend(), [](const Circuit &circuit) {
            return circuit.until.isValid();
        })));
}

void CircuitBreaker::failed(const QString &host, const QDateTime &now)
{
    Circuit &circuit = m_circuits[host];
    ++circuit.failures;
    if (circuit.until.isValid()) {
        // A straggler that was sent before the circuit opened says nothing new.
        if (!circuit.probing)
            return;
        circuit.pause = std::min(circuit.pause * 2, m_limits.longestPause);
    } else if (circuit.failures >= m_limits.failures) {
        circuit.pause = m_limits.pause;
    } else {
        return;
    }
    circuit.probing = false;
    circuit.until = now.addMSecs(circuit.pause.count());
    count();
}

void CircuitBreaker::abandoned(const QString &host)
{
    const auto circuit = m_circuits.find(host);
    if (circuit != m_circuits.end())
        circuit->probing = false;
}

CircuitBreaker::State CircuitBreaker::state(const QString &host, const QDateTime &now) const
{
    const auto circuit = m_circuits.constFind(host);
    if (circuit == m_circuits.constEnd() || !circuit->until.isValid())
        return State::Closed;
    return now < circuit->until ? State::Open : State::HalfOpen;
}

QDateTime CircuitBreaker::closedUntil(const QString &host) const
{
    return m_circuits.value(host).until;
}

} // namespace net
