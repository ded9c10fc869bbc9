// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/accountdetails.h"
#include "desktop/accountsmodel.h"
#include "desktop/activitymodel.h"
#include "desktop/approvalview.h"
#include "desktop/authorityview.h"
#include "desktop/consentview.h"
#include "desktop/lockview.h"
#include "desktop/notice.h"
#include "desktop/preferences.h"
#include "desktop/programsview.h"
#include "desktop/servicesmodel.h"
#include "desktop/signinwizard.h"
#include "desktop/storeview.h"
#include "tray/windowmodule.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <chrono>

QT_BEGIN_NAMESPACE
class QQmlEngine;
QT_END_NAMESPACE

namespace desktop {

//! The room's root: handed to the Shell as its required property `app`.
class DesktopApp : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed to the window by the application.")
    Q_PROPERTY(desktop::AccountsModel *accounts READ accounts CONSTANT)
    Q_PROPERTY(desktop::AccountDetails *details READ details CONSTANT)
    Q_PROPERTY(desktop::ServicesModel *services READ services CONSTANT)
    Q_PROPERTY(desktop::SignInWizard *wizard READ wizard CONSTANT)
    Q_PROPERTY(desktop::ActivityModel *activity READ activity CONSTANT)
    Q_PROPERTY(desktop::AuthorityView *authority READ authority CONSTANT)
    Q_PROPERTY(desktop::ApprovalView *approval READ approval CONSTANT)
    Q_PROPERTY(desktop::ConsentView *consent READ consent CONSTANT)
    Q_PROPERTY(desktop::ProgramsView *programs READ programs CONSTANT)
    Q_PROPERTY(desktop::Preferences *preferences READ preferences CONSTANT)
    Q_PROPERTY(desktop::StoreView *store READ store CONSTANT)
    Q_PROPERTY(desktop::LockView *lock READ lock CONSTANT)
    Q_PROPERTY(desktop::Notice *notice READ notice CONSTANT)
    Q_PROPERTY(QString version READ version CONSTANT)
    //! The desktop has no tray and the person has not yet been told.
    Q_PROPERTY(bool trayMissing READ trayMissing NOTIFY trayMissingChanged)
    //! The accounts file, with "~" for the home folder.
    Q_PROPERTY(QString accountsFile READ accountsFile CONSTANT)

public:
    using Needs = tray::WindowNeeds;

    explicit DesktopApp(Needs needs, QObject *parent = nullptr);
    ~DesktopApp() override;

    [[nodiscard]] AccountsModel *accounts() const { return m_accounts; }
    [[nodiscard]] AccountDetails *details() const { return m_details; }
    [[nodiscard]] ServicesModel *services() const { return m_services; }
    [[nodiscard]] SignInWizard *wizard() const { return m_wizard; }
    [[nodiscard]] ActivityModel *activity() const { return m_activity; }
    [[nodiscard]] AuthorityView *authority() const { return m_authority; }
    [[nodiscard]] ApprovalView *approval() const { return m_approval; }
    [[nodiscard]] ConsentView *consent() const { return m_consent; }
    [[nodiscard]] ProgramsView *programs() const { return m_programs; }
    [[nodiscard]] Preferences *preferences() const { return m_preferences; }
    [[nodiscard]] StoreView *store() const { return m_store; }
    [[nodiscard]] LockView *lock() const { return m_lock; }
    [[nodiscard]] Notice *notice() const { return m_notice; }
    [[nodiscard]] QString version() const { return m_needs.version; }
    [[nodiscard]] bool trayMissing() const { return m_trayMissing; }
    [[nodiscard]] QString accountsFile() const;

    //! Gives an engine what the pages need: image providers and the import path.
    void install(QQmlEngine &engine) const;
    //! Whether the window is on the screen: without, nothing here wakes up.
    void setActive(bool active);
    [[nodiscard]] bool isActive() const { return m_active; }
    void setTrayMissing(bool missing);
    //! From tray and notifications: "accounts", "activity", "programs", "authority", "settings".
    void requestPage(const QString &page);
    void requestAddAccount();
    void requestAccount(const QString &accountKey);
    void requestSignIn(const QString &accountKey);

    Q_INVOKABLE void dismissTrayMissing();
    Q_INVOKABLE void openAccountsFile();
    Q_INVOKABLE void openLink(const QUrl &link);
    Q_INVOKABLE void copyText(const QString &text);
    //! Ends the program: the way out where there is no tray.
    Q_INVOKABLE void quit();

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void trayMissingChanged();
    //! Another language is spoken now; everything here has been said anew.
    void retranslated();
    //! Show a page: "accounts", "activity", "programs", "authority", "settings".
    void pageRequested(const QString &page);
    //! Show the wizard; it stands at its first page.
    void addAccountRequested();
    //! Show the wizard; it is signing an account in again.
    void signInRequested(const QString &accountKey);
    //! Show the accounts with this one's drawer open; details shows it already.
    void accountRequested(const QString &accountKey);
    //! Show the window with the programs that ask.
    void consentRequested();

private:
    void takeSettings();
    void tellOfVerbs();
    void act(const QString &action, const QString &accountKey);
    [[nodiscard]] QString nameOf(const core::AccountId &id) const;
    [[nodiscard]] QList<std::chrono::seconds> warnBefore() const;

    Needs m_needs;
    base::Subscription m_settingChanged;
    Notice *m_notice = nullptr;
    Preferences *m_preferences = nullptr;
    AccountsModel *m_accounts = nullptr;
    AccountDetails *m_details = nullptr;
    ServicesModel *m_services = nullptr;
    SignInWizard *m_wizard = nullptr;
    ActivityModel *m_activity = nullptr;
    AuthorityView *m_authority = nullptr;
    ApprovalView *m_approval = nullptr;
    ConsentView *m_consent = nullptr;
    ProgramsView *m_programs = nullptr;
    StoreView *m_store = nullptr;
    LockView *m_lock = nullptr;
    bool m_trayMissing = false;
    bool m_active = false;
};

} // namespace desktop
