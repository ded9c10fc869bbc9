// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakedesk.h"

#include <QSignalSpy>
#include <QTest>

using namespace desktop;

//! The drawer: one account's facts in words, and its verbs.
class AccountDetailsTest : public QObject
{
    Q_OBJECT

    static core::AccountId id(const char *key)
    {
        return *core::AccountId::parse(QString::fromLatin1(key));
    }

private Q_SLOTS:
    void tellsTheLifeOfARenewableToken()
    {
        FakeDesk desk;
        AccountDetails *details = desk.app->details();
        details->show(QStringLiteral("github/work"));

        QCOMPARE(details->state(), AccountDetails::State::Shown);
        QCOMPARE(details->service(), QStringLiteral("GitHub"));
        QCOMPARE(details->standing(), QStringLiteral("valid"));
        QCOMPARE(details->when(), QStringLiteral("42 min"));
        QCOMPARE(details->until(), QStringLiteral("12:42"));
        QVERIFY(details->lifeKnown());
        QVERIFY(qAbs(details->remaining() - 0.7) < 0.01);
        QVERIFY(qAbs(details->refreshAt() - 1.0 / 12) < 0.001);
        QVERIFY(details->warnAt() < 0);
        QCOMPARE(details->refreshWords(), QStringLiteral("refreshed today at 12:37"));
        QCOMPARE(details->issued(), QStringLiteral("today at 11:42, 1 h long"));
        QCOMPARE(details->issuer(), QStringLiteral("https://github.com"));
        QCOMPARE(details->client(), QStringLiteral("Iv1.8a61f9b3a7aba766"));
        QCOMPARE(details->keptIn(), QStringLiteral("GNOME Keyring"));
        QCOMPARE(details->references(),
                 (QStringList{QStringLiteral("auth://github/work/token"),
                              QStringLiteral("auth://github/work/refresh_token")}));
        QVERIFY(details->canCopy() && details->canRefresh() && details->canSignIn());
    }

    void tellsWhenItWarns()
    {
        FakeDesk desk;
        AccountDetails *details = desk.app->details();
        details->show(QStringLiteral("npm/publish"));
        QCOMPARE(details->warnBefore(),
                 (QStringList{QStringLiteral("24h"), QStringLiteral("1h"), QStringLiteral("5m")}));
        QCOMPARE(details->warnWords(), QStringLiteral("warned 27 November at 13:00"));
        QVERIFY(details->warnAt() > 0 && details->warnAt() < 0.02);
        QVERIFY(details->refreshAt() < 0);
        QVERIFY(details->canSetExpires());
        QVERIFY(details->issuer().isEmpty());
    }

    void changesWhatAPersonMayChange()
    {
        FakeDesk desk;
        AccountDetails *details = desk.app->details();
        details->show(QStringLiteral("npm/publish"));

        details->setWarnBefore({QStringLiteral("7d")});
        details->setIdentity(QStringLiteral(" maria "));
        details->setExpires(QStringLiteral("2027-01-31"));

        QVERIFY(details->warnBeforeIsOwn());
        QCOMPARE(details->identity(), QStringLiteral("maria"));
        QCOMPARE(details->expires(), QStringLiteral("2027-01-31"));
        details->setExpires(QStringLiteral("one day"));
        QVERIFY(details->messageIsTrouble());
        details->setWarnBefore({});
        QVERIFY(!details->warnBeforeIsOwn());

        QCOMPARE(details->consent(), QStringLiteral("default"));
        details->setConsent(QStringLiteral("deny"));
        QCOMPARE(details->consent(), QStringLiteral("deny"));
        QCOMPARE(desk.accounts.find(id("npm/publish"))->account.consent, core::ConsentPolicy::Deny);
        details->setConsent(QStringLiteral("perhaps"));
        QVERIFY(details->messageIsTrouble());
        QCOMPARE(details->consent(), QStringLiteral("deny"));
    }

    void saysWhatHelpsAndDoesIt()
    {
        FakeDesk desk;
        AccountDetails *details = desk.app->details();
        desk.tokens.errors.insert(id("github/work"),
                                  {base::ErrorCode::SignInRequired,
                                   QStringLiteral("GitHub has ended this sign-in."),
                                   QStringLiteral("Sign in again to go on."),
                                   base::Retryable::No});
        desk.signIn.clients << QStringLiteral("github");
        details->show(QStringLiteral("github/work"));
        details->copyToken();

        QCOMPARE(details->message(),
                 QStringLiteral("GitHub has ended this sign-in. Sign in again to go on."));
        QCOMPARE(details->action(), QStringLiteral("sign_in"));
        QSignalSpy signIn(desk.app.get(), &DesktopApp::signInRequested);
        details->act();
        QCOMPARE(signIn.front().front().toString(), QStringLiteral("github/work"));
        QVERIFY(details->message().isEmpty());
    }

    void isBusyWhileAVerbRuns()
    {
        FakeDesk desk;
        desk.tokens.holds = true;
        AccountDetails *details = desk.app->details();
        details->show(QStringLiteral("github/work"));
        details->refresh();
        QCOMPARE(details->state(), AccountDetails::State::Busy);
        desk.tokens.release();
        QTRY_COMPARE(details->state(), AccountDetails::State::Shown);
        QCOMPARE(details->message(), QStringLiteral("Refreshed."));
    }

    void closesWhenItsAccountGoes()
    {
        FakeDesk desk;
        AccountDetails *details = desk.app->details();
        QSignalSpy closed(details, &AccountDetails::closed);
        details->show(QStringLiteral("github/work"));
        details->remove();
        QCOMPARE(closed.size(), 1);
        QCOMPARE(details->state(), AccountDetails::State::Closed);
        QVERIFY(details->accountKey().isEmpty());
    }

    void ignoresAccountsThatAreNotThere()
    {
        FakeDesk desk;
        desk.app->details()->show(QStringLiteral("nobody/here"));
        QCOMPARE(desk.app->details()->state(), AccountDetails::State::Closed);
        desk.app->details()->show(QStringLiteral("nonsense"));
        desk.app->details()->copyToken();
        QVERIFY(desk.tokens.taken.isEmpty());
    }

    void showsWhoHadItLately()
    {
        FakeDesk desk;
        AccountDetails *details = desk.app->details();
        details->show(QStringLiteral("github/work"));
        QCOMPARE(details->recent().size(), 2);
        QCOMPARE(details->recent().front().toMap().value(QStringLiteral("name")).toString(),
                 QStringLiteral("git"));
        core::AuditEvent event;
        event.account = id("github/work");
        event.at = desk.clock.now();
        event.kind = core::AuditKind::TokenCopied;
        event.actor = QStringLiteral("tray");
        desk.activity.happen(event);
        QCOMPARE(details->recent().front().toMap().value(QStringLiteral("what")).toString(),
                 QStringLiteral("copied the token"));
    }
};

QTEST_MAIN(AccountDetailsTest)
#include "tst_accountdetails.moc"
