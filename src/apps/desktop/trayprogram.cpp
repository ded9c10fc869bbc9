// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desktop/trayprogram.h"

#include "agent/herald.h"
#include "agent/scheduler.h"
#include "base/logging.h"
#include "core/settingspecs.h"
#include "desktop/accountverbs.h"
#include "desktop/autostart.h"
#include "desktop/clipboardguard.h"

#include <QApplication>
#include <QTimer>

#include <cstdlib>

namespace apps {

TrayProgram::TrayProgram(Needs needs)
    : m_needs(std::move(needs))
{}

TrayProgram::~TrayProgram() = default;

base::Result<> TrayProgram::open()
{
    TRY(m_desk, Desk::open({m_needs.paths, m_needs.settings, m_clock, m_browser, m_notifier}));
    m_app = std::make_unique<desktop::DesktopApp>(desktop::DesktopApp::Needs{m_desk->accounts(),
                                                                             m_desk->tokens(),
                                                                             m_desk->signIn(),
                                                                             m_desk->lock(),
                                                                             m_desk->store(),
                                                                             m_desk->activity(),
                                                                             m_browser,
                                                                             m_needs.settings,
                                                                             m_clock,
                                                                             m_needs.paths,
                                                                             m_needs.version});
    m_tray = std::make_unique<desktop::TrayIcon>(
        desktop::TrayIcon::Needs{*m_app, m_desk->accounts(), m_desk->lock(), m_notifier, m_clock});
    m_window = std::make_unique<WindowHost>(*m_app);
    connectTray();
    connectSession();
    connectNotices();
    tellOfMistakes();
    return {};
}

void TrayProgram::start(Start start)
{
    QCoro::connect(m_desk->start(), this, [](const base::Result<> &started) {
        if (!started)
            qCWarning(lcDesktop) << "The desk did not start whole:" << started.error().message;
    });
    m_tray->start();
    switch (start) {
    case Start::Background:
        break;
    case Start::Window:
        showWindow();
        break;
    case Start::AddAccount:
        showWindow();
        m_app->requestAddAccount();
        break;
    case Start::SelfTest:
        showWindow();
        QTimer::singleShot(0, this, &TrayProgram::quit);
        break;
    }
}

void TrayProgram::connectTray()
{
    connect(m_tray.get(), &desktop::TrayIcon::openRequested, this, &TrayProgram::showWindow);
    connect(m_tray.get(), &desktop::TrayIcon::quitRequested, this, &TrayProgram::quit);
    connect(m_app.get(), &desktop::DesktopApp::quitRequested, this, &TrayProgram::quit);
    connect(m_tray.get(), &desktop::TrayIcon::missing, this, [this] {
        // The window is the only door then; a second start opens it again.
        m_app->setTrayMissing(true);
        showWindow();
    });
    connect(
        m_tray.get(), &desktop::TrayIcon::shown, this, [this] { m_app->setTrayMissing(false); });
    connect(&m_needs.instance,
            &desktop::SingleInstance::requested,
            this,
            [this](const QString &request) {
                showWindow();
                if (request == QLatin1String("add"))
                    m_app->requestAddAccount();
            });
    // Whoever asks for a page wants to see it. A window that is made by the question has not heard
    // it, so it is asked again.
    using desktop::DesktopApp;
    connect(m_app.get(), &DesktopApp::pageRequested, this, [this](const QString &page) {
        showFor([this, page] { m_app->requestPage(page); });
    });
    connect(m_app.get(), &DesktopApp::addAccountRequested, this, [this] {
        showFor([this] { m_app->requestAddAccount(); });
    });
    connect(m_app.get(), &DesktopApp::signInRequested, this, [this](const QString &key) {
        showFor([this, key] { m_app->requestSignIn(key); });
    });
    connect(m_app.get(), &DesktopApp::accountRequested, this, [this](const QString &key) {
        showFor([this, key] { m_app->requestAccount(key); });
    });
    m_notifier.setFallback(
        [this](const core::Notification &notification) { m_tray->showMessage(notification); });
}

void TrayProgram::connectSession()
{
    const auto lockIf = [this](const QString &setting, const QString &actor) {
        if (m_needs.settings.flag(setting))
            m_desk->lock().lock(actor);
    };
    connect(&m_session, &desktop::SessionWatch::suspending, this, [lockIf] {
        lockIf(core::setting::lockOnSuspend, QStringLiteral("suspend"));
    });
    connect(&m_session, &desktop::SessionWatch::screenLocked, this, [lockIf] {
        lockIf(core::setting::lockOnScreenLock, QStringLiteral("screen lock"));
    });
    connect(
        &m_session, &desktop::SessionWatch::resumed, this, [this] { m_desk->scheduler().poke(); });
    m_subscriptions.push_back(
        m_desk->lock().changed.subscribe([this](const core::LockService::State &state) {
            if (state == core::LockService::State::Locked)
                m_app->clipboard().clearNow();
        }));
    connect(m_app->preferences(),
            &desktop::Preferences::languageChanged,
            this,
            [this](const QString &language) {
                m_needs.language.speak(language);
                m_window->retranslate();
            });
    connect(m_app->preferences(), &desktop::Preferences::autostartChanged, this, [this](bool on) {
        const desktop::Autostart entry(QApplication::applicationFilePath(),
                                       {QStringLiteral("--background")});
        if (const auto kept = entry.set(on); !kept)
            m_app->notice()->complain(kept.error());
    });
}

void TrayProgram::connectNotices()
{
    agent::Herald &herald = m_desk->herald();
    m_subscriptions.push_back(herald.signInWanted.subscribe(
        [this](const core::AccountId &id) { m_app->requestSignIn(id.joined()); }));
    m_subscriptions.push_back(
        herald.copyWanted.subscribe([this](const core::AccountId &id) { copyFromNotice(id); }));
    m_subscriptions.push_back(
        herald.showWanted.subscribe([this] { m_app->requestPage(QStringLiteral("accounts")); }));
}

void TrayProgram::tellOfMistakes()
{
    const QStringList warnings = m_desk->warnings();
    for (const QString &warning : warnings)
        qCWarning(lcDesktop).noquote() << warning;
    // Mistakes in the person's own files: the window says the first, the log all of them.
    if (!warnings.isEmpty())
        m_app->notice()->complain({base::ErrorCode::InvalidInput, warnings.constFirst(), {}});
    m_subscriptions.push_back(m_desk->accountsTrouble.subscribe(
        [this](const base::Error &error) { m_app->notice()->complain(error); }));
}

void TrayProgram::copyFromNotice(const core::AccountId &id)
{
    m_app->verbs().copy(id, QStringLiteral("notification"));
}

void TrayProgram::showWindow()
{
    if (const auto opened = m_window->open(); !opened)
        qCCritical(lcDesktop) << opened.error().message;
}

void TrayProgram::showFor(const std::function<void()> &request)
{
    const bool isNew = !m_window->window();
    showWindow();
    if (isNew && m_window->window())
        QTimer::singleShot(0, this, request);
}

void TrayProgram::quit()
{
    if (m_quitting)
        return;
    m_quitting = true;
    m_app->clipboard().clearNow();
    if (m_window->isOpen())
        m_window->window()->hide();
    // A refresh that is on its way rotates its token, so it may end by its own time-out. After that
    // nothing is worth waiting for; what still hangs must not meet destroyed rooms, and every file
    // is whole at every moment.
    const std::chrono::seconds patience(
        m_needs.settings.number(core::setting::networkTimeoutSeconds) + 5);
    QTimer::singleShot(patience, this, [] {
        qCWarning(lcDesktop) << "Something did not end; leaving all the same.";
        base::stopLogging();
        std::_Exit(EXIT_SUCCESS);
    });
    QCoro::connect(m_desk->stop(), this, [](const base::Result<> &) { QCoreApplication::quit(); });
}

} // namespace apps
