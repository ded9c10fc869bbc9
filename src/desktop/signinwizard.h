// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "core/services.h"

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QUrl>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace tray {
class AccountVerbs;
} // namespace tray

namespace desktop {

//! Adding an account, step by step. The service does the work; the wizard knows which page is
//! shown, what is on it, and where back leads.
//!
//!     ChoosingService → ChoosingMethod → [EnteringClient] → Preparing → WaitingForBrowser/Code
//!                ↘ EnteringIssuer ↗   ↘ EnteringKey ───────────────────→ Finishing → Done | Failed
class SignInWizard : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed to the page by the application.")
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    //! Which of the three marks at the top is the present one: 1, 2, 3.
    Q_PROPERTY(int step READ step NOTIFY stateChanged)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY stateChanged)

    // What is being added.
    Q_PROPERTY(QString providerId READ providerId NOTIFY choiceChanged)
    Q_PROPERTY(QString serviceName READ serviceName NOTIFY choiceChanged)
    Q_PROPERTY(QString letters READ letters NOTIFY choiceChanged)
    Q_PROPERTY(int tone READ tone NOTIFY choiceChanged)
    //! "browser", "device" or "api_key".
    Q_PROPERTY(QString method READ method NOTIFY choiceChanged)
    //! The choices: maps of method, icon, title, detail, badge.
    Q_PROPERTY(QVariantList methods READ methods NOTIFY choiceChanged)
    //! Scopes, separated by spaces; begins with the catalog's.
    Q_PROPERTY(QString scopes READ scopes WRITE setScopes NOTIFY choiceChanged)

    // Its name.
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY nameChanged)
    //! Why the name will not do; "" when it does.
    Q_PROPERTY(QString nameProblem READ nameProblem NOTIFY nameChanged)
    //! What is to be known about it ("GitHub work is there already: this signs it in again.").
    Q_PROPERTY(QString nameNote READ nameNote NOTIFY nameChanged)
    Q_PROPERTY(QString accountKey READ accountKey NOTIFY nameChanged)
    //! "auth://github/work/token"
    Q_PROPERTY(QString reference READ reference NOTIFY nameChanged)

    // EnteringClient
    Q_PROPERTY(QString clientPage READ clientPage NOTIFY choiceChanged)
    //! What must be registered with the provider as the redirect address.
    Q_PROPERTY(QString redirectToRegister READ redirectToRegister NOTIFY choiceChanged)
    Q_PROPERTY(bool clientSecretNeeded READ clientSecretNeeded NOTIFY choiceChanged)
    // EnteringKey
    Q_PROPERTY(QString keyHint READ keyHint NOTIFY choiceChanged)
    Q_PROPERTY(QString keyPage READ keyPage NOTIFY choiceChanged)
    //! EnteringIssuer: the address typed so far, kept when one comes back.
    Q_PROPERTY(QString issuer READ issuer NOTIFY choiceChanged)
    //! What is wrong with the field of this page (client, key, issuer, pasted address).
    Q_PROPERTY(QString fieldProblem READ fieldProblem NOTIFY fieldProblemChanged)

    // Waiting
    Q_PROPERTY(QString host READ host NOTIFY progressChanged)
    Q_PROPERTY(QUrl link READ link NOTIFY progressChanged)
    //! How an address to paste begins: "http://127.0.0.1:39117/callback?code=…".
    Q_PROPERTY(QString redirectUri READ redirectUri NOTIFY progressChanged)
    Q_PROPERTY(QString userCode READ userCode NOTIFY progressChanged)
    Q_PROPERTY(QString verificationUri READ verificationUri NOTIFY progressChanged)
    //! What the QR code says.
    Q_PROPERTY(QString qrText READ qrText NOTIFY progressChanged)
    Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY secondsChanged)
    //! "4:32"
    Q_PROPERTY(QString timeLeft READ timeLeft NOTIFY secondsChanged)
    //! What is left of the waiting time, 0..1.
    Q_PROPERTY(qreal fractionLeft READ fractionLeft NOTIFY secondsChanged)

    // Failed
    Q_PROPERTY(QString errorTitle READ errorTitle NOTIFY stateChanged)
    Q_PROPERTY(QString errorSentence READ errorSentence NOTIFY stateChanged)
    Q_PROPERTY(QString errorRemedy READ errorRemedy NOTIFY stateChanged)
    //! "retry", "client", "unlock", "settings" or "".
    Q_PROPERTY(QString errorAction READ errorAction NOTIFY stateChanged)
    Q_PROPERTY(QString errorActionLabel READ errorActionLabel NOTIFY stateChanged)

    // Done
    Q_PROPERTY(QString identity READ identity NOTIFY stateChanged)
    Q_PROPERTY(QString standing READ standing NOTIFY stateChanged)
    Q_PROPERTY(QString when READ when NOTIFY stateChanged)
    Q_PROPERTY(QStringList grantedScopes READ grantedScopes NOTIFY stateChanged)
    Q_PROPERTY(bool keepsFresh READ keepsFresh NOTIFY stateChanged)

public:
    enum class State {
        ChoosingService,
        ChoosingMethod,
        EnteringClient,
        EnteringKey,
        EnteringIssuer,
        Preparing,
        WaitingForBrowser,
        WaitingForCode,
        Finishing,
        Done,
        Failed
    };
    Q_ENUM(State)

    SignInWizard(core::SignInService &signIn,
                 core::AccountService &accounts,
                 const base::Clock &clock,
                 tray::AccountVerbs &verbs,
                 core::Browser &browser,
                 QObject *parent = nullptr);
    ~SignInWizard() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] int step() const;
    [[nodiscard]] bool canGoBack() const;
    [[nodiscard]] QString providerId() const { return m_provider.id; }
    [[nodiscard]] QString serviceName() const { return m_provider.name; }
    [[nodiscard]] QString letters() const { return m_provider.letters; }
    [[nodiscard]] int tone() const { return m_provider.tone; }
    [[nodiscard]] QString method() const;
    [[nodiscard]] QVariantList methods() const;
    [[nodiscard]] QString scopes() const { return m_scopes; }
    void setScopes(const QString &scopes);
    [[nodiscard]] QString name() const { return m_name; }
    void setName(const QString &name);
    [[nodiscard]] QString nameProblem() const { return m_nameProblem; }
    [[nodiscard]] QString nameNote() const { return m_nameNote; }
    [[nodiscard]] QString accountKey() const;
    [[nodiscard]] QString reference() const;
    [[nodiscard]] QString clientPage() const { return m_provider.clientPage; }
    [[nodiscard]] QString redirectToRegister() const;
    [[nodiscard]] bool clientSecretNeeded() const { return m_provider.clientSecretNeeded; }
    [[nodiscard]] QString keyHint() const { return m_provider.keyHint; }
    [[nodiscard]] QString keyPage() const { return m_provider.keyPage; }
    [[nodiscard]] QString issuer() const { return m_issuer; }
    [[nodiscard]] QString fieldProblem() const { return m_fieldProblem; }
    [[nodiscard]] QString host() const { return m_progress.host; }
    [[nodiscard]] QUrl link() const;
    [[nodiscard]] QString redirectUri() const { return m_progress.redirectUri; }
    [[nodiscard]] QString userCode() const { return m_progress.userCode; }
    [[nodiscard]] QString verificationUri() const;
    [[nodiscard]] QString qrText() const;
    [[nodiscard]] int secondsLeft() const { return m_secondsLeft; }
    [[nodiscard]] QString timeLeft() const;
    [[nodiscard]] qreal fractionLeft() const;
    [[nodiscard]] QString errorTitle() const { return m_errorTitle; }
    [[nodiscard]] QString errorSentence() const { return m_error.message; }
    [[nodiscard]] QString errorRemedy() const { return m_error.remedy; }
    [[nodiscard]] QString errorAction() const { return m_errorAction; }
    [[nodiscard]] QString errorActionLabel() const { return m_errorActionLabel; }
    [[nodiscard]] QString identity() const;
    [[nodiscard]] QString standing() const;
    [[nodiscard]] QString when() const;
    [[nodiscard]] QStringList grantedScopes() const;
    [[nodiscard]] bool keepsFresh() const;

    //! Says everything anew, in another language.
    void retranslate()
    {
        checkName();
        Q_EMIT choiceChanged();
        Q_EMIT stateChanged();
    }

    //! From the beginning; a sign-in that waits is cancelled.
    Q_INVOKABLE void restart();
    //! Signs an account in anew: service, name and method are known.
    Q_INVOKABLE void restartFor(const QString &accountKey);
    Q_INVOKABLE void chooseService(const QString &providerId);
    //! "Other service…", or an address from the search.
    Q_INVOKABLE void chooseOther(const QString &address);
    //! EnteringIssuer → ChoosingMethod: any OpenID provider by its address.
    Q_INVOKABLE void useIssuer(const QString &address, const QString &serviceName);
    //! EnteringIssuer → EnteringKey: a key of a service that is not in the catalog.
    Q_INVOKABLE void useOtherKey(const QString &serviceName);
    Q_INVOKABLE void chooseMethod(const QString &method);
    //! ChoosingMethod → the next page: client, key, or signing in.
    Q_INVOKABLE void begin();
    //! EnteringClient → signing in. The page clears its field afterwards.
    Q_INVOKABLE void saveClient(const QString &clientId, const QString &clientSecret);
    //! Says in fieldProblem what is obviously wrong with a key, while it is typed.
    Q_INVOKABLE void checkKey(const QString &key);
    //! EnteringKey → Finishing. \a expires is "2026-12-31" or "". The page clears its field.
    Q_INVOKABLE void beginWithKey(const QString &key,
                                  const QString &identity,
                                  const QString &expires);
    Q_INVOKABLE void openAgain();
    Q_INVOKABLE void copyLink();
    Q_INVOKABLE void copyCode();
    Q_INVOKABLE void copyReference();
    Q_INVOKABLE void usePastedAddress(const QString &address);
    //! From the code to the browser here, or back.
    Q_INVOKABLE void switchMethod(const QString &method);
    //! Opens the provider's page for clients or keys.
    Q_INVOKABLE void openPage(const QString &address);
    Q_INVOKABLE void back();
    //! Ends it; closed() follows.
    Q_INVOKABLE void cancel();
    //! Failed: does what errorAction says.
    Q_INVOKABLE void retry();

Q_SIGNALS:
    void stateChanged();
    void choiceChanged();
    void nameChanged();
    void fieldProblemChanged();
    void progressChanged();
    void secondsChanged();
    //! The account is there.
    void finished(const QString &accountKey);
    //! The wizard was left without one.
    void closed();

private:
    void enter(State state);
    void choose(const core::Provider &provider);
    void checkName();
    void startSignIn();
    void follow(const core::SignInProgress &progress);
    void fail(const base::Error &error);
    void complain(const QString &problem);
    void stopWaiting();
    void startCountDown();
    void countDown();
    [[nodiscard]] QString freeName() const;

    core::SignInService &m_signIn;
    core::AccountService &m_accounts;
    const base::Clock &m_clock;
    tray::AccountVerbs &m_verbs;
    core::Browser &m_browser;
    base::Subscription m_progressed;
    State m_state = State::ChoosingService;
    core::Provider m_provider;
    core::SignInMethod m_method = core::SignInMethod::Browser;
    QString m_service; //!< the account's service: the catalog's id, or what a person called it
    QString m_issuer;
    QString m_scopes;
    QString m_name;
    QString m_nameProblem;
    QString m_nameNote;
    core::AccountId m_id;
    QString m_fieldProblem;
    QString m_signInId; //!< empty: none is under way
    bool m_beginning = false;
    bool m_again = false; //!< an account is signed in anew: there is nothing to go back to
    core::SignInProgress m_progress;
    int m_secondsLeft = 0;
    int m_secondsTotal = 0;
    base::Error m_error;
    QString m_errorTitle;
    QString m_errorAction;
    QString m_errorActionLabel;
    int m_epoch = 0; //!< an answer to a page that was left is dropped
    QTimer m_tick;
};

} // namespace desktop
