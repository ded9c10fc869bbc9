// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/erroraction.h"

#include <QCoreApplication>

namespace tray {

namespace {

//! The buttons, each with its one wording.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tray::ErrorAction)

public:
    static ErrorAction plain(const QString &title) { return {title, {}, {}}; }
    static ErrorAction retry(const QString &title)
    {
        return {title, QStringLiteral("retry"), tr("Try again")};
    }
    static ErrorAction signIn(const QString &title)
    {
        return {title, QStringLiteral("sign_in"), tr("Sign in")};
    }
    static ErrorAction unlock(const QString &title)
    {
        return {title, QStringLiteral("unlock"), tr("Unlock")};
    }
    static ErrorAction settings(const QString &title)
    {
        return {title, QStringLiteral("settings"), tr("Open settings")};
    }

    static ErrorAction of(base::ErrorCode code)
    {
        using base::ErrorCode;
        switch (code) {
        case ErrorCode::NotFound:
            return plain(tr("It is not there"));
        case ErrorCode::Locked:
            return unlock(tr("The store is locked"));
        case ErrorCode::Denied:
            return retry(tr("The answer was no"));
        case ErrorCode::SignInRequired:
            return signIn(tr("A new sign-in is needed"));
        case ErrorCode::Expired:
            return signIn(tr("It has expired"));
        case ErrorCode::InvalidInput:
            return plain(tr("Something is not right yet"));
        case ErrorCode::Unreachable:
            return retry(tr("There was no answer"));
        case ErrorCode::TimedOut:
            return retry(tr("It took too long"));
        case ErrorCode::ToolFailed:
            return retry(tr("Another program failed"));
        case ErrorCode::Conflict:
            return retry(tr("Something else changed it"));
        case ErrorCode::Corrupt:
            return settings(tr("A file is damaged"));
        case ErrorCode::Unsupported:
            return plain(tr("That cannot be done here"));
        case ErrorCode::Cancelled:
            return plain(tr("Stopped"));
        case ErrorCode::Internal:
            return retry(tr("Something went wrong in Latchkey"));
        }
        Q_UNREACHABLE();
    }
};

} // namespace

ErrorAction errorAction(base::ErrorCode code)
{
    return Words::of(code);
}

} // namespace tray
