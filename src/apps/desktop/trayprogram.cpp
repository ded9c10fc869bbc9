// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desktop/trayprogram.h"

#include "agent/herald.h"
#include "agent/scheduler.h"
#include "apps/desk/authorityhost.h"
#include "base/logging.h"
#include "base/restingmemory.h"
#include "core/settingspecs.h"
#include "tray/autostart.h"
#include "tray/trayhost.h"

#include <QApplication>
#include <QClipboard>
#include <QMessageBox>
#include <QTimer>

#include <cstdlib>

namespace apps {

namespace {

//! After that the icon is drawn, the store is found and the window has faded.
constexpr auto restAfter = std::chrono::seconds(5);

core::Finding trayFinding()
{
    if (tray::isTrayThere())
        return {QStringLiteral("tray"),
                core::Finding::Severity::Ok,
                TrayProgram::tr("A panel shows the tray icon."),
                {}};
    return {QStringLiteral("tray"),
            core::Finding::Severity::Warning,
            TrayProgram::tr("No panel shows tray icons."),
            TrayProgram::tr("Add the AppIndicator extension to GNOME, or a tray to the panel. The "
                            "window works without one.")};
}

} // namespace

TrayProgram::TrayProgram(Needs needs)
    : m_needs(std::move(needs))
    , m_clipboard(*QGuiApplication::clipboard())
{}

TrayProgram::~TrayProgram() = default;

base::Result<> TrayProgram::open()
{
    Desk::Needs needs{m_needs.paths, m_needs.settings, m_clock, m_browser, m_notifier};
    needs.door.kind = Door::Kind::Socket;
    needs.version = m_needs.version;
    needs.hasScreen = true;
    needs.shutdown = [this](const QString &) {
        // From within a request, which is answered first.
        QMetaObject::invokeMethod(this, &TrayProgram::quit, Qt::QueuedConnection);
    };
    needs.seen = [] { return QList{trayFinding()}; };
    TRY(m_desk, Desk::open(std::move(needs)));
    m_clipboard.follow(m_needs.settings, m_desk->lock());
    m_verbs =
        std::make_unique<tray::AccountVerbs>(m_desk->accounts(), m_desk->tokens(), m_clipboard);
    m_window = std::make_unique<WindowHost>(
        tray::WindowNeeds{m_desk->accounts(),
                          m_desk->tokens(),
                          m_desk->signIn(),
                          m_desk->lock(),
                          m_desk->store(),
                          m_desk->activity(),
                          m_desk->consent(),
                          m_desk->authority(),
                          m_browser,
                          m_needs.settings,
                          m_clock,
                          m_needs.paths,
                          m_needs.version,
                          *m_verbs,
                          m_clipboard,
                          m_look,
                          [this] { quit(); },
                          [this](const base::Error &error) { tellOfNoWindow(error); },
                          &m_desk->restores()});
    m_tray = std::make_unique<tray::TrayIcon>(tray::TrayIcon::Needs{m_desk->accounts(),
                                                                    m_desk->lock(),
                                                                    m_desk->consent(),
                                                                    m_desk->authority(),
                                                                    m_notifier,
                                                                    m_needs.settings,
                                                                    m_clock,
                                                                    *m_verbs,
                                                                    m_look,
                                                                    *m_window});
    m_approvals = std::make_unique<tray::ApprovalCall>(
        tray::ApprovalCall::Needs{m_desk->authority(), m_notifier, *m_window});
    m_consents = std::make_unique<tray::ConsentCall>(tray::ConsentCall::Needs{
        m_desk->consent(), m_desk->accounts(), m_notifier, *m_window, [this] {
            return m_session.isScreenLocked();
        }});
    connect(&m_session, &tray::SessionWatch::screenUnlocked, m_consents.get(), [this] {
        m_consents->screenUnlocked();
    });
    connectTray();
    connectSession();
    connectNotices();
    followSettings();
    tellOfMistakes();
    return {};
}

void TrayProgram::start(Start start)
{
    m_desk->authority().setApprover(true);
    QCoro::connect(m_desk->start(), this, [](const base::Result<> &started) {
        if (!started)
            qCWarning(lcDesktop) << "The desk did not start whole:" << started.error().message;
    });
    m_tray->start();
    restSoon();
    switch (start) {
    case Start::Background:
        break;
    case Start::Window:
        m_window->show();
        break;
    case Start::AddAccount:
        m_window->addAccount();
        break;
    case Start::SelfTest:
        m_window->show();
        m_exitCode = m_window->isOpen() ? EXIT_SUCCESS : EXIT_FAILURE;
        QTimer::singleShot(0, this, &TrayProgram::quit);
        break;
    }
}

//! Most of the time nobody looks: the tray should not cost what only the start or the window
//! needed.
void TrayProgram::restSoon()
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restAfter);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (!m_window->isOpen())
            base::giveBackMemory();
    });
    connect(qGuiApp, &QGuiApplication::lastWindowClosed, &m_rest, qOverload<>(&QTimer::start));
    m_rest.start();
}

void TrayProgram::connectTray()
{
    connect(m_tray.get(), &tray::TrayIcon::quitRequested, this, &TrayProgram::quit);
    connect(m_tray.get(), &tray::TrayIcon::missing, this, [this] {
        // The window is the only door then; a second start opens it again.
        m_window->setTrayMissing(true);
        m_window->show();
    });
    connect(
        m_tray.get(), &tray::TrayIcon::shown, this, [this] { m_window->setTrayMissing(false); });
    connect(
        &m_needs.instance, &tray::SingleInstance::requested, this, [this](const QString &request) {
            if (request == QLatin1String("add"))
                m_window->addAccount();
            else
                m_window->show();
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
    connect(&m_session, &tray::SessionWatch::suspending, this, [lockIf] {
        lockIf(core::setting::lockOnSuspend, QStringLiteral("suspend"));
    });
    connect(&m_session, &tray::SessionWatch::screenLocked, this, [lockIf] {
        lockIf(core::setting::lockOnScreenLock, QStringLiteral("screen lock"));
    });
    connect(&m_session, &tray::SessionWatch::resumed, this, [this] { m_desk->scheduler().poke(); });
}

void TrayProgram::followSettings()
{
    m_subscriptions.push_back(m_needs.settings.changed.subscribe([this](const QString &key) {
        if (key == core::setting::language) {
            m_needs.language.speak(m_needs.settings.text(key));
            m_window->retranslate();
        } else if (key == core::setting::autostart) {
            const tray::Autostart entry(QApplication::applicationFilePath(),
                                        {QStringLiteral("--background")});
            if (const auto kept = entry.set(m_needs.settings.flag(key)); !kept)
                m_window->complain(kept.error());
        }
    }));
}

void TrayProgram::connectNotices()
{
    agent::Herald &herald = m_desk->herald();
    m_subscriptions.push_back(herald.signInWanted.subscribe(
        [this](const core::AccountId &id) { m_window->signIn(id.joined()); }));
    m_subscriptions.push_back(herald.copyWanted.subscribe(
        [this](const core::AccountId &id) { m_verbs->copy(id, QStringLiteral("notification")); }));
    m_subscriptions.push_back(
        herald.showWanted.subscribe([this] { m_window->showPage(QStringLiteral("accounts")); }));
}

void TrayProgram::tellOfMistakes()
{
    const QStringList warnings = m_desk->warnings();
    for (const QString &warning : warnings)
        qCWarning(lcDesktop).noquote() << warning;
    // Mistakes in the person's own files: the window says the first, the log all of them.
    if (!warnings.isEmpty())
        m_window->complain({base::ErrorCode::InvalidInput, warnings.constFirst(), {}});
    m_subscriptions.push_back(m_desk->doorOpened.subscribe([this](const base::Result<> &opened) {
        if (!opened)
            m_window->complain(opened.error());
    }));
    m_subscriptions.push_back(m_desk->accountsTrouble.subscribe(
        [this](const base::Error &error) { m_window->complain(error); }));
}

void TrayProgram::tellOfNoWindow(const base::Error &error)
{
    qCCritical(lcDesktop) << error.message;
    auto *box = new QMessageBox(
        QMessageBox::Critical, QStringLiteral("Latchkey"), error.message, QMessageBox::Close);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(error.remedy);
    box->open();
}

void TrayProgram::quit()
{
    if (m_quitting)
        return;
    m_quitting = true;
    m_clipboard.clearNow();
    m_window->hide();
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
    QCoro::connect(m_desk->stop(), this, [this](const base::Result<> &) {
        QCoreApplication::exit(m_exitCode);
    });
}

} // namespace apps
