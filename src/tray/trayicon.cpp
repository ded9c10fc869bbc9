// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/trayicon.h"

#include "core/settingspecs.h"
#include "tray/accountverbs.h"
#include "tray/erroraction.h"
#include "tray/phrases.h"
#include "tray/systemlook.h"
#include "tray/trayhost.h"
#include "tray/window.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QEvent>
#include <QGuiApplication>
#include <QNetworkInformation>
#include <QSystemTrayIcon>

namespace tray {

namespace {

//! A panel that starts with the session needs a moment.
constexpr auto lookEvery = std::chrono::milliseconds(700);
constexpr int patienceLooks = 4;
//! After so many looks only the bus is watched: nothing wakes up any more.
constexpr int mostLooks = 90;
//! What is done sooner needs no icon.
constexpr auto busyAfter = std::chrono::milliseconds(400);

} // namespace

TrayIcon::TrayIcon(Needs needs, QObject *parent)
    : QObject(parent)
    , m_needs(std::move(needs))
    , m_menu({m_needs.accounts,
              m_needs.lock,
              m_needs.consent,
              m_needs.authority,
              m_needs.clock,
              m_needs.verbs})
{
    m_lookAgain.setInterval(lookEvery);
    connect(&m_lookAgain, &QTimer::timeout, this, &TrayIcon::look);
    m_busySoon.setSingleShot(true);
    m_busySoon.setInterval(busyAfter);
    connect(&m_busySoon, &QTimer::timeout, this, [this] {
        m_busy = m_needs.verbs.isAnyBusy();
        settle();
    });
    connect(&m_needs.verbs, &AccountVerbs::busyChanged, this, [this] {
        if (m_needs.verbs.isAnyBusy()) {
            if (!m_busy && !m_busySoon.isActive())
                m_busySoon.start();
            return;
        }
        m_busySoon.stop();
        if (std::exchange(m_busy, false))
            settle();
    });
    connect(&m_needs.verbs, &AccountVerbs::failed, this, &TrayIcon::complain);
    connect(&m_needs.look, &SystemLook::changed, this, [this] {
        draw();
        // The panel takes a moment to follow.
        if (m_icon)
            QTimer::singleShot(std::chrono::seconds(1), this, &TrayIcon::lookAtPanel);
    });
    m_settingChanged = m_needs.settings.changed.subscribe([this](const QString &key) {
        if (key == core::setting::trayIcon)
            draw();
    });
    qGuiApp->installEventFilter(this);
    connectMenu();
    // The icon comes first: asking after the network may take a while.
    QTimer::singleShot(std::chrono::seconds(2), this, &TrayIcon::watchNetwork);
    settle();
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::connectMenu()
{
    Window *window = &m_needs.window;
    connect(&m_menu, &TrayMenu::rebuilt, this, &TrayIcon::settle);
    connect(&m_menu, &TrayMenu::quitRequested, this, &TrayIcon::quitRequested);
    connect(&m_menu, &TrayMenu::openRequested, this, [window] { window->show(); });
    connect(&m_menu, &TrayMenu::addRequested, this, [window] { window->addAccount(); });
    connect(&m_menu, &TrayMenu::settingsRequested, this, [window] {
        window->showPage(QStringLiteral("settings"));
    });
    connect(&m_menu, &TrayMenu::accountRequested, this, [window](const QString &key) {
        window->showAccount(key);
    });
    connect(&m_menu, &TrayMenu::signInRequested, this, [window](const QString &key) {
        window->signIn(key);
    });
    connect(&m_menu, &TrayMenu::approvalRequested, this, [window] { window->showApproval(); });
    connect(&m_menu, &TrayMenu::consentRequested, this, [window] { window->showConsent(); });
    connect(&m_menu, &TrayMenu::lockRequested, this, [this] {
        m_needs.lock.lock(QStringLiteral("tray"));
    });
    connect(&m_menu, &TrayMenu::unlockRequested, this, &TrayIcon::unlock);
}

void TrayIcon::unlock()
{
    if (m_needs.lock.needsPassphrase()) {
        // The locked page asks for it.
        m_needs.window.show();
        return;
    }
    QCoro::connect(m_needs.lock.unlock({}, QStringLiteral("tray")),
                   this,
                   [this](const base::Result<> &result) {
                       if (result || result.error().code == base::ErrorCode::Cancelled)
                           return;
                       core::Notification notification;
                       notification.matter = QStringLiteral("unlock");
                       notification.title = errorAction(result.error().code).title;
                       tell(std::move(notification), result.error());
                   });
}

void TrayIcon::watchNetwork()
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    const auto take = [this] {
        m_offline = QNetworkInformation::instance()->reachability()
                    == QNetworkInformation::Reachability::Disconnected;
        settle();
    };
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this, take);
    take();
}

void TrayIcon::start()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    auto *watcher = new QDBusServiceWatcher(QStringLiteral("org.kde.StatusNotifierWatcher"),
                                            QDBusConnection::sessionBus(),
                                            QDBusServiceWatcher::WatchForRegistration,
                                            this);
    connect(watcher, &QDBusServiceWatcher::serviceRegistered, this, &TrayIcon::look);
#endif
    m_lookAgain.start();
    look();
}

void TrayIcon::look()
{
    if (isShown())
        return;
    if (isTrayThere()) {
        m_lookAgain.stop();
        show();
        return;
    }
    ++m_looks;
    if (m_looks >= patienceLooks && !std::exchange(m_complained, true))
        Q_EMIT missing();
    if (m_looks >= mostLooks)
        m_lookAgain.stop();
}

void TrayIcon::show()
{
    m_icon = std::make_unique<QSystemTrayIcon>();
    m_icon->setContextMenu(m_menu.menu());
    connect(m_icon.get(),
            &QSystemTrayIcon::activated,
            this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
                    m_needs.window.show();
            });
    m_panelDark = isPanelDarkOnScreen();
    draw();
    m_icon->show();
    // A panel that has just come has not been painted yet.
    QTimer::singleShot(std::chrono::seconds(2), this, &TrayIcon::lookAtPanel);
    Q_EMIT shown();
}

QString TrayIcon::toolTip() const
{
    if (m_state == TrayState::Offline)
        return tr("Latchkey: offline");
    if (m_state == TrayState::Busy)
        return tr("Latchkey: working");
    const QString words = m_menu.summary();
    return tr("Latchkey: %1", "with the words of the menu's first line").arg(words);
}

void TrayIcon::settle()
{
    // The first of these that holds: locked, attention, offline, expiring, busy, ok.
    TrayState state = m_menu.worst();
    if (m_offline && state > TrayState::Offline)
        state = TrayState::Offline;
    if (m_busy && state > TrayState::Busy)
        state = TrayState::Busy;
    m_state = state;
    draw();
}

void TrayIcon::lookAtPanel()
{
    m_panelDark = isPanelDarkOnScreen();
    draw();
}

void TrayIcon::draw()
{
    const auto ground =
        m_panelDark.value_or(m_needs.look.isPanelDark()) ? PanelGround::Dark : PanelGround::Light;
    m_menu.setGround(m_needs.look.isDark() ? PanelGround::Dark : PanelGround::Light);
    if (!m_icon)
        return;
    const auto ink = m_needs.settings.text(core::setting::trayIcon) == QLatin1String("plain")
                         ? TrayInk::Plain
                         : TrayInk::Colour;
    m_icon->setIcon(trayPicture(m_state, ground, ink));
    m_icon->setToolTip(toolTip());
}

void TrayIcon::showMessage(const core::Notification &notification)
{
    if (!m_icon)
        return;
    const auto kind = notification.urgency == core::Notification::Urgency::Critical
                          ? QSystemTrayIcon::Warning
                          : QSystemTrayIcon::Information;
    m_icon->showMessage(notification.title, notification.body, kind);
}

void TrayIcon::complain(const core::AccountId &id, const base::Error &error)
{
    const ErrorAction action = errorAction(error.code);
    const auto view = m_needs.accounts.find(id);
    core::Notification notification;
    notification.matter = QStringLiteral("verb/") + id.joined();
    notification.account = id;
    notification.title = view ? Phrases::account(Phrases::service(*view), id.account) : id.joined();
    if (action.key == QLatin1String("sign_in"))
        notification.actions = {{action.key, action.label}};
    tell(std::move(notification), error);
}

void TrayIcon::tell(core::Notification notification, const base::Error &error)
{
    // The window tells of failures itself; with it closed nobody else would.
    if (m_needs.window.isOpen())
        return;
    notification.body = error.message.isEmpty() ? errorAction(error.code).title : error.message;
    m_needs.notifications.show(notification);
}

bool TrayIcon::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qGuiApp && event->type() == QEvent::LanguageChange) {
        m_menu.retranslate();
        draw();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace tray
