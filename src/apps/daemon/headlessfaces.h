// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/logging.h"
#include "core/ports.h"

#include <QCoreApplication>

namespace apps {

//! Nobody looks at a screen here: whoever asked for the sign-in gets the address and opens it.
class NoBrowser final : public core::Browser
{
public:
    [[nodiscard]] base::Result<> open(const QUrl &page) override
    {
        return base::fail(base::ErrorCode::Unsupported,
                          QCoreApplication::translate("apps", "There is no browser here."),
                          QCoreApplication::translate("apps", "Open this page yourself: %1")
                              .arg(page.toString()));
    }
};

//! What a desktop would show goes into the log.
class LoggedNotifications final : public core::Notifications
{
public:
    void show(const core::Notification &notification) override
    {
        qCInfo(lcAgent).noquote() << notification.title << notification.body;
    }
    void withdraw(const QString &) override {}
};

} // namespace apps
