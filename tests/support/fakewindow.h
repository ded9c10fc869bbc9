// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tray/window.h"

#include <QStringList>

//! A window that notes what is asked of it.
class FakeWindow final : public tray::Window
{
public:
    bool open = false;
    QStringList asked; //!< "show", "page settings", "account npm/publish", …
    QList<base::Error> complaints;

    void show() override { note(QStringLiteral("show")); }
    void hide() override { open = false; }
    [[nodiscard]] bool isOpen() const override { return open; }
    void showPage(const QString &page) override { note(QStringLiteral("page ") + page); }
    void showAccount(const QString &key) override { note(QStringLiteral("account ") + key); }
    void addAccount() override { note(QStringLiteral("add")); }
    void signIn(const QString &key) override { note(QStringLiteral("sign in ") + key); }
    void showApproval() override { note(QStringLiteral("approval")); }
    [[nodiscard]] bool isApprovalActive() const override { return approvalActive; }
    void showConsent() override { note(QStringLiteral("consent")); }
    [[nodiscard]] bool isConsentActive() const override { return consentActive; }
    void complain(const base::Error &error) override { complaints.append(error); }
    void setTrayMissing(bool missing) override { trayMissing = missing; }
    void retranslate() override {}

    bool trayMissing = false;
    bool approvalActive = false;
    bool consentActive = false;

private:
    void note(const QString &request)
    {
        asked.append(request);
        open = true;
    }
};
