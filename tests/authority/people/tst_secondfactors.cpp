// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/secondfactors.h"
#include "peoplehouse.h"
#include "support/settle.h"

using authority::SecondFactors;
using namespace std::chrono_literals;

class SecondFactorsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<PeopleHouse> m_house;
    std::unique_ptr<SecondFactors> m_factors;
    QString m_ada;
    base::Secret m_key;

    QByteArray code(int stepsAway = 0)
    {
        const crypto::TotpSettings settings;
        const auto step = crypto::totpStep(m_house->clock.now(), settings) + stepsAway;
        return crypto::hotp(m_key, static_cast<quint64>(step), settings);
    }
    SecondFactors::Beginner ada(const char *holder = "browser one") const
    {
        return {
            m_ada, QString::fromLatin1(holder), QStringLiteral("Latchkey"), QStringLiteral("ada")};
    }
    base::Result<> confirm(QByteArrayView code, const char *holder = "browser one")
    {
        return m_factors->confirm(m_ada, QString::fromLatin1(holder), code);
    }
    void enrol()
    {
        const auto enrolment = m_factors->begin(ada());
        VERIFY_RESULT(enrolment);
        m_key = *crypto::fromBase32(enrolment->key);
        VERIFY_RESULT(confirm(code()));
        m_house->clock.advance(90s);
    }

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<PeopleHouse>();
        m_factors =
            std::make_unique<SecondFactors>(*m_house->database, *m_house->keys, m_house->clock);
        m_ada = m_house->person("ada").id;
    }
    void cleanup()
    {
        m_factors.reset();
        m_house.reset();
    }
    void cleanupTestCase() { settleEverything(); }

    void isInForceWhenACodeWasShown()
    {
        const auto enrolment = m_factors->begin(ada());
        VERIFY_RESULT(enrolment);
        m_key = *crypto::fromBase32(enrolment->key);
        QVERIFY(enrolment->uri.expose().startsWith("otpauth://totp/Latchkey:ada?"));
        QCOMPARE(*m_factors->isEnrolled(m_ada), false);
        VERIFY_ERROR(m_factors->check(m_ada, code()), base::ErrorCode::Denied);
        VERIFY_ERROR(confirm("000000"), base::ErrorCode::Denied);

        // The code was mistyped: the same key.
        const auto again = m_factors->resume(ada());
        QVERIFY(again->key.equals(enrolment->key.expose()));
        VERIFY_RESULT(confirm(code()));

        QCOMPARE(*m_factors->isEnrolled(m_ada), true);
        VERIFY_ERROR(m_factors->begin(ada()), base::ErrorCode::Conflict);
        VERIFY_ERROR(m_factors->resume(ada("browser two")), base::ErrorCode::Conflict);
    }

    void aKeyThatWasLeftIsNeverShownAgain()
    {
        const auto first = m_factors->begin(ada());
        VERIFY_RESULT(first);
        m_key = *crypto::fromBase32(first->key);

        // Loaded again, the page has another key, and the first is void.
        const auto second = m_factors->begin(ada());
        QVERIFY(!second->key.equals(first->key.expose()));
        VERIFY_ERROR(confirm(code()), base::ErrorCode::Denied);
        m_key = *crypto::fromBase32(second->key);
        VERIFY_RESULT(confirm(code()));
    }

    void aKeyIsForWhoBeganIt()
    {
        const auto first = m_factors->begin(ada());
        m_key = *crypto::fromBase32(first->key);
        VERIFY_ERROR(confirm(code(), "browser two"), base::ErrorCode::Denied);

        const auto other = m_factors->resume(ada("browser two"));
        VERIFY_RESULT(other);
        QVERIFY(other->isFresh);
        QVERIFY(!other->key.equals(first->key.expose()));
        VERIFY_ERROR(confirm(code()), base::ErrorCode::Denied);
        m_key = *crypto::fromBase32(other->key);
        VERIFY_ERROR(confirm(code()), base::ErrorCode::Denied);
        VERIFY_RESULT(confirm(code(), "browser two"));
    }

    void aKeyThatWasBegunEndsAfterTenMinutes()
    {
        const auto first = m_factors->begin(ada());
        m_key = *crypto::fromBase32(first->key);
        m_house->clock.advance(9min);
        QVERIFY(!m_factors->resume(ada())->isFresh);
        m_house->clock.advance(1min);

        VERIFY_ERROR(confirm(code()), base::ErrorCode::Denied);
        const auto next = m_factors->resume(ada());
        QVERIFY(next->isFresh);
        QVERIFY(!next->key.equals(first->key.expose()));
    }

    void whatWasBegunIsSwept()
    {
        const auto rowsLeft = [this] {
            return m_house->database->rows(QStringLiteral("SELECT 1 FROM authority_totp"))->size();
        };
        VERIFY_RESULT(m_factors->begin(ada()));
        VERIFY_RESULT(m_house->door->cleanUp());
        QCOMPARE(rowsLeft(), 1);

        m_house->clock.advance(10min);
        VERIFY_RESULT(m_house->door->cleanUp());
        QCOMPARE(rowsLeft(), 0);

        enrol();
        m_house->clock.advance(24h);
        VERIFY_RESULT(m_house->door->cleanUp());
        QCOMPARE(*m_factors->isEnrolled(m_ada), true);
    }

    void theSeedIsSealed()
    {
        enrol();
        const auto rows =
            m_house->database->rows(QStringLiteral("SELECT sealed_secret FROM authority_totp"));
        const QByteArray kept = rows->first().first().toByteArray();
        QVERIFY(!kept.contains(crypto::toBase32(m_key).expose().toByteArray()));
        QVERIFY(!QByteArray::fromBase64(kept, QByteArray::Base64UrlEncoding)
                     .contains(m_key.expose().toByteArray()));
    }

    void forgivesAStepOfDrift_data()
    {
        QTest::addColumn<int>("away");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("two before") << -2 << false;
        QTest::newRow("one before") << -1 << true;
        QTest::newRow("now") << 0 << true;
        QTest::newRow("one after") << 1 << true;
        QTest::newRow("two after") << 2 << false;
    }

    void forgivesAStepOfDrift()
    {
        QFETCH(const int, away);
        QFETCH(const bool, isGood);
        enrol();

        QCOMPARE(m_factors->check(m_ada, code(away)).has_value(), isGood);
    }

    void aCodeIsGoodOnce()
    {
        enrol();
        VERIFY_RESULT(m_factors->check(m_ada, code()));

        VERIFY_ERROR(m_factors->check(m_ada, code()), base::ErrorCode::Denied);
        // Nor one from before it, which somebody may have seen.
        VERIFY_ERROR(m_factors->check(m_ada, code(-1)), base::ErrorCode::Denied);
        VERIFY_RESULT(m_factors->check(m_ada, code(1)));
        m_house->clock.advance(30s);
        VERIFY_ERROR(m_factors->check(m_ada, code()), base::ErrorCode::Denied);
    }

    void twoInstancesTakeACodeOnce()
    {
        enrol();
        SecondFactors other(*m_house->database, *m_house->keys, m_house->clock);

        VERIFY_RESULT(other.check(m_ada, code()));
        VERIFY_ERROR(m_factors->check(m_ada, code()), base::ErrorCode::Denied);
    }

    void spacesAreForgiven()
    {
        enrol();
        const QByteArray plain = code();
        VERIFY_RESULT(m_factors->check(m_ada, " " + plain.left(3) + " " + plain.mid(3)));
    }

    void wrongCodesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("code");
        for (const char *text : {"", "12345", "1234567", "abcdef", "٠١٢٣٤٥", "000000000000000000"})
            QTest::newRow(text) << QByteArray(text);
    }

    void wrongCodesAreRefused()
    {
        QFETCH(const QByteArray, code);
        enrol();

        VERIFY_ERROR(m_factors->check(m_ada, code), base::ErrorCode::Denied);
    }

    void recoveryCodesAreGoodOnce()
    {
        enrol();
        const auto codes = m_factors->makeRecoveryCodes(m_ada);
        VERIFY_RESULT(codes);
        QCOMPARE(codes->size(), std::size_t(10));
        QSet<QByteArray> different;
        for (const base::Secret &one : *codes)
            different.insert(one.expose().toByteArray());
        QCOMPARE(different.size(), 10);

        const QByteArray first = codes->front().expose().toByteArray();
        VERIFY_RESULT(m_factors->spendRecoveryCode(m_ada, first.toUpper().replace('-', ' ')));
        VERIFY_ERROR(m_factors->spendRecoveryCode(m_ada, first), base::ErrorCode::Denied);
        QCOMPARE(*m_factors->recoveryCodesLeft(m_ada), 9);

        VERIFY_RESULT(m_factors->makeRecoveryCodes(m_ada));
        VERIFY_ERROR(m_factors->spendRecoveryCode(m_ada, (*codes)[1].expose()),
                     base::ErrorCode::Denied);
        QCOMPARE(*m_factors->recoveryCodesLeft(m_ada), 10);
    }

    void recoveryCodesAreOnesOwn()
    {
        enrol();
        const auto codes = m_factors->makeRecoveryCodes(m_ada);
        const QString grace = m_house->person("grace").id;

        VERIFY_ERROR(m_factors->spendRecoveryCode(grace, codes->front().expose()),
                     base::ErrorCode::Denied);
    }

    void aLockedVaultAnswersNothing()
    {
        enrol();
        m_house->keys->close();

        VERIFY_ERROR(m_factors->check(m_ada, code()), base::ErrorCode::Locked);
        VERIFY_ERROR(m_factors->spendRecoveryCode(m_ada, "abcde-fghjk"), base::ErrorCode::Locked);
    }

    void removingItTakesEverything()
    {
        enrol();
        VERIFY_RESULT(m_factors->makeRecoveryCodes(m_ada));

        VERIFY_RESULT(m_house->door->resetTotp(m_ada));

        QCOMPARE(*m_factors->isEnrolled(m_ada), false);
        QCOMPARE(*m_factors->recoveryCodesLeft(m_ada), 0);
        VERIFY_ERROR(m_factors->check(m_ada, code()), base::ErrorCode::Denied);
    }
};

QTEST_GUILESS_MAIN(SecondFactorsTest)
#include "tst_secondfactors.moc"
