// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/herald.h"
#include "support/agenthouse.h"
#include "support/verifyresult.h"

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

struct HeraldHouse : AgentHouse
{
    agent::Herald herald{{book, notifications, clock, settings}};

    //! One look, then the time in which notices gather.
    void look()
    {
        Q_UNUSED(herald.watchExpiry(clock.now()))
        clock.advance(agent::Herald::gatherFor);
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }

    QStringList matters() const
    {
        QStringList matters;
        for (const core::Notification &notification : notifications.shown)
            matters += notification.matter;
        return matters;
    }
};

} // namespace

class HeraldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOnceAtEachThreshold()
    {
        HeraldHouse house;
        const auto id = house.oauth("slack/ops", hours(25), false);
        VERIFY_RESULT(house.book.load());

        house.look();
        QCOMPARE(house.matters(), QStringList());
        house.clock.advance(hours(2)); // 23 h left
        house.look();
        house.look();
        QCOMPARE(house.notifications.shown.size(), 1);
        QCOMPARE(house.notifications.shown[0].title, QStringLiteral("Slack ops"));
        QVERIFY(house.notifications.shown[0].body.startsWith(QLatin1String("Ends in 23 hour")));
        QCOMPARE(house.notifications.shown[0].account, id);
        house.clock.advance(hours(22) + minutes(30)); // about half an hour left
        house.look();
        QCOMPARE(house.notifications.shown.size(), 2);
        house.clock.advance(minutes(26));
        house.look();
        QCOMPARE(house.notifications.shown.size(), 3);
        QCOMPARE(house.notifications.shown[2].urgency, core::Notification::Urgency::Critical);
        house.clock.advance(minutes(10)); // ended
        house.look();
        house.look();
        QCOMPARE(house.notifications.shown.size(), 4);
        QVERIFY(house.notifications.shown[3].body.startsWith(QLatin1String("Ended at")));
    }

    void saysNothingOfWhatRenewsItself()
    {
        HeraldHouse house;
        house.oauth("github/work", minutes(4), true);
        VERIFY_RESULT(house.book.load());
        house.look();
        QVERIFY(house.notifications.shown.isEmpty());
    }

    void gathersManyIntoOne()
    {
        HeraldHouse house;
        for (const char *name : {"a/1", "b/2", "c/3", "d/4", "e/5"})
            house.oauth(name, minutes(30), false);
        VERIFY_RESULT(house.book.load());

        house.look();

        QCOMPARE(house.matters(), QStringList{QStringLiteral("gathered")});
        QVERIFY(house.notifications.shown[0].title.startsWith(QLatin1String("5 account")));
        QCOMPARE(house.notifications.shown[0].body, QStringLiteral("A 1, B 2, C 3 and 2 more"));
    }

    void tellsWhenASignInIsLostAndTakesItBackWhenItIsMended()
    {
        HeraldHouse house;
        const auto id = house.oauth("github/work", hours(1), true);
        VERIFY_RESULT(house.book.load());
        core::TokenChange change;
        change.account = id;
        change.what = core::TokenChange::What::SignInLost;

        house.tokens.changed.announce(change);
        house.tokens.changed.announce(change);
        house.look();
        QCOMPARE(house.matters(), QStringList{QStringLiteral("sign_in/github/work")});

        change.what = core::TokenChange::What::Stored;
        change.expiresAt = house.clock.now().addSecs(3600);
        house.tokens.changed.announce(change);
        QVERIFY(house.notifications.withdrawn.contains(QStringLiteral("sign_in/github/work")));
    }

    void tellsWhenRenewingWorksAgain()
    {
        HeraldHouse house;
        const auto id = house.oauth("github/work", hours(1), true);
        VERIFY_RESULT(house.book.load());
        core::TokenChange change;
        change.account = id;
        change.what = core::TokenChange::What::RefreshFailed;
        change.error = base::Error{base::ErrorCode::Unreachable, QStringLiteral("no answer"), {}};
        house.tokens.changed.announce(change);
        house.look();
        QVERIFY(house.notifications.shown.isEmpty()); // a passing failure is no notice

        change.what = core::TokenChange::What::Refreshed;
        change.renewable = true;
        change.expiresAt = house.clock.now().addSecs(7200);
        house.tokens.changed.announce(change);
        house.look();
        QCOMPARE(house.matters(), QStringList{QStringLiteral("recovered/github/work")});
    }

    void remindsLaterWhenAsked()
    {
        HeraldHouse house;
        const auto id = house.oauth("slack/ops", minutes(40), false);
        VERIFY_RESULT(house.book.load());
        house.look();
        QCOMPARE(house.notifications.shown.size(), 1);

        house.notifications.actionInvoked.announce(house.notifications.shown[0],
                                                   QStringLiteral("later"));
        house.look();
        QCOMPARE(house.notifications.shown.size(), 1);
        const QDateTime again = house.states.rows.value(id).snoozedUntil;
        QVERIFY(again > house.clock.now() && again < house.clock.now().addSecs(40 * 60));
        house.clock.setNow(again);
        house.look();
        QCOMPARE(house.notifications.shown.size(), 2);
    }

    void passesButtonsOn()
    {
        HeraldHouse house;
        const auto id = house.oauth("slack/ops", minutes(40), false);
        VERIFY_RESULT(house.book.load());
        house.look();
        QStringList keys;
        for (const auto &action : house.notifications.shown[0].actions)
            keys += action.key;
        QCOMPARE(keys,
                 (QStringList{
                     QStringLiteral("sign_in"), QStringLiteral("copy"), QStringLiteral("later")}));
        QList<core::AccountId> signIn;
        QList<core::AccountId> copy;
        const auto onSignIn = house.herald.signInWanted.subscribe(
            [&](const core::AccountId &which) { signIn += which; });
        const auto onCopy =
            house.herald.copyWanted.subscribe([&](const core::AccountId &which) { copy += which; });
        house.notifications.actionInvoked.announce(house.notifications.shown[0],
                                                   QStringLiteral("sign_in"));
        house.notifications.actionInvoked.announce(house.notifications.shown[0],
                                                   QStringLiteral("copy"));
        QCOMPARE(signIn, QList<core::AccountId>{id});
        QCOMPARE(copy, QList<core::AccountId>{id});
    }

    void staysQuietInQuietHours()
    {
        HeraldHouse house;
        base::Settings::Sources sources;
        // The fake clock stands at 12:00 UTC and tests run in UTC.
        sources.commandLine.insert(QStringLiteral("notify.quiet_hours"),
                                   QStringLiteral("11:00-13:00"));
        base::Settings settings(core::settingSpecs(), sources);
        VERIFY_RESULT(settings.load());
        agent::Herald herald({house.book, house.notifications, house.clock, settings});
        house.oauth("slack/ops", hours(20), false);
        VERIFY_RESULT(house.book.load());

        Q_UNUSED(herald.watchExpiry(house.clock.now()))
        house.clock.advance(agent::Herald::gatherFor);
        QCoreApplication::processEvents();
        QVERIFY(house.notifications.shown.isEmpty());
        QTRY_COMPARE(house.clock.sleepers(), std::size_t(1));
        house.clock.advance(hours(1));
        QTRY_COMPARE(house.notifications.shown.size(), 1);
    }
};

QTEST_GUILESS_MAIN(HeraldTest)
#include "tst_herald.moc"
