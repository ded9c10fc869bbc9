// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window/quickwindow.h"

#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(Latchkey_DesktopPlugin)
Q_IMPORT_QML_PLUGIN(Latchkey_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Latchkey_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Latchkey_PagesPlugin)
Q_IMPORT_QML_PLUGIN(Latchkey_WizardPlugin)
Q_IMPORT_QML_PLUGIN(Latchkey_ShellPlugin)

namespace apps {

QuickWindow::QuickWindow(tray::WindowNeeds needs)
    : m_failed(needs.failed)
    , m_app(std::move(needs))
{
    // What the window itself asks for may be asked for behind other windows.
    using desktop::DesktopApp;
    connect(&m_app, &DesktopApp::pageRequested, this, &QuickWindow::show);
    connect(&m_app, &DesktopApp::addAccountRequested, this, &QuickWindow::show);
    connect(&m_app, &DesktopApp::signInRequested, this, &QuickWindow::show);
    connect(&m_app, &DesktopApp::accountRequested, this, &QuickWindow::show);
    connect(&m_app, &DesktopApp::consentRequested, this, &QuickWindow::showConsent);
}

QuickWindow::~QuickWindow() = default;

QQuickWindow *QuickWindow::made(const QString &file)
{
    if (!m_engine) {
        QQuickStyle::setStyle(QStringLiteral("Basic"));
        QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
        m_engine = std::make_unique<QQmlApplicationEngine>();
        m_app.install(*m_engine);
        m_engine->setInitialProperties({{QStringLiteral("app"), QVariant::fromValue(&m_app)}});
    }
    const auto before = m_engine->rootObjects().size();
    m_engine->load(QUrl(QStringLiteral("qrc:/qt/qml/Latchkey/Shell/") + file));
    const auto roots = m_engine->rootObjects();
    auto *window =
        roots.size() > before ? qobject_cast<QQuickWindow *>(roots.constLast()) : nullptr;
    if (!window)
        m_failed({base::ErrorCode::Internal, tr("The window could not be made."), {}, {}});
    return window;
}

void QuickWindow::show()
{
    if (!m_window) {
        m_window = made(QStringLiteral("Main.qml"));
        if (!m_window)
            return;
        connect(m_window, &QWindow::visibleChanged, &m_app, &desktop::DesktopApp::setActive);
    }
    m_app.setActive(true);
    m_window->show();
    m_window->raise();
    m_window->requestActivate();
}

void QuickWindow::hide()
{
    if (m_window)
        m_window->hide();
    if (m_approval)
        m_approval->hide();
    if (m_consent)
        m_consent->hide();
}

bool QuickWindow::isOpen() const
{
    return m_window && m_window->isVisible();
}

void QuickWindow::showPage(const QString &page)
{
    show();
    m_app.requestPage(page);
}

void QuickWindow::showAccount(const QString &accountKey)
{
    show();
    m_app.requestAccount(accountKey);
}

void QuickWindow::addAccount()
{
    show();
    m_app.requestAddAccount();
}

void QuickWindow::signIn(const QString &accountKey)
{
    show();
    m_app.requestSignIn(accountKey);
}

template<typename View>
void QuickWindow::ask(QPointer<QQuickWindow> &window, const QString &file, View *view)
{
    if (view->questionId().isEmpty())
        return;
    if (!window) {
        window = made(file);
        if (!window)
            return;
        connect(window, &QWindow::visibleChanged, view, &View::setActive);
        connect(view, &View::settled, window, &QWindow::hide);
    }
    window->show();
    window->raise();
    window->requestActivate();
}

void QuickWindow::showApproval()
{
    ask(m_approval, QStringLiteral("Approval.qml"), m_app.approval());
}

void QuickWindow::showConsent()
{
    ask(m_consent, QStringLiteral("Consent.qml"), m_app.consent());
}

bool QuickWindow::isConsentActive() const
{
    return m_consent && m_consent->isActive();
}

bool QuickWindow::isApprovalActive() const
{
    return m_approval && m_approval->isActive();
}

void QuickWindow::complain(const base::Error &error)
{
    m_app.notice()->complain(error);
}

void QuickWindow::setTrayMissing(bool missing)
{
    m_app.setTrayMissing(missing);
}

void QuickWindow::retranslate()
{
    if (m_engine)
        m_engine->retranslate();
}

} // namespace apps
