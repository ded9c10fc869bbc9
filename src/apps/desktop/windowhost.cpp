// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desktop/windowhost.h"

#include "desktop/pictures.h"

#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(Latchkey_DesktopPlugin)
Q_IMPORT_QML_PLUGIN(Latchkey_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Latchkey_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Latchkey_PagesPlugin)
Q_IMPORT_QML_PLUGIN(Latchkey_WizardPlugin)
Q_IMPORT_QML_PLUGIN(Latchkey_ShellPlugin)

namespace apps {

WindowHost::WindowHost(desktop::DesktopApp &app, QObject *parent)
    : QObject(parent)
    , m_app(app)
{}

WindowHost::~WindowHost() = default;

base::Result<> WindowHost::open()
{
    if (!m_window)
        TRY_VOID(load());
    m_app.setActive(true);
    m_window->show();
    m_window->raise();
    m_window->requestActivate();
    return {};
}

base::Result<> WindowHost::load()
{
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->addImportPath(QStringLiteral(":/qt/qml"));
    m_engine->addImageProvider(QStringLiteral("icon"), new desktop::IconProvider);
    m_engine->addImageProvider(QStringLiteral("brand"), new desktop::BrandProvider);
    m_engine->setInitialProperties({{QStringLiteral("app"), QVariant::fromValue(&m_app)}});
    m_engine->load(QUrl(QStringLiteral("qrc:/qt/qml/Latchkey/Shell/Main.qml")));
    if (!m_engine->rootObjects().isEmpty())
        m_window = qobject_cast<QQuickWindow *>(m_engine->rootObjects().constFirst());
    if (!m_window) {
        m_engine.reset();
        return base::fail(base::ErrorCode::Internal, tr("The window could not be made."));
    }
    connect(m_window, &QWindow::visibleChanged, &m_app, &desktop::DesktopApp::setActive);
    return {};
}

bool WindowHost::isOpen() const
{
    return m_window && m_window->isVisible();
}

void WindowHost::retranslate()
{
    if (m_engine)
        m_engine->retranslate();
}

} // namespace apps
