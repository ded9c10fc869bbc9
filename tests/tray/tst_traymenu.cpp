// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/authoritysamples.h"
#include "support/consentsamples.h"
#include "support/fakeservices.h"
#include "support/fakewindow.h"
#include "tray/accountverbs.h"
#include "tray/phrases.h"
#include "tray/trayicon.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace tray;

namespace {

//! No notification is shown in these tests; they are noted.
class NotedNotifications final : public core::Notifications
{
public:
    QList<core::Notification> shown;
    void show(const core::Notification &notification) override { shown.append(notification); }
    void withdraw(const QString &) override {}
};

QStringList linesOf(const QMenu *menu)
{
    QStringList lines;
    const auto actions = menu->actions();
    for (const QAction *action : actions) {
        lines << (action->isSeparator() ? QStringLiteral("---")
                  : action->menu()      ? action->text() + QStringLiteral(" >")
                                        : action->text());
    }
    return lines;
}

QAction *lineOf(const QMenu *menu, const QString &words)
{
    const auto actions = menu->actions();
    for (QAction *action : actions) {
        if (action->text() == words)
            return action;
    }
    return nullptr;
}

struct Tray
{
    explicit Tray(FakeServices &desk)
        : icon({desk.accounts,
                desk.lock,
                desk.consent,
                desk.authority,
                notifications,
                desk.settings,
                desk.clock,
                desk.verbs,
                desk.look,
                window})
    {}

    NotedNotifications notifications;
    FakeWindow window;
    TrayIcon icon;

    [[nodiscard]] QMenu *menu() { return icon.menu().menu(); }
    [[nodiscard]] QMenu *menuOf(const QString &words)
    {
        QAction *line = lineOf(menu(), words);
        return line ? line->menu() : nullptr;
    }
};

int countActions(const QMenu *menu)
{
    int count = 0;
    const auto actions = menu->actions();
    for (const QAction *action : actions)
        count += 1 + (action->menu() ? countActions(action->menu()) : 0);
    return count;
}

} // namespace

//! The tray's menu and the state that its icon shows.
class TrayMenuTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoAsksToBeAllowedStandsAtTheTop()
    {
        FakeServices desk;
        Tray tray(desk);
        desk.authority.ask(sampleQuestion(desk.clock.now()));

        const QString words = QStringLiteral("Allow Notes for teams to sign you in…");
        QCOMPARE(linesOf(tray.menu()).constFirst(), words);
        QCOMPARE(tray.icon.state(), TrayState::Attention);
        QCOMPARE(tray.icon.toolTip(), QStringLiteral("Latchkey: Somebody waits for your answer"));
        lineOf(tray.menu(), words)->trigger();
        QCOMPARE(tray.window.asked, QStringList{QStringLiteral("approval")});

        desk.authority.answerApproval(QStringLiteral("q-1"), false);
        QCOMPARE(linesOf(tray.menu()).constFirst(), QStringLiteral("Needs you"));
    }

    void aProgramThatAsksComesFirst()
    {
        FakeServices desk;
        Tray tray(desk);
        desk.consent.ask(sampleConsent(desk.clock.now()));

        const auto words = QStringLiteral("git asks for github/work…");
        QCOMPARE(linesOf(tray.menu()).constFirst(), words);
        QCOMPARE(tray.icon.state(), TrayState::Attention);
        lineOf(tray.menu(), words)->trigger();
        QCOMPARE(tray.window.asked, QStringList{QStringLiteral("consent")});

        for (int more = 0; more < 6; ++more) {
            core::ConsentQuestion question = sampleConsent(desk.clock.now());
            question.id += QString::number(more);
            desk.consent.ask(question);
        }
        QCOMPARE(linesOf(tray.menu()).at(5), QStringLiteral("2 more ask…"));
        desk.consent.questions.clear();
        desk.consent.waitingChanged.announce();
        QCOMPARE(linesOf(tray.menu()).constFirst(), QStringLiteral("Needs you"));
    }

    void questionsArePausedForAnHour()
    {
        FakeServices desk;
        Tray tray(desk);
        QAction *pause = lineOf(tray.menu(), QStringLiteral("Pause questions for 1 hour"));
        QVERIFY(pause && pause->isCheckable() && !pause->isChecked());

        pause->trigger();
        Q_EMIT tray.menu()->aboutToShow();
        const QDateTime until = desk.clock.now().addSecs(3600);
        QCOMPARE(desk.consent.paused, until);
        const QString words =
            QStringLiteral("Pause questions until ") + Phrases::clock(until, desk.clock.now()).text;
        QVERIFY(lineOf(tray.menu(), words));
        QVERIFY(lineOf(tray.menu(), words)->isChecked());

        lineOf(tray.menu(), words)->trigger();
        Q_EMIT tray.menu()->aboutToShow();
        QVERIFY(!desk.consent.paused.isValid());

        // An hour later the menu says so by itself.
        desk.consent.pause(until, {});
        desk.clock.advance(std::chrono::hours(2));
        Q_EMIT tray.menu()->aboutToShow();
        QVERIFY(lineOf(tray.menu(), QStringLiteral("Pause questions for 1 hour")));
    }

    void readsAsDesigned()
    {
        FakeServices desk;
        Tray tray(desk);

        QCOMPARE(linesOf(tray.menu()).first(6),
                 (QStringList{QStringLiteral("Needs you"),
                              QStringLiteral("Slack ops: sign in again…"),
                              QStringLiteral("Google maria: expired 3 h ago…"),
                              QStringLiteral("AWS prod-deploy: ends in 42 min…"),
                              QStringLiteral("npm publish: ends in 6 days…"),
                              QStringLiteral("---")}));
        QVERIFY(!tray.menu()->actions().front()->isEnabled());
        QCOMPARE(linesOf(tray.menu()).last(7),
                 (QStringList{QStringLiteral("Add account…"),
                              QStringLiteral("Open Latchkey"),
                              QStringLiteral("Pause questions for 1 hour"),
                              QStringLiteral("Lock"),
                              QStringLiteral("---"),
                              QStringLiteral("Settings…"),
                              QStringLiteral("Quit")}));
        QVERIFY(linesOf(tray.menu()).contains(QStringLiteral("AWS >")));
        QVERIFY(linesOf(tray.menu()).contains(QStringLiteral("GitHub work >")));
    }

    void offersTheLastUsedFirst()
    {
        FakeServices desk;
        Tray tray(desk);
        QCOMPARE(linesOf(tray.menuOf(QStringLiteral("Copy token"))),
                 (QStringList{QStringLiteral("GitHub work"),
                              QStringLiteral("Anthropic research"),
                              QStringLiteral("AWS prod-deploy"),
                              QStringLiteral("GitLab acme"),
                              QStringLiteral("AWS ci-keys"),
                              QStringLiteral("More…")}));
    }

    void hasVerbsAndStateForEachAccount()
    {
        FakeServices desk;
        Tray tray(desk);
        QMenu *github = tray.menuOf(QStringLiteral("GitHub work"));
        QVERIFY(github);
        QCOMPARE(linesOf(github),
                 (QStringList{QStringLiteral("Valid, 42 min"),
                              QStringLiteral("Copy token"),
                              QStringLiteral("Refresh")}));
        QVERIFY(!github->actions().front()->isEnabled());
        QCOMPARE(
            linesOf(tray.menuOf(QStringLiteral("Slack ops"))),
            (QStringList{QStringLiteral("Needs a new sign-in"), QStringLiteral("Sign in again…")}));
        QMenu *aws = tray.menuOf(QStringLiteral("AWS"));
        QCOMPARE(linesOf(aws),
                 (QStringList{QStringLiteral("ci-keys >"),
                              QStringLiteral("prod-admin >"),
                              QStringLiteral("prod-deploy >")}));
    }

    void copiesAndRefreshes()
    {
        FakeServices desk;
        Tray tray(desk);
        QMenu *github = tray.menuOf(QStringLiteral("GitHub work"));

        lineOf(github, QStringLiteral("Copy token"))->trigger();
        lineOf(github, QStringLiteral("Refresh"))->trigger();

        QCOMPARE(desk.tokens.taken,
                 QStringList{QStringLiteral("github/work by tray as token_copied")});
        QCOMPARE(desk.tokens.refreshed, QStringList{QStringLiteral("github/work by tray")});
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("token-of-github/work"));
    }

    void freshensItsTimesWhenItOpens()
    {
        FakeServices desk;
        Tray tray(desk);
        desk.clock.advance(std::chrono::minutes(2));

        Q_EMIT tray.menu()->aboutToShow();

        QVERIFY(linesOf(tray.menu()).contains(QStringLiteral("AWS prod-deploy: ends in 40 min…")));
        QCOMPARE(linesOf(tray.menuOf(QStringLiteral("GitHub work"))).front(),
                 QStringLiteral("Valid, 40 min"));
    }

    void showsTheWorst_data()
    {
        QTest::addColumn<QList<int>>("standings");
        QTest::addColumn<TrayState>("state");
        QTest::addColumn<QString>("tip");
        using enum core::Standing;
        const auto all = [](std::initializer_list<core::Standing> list) {
            QList<int> values;
            for (const core::Standing standing : list)
                values << static_cast<int>(standing);
            return values;
        };
        QTest::newRow("none") << all({}) << TrayState::Ok << "Latchkey: No accounts yet";
        QTest::newRow("well") << all({Valid, NoExpiry}) << TrayState::Ok
                              << "Latchkey: Everything is in order";
        QTest::newRow("expiring") << all({Valid, Expiring}) << TrayState::Expiring
                                  << "Latchkey: 1 account needs you";
        QTest::newRow("lost") << all({Expiring, NeedsSignIn}) << TrayState::Attention
                              << "Latchkey: 2 accounts need you";
    }
    void showsTheWorst()
    {
        QFETCH(const QList<int>, standings);
        FakeServices desk;
        desk.accounts.views = manyAccounts(static_cast<int>(standings.size()), desk.clock.now());
        for (qsizetype i = 0; i < standings.size(); ++i)
            desk.accounts.views[i].standing = static_cast<core::Standing>(standings[i]);

        const Tray tray(desk);

        QTEST(tray.icon.state(), "state");
        QTEST(tray.icon.toolTip(), "tip");
    }

    void hidesAccountsWhileLocked()
    {
        FakeServices desk;
        Tray tray(desk);

        lineOf(tray.menu(), QStringLiteral("Lock"))->trigger();
        Q_EMIT tray.menu()->aboutToShow();

        QCOMPARE(desk.lock.lockedBy, QStringList{QStringLiteral("tray")});
        QCOMPARE(tray.icon.state(), TrayState::Locked);
        QCOMPARE(linesOf(tray.menu()),
                 (QStringList{QStringLiteral("Locked"),
                              QStringLiteral("---"),
                              QStringLiteral("Add account…"),
                              QStringLiteral("Open Latchkey"),
                              QStringLiteral("Pause questions for 1 hour"),
                              QStringLiteral("Unlock…"),
                              QStringLiteral("---"),
                              QStringLiteral("Settings…"),
                              QStringLiteral("Quit")}));
        lineOf(tray.menu(), QStringLiteral("Unlock…"))->trigger();
        QCOMPARE(desk.lock.state(), core::LockService::State::Unlocked);
    }

    void opensTheWindowToUnlockWithAPassphrase()
    {
        FakeServices desk;
        desk.lock.passphraseNeeded = true;
        desk.lock.now = core::LockService::State::Locked;
        Tray tray(desk);

        lineOf(tray.menu(), QStringLiteral("Unlock…"))->trigger();

        QCOMPARE(tray.window.asked, QStringList{QStringLiteral("show")});
        QCOMPARE(desk.lock.state(), core::LockService::State::Locked);
    }

    void leadsToTheRightPages()
    {
        FakeServices desk;
        Tray tray(desk);
        QSignalSpy quit(&tray.icon, &TrayIcon::quitRequested);

        lineOf(tray.menu(), QStringLiteral("Settings…"))->trigger();
        lineOf(tray.menu(), QStringLiteral("Add account…"))->trigger();
        lineOf(tray.menu(), QStringLiteral("npm publish: ends in 6 days…"))->trigger();
        lineOf(tray.menu(), QStringLiteral("Slack ops: sign in again…"))->trigger();
        lineOf(tray.menu(), QStringLiteral("Open Latchkey"))->trigger();
        lineOf(tray.menu(), QStringLiteral("Quit"))->trigger();

        QCOMPARE(tray.window.asked,
                 (QStringList{QStringLiteral("page settings"),
                              QStringLiteral("add"),
                              QStringLiteral("account npm/publish"),
                              QStringLiteral("sign in slack/ops"),
                              QStringLiteral("show")}));
        QCOMPARE(quit.size(), 1);
    }

    void staysSmallWithTenThousandAccounts()
    {
        FakeServices desk;
        desk.accounts.views = manyAccounts(10'000, desk.clock.now());
        QElapsedTimer timer;
        timer.start();
        Tray tray(desk);
        qInfo("menu of 10,000 accounts: %d lines in %lld ms",
              countActions(tray.menu()),
              timer.elapsed());
        QVERIFY(countActions(tray.menu()) < 500);
    }

    void isBuiltOnceForManyChanges()
    {
        FakeServices desk;
        Tray tray(desk);
        QSignalSpy rebuilt(&tray.icon.menu(), &TrayMenu::rebuilt);

        for (int i = 0; i < 50; ++i)
            desk.accounts.put(desk.accounts.views.front());

        QCOMPARE(rebuilt.size(), 0);
        QTRY_COMPARE(rebuilt.size(), 1);
    }

    //! A panel may be showing it: nothing may move there when a token was merely renewed.
    void keepsItsLinesWhenOnlyTimesChange()
    {
        FakeServices desk;
        Tray tray(desk);
        const auto before = tray.menu()->actions();
        core::AccountView view = desk.accounts.views.at(4);
        view.state.expiresAt = view.state.expiresAt.addSecs(3600);
        desk.accounts.put(view);

        Q_EMIT tray.menu()->aboutToShow();

        QCOMPARE(tray.menu()->actions(), before);
        QCOMPARE(linesOf(tray.menuOf(QStringLiteral("GitHub work"))).front(),
                 QStringLiteral("Valid, 1 h 42 min"));
    }

    void speaksAnotherLanguageAtOnce()
    {
        FakeServices desk;
        Tray tray(desk);
        const auto before = tray.menu()->actions();
        QEvent event(QEvent::LanguageChange);
        QCoreApplication::sendEvent(qApp, &event);
        QVERIFY(tray.menu()->actions() != before);
    }

    void showsAnAmpersandAsItIs()
    {
        FakeServices desk;
        desk.accounts.views.front().providerName = QStringLiteral("A&B");
        Tray tray(desk);
        QVERIFY(linesOf(tray.menu()).contains(QStringLiteral("A&&B prod-deploy >")));
    }

    void tellsOfAFailureWhileTheWindowIsClosed()
    {
        FakeServices desk;
        Tray tray(desk);
        desk.tokens.errors.insert({QStringLiteral("github"), QStringLiteral("work")},
                                  {base::ErrorCode::SignInRequired,
                                   QStringLiteral("GitHub has ended this sign-in."),
                                   {},
                                   base::Retryable::No});

        lineOf(tray.menuOf(QStringLiteral("GitHub work")), QStringLiteral("Copy token"))->trigger();

        QCOMPARE(tray.notifications.shown.size(), 1);
        const core::Notification &shown = tray.notifications.shown.front();
        QCOMPARE(shown.title, QStringLiteral("GitHub work"));
        QCOMPARE(shown.body, QStringLiteral("GitHub has ended this sign-in."));
        QCOMPARE(shown.actions.front().key, QStringLiteral("sign_in"));
    }

    void hasAPictureForEveryStateSizeAndGround()
    {
        for (int state = 0; state <= static_cast<int>(TrayState::Ok); ++state) {
            for (const PanelGround ground : {PanelGround::Light, PanelGround::Dark}) {
                for (const TrayInk ink : {TrayInk::Colour, TrayInk::Plain}) {
                    const QIcon icon = trayPicture(static_cast<TrayState>(state), ground, ink);
                    QCOMPARE(icon.availableSizes().size(), 6);
                    const QImage image = icon.pixmap(QSize(22, 22), 1.0).toImage();
                    QCOMPARE(image.size(), QSize(22, 22));
                    bool drawn = false;
                    for (int x = 0; x < 22 && !drawn; ++x) {
                        for (int y = 0; y < 22; ++y)
                            drawn = drawn || qAlpha(image.pixel(x, y)) > 200;
                    }
                    QVERIFY(drawn);
                }
            }
        }
    }
};

QTEST_MAIN(TrayMenuTest)
#include "tst_traymenu.moc"
