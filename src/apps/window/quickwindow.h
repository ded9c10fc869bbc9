// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/desktopapp.h"

#include <QPointer>
#include <QQuickWindow>

#include <memory>

QT_BEGIN_NAMESPACE
class QQmlApplicationEngine;
QT_END_NAMESPACE

namespace apps {

//! The windows of the program: made when they are first wanted, hidden when they are closed.
class QuickWindow : public QObject, public tray::Window
{
    Q_OBJECT

public:
    explicit QuickWindow(tray::WindowNeeds needs);
    ~QuickWindow() override;

    void show() override;
    void hide() override;
    [[nodiscard]] bool isOpen() const override;
    void showPage(const QString &page) override;
    void showAccount(const QString &accountKey) override;
    void addAccount() override;
    void signIn(const QString &accountKey) override;
    void showApproval() override;
    [[nodiscard]] bool isApprovalActive() const override;
    void showConsent() override;
    [[nodiscard]] bool isConsentActive() const override;
    void complain(const base::Error &error) override;
    void setTrayMissing(bool missing) override;
    void retranslate() override;

private:
    //! The window of a file in Latchkey.Shell, not yet on the screen; null after failed().
    [[nodiscard]] QQuickWindow *made(const QString &file);
    //! A window that asks, made at its first question; it follows whether \a view has one.
    template<typename View>
    void ask(QPointer<QQuickWindow> &window, const QString &file, View *view);

    std::function<void(const base::Error &)> m_failed;
    desktop::DesktopApp m_app;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QPointer<QQuickWindow> m_window;
    QPointer<QQuickWindow> m_approval;
    QPointer<QQuickWindow> m_consent;
};

} // namespace apps
