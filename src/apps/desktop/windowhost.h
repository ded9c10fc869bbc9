// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/desktopapp.h"

#include <QObject>
#include <QPointer>
#include <QQuickWindow>

#include <memory>

QT_BEGIN_NAMESPACE
class QQmlApplicationEngine;
QT_END_NAMESPACE

namespace apps {

//! The one window. Nothing of Qt Quick is loaded before it is first wanted; closing hides it.
class WindowHost : public QObject
{
    Q_OBJECT

public:
    //! \a app outlives the host.
    explicit WindowHost(desktop::DesktopApp &app, QObject *parent = nullptr);
    ~WindowHost() override;

    //! Shows the window in front of the others; the error is for the log, it is a mistake of ours.
    [[nodiscard]] base::Result<> open();
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] QQuickWindow *window() const { return m_window; }
    //! The interface language has changed.
    void retranslate();

private:
    [[nodiscard]] base::Result<> load();

    desktop::DesktopApp &m_app;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QPointer<QQuickWindow> m_window;
};

} // namespace apps
