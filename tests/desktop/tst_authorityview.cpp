// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/authoritysnippets.h"
#include "support/authoritysamples.h"
#include "support/fakedesk.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace desktop;
using Stage = core::AuthorityStatus::State;

namespace {

struct House
{
    House()
    {
        fillAuthority(desk.authority, desk.clock.now());
        desk.app->setActive(true);
    }

    FakeDesk desk;
    AuthorityView *view = desk.app->authority();
};

} // namespace

//! How the authority stands, what a developer pastes, and its smaller lists.
class AuthorityViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysHowItStands()
    {
        House house;
        QCOMPARE(house.view->state(), AuthorityView::State::Running);
        QCOMPARE(house.view->nextRollOver(), QStringLiteral("in 5 h 12 min"));
        QVERIFY(house.view->reason().isEmpty());

        house.desk.authority.put(Stage::Failed,
                                 QStringLiteral("Port 7420 is taken."),
                                 QStringLiteral("Choose another."));
        QCOMPARE(house.view->reason(), QStringLiteral("Port 7420 is taken. Choose another."));
        house.view->retry();
        QCOMPARE(house.view->state(), AuthorityView::State::Running);

        house.view->setOn(false);
        QCOMPARE(house.view->state(), AuthorityView::State::Off);
        QVERIFY(!house.view->isOn());
    }

    void aRefusedSwitchIsToldInTheWindow()
    {
        House house;
        house.desk.authority.refusal =
            base::Error{base::ErrorCode::Denied, QStringLiteral("Not now."), {}, {}};
        house.view->setOn(false);
        QCOMPARE(house.desk.app->notice()->text(), QStringLiteral("Not now."));
        QVERIFY(house.view->isOn());
    }

    void makesAClientForTheLinesOnce()
    {
        House house;
        QVERIFY(house.view->snippet().contains(QStringLiteral("your-client-id")));
        house.view->clientList()->watch();
        house.view->makeQuickClient();
        QVERIFY(!house.view->quickClient().isEmpty());
        for (int language = 0; language < house.view->snippetNames().size(); ++language) {
            house.view->setLanguage(language);
            QVERIFY(house.view->snippet().contains(house.view->quickClient()));
            QVERIFY(house.view->snippet().contains(QStringLiteral("http://127.0.0.1:7420")));
            QVERIFY(!house.view->snippet().contains(QStringLiteral("ISSUER")));
        }
        // It is found again after a restart, by its name.
        FakeDesk later;
        later.authority.knownClients = house.desk.authority.knownClients;
        later.app->authority()->clientList()->watch();
        QCOMPARE(later.app->authority()->quickClient(), house.view->quickClient());
    }

    void keysStandOnOneLineOfTime()
    {
        House house;
        AuthorityKeys *keys = house.view->keyList();
        const QAbstractItemModelTester tester(keys);
        keys->watch();
        QCOMPARE(keys->rowCount(), 8);
        QCOMPARE(keys->nextWords(), QStringLiteral("Next roll-over in 5 h 12 min"));
        const auto at = [keys](int row, AuthorityKeys::Role role) {
            return keys->data(keys->index(row), role);
        };
        QCOMPARE(at(0, AuthorityKeys::StageRole).toString(), QStringLiteral("active"));
        QCOMPARE(at(1, AuthorityKeys::StageRole).toString(), QStringLiteral("next"));
        QVERIFY(at(0, AuthorityKeys::SignsRole).toReal() < keys->present());
        QVERIFY(at(0, AuthorityKeys::RetiresRole).toReal() > keys->present());
        QVERIFY(at(1, AuthorityKeys::FromRole).toReal() < keys->present());
        QVERIFY(at(1, AuthorityKeys::SignsRole).toReal() > keys->present());

        keys->rollOver();
        QCOMPARE(house.desk.authority.verbs, QStringList{QStringLiteral("roll over")});
        keys->revoke(QStringLiteral("k-c044"));
        QCOMPARE(house.desk.authority.knownKeys.at(1).state, core::AuthorityKey::State::Revoked);
    }

    void sessionsEnd()
    {
        House house;
        AuthoritySessions *sessions = house.view->sessionList();
        const QAbstractItemModelTester tester(sessions);
        sessions->watch();
        QCOMPARE(sessions->rowCount(), 2);
        QCOMPARE(sessions->data(sessions->index(1), AuthoritySessions::RemainsRole).toString(),
                 QStringLiteral("in 12 min"));
        sessions->end(QStringLiteral("s-1"));
        QCOMPARE(sessions->rowCount(), 1);
    }

    void requestsAppearUntilTheyArePaused()
    {
        House house;
        AuthorityRequests *requests = house.view->requestList();
        const QAbstractItemModelTester tester(requests);
        core::AuthorityRequest request;
        request.route = QStringLiteral("/oauth/token");
        request.status = 200;
        house.desk.authority.answer(request); // nobody looks
        QCOMPARE(requests->rowCount(), 0);

        requests->watch();
        QCOMPARE(requests->rowCount(), 11);
        house.desk.authority.answer(request);
        QCOMPARE(requests->rowCount(), 12);
        requests->setLive(false);
        house.desk.authority.answer(request);
        QCOMPARE(requests->rowCount(), 12);
        QCOMPARE(requests->waiting(), 1);
        requests->setLive(true);
        QCOMPARE(requests->rowCount(), 13);
        QCOMPARE(requests->waiting(), 0);
        for (int i = 0; i < 300; ++i)
            house.desk.authority.answer(request);
        QCOMPARE(requests->rowCount(), AuthorityRequests::most);
        requests->setFailures(true);
        QCOMPARE(requests->rowCount(), 4);
    }

    void eventsAreFilteredAndReadInPages()
    {
        House house;
        AuthorityEvents *events = house.view->eventList();
        const QAbstractItemModelTester tester(events);
        events->watch();
        QCOMPARE(events->rowCount(), 7);
        QCOMPARE(events->kinds().size(), 7);
        events->setOutcome(QStringLiteral("refused"));
        QCOMPARE(events->rowCount(), 2);
        events->setUser(QStringLiteral("nobody"));
        QTRY_COMPARE(events->state(), AuthorityList::State::NoMatch);
        events->clearFilters();
        QCOMPARE(events->rowCount(), 7);
        events->setKind(QStringLiteral("sign_in_failed"));
        QCOMPARE(events->rowCount(), 2);
        QCOMPARE(AuthorityEvents::wordsOf(QStringLiteral("sign_in_failed")),
                 QStringLiteral("could not sign in"));
        QCOMPARE(AuthorityEvents::wordsOf(QStringLiteral("moon_seen")),
                 QStringLiteral("moon seen"));

        events->clearFilters();
        const core::AuthorityEvent last = house.desk.authority.kept.constLast();
        for (qint64 older = 1; older <= 150; ++older) {
            core::AuthorityEvent event = last;
            event.sequence -= older;
            house.desk.authority.kept.append(event);
        }
        events->reload();
        QCOMPARE(events->rowCount(), 100);
        QVERIFY(events->canFetchMore({}));
        events->fetchMore({});
        QCOMPARE(events->rowCount(), 157);
        QVERIFY(!events->canFetchMore({}));
    }

    void policiesAnswerAndSayWhy()
    {
        House house;
        AuthorityPolicies *policies = house.view->policies();
        policies->reload();
        QCOMPARE(policies->words(), QStringLiteral("Policies in force: 7. Read 3 h ago."));
        QCOMPARE(policies->owner(), QStringLiteral("User::\"u-1\""));
        const auto ask = [policies] {
            policies->ask(QStringLiteral(" User::\"ada\" "),
                          QStringLiteral("Action::\"User_read\""),
                          QStringLiteral("Authority::\"local\""),
                          {});
        };
        ask();
        QCOMPARE(policies->verdict(), AuthorityPolicies::Verdict::Allowed);
        QCOMPARE(policies->determining(), QStringList{QStringLiteral("admins-may-all")});
        QCOMPARE(house.desk.authority.asked.constLast().principal, QStringLiteral("User::\"ada\""));
        QCOMPARE(house.desk.authority.asked.constLast().context, QStringLiteral("{}"));

        house.desk.authority.verdict = {};
        ask();
        QCOMPARE(policies->verdict(), AuthorityPolicies::Verdict::Denied);

        house.desk.authority.refusal =
            base::Error{base::ErrorCode::InvalidInput, QStringLiteral("Not JSON."), {}, {}};
        ask();
        QCOMPARE(policies->verdict(), AuthorityPolicies::Verdict::Failed);
        QCOMPARE(policies->errors(), QStringList{QStringLiteral("Not JSON.")});

        house.desk.authority.policy.trouble = QStringLiteral("team.cedar:12:7: no");
        policies->readAgain();
        QCOMPARE(policies->trouble(), QStringLiteral("team.cedar:12:7: no"));
    }

    void nothingIsReadWhileNobodyLooks()
    {
        House house;
        house.desk.app->setActive(false);
        house.view->sessionList()->watch();
        house.desk.authority.knownSessions.clear();
        house.desk.authority.statusChanged.announce();
        QTest::qWait(200);
        QCOMPARE(house.view->sessionList()->rowCount(), 2);
        house.desk.app->setActive(true);
        QCOMPARE(house.view->sessionList()->rowCount(), 0);
    }
};

QTEST_MAIN(AuthorityViewTest)

#include "tst_authorityview.moc"
