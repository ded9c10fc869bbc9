// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/keyringstore.h"

#include "base/faultpoint.h"
#include "crypto/random.h"
#include "vault/keyringline.h"
#include "vault/storeerrors.h"
#include "vault/words.h"

namespace vault {

using base::ErrorCode;
using core::StoreState;
using Presence = Keyring::Presence;

KeyringStore::KeyringStore(Keyring &keyring, base::Clock &clock, Limits limits)
    : m_keyring(keyring)
    , m_clock(clock)
    , m_limits(limits)
    , m_reason(Words::tr("The keyring has not been asked yet."))
{
    const std::weak_ptr<int> alive = m_alive;
    m_line = std::make_shared<KeyringLine>(keyring, [this, alive] {
        if (!alive.expired() && !m_shut)
            setState(StoreState::Ready); // a late answer: somebody has opened it
    });
}

KeyringStore::~KeyringStore() = default;

base::Task<base::Secret> KeyringStore::read(QString entry)
{
    const QDateTime until = deadline(m_limits.call);
    CO_TRY_VOID(co_await ready(until));
    const std::weak_ptr<int> alive = m_alive;
    auto first = co_await readWhole(entry, until);
    if (first || first.error().code != ErrorCode::Corrupt || alive.expired())
        co_return first;
    // Between header and chunks another process may have written: once more.
    co_return co_await readWhole(entry, until);
}

base::Task<> KeyringStore::write(QString entry, base::Secret secret)
{
    const QDateTime until = deadline(m_limits.call);
    const std::weak_ptr<int> alive = m_alive;
    const Turns::Turn turn = co_await turnsOf(entry).take();
    if (alive.expired())
        co_return base::fail(storeIsGone());
    CO_TRY_VOID(co_await ready(until));
    auto written = writeWhole(entry, std::move(secret), until);
    co_return co_await written;
}

base::Task<> KeyringStore::remove(QString entry)
{
    const QDateTime until = deadline(m_limits.call);
    const std::weak_ptr<int> alive = m_alive;
    const Turns::Turn turn = co_await turnsOf(entry).take();
    if (alive.expired())
        co_return base::fail(storeIsGone());
    CO_TRY_VOID(co_await ready(until));
    CO_TRY(const auto old, co_await header(entry, until));
    CO_TRY_VOID(co_await drop(entry, until));
    if (old)
        CO_TRY_VOID(co_await removeChunks(entry, *old, until));
    co_return {};
}

base::Task<> KeyringStore::unlock(base::Secret passphrase)
{
    passphrase.clear();
    m_shut = false;
    const QDateTime until = deadline(m_limits.dialog);
    const std::weak_ptr<int> alive = m_alive;
    CO_TRY(const Presence now, co_await presence(until));
    if (now == Presence::Absent)
        co_return base::fail(unreachable());
    if (now == Presence::Open)
        co_return {};

    // Writing is what makes a keyring ask the person.
    auto tried = co_await probeUntil(until);
    if (tried || alive.expired())
        co_return tried;
    const QDateTime again = deadline(m_limits.call);
    CO_TRY(const Presence then, co_await presence(again));
    if (then == Presence::Open)
        co_return {};
    if (then == Presence::Locked || then == Presence::NotSetUp)
        co_return base::fail(locked());
    co_return tried;
}

void KeyringStore::lock()
{
    m_shut = true;
    if (m_state == StoreState::Ready)
        setState(StoreState::Locked, storeIsLocked().message);
}

base::Task<StoreState> KeyringStore::look()
{
    const QDateTime until = deadline(m_limits.call);
    CO_TRY_VOID(co_await presence(until));
    co_return m_state;
}

base::Task<> KeyringStore::probe()
{
    const QDateTime until = deadline(m_limits.call);
    CO_TRY_VOID(co_await ready(until));
    co_return co_await probeUntil(until);
}

base::Task<> KeyringStore::probeUntil(QDateTime until)
{
    const QString key = QStringLiteral("latchkey/_probe");
    const base::Secret sentinel(crypto::randomToken(16));
    base::Secret written = sentinel.clone();
    CO_TRY_VOID(co_await put(key, std::move(written), until));
    CO_TRY(const base::Secret seen, co_await get(key, until));
    CO_TRY_VOID(co_await drop(key, until));
    if (!seen.equals(sentinel.expose())) {
        co_return base::fail(ErrorCode::ToolFailed,
                             Words::tr("The keyring did not give back what it was given."),
                             Words::tr("Keep the secrets in an encrypted file (Settings, Store)."));
    }
    co_return {};
}

base::Task<base::Secret> KeyringStore::readWhole(QString entry, QDateTime until)
{
    CO_TRY(base::Secret value, co_await get(entry, until));
    CO_TRY(const auto header, ChunkHeader::parse(value.expose()));
    if (!header)
        co_return value;
    std::vector<base::Secret> chunks;
    const QStringList names = header->chunkNames(entry);
    for (const QString &name : names) {
        auto chunk = co_await get(name, until);
        if (!chunk && chunk.error().code == ErrorCode::NotFound)
            break; // joined() finds it too short
        if (!chunk)
            co_return base::fail(std::move(chunk).error());
        chunks.push_back(std::move(*chunk));
    }
    co_return joined(*header, chunks);
}

base::Task<> KeyringStore::writeWhole(QString entry, base::Secret secret, QDateTime until)
{
    CO_TRY(const auto old, co_await header(entry, until));
    if (!needsChunks(secret, m_limits.entryBytes)) {
        CO_TRY_VOID(co_await put(entry, std::move(secret), until));
    } else {
        const char generation = old && old->generation == 'a' ? 'b' : 'a';
        const auto fresh = ChunkHeader::of(secret, m_limits.entryBytes, generation);
        for (int number = 1; number <= fresh.count; ++number) {
            const QString name = fresh.chunkName(entry, number);
            auto chunk = chunkOf(secret, number, m_limits.entryBytes);
            CO_TRY_VOID(co_await put(name, std::move(chunk), until));
            base::faultPoint("keyring.chunk_written");
        }
        auto head = base::Secret::take(fresh.text());
        CO_TRY_VOID(co_await put(entry, std::move(head), until));
        base::faultPoint("keyring.header_written");
    }
    if (old)
        CO_TRY_VOID(co_await removeChunks(entry, *old, until));
    co_return {};
}

base::Task<> KeyringStore::removeChunks(QString entry, ChunkHeader header, QDateTime until)
{
    const QStringList names = header.chunkNames(entry);
    for (const QString &name : names)
        CO_TRY_VOID(co_await drop(name, until));
    co_return {};
}

base::Task<std::optional<ChunkHeader>> KeyringStore::header(QString entry, QDateTime until)
{
    auto value = co_await get(entry, until);
    if (!value && value.error().code == ErrorCode::NotFound)
        co_return std::optional<ChunkHeader>();
    if (!value)
        co_return base::fail(std::move(value).error());
    const auto parsed = ChunkHeader::parse(value->expose());
    co_return parsed ? *parsed : std::optional<ChunkHeader>(); // a damaged one may be replaced
}

base::Task<base::Secret> KeyringStore::get(QString key, QDateTime until)
{
    Verb verb = [key](Keyring &ring, const Keyring::Answer &answer) { ring.read(key, answer); };
    auto asked = ask(std::move(verb), until);
    co_return co_await asked;
}

base::Task<> KeyringStore::put(QString key, base::Secret value, QDateTime until)
{
    const auto kept = std::make_shared<const base::Secret>(std::move(value));
    Verb verb = [key, kept](Keyring &ring, const Keyring::Answer &answer) {
        ring.write(key, *kept, answer);
    };
    auto asked = ask(std::move(verb), until);
    CO_TRY_VOID(co_await asked);
    co_return {};
}

base::Task<> KeyringStore::drop(QString key, QDateTime until)
{
    Verb verb = [key](Keyring &ring, const Keyring::Answer &answer) { ring.remove(key, answer); };
    auto asked = ask(std::move(verb), until);
    CO_TRY_VOID(co_await asked);
    co_return {};
}

base::Task<base::Secret> KeyringStore::ask(Verb verb, QDateTime until)
{
    const std::weak_ptr<int> alive = m_alive;
    const std::chrono::milliseconds left(m_clock.now().msecsTo(until));
    if (left.count() <= 0)
        co_return base::fail(tooLate());
    const auto place = m_line->add(std::move(verb));
    auto waiting = Pending<base::Result<base::Secret>>::within(place, &m_clock, left);
    std::optional<base::Result<base::Secret>> answer = co_await waiting;
    if (alive.expired())
        co_return base::fail(storeIsGone());
    if (!answer) {
        const base::Error error = tooLate();
        note(error);
        co_return base::fail(error);
    }
    base::Result<base::Secret> result = std::move(*answer);
    if (result || result.error().code == ErrorCode::NotFound) {
        if (!m_shut)
            setState(StoreState::Ready);
        co_return result;
    }
    if (result.error().code == ErrorCode::ToolFailed) {
        // Perhaps it was locked or went away in the middle: then say that.
        const auto seen = co_await presence(until);
        if (alive.expired())
            co_return base::fail(storeIsGone());
        if (seen && *seen == Presence::Absent)
            co_return base::fail(unreachable());
        if (seen && (*seen == Presence::Locked || *seen == Presence::NotSetUp))
            co_return base::fail(locked());
    }
    note(result.error());
    co_return result;
}

base::Task<Presence> KeyringStore::presence(QDateTime until)
{
    const std::weak_ptr<int> alive = m_alive;
    const std::chrono::milliseconds left(m_clock.now().msecsTo(until));
    if (left.count() <= 0)
        co_return base::fail(tooLate());
    const auto pending = std::make_shared<Pending<Presence>>();
    m_keyring.look([pending](Presence seen) { pending->answer(seen); });
    auto waiting = Pending<Presence>::within(pending, &m_clock, left);
    const std::optional<Presence> seen = co_await waiting;
    if (alive.expired())
        co_return base::fail(storeIsGone());
    if (!seen) {
        const base::Error error = tooLate();
        note(error);
        co_return base::fail(error);
    }
    note(*seen);
    co_return *seen;
}

base::Task<> KeyringStore::ready(QDateTime until)
{
    if (m_shut)
        co_return base::fail(storeIsLocked());
    CO_TRY(const Presence seen, co_await presence(until));
    if (seen == Presence::Absent)
        co_return base::fail(unreachable());
    if (seen == Presence::Locked || seen == Presence::NotSetUp)
        co_return base::fail(locked());
    co_return {};
}

Turns &KeyringStore::turnsOf(const QString &entry)
{
    if (m_turns.size() > 64)
        std::erase_if(m_turns, [](const auto &each) { return each.second.isIdle(); });
    return m_turns[entry];
}

QDateTime KeyringStore::deadline(std::chrono::milliseconds limit) const
{
    return m_clock.now().addMSecs(limit.count());
}

base::Error KeyringStore::unreachable() const
{
    return {ErrorCode::Unreachable,
            Words::tr("No keyring answers on this desktop."),
            Words::tr("Start one, or keep the secrets in an encrypted file (Settings, Store)."),
            base::Retryable::Yes};
}

base::Error KeyringStore::locked() const
{
    if (m_presence == Presence::NotSetUp) {
        return {ErrorCode::Locked,
                Words::tr("The keyring of this desktop has not been set up yet."),
                Words::tr("Unlock it; it then asks for a new password."),
                {}};
    }
    return {ErrorCode::Locked,
            Words::tr("The keyring is locked."),
            Words::tr("Unlock it to go on."),
            {}};
}

base::Error KeyringStore::tooLate() const
{
    return {ErrorCode::Locked,
            Words::tr("The keyring did not answer in time."),
            Words::tr("Look for its password dialog, or unlock the keyring."),
            base::Retryable::Yes};
}

void KeyringStore::note(Presence presence)
{
    m_presence = presence;
    m_present = presence != Presence::Absent;
    if (m_shut && m_present)
        return setState(StoreState::Locked, storeIsLocked().message);
    switch (presence) {
    case Presence::Open:
        return setState(StoreState::Ready);
    case Presence::Locked:
    case Presence::NotSetUp:
        return setState(StoreState::Locked, locked().message);
    case Presence::Absent:
        return setState(StoreState::Unavailable, unreachable().message);
    case Presence::Unknown:
        if (m_state == StoreState::Unavailable)
            setState(StoreState::Ready); // until an order says otherwise
        return;
    }
}

void KeyringStore::note(const base::Error &error)
{
    if (error.code == ErrorCode::Locked)
        setState(StoreState::Locked, error.message);
    else if (error.code == ErrorCode::Unreachable)
        setState(StoreState::Unavailable, error.message);
}

void KeyringStore::setState(StoreState state, const QString &reason)
{
    m_reason = reason;
    if (std::exchange(m_state, state) != state)
        stateChanged.announce(state);
}

} // namespace vault
