// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standing.h"
#include "support/verifyresult.h"

using core::Standing;
using std::chrono::seconds;

namespace {

const QDateTime noon({2026, 11, 22}, {12, 0}, Qt::UTC);

core::AccountState endingIn(qint64 secondsLeft, qint64 secondsLong = 30 * 86400)
{
    core::AccountState state;
    state.expiresAt = noon.addSecs(secondsLeft);
    state.issuedAt = state.expiresAt.addSecs(-secondsLong);
    return state;
}

} // namespace

class StandingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsAsTheRuleSays_data()
    {
        QTest::addColumn<core::AccountState>("state");
        QTest::addColumn<Standing>("standing");

        QTest::newRow("no expiry known") << core::AccountState{} << Standing::NoExpiry;
        QTest::newRow("a week left") << endingIn(7 * 86400) << Standing::Valid;
        QTest::newRow("exactly 24 h left") << endingIn(86400) << Standing::Expiring;
        QTest::newRow("one second more") << endingIn(86401) << Standing::Valid;
        QTest::newRow("ends this second") << endingIn(0) << Standing::Expired;
        QTest::newRow("ended") << endingIn(-60) << Standing::Expired;
        // A token of one hour is not "expiring in 24 h" while it is fresh …
        QTest::newRow("short and fresh") << endingIn(3500, 3600) << Standing::Valid;
        // … but it is when the five minutes of its own scale are reached.
        QTest::newRow("short and near its end") << endingIn(299, 3600) << Standing::Expiring;

        core::AccountState renewable = endingIn(60, 3600);
        renewable.renewable = true;
        QTest::newRow("renewable near its end") << renewable << Standing::Valid;
        renewable.expiresAt = noon.addSecs(-60);
        QTest::newRow("renewable past its end") << renewable << Standing::Valid;
        renewable.trouble = QStringLiteral("The server did not answer.");
        QTest::newRow("renewing fails") << renewable << Standing::Expired;
        renewable.signInLost = true;
        QTest::newRow("sign-in lost") << renewable << Standing::NeedsSignIn;
    }

    void standsAsTheRuleSays()
    {
        QFETCH(const core::AccountState, state);
        QFETCH(const Standing, standing);
        QCOMPARE(core::standingOf(state, noon, core::defaultWarnBefore()), standing);
    }

    void namesTheMostUrgentThreshold_data()
    {
        QTest::addColumn<qint64>("left");
        QTest::addColumn<qint64>("threshold"); // 0: none
        QTest::newRow("two days") << qint64(2 * 86400) << qint64(0);
        QTest::newRow("23 hours") << qint64(23 * 3600) << qint64(86400);
        QTest::newRow("59 minutes") << qint64(59 * 60) << qint64(3600);
        QTest::newRow("four minutes") << qint64(240) << qint64(300);
        QTest::newRow("over") << qint64(-1) << qint64(0);
    }

    void namesTheMostUrgentThreshold()
    {
        QFETCH(const qint64, left);
        QFETCH(const qint64, threshold);
        const auto reached =
            core::reachedThreshold(endingIn(left), noon, core::defaultWarnBefore());
        QCOMPARE(reached.has_value(), threshold != 0);
        if (reached)
            QCOMPARE(qint64(reached->count()), threshold);
    }

    void anAccountsOwnThresholdsWin()
    {
        core::Account account;
        QCOMPARE(core::effectiveWarnBefore(account, {seconds(60), seconds(3600), seconds(60)}),
                 (QList<seconds>{seconds(3600), seconds(60)}));
        account.warnBefore = {seconds(30)};
        QCOMPARE(core::effectiveWarnBefore(account, core::defaultWarnBefore()),
                 QList<seconds>{seconds(30)});
    }

    void refreshesFiveMinutesAhead()
    {
        QVERIFY(!core::isDueForRefresh({}, noon));
        QVERIFY(!core::isDueForRefresh(noon.addSecs(301), noon));
        QVERIFY(core::isDueForRefresh(noon.addSecs(300), noon));
        QVERIFY(core::isDueForRefresh(noon.addSecs(-1), noon));
        QVERIFY(!core::isDueForRefresh(noon.addSecs(61), noon, seconds(60)));
    }

    void shortLivedTokensHaveASmallerMargin()
    {
        QCOMPARE(core::refreshMarginOf(noon, noon.addSecs(3600)), core::refreshMargin);
        QCOMPARE(core::refreshMarginOf({}, noon.addSecs(60)), core::refreshMargin);
        QCOMPARE(core::refreshMarginOf(noon, noon.addSecs(60)), seconds(15));
        QCOMPARE(core::refreshMarginOf(noon, noon.addSecs(-60)), seconds(0));
    }

    void saysWhenToLookAgain()
    {
        const auto warnBefore = core::defaultWarnBefore();
        QCOMPARE(core::nextChange(endingIn(2 * 86400), noon, warnBefore), noon.addSecs(86400));
        QCOMPARE(core::nextChange(endingIn(86400), noon, warnBefore), noon.addSecs(86400 - 3600));
        QCOMPARE(core::nextChange(endingIn(100), noon, warnBefore), noon.addSecs(100));
        QVERIFY(!core::nextChange(endingIn(-100), noon, warnBefore).isValid());
        QVERIFY(!core::nextChange({}, noon, warnBefore).isValid());
        core::AccountState renewable = endingIn(3600);
        renewable.renewable = true;
        QCOMPARE(core::nextChange(renewable, noon, warnBefore), noon.addSecs(3300));
    }
};

QTEST_GUILESS_MAIN(StandingTest)
#include "tst_standing.moc"
