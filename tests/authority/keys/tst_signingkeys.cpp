// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/keys/keyorders.h"
#include "authority/keys/keyring.h"
#include "support/fakeclock.h"
#include "support/verifyresult.h"
#include "vault/memorystore.h"

#include <QCoroTask>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace authority;
using State = core::AuthorityKey::State;

namespace {

constexpr std::chrono::hours day(24);

KeyRing::Rule elliptic()
{
    KeyRing::Rule rule;
    rule.algorithms = {crypto::SigningAlgorithm::Es256, crypto::SigningAlgorithm::EdDsa};
    return rule;
}

//! What a relying party does: the key by kid out of the published set, then the signature.
bool verifiesByKid(const QByteArray &token, const QByteArray &jwks)
{
    const auto parts = crypto::JwsParts::parse(token);
    const auto keys = crypto::parseJwkSet(jwks);
    if (!parts || !keys)
        return false;
    for (const crypto::Jwk &key : *keys) {
        if (key.id == parts->keyId())
            return crypto::verifyJws(*parts, key, {key.algorithm}).has_value();
    }
    return false;
}

} // namespace

//! The life of the authority's keys, over days of a clock that we move.
class SigningKeysTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<ledger::Database> m_database;
    std::unique_ptr<vault::MemoryStore> m_vault;
    FakeClock m_clock;

    int countIn(const KeyRing &ring, State state, const QString &algorithm)
    {
        int count = 0;
        for (const core::AuthorityKey &key : ring.list())
            count += key.state == state && key.algorithm == algorithm ? 1 : 0;
        return count;
    }

private Q_SLOTS:
    void init()
    {
        static int number = 0;
        auto opened =
            ledger::Database::open(m_folder.filePath(QStringLiteral("keys%1.db").arg(++number)));
        VERIFY_RESULT(opened);
        m_database = *std::move(opened);
        m_vault = std::make_unique<vault::MemoryStore>();
        m_clock.setNow(QDateTime({2026, 11, 22}, {12, 0}, Qt::UTC));
    }

    void hasAKeyThatSignsAndTheNextOnePublished()
    {
        KeyRing ring(*m_database, *m_vault, m_clock, {});
        VERIFY_ERROR(ring.sign(QStringLiteral("ES256"), "JWT", "{}"), base::ErrorCode::Locked);
        VERIFY_RESULT(QCoro::waitFor(ring.open()));
        for (const char *name : {"ES256", "RS256", "EdDSA"}) {
            const QString algorithm = QLatin1String(name);
            QCOMPARE(countIn(ring, State::Active, algorithm), 1);
            QCOMPARE(countIn(ring, State::Next, algorithm), 1);
            const auto token = ring.sign(algorithm, "JWT", "{\"sub\":\"ada\"}");
            VERIFY_RESULT(token);
            QVERIFY(verifiesByKid(*token, ring.jwks()));
            const auto claims = ring.verify(*token, "JWT");
            VERIFY_RESULT(claims);
            QCOMPARE(claims->value(u"sub").toString(), QStringLiteral("ada"));
            VERIFY_ERROR(ring.verify(*token, "at+jwt"), base::ErrorCode::Denied);
        }
        QVERIFY(!ring.jwks().contains("\"d\""));
        QCOMPARE(ring.nextTurn(), m_clock.now().addDays(1));
    }

    void whatIsSignedVerifiesAtEveryMomentOfARollOver()
    {
        KeyRing::Rule rule = elliptic();
        rule.period = std::chrono::hours(4);
        rule.keep = std::chrono::hours(1);
        KeyRing ring(*m_database, *m_vault, m_clock, rule);
        VERIFY_RESULT(QCoro::waitFor(ring.open()));
        struct Signed
        {
            QByteArray token;
            QDateTime at;
        };
        QList<Signed> all;
        QByteArray cached = ring.jwks(); // a relying party's, fetched up to one period ago
        QSet<QString> kids;
        constexpr int steps = 60; // ten minutes each: ten hours, two roll-overs
        for (int step = 0; step < steps; ++step) {
            VERIFY_RESULT(QCoro::waitFor(ring.turn()));
            for (const QString &algorithm : {QStringLiteral("ES256"), QStringLiteral("EdDSA")}) {
                const auto token = ring.sign(algorithm, "at+jwt", QByteArray::number(step));
                VERIFY_RESULT(token);
                QVERIFY2(verifiesByKid(*token, cached), "not in a list fetched before");
                all += Signed{*token, m_clock.now()};
                kids += crypto::JwsParts::parse(*token)->keyId();
            }
            for (const Signed &one : std::as_const(all)) {
                if (one.at.secsTo(m_clock.now()) < 3600)
                    QVERIFY2(verifiesByKid(one.token, ring.jwks()), "a live token does not verify");
            }
            if (step % 23 == 0)
                cached = ring.jwks();
            m_clock.advance(std::chrono::minutes(10));
        }
        QCOMPARE(kids.size(), 6); // three a kind
        // And nothing stays for ever: active and next, and the last retiring one.
        QVERIFY(ring.list().size() <= 6);
        QCOMPARE(KeyRing::vaultEntries(*m_database).size(), 1 + 4);
    }

    void aRestartFindsTheSameKeys()
    {
        QByteArray before;
        QByteArray token;
        {
            KeyRing ring(*m_database, *m_vault, m_clock, elliptic());
            VERIFY_RESULT(QCoro::waitFor(ring.open()));
            before = ring.jwks();
            token = *ring.sign(QStringLiteral("ES256"), "JWT", "{}");
            const auto mac = ring.mac("refresh", "token");
            VERIFY_RESULT(mac);
        }
        KeyRing ring(*m_database, *m_vault, m_clock, elliptic());
        VERIFY_RESULT(QCoro::waitFor(ring.open()));
        QCOMPARE(ring.jwks(), before);
        VERIFY_RESULT(ring.verify(token, "JWT"));
    }

    void aMachineThatWasOffForAWeekGoesOn()
    {
        {
            KeyRing ring(*m_database, *m_vault, m_clock, elliptic());
            VERIFY_RESULT(QCoro::waitFor(ring.open()));
        }
        m_clock.advance(7 * day);
        KeyRing ring(*m_database, *m_vault, m_clock, elliptic());
        VERIFY_RESULT(QCoro::waitFor(ring.open()));
        const auto token = ring.sign(QStringLiteral("ES256"), "JWT", "{}");
        VERIFY_RESULT(token);
        QVERIFY(verifiesByKid(*token, ring.jwks()));
        QVERIFY(ring.nextTurn() > m_clock.now());
    }

    void rollsOverWhenAsked()
    {
        KeyRing ring(*m_database, *m_vault, m_clock, elliptic());
        VERIFY_RESULT(QCoro::waitFor(ring.open()));
        const QByteArray old = *ring.sign(QStringLiteral("ES256"), "JWT", "{}");
        const QByteArray published = ring.jwks();
        VERIFY_RESULT(QCoro::waitFor(ring.rollOver()));
        const QByteArray fresh = *ring.sign(QStringLiteral("ES256"), "JWT", "{}");
        QVERIFY(crypto::JwsParts::parse(old)->keyId() != crypto::JwsParts::parse(fresh)->keyId());
        QVERIFY2(verifiesByKid(fresh, published), "the new key was not published before");
        QVERIFY(verifiesByKid(old, ring.jwks()));
        QCOMPARE(countIn(ring, State::Retiring, QStringLiteral("ES256")), 1);
    }

    void aRevokedKeyIsWorthNothingAtOnce()
    {
        KeyRing ring(*m_database, *m_vault, m_clock, elliptic());
        VERIFY_RESULT(QCoro::waitFor(ring.open()));
        const QByteArray old = *ring.sign(QStringLiteral("ES256"), "JWT", "{}");
        const QString id = crypto::JwsParts::parse(old)->keyId();
        VERIFY_RESULT(QCoro::waitFor(ring.revoke(id)));
        QVERIFY(!verifiesByKid(old, ring.jwks()));
        VERIFY_ERROR(ring.verify(old, "JWT"), base::ErrorCode::Denied);
        const QByteArray fresh = *ring.sign(QStringLiteral("ES256"), "JWT", "{}");
        QVERIFY(verifiesByKid(fresh, ring.jwks()));
        QCOMPARE(countIn(ring, State::Next, QStringLiteral("ES256")), 1);
        VERIFY_ERROR(QCoro::waitFor(ring.revoke(id)), base::ErrorCode::NotFound);
        QVERIFY(!KeyRing::vaultEntries(*m_database).contains(id));
    }

    void ordersWithoutTheVaultAreFollowedAtTheNextTurn()
    {
        KeyOrders orders(*m_database, m_clock);
        VERIFY_ERROR(orders.rollOver(), base::ErrorCode::NotFound);
        KeyRing ring(*m_database, *m_vault, m_clock, elliptic());
        VERIFY_RESULT(QCoro::waitFor(ring.open()));
        const QByteArray old = *ring.sign(QStringLiteral("ES256"), "JWT", "{}");
        const QByteArray published = ring.jwks();

        VERIFY_RESULT(orders.rollOver());
        VERIFY_RESULT(QCoro::waitFor(ring.turn()));
        const QByteArray fresh = *ring.sign(QStringLiteral("ES256"), "JWT", "{}");
        QVERIFY(crypto::JwsParts::parse(old)->keyId() != crypto::JwsParts::parse(fresh)->keyId());
        QVERIFY(verifiesByKid(fresh, published));
        QVERIFY(verifiesByKid(old, ring.jwks()));
        QCOMPARE(countIn(ring, State::Next, QStringLiteral("ES256")), 1);

        const QString id = crypto::JwsParts::parse(fresh)->keyId();
        VERIFY_RESULT(orders.revoke(id));
        VERIFY_ERROR(orders.revoke(id), base::ErrorCode::NotFound);
        VERIFY_RESULT(QCoro::waitFor(ring.turn()));
        QVERIFY(!verifiesByKid(fresh, ring.jwks()));
        const QString entry = QStringLiteral("latchkey/authority/_keys/") + id;
        VERIFY_ERROR(QCoro::waitFor(m_vault->read(entry)), base::ErrorCode::NotFound);
        const QByteArray newest = *ring.sign(QStringLiteral("ES256"), "JWT", "{}");
        QVERIFY(verifiesByKid(newest, ring.jwks()));
        QCOMPARE(countIn(ring, State::Active, QStringLiteral("ES256")), 1);
    }

    void lockedItPublishesNoRevokedKey()
    {
        KeyRing ring(*m_database, *m_vault, m_clock, elliptic());
        VERIFY_RESULT(QCoro::waitFor(ring.open()));
        const QByteArray token = *ring.sign(QStringLiteral("ES256"), "JWT", "{}");
        ring.close();
        VERIFY_RESULT(
            KeyOrders(*m_database, m_clock).revoke(crypto::JwsParts::parse(token)->keyId()));
        VERIFY_ERROR(QCoro::waitFor(ring.turn()), base::ErrorCode::Locked);
        QVERIFY(!verifiesByKid(token, ring.jwks()));
        VERIFY_RESULT(QCoro::waitFor(ring.open()));
        VERIFY_RESULT(ring.sign(QStringLiteral("ES256"), "JWT", "{}"));
    }

    void closedItVerifiesAndSignsNothing()
    {
        KeyRing ring(*m_database, *m_vault, m_clock, elliptic());
        VERIFY_RESULT(QCoro::waitFor(ring.open()));
        const QByteArray token = *ring.sign(QStringLiteral("ES256"), "JWT", "{}");
        ring.close();
        VERIFY_ERROR(ring.sign(QStringLiteral("ES256"), "JWT", "{}"), base::ErrorCode::Locked);
        VERIFY_ERROR(ring.mac("refresh", "x"), base::ErrorCode::Locked);
        VERIFY_ERROR(QCoro::waitFor(ring.turn()), base::ErrorCode::Locked);
        VERIFY_RESULT(ring.verify(token, "JWT"));
        VERIFY_RESULT(QCoro::waitFor(ring.open()));
        VERIFY_RESULT(ring.sign(QStringLiteral("ES256"), "JWT", "{}"));
    }

    void aKeyWithoutItsPrivateHalfIsReplaced()
    {
        {
            KeyRing ring(*m_database, *m_vault, m_clock, elliptic());
            VERIFY_RESULT(QCoro::waitFor(ring.open()));
        }
        for (const QString &entry : KeyRing::vaultEntries(*m_database).mid(1))
            VERIFY_RESULT(QCoro::waitFor(m_vault->remove(entry)));
        // Not at once: another instance may just be putting it there.
        m_clock.advance(std::chrono::minutes(6));
        KeyRing ring(*m_database, *m_vault, m_clock, elliptic());
        VERIFY_RESULT(QCoro::waitFor(ring.open()));
        const auto token = ring.sign(QStringLiteral("EdDSA"), "JWT", "{}");
        VERIFY_RESULT(token);
        QVERIFY(verifiesByKid(*token, ring.jwks()));
    }

    void twoInstancesTurnOnce()
    {
        KeyRing one(*m_database, *m_vault, m_clock, elliptic());
        KeyRing two(*m_database, *m_vault, m_clock, elliptic());
        VERIFY_RESULT(QCoro::waitFor(one.open()));
        VERIFY_RESULT(QCoro::waitFor(two.open()));
        QCOMPARE(one.jwks(), two.jwks());
        m_clock.advance(day);
        VERIFY_RESULT(QCoro::waitFor(one.turn()));
        VERIFY_RESULT(QCoro::waitFor(two.turn()));
        QCOMPARE(one.jwks(), two.jwks());
        const auto token = two.sign(QStringLiteral("ES256"), "JWT", "{}");
        VERIFY_RESULT(token);
        VERIFY_RESULT(one.verify(*token, "JWT"));
    }

    void aKeyThatAnotherInstanceIsJustKeepingIsLeftAlone()
    {
        KeyRing one(*m_database, *m_vault, m_clock, elliptic());
        VERIFY_RESULT(QCoro::waitFor(one.open()));
        const auto token = one.sign(QStringLiteral("ES256"), "JWT", "{}");
        VERIFY_RESULT(token);
        vault::MemoryStore notThereYet;
        KeyRing two(*m_database, notThereYet, m_clock, elliptic());
        static_cast<void>(QCoro::waitFor(two.open()));
        QVERIFY(verifiesByKid(*token, two.jwks()));
    }

    void sealsForTheDatabase()
    {
        KeyRing ring(*m_database, *m_vault, m_clock, elliptic());
        VERIFY_RESULT(QCoro::waitFor(ring.open()));
        const base::Secret seed("12345678901234567890");
        const auto sealed = ring.seal("totp", seed);
        VERIFY_RESULT(sealed);
        QVERIFY(!sealed->contains(QLatin1String("12345")));
        const auto opened = ring.unseal("totp", *sealed);
        VERIFY_RESULT(opened);
        QVERIFY(opened->equals(seed.expose()));
        QVERIFY(!ring.unseal("other", *sealed));
        QVERIFY(!ring.unseal("totp", QStringLiteral("AAAA")));
        QVERIFY(!ring.unseal("totp", QStringLiteral("%")));
    }

    void theDatabaseHoldsNoPrivateHalf()
    {
        KeyRing ring(*m_database, *m_vault, m_clock, {});
        VERIFY_RESULT(QCoro::waitFor(ring.open()));
        const auto rows = m_database->rows(QStringLiteral("SELECT jwk FROM authority_keys"));
        VERIFY_RESULT(rows);
        QCOMPARE(rows->size(), 6);
        for (const QVariantList &row : *rows) {
            const QJsonObject jwk = QJsonDocument::fromJson(row.at(0).toString().toUtf8()).object();
            for (const char *member : {"d", "p", "q", "dp", "dq", "qi", "k"})
                QVERIFY(!jwk.contains(QLatin1String(member)));
        }
    }
};

QTEST_GUILESS_MAIN(SigningKeysTest)
#include "tst_signingkeys.moc"
