// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/systembrowser.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QProcess>
#include <QStandardPaths>

namespace tray {

namespace {

bool isSandboxed()
{
    return qEnvironmentVariableIsSet("FLATPAK_ID") || qEnvironmentVariableIsSet("SNAP");
}

} // namespace

base::Result<> SystemBrowser::open(const QUrl &page)
{
    // Nothing else may be started by an address that came from somewhere.
    const QString scheme = page.scheme();
    if (scheme != QLatin1String("https") && scheme != QLatin1String("http") && !page.isLocalFile())
        return base::fail(base::ErrorCode::InvalidInput,
                          QCoreApplication::translate("desktop", "That is not a web address."));
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    // QDesktopServices would look for a browser and talk to the portal on our thread first.
    const QString opener = QStandardPaths::findExecutable(QStringLiteral("xdg-open"));
    if (!isSandboxed() && !opener.isEmpty()
        && QProcess::startDetached(opener, {page.toString(QUrl::FullyEncoded)}))
        return {};
#endif
    if (QDesktopServices::openUrl(page))
        return {};
    return base::fail(
        base::ErrorCode::ToolFailed,
        QCoreApplication::translate("desktop", "No browser could be started."),
        QCoreApplication::translate("desktop", "Copy the link and open it in a browser."));
}

} // namespace tray
