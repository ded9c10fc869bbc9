// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tray/windowmodule.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QPluginLoader>

#include <memory>
#include <optional>

namespace apps {

//! Stands in for the window. Nothing of Qt Quick is in memory before something is asked of it;
//! then the window's file is loaded, and stays.
class WindowHost final : public tray::Window
{
    Q_DECLARE_TR_FUNCTIONS(apps::WindowHost)

public:
    explicit WindowHost(tray::WindowNeeds needs);
    ~WindowHost() override;

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
    //! The window of the file, which is loaded now at the latest; null after failed().
    [[nodiscard]] tray::Window *window();
    [[nodiscard]] base::Result<> load();

    tray::WindowNeeds m_needs;
    QPluginLoader m_loader;
    QDateTime m_built; //!< of the file when the program started
    std::optional<base::Error> m_complaint; //!< waits for the window
    bool m_trayMissing = false;
    std::unique_ptr<tray::Window> m_window;
};

} // namespace apps
