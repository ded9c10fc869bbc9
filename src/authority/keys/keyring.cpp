// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/keys/keyring.h"

#include "authority/words.h"
#include "crypto/aead.h"
#include "crypto/digest.h"
#include "crypto/random.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <tuple>

namespace authority {

namespace {

constexpr std::size_t masterSize = 32;
constexpr qsizetype nonceSize = 12;
constexpr std::chrono::seconds youngKey = std::chrono::minutes(5);

base::Error closed()
{
    return {base::ErrorCode::Locked,
            Words::tr("The authority's keys are locked away."),
            Words::tr("Unlock Latchkey, then try again."),
            base::Retryable::Yes};
}

base::Error denied()
{
    return {base::ErrorCode::Denied, Words::tr("This token was not signed here."), {}, {}};
}

} // namespace

KeyRing::KeyRing(ledger::Database &database,
                 core::SecretStore &vault,
                 const base::Clock &clock,
                 Rule rule)
    : m_database(database)
    , m_vault(vault)
    , m_clock(clock)
    , m_rule(std::move(rule))
{}

KeyRing::~KeyRing() = default;

base::Task<> KeyRing::open()
{
    CO_TRY_VOID(read());
    CO_TRY_VOID(co_await openMaster());
    CO_TRY_VOID(co_await fetch());
    m_isOpen = true;
    const QDateTime now = m_clock.now();
    const std::optional<QString> nothingForced;
    CO_TRY_VOID(co_await turnAt(now, nothingForced));
    co_return {};
}

void KeyRing::close()
{
    m_isOpen = false;
    m_master.clear();
    m_derived.clear();
    m_macs.clear();
    for (auto &[id, held] : m_keys)
        held.key.reset();
}

base::Task<> KeyRing::openMaster()
{
    m_derived.clear();
    m_macs.clear();
    const QString entry = masterEntry();
    auto found = co_await m_vault.read(entry);
    if (found && found->size() == masterSize) {
        m_master = *std::move(found);
        co_return {};
    }
    if (found || found.error().code != base::ErrorCode::NotFound) {
        if (!found)
            co_return base::fail(std::move(found).error());
        co_return base::fail(base::ErrorCode::Corrupt,
                             Words::tr("The authority's own key in the store is damaged."),
                             Words::tr("Restore the store from a copy."));
    }
    base::Secret made = crypto::randomSecret(masterSize);
    base::Secret kept = made.clone();
    CO_TRY_VOID(co_await m_vault.write(entry, std::move(made)));
    m_master = std::move(kept);
    co_return {};
}

base::Task<> KeyRing::fetch()
{
    QStringList wanted;
    for (const auto &[id, held] : m_keys) {
        if (!held.key && isSigner(held.view))
            wanted += id;
    }
    for (const QString &id : std::as_const(wanted)) {
        const QString entry = entryOf(id);
        const auto der = co_await m_vault.read(entry);
        const auto held = m_keys.find(id);
        if (held == m_keys.end())
            continue;
        if (!der && der.error().code != base::ErrorCode::NotFound)
            co_return base::fail(der.error());
        CO_TRY(const auto algorithm, crypto::signingAlgorithmFrom(held->second.view.algorithm));
        auto key = der ? crypto::SigningKey::fromPkcs8(algorithm, *der)
                       : base::Result<crypto::SigningKey>(base::fail(der.error()));
        if (key && key->publicKey().id == id) {
            held->second.key = std::make_shared<const crypto::SigningKey>(*std::move(key));
            continue;
        }
        // A key of these minutes may be on its way into the vault by another instance.
        if (held->second.view.createdAt.addSecs(youngKey.count()) > m_clock.now())
            continue;
        // A crash came between the two halves, or the vault was emptied: a key that cannot sign is
        // taken back, and turnAt() makes another.
        CO_TRY_VOID(
            m_database.change(QStringLiteral("DELETE FROM authority_keys WHERE kid = ?"), {id}));
        m_keys.erase(held);
    }
    co_return {};
}

base::Result<std::shared_ptr<const crypto::SigningKey>> KeyRing::signer(
    const QString &algorithm) const
{
    const auto active = m_active.constFind(algorithm);
    const auto held = active == m_active.cend() ? m_keys.end() : m_keys.find(*active);
    if (!m_isOpen || held == m_keys.end() || !held->second.key)
        return base::fail(closed());
    return held->second.key;
}

base::Result<QByteArray> KeyRing::sign(const QString &algorithm,
                                       const QByteArray &type,
                                       QByteArrayView payload) const
{
    TRY(const auto key, signer(algorithm));
    return key->sign(type, payload);
}

base::Result<QJsonObject> KeyRing::verify(QByteArrayView compact, const QByteArray &type) const
{
    const auto parts = crypto::JwsParts::parse(compact);
    if (!parts)
        return base::fail(denied());
    const auto held = m_keys.find(parts->keyId());
    const QString kind = parts->header.value(u"typ").toString();
    if (held == m_keys.cend() || held->second.view.state == core::AuthorityKey::State::Revoked
        || kind.compare(QLatin1String(type), Qt::CaseInsensitive) != 0)
        return base::fail(denied());
    const auto payload = crypto::verifyJws(*parts, held->second.jwk, {held->second.view.algorithm});
    if (!payload)
        return base::fail(denied());
    const QJsonDocument document = QJsonDocument::fromJson(*payload);
    if (!document.isObject())
        return base::fail(denied());
    return document.object();
}

QList<core::AuthorityKey> KeyRing::list() const
{
    QList<core::AuthorityKey> all;
    for (const auto &[id, held] : m_keys) {
        core::AuthorityKey key = held.view;
        // What the rule says will happen, for people.
        if (key.state == core::AuthorityKey::State::Active && !key.retiringAt.isValid())
            key.retiringAt = successorDue(key.algorithm, key.activeAt);
        all += key;
    }
    std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) {
        return std::tie(a.createdAt, a.id) < std::tie(b.createdAt, b.id);
    });
    return all;
}

base::Secret KeyRing::derive(const QByteArray &purpose) const
{
    return crypto::hkdf(
        crypto::Hash::Sha256, m_master.expose(), {}, "latchkey authority " + purpose, masterSize);
}

base::Result<const base::Secret *> KeyRing::derived(const QByteArray &purpose) const
{
    if (m_master.isEmpty())
        return base::fail(closed());
    auto found = m_derived.find(purpose);
    if (found == m_derived.end())
        found = m_derived.emplace(purpose, derive(purpose)).first;
    return &found->second;
}

base::Result<QByteArray> KeyRing::mac(const QByteArray &purpose, QByteArrayView input) const
{
    if (m_master.isEmpty())
        return base::fail(closed());
    auto found = m_macs.find(purpose);
    if (found == m_macs.end()) {
        const base::Secret key = derive(purpose);
        found = m_macs.emplace(purpose, crypto::HmacKey(crypto::Hash::Sha256, key.expose())).first;
    }
    return found->second.of(input);
}

base::Result<QString> KeyRing::seal(const QByteArray &purpose, const base::Secret &secret) const
{
    TRY(const base::Secret *const key, derived(purpose));
    const QByteArray nonce = crypto::randomBytes(nonceSize);
    TRY(const QByteArray sealed,
        crypto::seal(
            crypto::Aead::ChaCha20Poly1305, key->expose(), nonce, purpose, secret.expose()));
    return QString::fromLatin1(crypto::toBase64Url(nonce + sealed));
}

base::Result<base::Secret> KeyRing::unseal(const QByteArray &purpose, const QString &sealed) const
{
    TRY(const base::Secret *const key, derived(purpose));
    TRY(const QByteArray bytes, crypto::fromBase64Url(sealed.toLatin1()));
    if (bytes.size() < nonceSize)
        return base::fail(denied());
    return crypto::unseal(crypto::Aead::ChaCha20Poly1305,
                          key->expose(),
                          QByteArrayView(bytes).first(nonceSize),
                          purpose,
                          QByteArrayView(bytes).sliced(nonceSize));
}

void KeyRing::publish()
{
    m_active.clear();
    QJsonArray keys;
    for (const auto &[id, held] : m_keys) {
        if (held.view.state == core::AuthorityKey::State::Active)
            m_active.insert(held.view.algorithm, id);
        if (held.view.state != core::AuthorityKey::State::Revoked)
            keys += held.jwk.json;
    }
    const QByteArray published =
        QJsonDocument(QJsonObject{{QStringLiteral("keys"), keys}}).toJson(QJsonDocument::Compact);
    if (std::exchange(m_jwks, published) != published)
        changed.announce();
}

} // namespace authority
