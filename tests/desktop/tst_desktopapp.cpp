// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakedesk.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace desktop;

//! The room as a whole: who tells what, and where requests from outside go.
class DesktopAppTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOfACopyOnlyWhileTheWindowIsOpen()
    {
        FakeDesk desk;
        desk.app->accounts()->copy(QStringLiteral("github/work"));
        QCOMPARE(desk.app->notice()->kind(), Notice::Kind::None);

        desk.app->setActive(true);
        desk.app->accounts()->copy(QStringLiteral("github/work"));

        QCOMPARE(desk.app->notice()->kind(), Notice::Kind::Done);
        QCOMPARE(desk.app->notice()->text(),
                 QStringLiteral("Copied. Cleared from the clipboard in 30 s."));
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("token-of-github/work"));
    }

    void leavesTellingToTheDrawerOfTheAccount()
    {
        FakeDesk desk;
        desk.app->setActive(true);
        desk.app->requestAccount(QStringLiteral("github/work"));

        desk.app->details()->copyToken();

        QCOMPARE(desk.app->notice()->kind(), Notice::Kind::None);
        QVERIFY(!desk.app->details()->message().isEmpty());
    }

    void offersSignInForALostOneAndGoesThere()
    {
        FakeDesk desk;
        desk.app->setActive(true);
        desk.signIn.clients << QStringLiteral("slack");
        desk.tokens.errors.insert({QStringLiteral("slack"), QStringLiteral("ops")},
                                  {base::ErrorCode::SignInRequired,
                                   QStringLiteral("Slack has ended this sign-in."),
                                   {},
                                   base::Retryable::No});
        QSignalSpy asked(desk.app.get(), &DesktopApp::signInRequested);

        desk.app->accounts()->copy(QStringLiteral("slack/ops"));
        QCOMPARE(desk.app->notice()->action(), QStringLiteral("sign_in"));
        desk.app->notice()->act();

        QCOMPARE(asked.size(), 1);
        QCOMPARE(desk.signIn.requests.size(), 1);
        QCOMPARE(desk.signIn.requests.front().account.joined(), QStringLiteral("slack/ops"));
    }

    void triesAgainWhatFailed()
    {
        FakeDesk desk;
        desk.app->setActive(true);
        const core::AccountId id{QStringLiteral("github"), QStringLiteral("work")};
        desk.tokens.errors.insert(
            id,
            {base::ErrorCode::Unreachable, QStringLiteral("No answer."), {}, base::Retryable::Yes});
        desk.app->accounts()->refresh(id.joined());
        QCOMPARE(desk.app->notice()->action(), QStringLiteral("retry"));
        desk.tokens.errors.clear();

        desk.app->notice()->act();

        QCOMPARE(desk.tokens.refreshed.size(), 2);
        QCOMPARE(desk.app->notice()->text(), QStringLiteral("GitHub work is refreshed."));
    }

    void saysOnceThatThereIsNoTray()
    {
        FakeDesk desk;
        QSignalSpy changed(desk.app.get(), &DesktopApp::trayMissingChanged);

        desk.app->setTrayMissing(true);
        desk.app->dismissTrayMissing();

        QCOMPARE(changed.size(), 2);
        QVERIFY(!desk.app->trayMissing());
    }

    void asksTheProgramToEnd()
    {
        FakeDesk desk;

        desk.app->quit();

        QCOMPARE(desk.quits, 1);
    }
};

QTEST_MAIN(DesktopAppTest)
#include "tst_desktopapp.moc"
