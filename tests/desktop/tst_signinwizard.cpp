// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakedesk.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace desktop;
using State = SignInWizard::State;
using Step = core::SignInProgress::Step;

//! Adding an account: every page, every way back, every mistake.
class SignInWizardTest : public QObject
{
    Q_OBJECT

    //! A wizard that waits for the browser at GitHub.
    static void waitForBrowser(FakeDesk &desk)
    {
        desk.signIn.clients << QStringLiteral("github");
        desk.app->wizard()->chooseService(QStringLiteral("github"));
        desk.app->wizard()->begin();
        core::SignInProgress progress = desk.signIn.at(Step::WaitingForBrowser);
        progress.until = desk.clock.now().addSecs(300);
        desk.signIn.progress.announce(progress);
    }

private Q_SLOTS:
    void findsServices()
    {
        FakeDesk desk;
        ServicesModel *services = desk.app->services();
        const QAbstractItemModelTester tester(services);
        QCOMPARE(services->rowCount(), 21);
        QVERIFY(services->hasPractice());
        QCOMPARE(services->firstId(), QStringLiteral("practice"));
        services->setSearch(QStringLiteral("git"));
        QCOMPARE(services->rowCount(), 2);
        QCOMPARE(services->firstId(), QStringLiteral("github"));
        services->setSearch(QStringLiteral("gmail"));
        QCOMPARE(services->firstId(), QStringLiteral("google"));
        services->setSearch(QStringLiteral("https://id.acme.dev/realms/main"));
        QCOMPARE(services->rowCount(), 0);
        QCOMPARE(services->address(), QStringLiteral("https://id.acme.dev/realms/main"));
        services->setSearch(QString());
        QCOMPARE(services->data(services->index(8), ServicesModel::WaysRole).toString(),
                 QStringLiteral("Browser, code, API key"));
    }

    void signsInWithTheBrowser()
    {
        FakeDesk desk;
        SignInWizard *wizard = desk.app->wizard();
        QSignalSpy finished(wizard, &SignInWizard::finished);
        QCOMPARE(wizard->step(), 1);

        waitForBrowser(desk);
        QCOMPARE(wizard->state(), State::WaitingForBrowser);
        QCOMPARE(wizard->step(), 3);
        QCOMPARE(wizard->host(), QStringLiteral("github.com"));
        QCOMPARE(wizard->timeLeft(), QStringLiteral("5:00"));
        QCOMPARE(desk.signIn.requests.front().scopes,
                 (QStringList{QStringLiteral("read"), QStringLiteral("offline_access")}));

        core::AccountView view = sampleView(sampleRows().at(4), desk.clock.now());
        view.account.id = desk.signIn.requests.front().account;
        desk.accounts.put(view);
        desk.signIn.progress.announce(desk.signIn.at(Step::Finishing));
        desk.signIn.progress.announce(desk.signIn.at(Step::Done));

        QCOMPARE(wizard->state(), State::Done);
        QCOMPARE(finished.front().front().toString(), QStringLiteral("github/main"));
        QCOMPARE(wizard->identity(), QStringLiteral("maria@acme.dev"));
        QCOMPARE(wizard->standing(), QStringLiteral("valid"));
        QVERIFY(wizard->keepsFresh());
        QVERIFY(!wizard->canGoBack());
    }

    void asksForAClientOnce()
    {
        FakeDesk desk;
        SignInWizard *wizard = desk.app->wizard();
        wizard->chooseService(QStringLiteral("google"));
        wizard->begin();
        QCOMPARE(wizard->state(), State::EnteringClient);
        QCOMPARE(wizard->redirectToRegister(), QStringLiteral("http://127.0.0.1/callback"));

        wizard->saveClient(QStringLiteral("  "), QString());
        QCOMPARE(wizard->fieldProblem(),
                 QStringLiteral("Paste the client id that Google shows you."));
        wizard->saveClient(QStringLiteral("id"), QString());
        QCOMPARE(wizard->fieldProblem(), QStringLiteral("Google wants the client secret too."));
        wizard->saveClient(QStringLiteral(" my-id\n"), QString::fromUtf8(" s3cret "));

        QCOMPARE(desk.signIn.clientId, QStringLiteral("my-id"));
        QCOMPARE(desk.signIn.clientSecret, QByteArray("s3cret"));
        QCOMPARE(desk.signIn.requests.size(), 1);
    }

    void showsTheCodeAndItsPicture()
    {
        FakeDesk desk;
        SignInWizard *wizard = desk.app->wizard();
        desk.signIn.clients << QStringLiteral("github");
        wizard->chooseService(QStringLiteral("github"));
        wizard->chooseMethod(QStringLiteral("device"));
        wizard->begin();
        core::SignInProgress progress = desk.signIn.at(Step::WaitingForCode);
        progress.until = desk.clock.now().addSecs(738);
        desk.signIn.progress.announce(progress);

        QCOMPARE(wizard->state(), State::WaitingForCode);
        QCOMPARE(wizard->userCode(), QStringLiteral("WDJB-MJHT"));
        QCOMPARE(wizard->verificationUri(), QStringLiteral("github.com/login/device"));
        QCOMPARE(wizard->qrText(),
                 QStringLiteral("https://github.com/login/device?user_code=WDJB-MJHT"));
        QCOMPARE(wizard->timeLeft(), QStringLiteral("12:18"));
        wizard->copyCode();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("WDJB-MJHT"));
        wizard->openAgain();
        QCOMPARE(desk.browser.pages.front().toString(), wizard->qrText());

        wizard->switchMethod(QStringLiteral("browser"));
        QCOMPARE(desk.signIn.cancelled, QStringList{QStringLiteral("sign-in-1")});
        QCOMPARE(desk.signIn.requests.back().method, core::SignInMethod::Browser);
    }

    void countsDown()
    {
        FakeDesk desk;
        SignInWizard *wizard = desk.app->wizard();
        waitForBrowser(desk);
        desk.clock.advance(std::chrono::seconds(75));
        QTRY_COMPARE_WITH_TIMEOUT(wizard->timeLeft(), QStringLiteral("3:45"), 3000);
        QCOMPARE(wizard->fractionLeft(), 0.75);
    }

    void keepsAnApiKey()
    {
        FakeDesk desk;
        SignInWizard *wizard = desk.app->wizard();
        QSignalSpy finished(wizard, &SignInWizard::finished);
        wizard->chooseService(QStringLiteral("openai"));
        QCOMPARE(wizard->method(), QStringLiteral("api_key"));
        wizard->setName(QStringLiteral("Team Key"));
        QCOMPARE(wizard->reference(), QStringLiteral("auth://openai/team-key/api_key"));
        wizard->begin();
        QCOMPARE(wizard->state(), State::EnteringKey);

        wizard->checkKey(QString::fromUtf8("Bearer sk-123"));
        QVERIFY(!wizard->fieldProblem().isEmpty());
        wizard->checkKey(QString());
        QVERIFY(wizard->fieldProblem().isEmpty());
        wizard->beginWithKey(
            QString::fromUtf8("sk-123456"), QStringLiteral("project x"), QStringLiteral("soon"));
        QVERIFY(wizard->fieldProblem().startsWith(QStringLiteral("‘soon’ is not a date.")));
        wizard->beginWithKey(QString::fromUtf8("sk-123456"),
                             QStringLiteral("project x"),
                             QStringLiteral("2026-12-31"));

        QCOMPARE(wizard->state(), State::Done);
        QCOMPARE(finished.front().front().toString(), QStringLiteral("openai/team-key"));
        const auto view = desk.accounts.find(*core::AccountId::parse(wizard->accountKey()));
        QCOMPARE(view->account.identity, QStringLiteral("project x"));
        QCOMPARE(view->account.expires, QDateTime({2026, 12, 31}, {23, 59, 59, 999}, Qt::UTC));
    }

    void zeroesTheTypedKey()
    {
        FakeDesk desk;
        SignInWizard *wizard = desk.app->wizard();
        wizard->chooseService(QStringLiteral("openai"));
        wizard->begin();
        QString field = QString::fromUtf8("sk-123456");
        const QChar *bytes = field.constData();
        wizard->beginWithKey(field, QString(), QString());
        QCOMPARE(*bytes, QChar(u'\0'));
    }

    void judgesNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("good");
        QTest::addColumn<bool>("taken");
        QTest::newRow("plain") << "home" << true << false;
        QTest::newRow("folded") << " Home Office " << true << false;
        QTest::newRow("taken") << "work" << true << true;
        QTest::newRow("empty") << "" << false << false;
        QTest::newRow("odd") << "a/b" << false << false;
    }
    void judgesNames()
    {
        QFETCH(const QString, name);
        FakeDesk desk;
        SignInWizard *wizard = desk.app->wizard();
        wizard->chooseService(QStringLiteral("github"));
        wizard->setName(name);
        QTEST(wizard->nameProblem().isEmpty(), "good");
        QTEST(!wizard->nameNote().isEmpty(), "taken");
    }

    void proposesAFreeName()
    {
        FakeDesk desk;
        core::AccountView view = desk.accounts.views.front();
        view.account.id = {QStringLiteral("github"), QStringLiteral("main")};
        desk.accounts.put(view);
        desk.app->wizard()->chooseService(QStringLiteral("github"));
        QCOMPARE(desk.app->wizard()->name(), QStringLiteral("main-2"));
    }

    void takesAnyOpenIdProvider()
    {
        FakeDesk desk;
        SignInWizard *wizard = desk.app->wizard();
        wizard->chooseOther(QString());
        QCOMPARE(wizard->state(), State::EnteringIssuer);
        wizard->useIssuer(QStringLiteral("http://id.acme.dev"), QString());
        QVERIFY(wizard->fieldProblem().contains(QStringLiteral("https://")));
        wizard->useIssuer(QStringLiteral("id.acme.dev/realms/main/"), QString());
        QCOMPARE(wizard->state(), State::ChoosingMethod);
        QCOMPARE(wizard->accountKey(), QStringLiteral("id.acme.dev/main"));
        desk.signIn.clients << QStringLiteral("https://id.acme.dev/realms/main");
        wizard->begin();
        QCOMPARE(desk.signIn.requests.front().provider,
                 QStringLiteral("https://id.acme.dev/realms/main"));
    }

    void takesAKeyOfAnUnknownService()
    {
        FakeDesk desk;
        SignInWizard *wizard = desk.app->wizard();
        wizard->chooseOther(QString());
        wizard->useOtherKey(QStringLiteral("  "));
        QVERIFY(!wizard->fieldProblem().isEmpty());
        wizard->useOtherKey(QStringLiteral("Acme Billing"));
        QCOMPARE(wizard->state(), State::EnteringKey);
        QCOMPARE(wizard->accountKey(), QStringLiteral("acme-billing/main"));
        wizard->back();
        QCOMPARE(wizard->state(), State::EnteringIssuer);
    }

    void goesBackWhereOneCameFrom()
    {
        FakeDesk desk;
        SignInWizard *wizard = desk.app->wizard();
        waitForBrowser(desk);
        wizard->back();
        QCOMPARE(wizard->state(), State::ChoosingMethod);
        QCOMPARE(desk.signIn.cancelled, QStringList{QStringLiteral("sign-in-1")});
        wizard->back();
        QCOMPARE(wizard->state(), State::ChoosingService);
        QVERIFY(!wizard->canGoBack());
    }

    void ignoresWhatASignInSaysThatWasLeft()
    {
        FakeDesk desk;
        SignInWizard *wizard = desk.app->wizard();
        waitForBrowser(desk);
        wizard->back();
        desk.signIn.progress.announce(desk.signIn.at(Step::Done));
        QCOMPARE(wizard->state(), State::ChoosingMethod);
    }

    void cancels()
    {
        FakeDesk desk;
        SignInWizard *wizard = desk.app->wizard();
        QSignalSpy closed(wizard, &SignInWizard::closed);
        waitForBrowser(desk);
        wizard->cancel();
        QCOMPARE(desk.signIn.cancelled.size(), 1);
        QCOMPARE(closed.size(), 1);
        QCOMPARE(wizard->state(), State::ChoosingService);
    }

    void saysWhatWentWrongAndTriesAgain()
    {
        FakeDesk desk;
        SignInWizard *wizard = desk.app->wizard();
        waitForBrowser(desk);
        core::SignInProgress progress = desk.signIn.at(Step::Failed);
        progress.error = base::Error{base::ErrorCode::Denied,
                                     QStringLiteral("GitHub said no: the user cancelled."),
                                     QStringLiteral("Try again and allow it there."),
                                     base::Retryable::No};
        desk.signIn.progress.announce(progress);

        QCOMPARE(wizard->state(), State::Failed);
        QCOMPARE(wizard->errorTitle(), QStringLiteral("The answer was no"));
        QCOMPARE(wizard->errorSentence(), QStringLiteral("GitHub said no: the user cancelled."));
        QCOMPARE(wizard->errorRemedy(), QStringLiteral("Try again and allow it there."));
        wizard->retry();
        QCOMPARE(desk.signIn.requests.size(), 2);
    }

    void usesAPastedAddress()
    {
        FakeDesk desk;
        SignInWizard *wizard = desk.app->wizard();
        waitForBrowser(desk);
        desk.signIn.redirectError = base::Error{base::ErrorCode::InvalidInput,
                                                QStringLiteral("That is another page."),
                                                QStringLiteral("Copy the last one."),
                                                base::Retryable::No};
        wizard->usePastedAddress(QStringLiteral(" http://127.0.0.1:39117/callback?code=1 "));
        QCOMPARE(wizard->fieldProblem(),
                 QStringLiteral("That is another page. Copy the last one."));
        QCOMPARE(desk.signIn.pasted.front(),
                 QStringLiteral("http://127.0.0.1:39117/callback?code=1"));
        desk.signIn.redirectError.reset();
        wizard->usePastedAddress(QStringLiteral("http://127.0.0.1:39117/callback?code=1"));
        QVERIFY(wizard->fieldProblem().isEmpty());
    }

    void signsAnAccountInAgain()
    {
        FakeDesk desk;
        SignInWizard *wizard = desk.app->wizard();
        desk.signIn.clients << QStringLiteral("slack");
        wizard->restartFor(QStringLiteral("slack/ops"));
        QCOMPARE(desk.signIn.requests.size(), 1);
        QCOMPARE(desk.signIn.requests.front().account.joined(), QStringLiteral("slack/ops"));
        QCOMPARE(desk.signIn.requests.front().provider, QStringLiteral("slack"));
        QVERIFY(!wizard->canGoBack());

        wizard->restartFor(QStringLiteral("slack/ops"));
        QCOMPARE(desk.signIn.requests.size(), 1);
        wizard->cancel();
        wizard->restartFor(QStringLiteral("slack/ops"));
        QCOMPARE(desk.signIn.requests.size(), 2);
    }

    void replacesAnApiKey()
    {
        FakeDesk desk;
        SignInWizard *wizard = desk.app->wizard();
        wizard->restartFor(QStringLiteral("npm/publish"));
        QCOMPARE(wizard->state(), State::EnteringKey);
        QCOMPARE(wizard->accountKey(), QStringLiteral("npm/publish"));
    }

    void opensOnlyWebPages()
    {
        FakeDesk desk;
        desk.app->wizard()->openPage(QStringLiteral("file:///etc/passwd"));
        desk.app->wizard()->openPage(QStringLiteral("https://github.com/settings"));
        QCOMPARE(desk.browser.pages.size(), 1);
    }
};

QTEST_MAIN(SignInWizardTest)
#include "tst_signinwizard.moc"
