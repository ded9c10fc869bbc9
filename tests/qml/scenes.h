// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pagewindow.h"
#include "support/authoritysamples.h"
#include "support/consentsamples.h"

//! One thing the window can show, and how it comes to show it.
struct Scene
{
    const char *name;
    std::function<void(PageWindow &)> play;
};

//! Every page, every step of the wizard, and the states in between.
inline QList<Scene> scenes()
{
    using Step = core::SignInProgress::Step;
    const auto wizard = [](PageWindow &page) { return page.desk.app->wizard(); };
    const auto choose = [wizard](PageWindow &page, const char *provider) {
        page.desk.app->requestAddAccount();
        wizard(page)->chooseService(QString::fromLatin1(provider));
        wizard(page)->setName(QStringLiteral("work"));
    };
    const auto begin = [wizard, choose](PageWindow &page, const char *method, Step step) {
        page.desk.signIn.clients << QStringLiteral("github");
        choose(page, "github");
        wizard(page)->chooseMethod(QString::fromLatin1(method));
        wizard(page)->begin();
        page.settle();
        core::SignInProgress report = page.desk.signIn.at(step);
        report.until = page.desk.clock.now().addSecs(step == Step::WaitingForCode ? 738 : 272);
        if (step == Step::Failed)
            report.error =
                base::Error{base::ErrorCode::Denied,
                            QStringLiteral("github.com says: The user has denied access."),
                            QStringLiteral("Allow it on the page, or choose another way.")};
        page.desk.signIn.progress.announce(report);
    };
    const auto settings = [](PageWindow &page, int section) {
        page.desk.app->requestPage(QStringLiteral("settings"));
        page.settle();
        if (QQuickItem *shown = page.find("SettingsPage"))
            shown->setProperty("section", section);
    };
    const auto press = [](PageWindow &page, const char *type, Qt::Key key) {
        page.settle();
        if (QQuickItem *item = page.find(type))
            item->forceActiveFocus(Qt::TabFocusReason);
        QTest::keyClick(page.window, key);
    };
    const auto say = [](PageWindow &page, base::ErrorCode code, const char *text) {
        page.desk.app->notice()->complain(base::Error{code, QString::fromLatin1(text), {}},
                                          QStringLiteral("github/work"));
    };
    const auto authority = [](PageWindow &page, int section) {
        fillAuthority(page.desk.authority, page.desk.clock.now());
        page.desk.app->requestPage(QStringLiteral("authority"));
        page.settle();
        if (QQuickItem *shown = page.find("AuthorityPage"))
            shown->setProperty("section", section);
        page.settle();
    };
    const auto stands = [authority](PageWindow &page, core::AuthorityStatus::State state) {
        authority(page, 0);
        page.desk.authority.put(state,
                                state == core::AuthorityStatus::State::Failed
                                    ? QStringLiteral("Another program uses port 7420.")
                                    : QString(),
                                QStringLiteral("Choose another port, or end that program."));
    };
    return {
        {"accounts", [](PageWindow &) {}},
        {"accounts-drawer",
         [](PageWindow &page) { page.desk.app->details()->show(QStringLiteral("github/work")); }},
        {"accounts-drawer-expiring",
         [](PageWindow &page) { page.desk.app->details()->show(QStringLiteral("npm/publish")); }},
        {"accounts-drawer-signin",
         [](PageWindow &page) { page.desk.app->details()->show(QStringLiteral("slack/ops")); }},
        {"accounts-select",
         [](PageWindow &page) {
             for (const char *key : {"google/maria", "npm/publish", "gitlab/acme"})
                 page.desk.app->accounts()->setSelected(QString::fromLatin1(key), true);
         }},
        {"accounts-menu", [press](PageWindow &page) { press(page, "AccountList", Qt::Key_Menu); }},
        {"accounts-remove",
         [press](PageWindow &page) { press(page, "AccountList", Qt::Key_Delete); }},
        {"accounts-warn",
         [](PageWindow &page) {
             page.desk.app->details()->show(QStringLiteral("npm/publish"));
             page.call("WarnDialog", "show");
         }},
        {"accounts-end",
         [](PageWindow &page) {
             page.desk.app->details()->show(QStringLiteral("npm/publish"));
             page.call("EndDialog", "show");
         }},
        {"accounts-by-name",
         [](PageWindow &page) {
             page.desk.app->accounts()->setOrder(desktop::AccountsModel::Order::ByName);
         }},
        {"accounts-compact",
         [](PageWindow &page) { page.set(core::setting::rows, QStringLiteral("compact")); }},
        {"accounts-empty",
         [](PageWindow &page) {
             page.desk.accounts.views.clear();
             page.desk.accounts.reset.announce();
         }},
        {"accounts-no-match",
         [](PageWindow &page) { page.desk.app->accounts()->setSearch(QStringLiteral("gitlbu")); }},
        {"accounts-trouble",
         [say](PageWindow &page) {
             say(page, base::ErrorCode::Unreachable, "github.com did not answer.");
         }},
        {"accounts-copied",
         [](PageWindow &page) { page.desk.app->accounts()->copy(QStringLiteral("github/work")); }},
        {"accounts-store-away",
         [](PageWindow &page) {
             page.desk.lock.why = QStringLiteral("GNOME Keyring does not answer.");
             page.desk.lock.put(core::LockService::State::StoreUnavailable);
             page.desk.app->setTrayMissing(true);
         }},
        {"activity-pick",
         [press](PageWindow &page) {
             page.desk.app->requestPage(QStringLiteral("activity"));
             press(page, "AccountPicker", Qt::Key_Down);
             page.settle();
             QTest::keyClick(page.window, Qt::Key_A);
         }},
        {"activity",
         [](PageWindow &page) { page.desk.app->requestPage(QStringLiteral("activity")); }},
        {"activity-one-account",
         [](PageWindow &page) {
             page.desk.app->requestPage(QStringLiteral("activity"));
             page.desk.app->activity()->setAccount(QStringLiteral("github/work"));
         }},
        {"activity-no-match",
         [](PageWindow &page) {
             page.desk.app->requestPage(QStringLiteral("activity"));
             page.desk.app->activity()->setSort(desktop::ActivityModel::Sort::Failed);
             page.desk.app->activity()->setAccount(QStringLiteral("openai/research"));
         }},
        {"authority",
         [authority](PageWindow &page) {
             authority(page, 0);
             page.desk.app->authority()->makeQuickClient();
         }},
        {"authority-first", [authority](PageWindow &page) { authority(page, 0); }},
        {"authority-off",
         [stands](PageWindow &page) { stands(page, core::AuthorityStatus::State::Off); }},
        {"authority-failed",
         [stands](PageWindow &page) { stands(page, core::AuthorityStatus::State::Failed); }},
        {"authority-locked",
         [stands](PageWindow &page) { stands(page, core::AuthorityStatus::State::Locked); }},
        {"authority-clients", [authority](PageWindow &page) { authority(page, 1); }},
        {"authority-clients-empty",
         [authority](PageWindow &page) {
             authority(page, 1);
             page.desk.authority.knownClients.clear();
             page.desk.app->authority()->clientList()->reload();
         }},
        {"authority-client-new",
         [authority](PageWindow &page) {
             authority(page, 1);
             page.call("AuthorityClientDialog", "show", QString());
         }},
        {"authority-client-secret",
         [authority](PageWindow &page) {
             authority(page, 1);
             page.desk.app->authority()->clientList()->renewSecret(QStringLiteral("lk-8f2c41d7"));
         }},
        {"authority-client-menu",
         [authority, press](PageWindow &page) {
             authority(page, 1);
             press(page, "AuthorityRows", Qt::Key_Menu);
         }},
        {"authority-users", [authority](PageWindow &page) { authority(page, 2); }},
        {"authority-users-select",
         [authority](PageWindow &page) {
             authority(page, 2);
             for (const char *id : {"u-2", "u-3", "u-5"})
                 page.desk.app->authority()->userList()->setSelected(QString::fromLatin1(id), true);
         }},
        {"authority-user-new",
         [authority](PageWindow &page) {
             authority(page, 2);
             page.call("AuthorityUserDialog", "show", QString());
             page.desk.app->authority()->userList()->keep(
                 {{QStringLiteral("name"), QStringLiteral("kim")}}, QStringLiteral("password"));
         }},
        {"authority-sessions", [authority](PageWindow &page) { authority(page, 3); }},
        {"authority-keys", [authority](PageWindow &page) { authority(page, 4); }},
        {"authority-key-revoke",
         [authority, press](PageWindow &page) {
             authority(page, 4);
             press(page, "AuthorityRows", Qt::Key_Delete);
         }},
        {"authority-live", [authority](PageWindow &page) { authority(page, 5); }},
        {"authority-events",
         [authority](PageWindow &page) {
             authority(page, 5);
             if (QQuickItem *shown = page.find("AuthorityLivePage"))
                 shown->setProperty("part", 1);
         }},
        {"authority-policies",
         [authority](PageWindow &page) {
             authority(page, 6);
             page.desk.app->authority()->policies()->ask(QStringLiteral("User::\"ada\""),
                                                         QStringLiteral("Action::\"User_read\""),
                                                         QStringLiteral("Authority::\"local\""),
                                                         {});
         }},
        {"authority-policies-trouble",
         [authority](PageWindow &page) {
             page.desk.authority.verdict = {};
             authority(page, 6);
             page.desk.authority.verdict.isAllowed = false;
             page.desk.authority.verdict.determining = {};
             page.desk.authority.verdict.errors =
                 QStringList{QStringLiteral("team-night: the context has no attribute ‘hour’.")};
             page.desk.authority.policy.trouble =
                 QStringLiteral("team.cedar:12:7: ‘whn’ is not a word of the language.");
             page.desk.app->authority()->policies()->reload();
             page.desk.app->authority()->policies()->ask(QStringLiteral("User::\"sam\""),
                                                         QStringLiteral("Action::\"Key_revoke\""),
                                                         QStringLiteral("Authority::\"local\""),
                                                         {});
         }},
        {"programs",
         [](PageWindow &page) {
             page.desk.consent.remembered = sampleApprovals(page.desk.clock.now());
             page.desk.consent.approvalsChanged.announce();
             page.desk.app->requestPage(QStringLiteral("programs"));
         }},
        {"programs-waiting",
         [](PageWindow &page) {
             page.desk.consent.remembered = sampleApprovals(page.desk.clock.now());
             page.desk.consent.approvalsChanged.announce();
             for (int more = 0; more < 5; ++more) {
                 core::ConsentQuestion question = more ? doubtfulConsent(page.desk.clock.now())
                                                       : sampleConsent(page.desk.clock.now());
                 question.id += QString::number(more);
                 page.desk.consent.ask(question);
             }
             page.desk.app->requestPage(QStringLiteral("programs"));
         }},
        {"programs-menu",
         [press](PageWindow &page) {
             page.desk.consent.remembered = sampleApprovals(page.desk.clock.now());
             page.desk.consent.approvalsChanged.announce();
             page.desk.app->requestPage(QStringLiteral("programs"));
             press(page, "ProgramsList", Qt::Key_Menu);
         }},
        {"programs-end",
         [press](PageWindow &page) {
             page.desk.consent.remembered = sampleApprovals(page.desk.clock.now());
             page.desk.consent.approvalsChanged.announce();
             page.desk.app->requestPage(QStringLiteral("programs"));
             press(page, "ProgramsList", Qt::Key_Return);
         }},
        {"programs-revoke",
         [press](PageWindow &page) {
             page.desk.consent.remembered = sampleApprovals(page.desk.clock.now());
             page.desk.consent.approvalsChanged.announce();
             page.desk.app->requestPage(QStringLiteral("programs"));
             press(page, "ProgramsList", Qt::Key_Delete);
         }},
        {"programs-paused",
         [](PageWindow &page) {
             page.desk.app->requestPage(QStringLiteral("programs"));
             page.desk.app->programs()->setPaused(true);
         }},
        {"programs-empty",
         [](PageWindow &page) { page.desk.app->requestPage(QStringLiteral("programs")); }},
        {"settings-programs", [settings](PageWindow &page) { settings(page, 4); }},
        {"settings-authority", [settings](PageWindow &page) { settings(page, 5); }},
        {"settings-appearance", [settings](PageWindow &page) { settings(page, 0); }},
        {"settings-notifications",
         [settings](PageWindow &page) {
             page.set(core::setting::quietHours, QStringLiteral("20:00-08:00"));
             settings(page, 1);
         }},
        {"settings-store", [settings](PageWindow &page) { settings(page, 2); }},
        {"settings-move",
         [settings](PageWindow &page) {
             settings(page, 2);
             page.settle();
             page.call("MoveDialog", "ask", QStringLiteral("age_file"));
         }},
        {"settings-store-older",
         [settings](PageWindow &page) {
             page.desk.store.now = {core::StoreKind::AgeFile,
                                    QStringLiteral("~/.local/share/latchkey/vault.age"),
                                    core::StoreState::Ready,
                                    {},
                                    true,
                                    false,
                                    QStringLiteral("An older copy of the vault is in use, of "
                                                   "20 November. If you put it back, say so; if "
                                                   "not, put the newer one in its place.")};
             page.desk.store.changed.announce();
             settings(page, 2);
         }},
        {"settings-recovery",
         [settings](PageWindow &page) {
             page.desk.store.now.kind = core::StoreKind::AgeFile;
             page.desk.store.changed.announce();
             settings(page, 2);
             page.settle();
             page.call("RecoveryDialog", "ask");
         }},
        {"settings-lock", [settings](PageWindow &page) { settings(page, 3); }},
        {"locked",
         [](PageWindow &page) {
             page.desk.lock.passphraseNeeded = true;
             page.desk.lock.put(core::LockService::State::Locked);
         }},
        {"locked-keyring",
         [](PageWindow &page) { page.desk.lock.put(core::LockService::State::Locked); }},
        {"wizard-service", [](PageWindow &page) { page.desk.app->requestAddAccount(); }},
        {"wizard-other",
         [wizard](PageWindow &page) {
             page.desk.app->requestAddAccount();
             wizard(page)->chooseOther({});
         }},
        {"wizard-method", [choose](PageWindow &page) { choose(page, "github"); }},
        {"wizard-practice", [choose](PageWindow &page) { choose(page, "practice"); }},
        {"wizard-client",
         [choose, wizard](PageWindow &page) {
             choose(page, "google");
             wizard(page)->begin();
         }},
        {"wizard-key",
         [choose, wizard](PageWindow &page) {
             choose(page, "openai");
             wizard(page)->begin();
             page.settle();
             wizard(page)->checkKey(QStringLiteral("Bearer sk-123"));
         }},
        {"wizard-browser",
         [begin](PageWindow &page) { begin(page, "browser", Step::WaitingForBrowser); }},
        {"wizard-device",
         [begin](PageWindow &page) { begin(page, "device", Step::WaitingForCode); }},
        {"wizard-finishing",
         [begin](PageWindow &page) { begin(page, "browser", Step::Finishing); }},
        {"wizard-done", [begin](PageWindow &page) { begin(page, "browser", Step::Done); }},
        {"wizard-failed", [begin](PageWindow &page) { begin(page, "browser", Step::Failed); }},
    };
}
