// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desktop/windowhost.h"

#include <QDir>
#include <QFileInfo>

namespace apps {

namespace {

//! Where the window's file may be, seen from the program's folder; the build tree comes last.
QStringList placesOfModules()
{
#if defined(Q_OS_MACOS)
    return {QStringLiteral("../PlugIns"), QStringLiteral("../../..")};
#elif defined(Q_OS_WIN)
    return {QStringLiteral(".")};
#else
    return {QStringLiteral(LATCHKEY_MODULES), QStringLiteral(".")};
#endif
}

QString fileOfWindow()
{
    const QStringList places = placesOfModules();
    for (const QString &place : places) {
        const QDir folder(
            QDir::cleanPath(QCoreApplication::applicationDirPath() + QLatin1Char('/') + place));
        const QString file = folder.filePath(QStringLiteral(LATCHKEY_WINDOW_FILE));
        if (QFileInfo::exists(file))
            return file;
    }
    return {};
}

} // namespace

WindowHost::WindowHost(tray::WindowNeeds needs)
    : m_needs(std::move(needs))
    , m_loader(fileOfWindow())
    , m_built(QFileInfo(m_loader.fileName()).lastModified())
{}

WindowHost::~WindowHost() = default;

void WindowHost::show()
{
    if (tray::Window *shown = window())
        shown->show();
}

void WindowHost::hide()
{
    if (m_window)
        m_window->hide();
}

bool WindowHost::isOpen() const
{
    return m_window && m_window->isOpen();
}

void WindowHost::showPage(const QString &page)
{
    if (tray::Window *shown = window())
        shown->showPage(page);
}

void WindowHost::showAccount(const QString &accountKey)
{
    if (tray::Window *shown = window())
        shown->showAccount(accountKey);
}

void WindowHost::addAccount()
{
    if (tray::Window *shown = window())
        shown->addAccount();
}

void WindowHost::signIn(const QString &accountKey)
{
    if (tray::Window *shown = window())
        shown->signIn(accountKey);
}

void WindowHost::showApproval()
{
    if (tray::Window *shown = window())
        shown->showApproval();
}

bool WindowHost::isApprovalActive() const
{
    return m_window && m_window->isApprovalActive();
}

void WindowHost::showConsent()
{
    if (tray::Window *shown = window())
        shown->showConsent();
}

bool WindowHost::isConsentActive() const
{
    return m_window && m_window->isConsentActive();
}

void WindowHost::complain(const base::Error &error)
{
    if (m_window)
        m_window->complain(error);
    else if (!m_complaint)
        m_complaint = error;
}

void WindowHost::setTrayMissing(bool missing)
{
    m_trayMissing = missing;
    if (m_window)
        m_window->setTrayMissing(missing);
}

void WindowHost::retranslate()
{
    if (m_window)
        m_window->retranslate();
}

tray::Window *WindowHost::window()
{
    if (!m_window) {
        if (const auto loaded = load(); !loaded)
            m_needs.failed(loaded.error());
    }
    return m_window.get();
}

base::Result<> WindowHost::load()
{
    if (m_loader.fileName().isEmpty())
        return base::fail(
            base::ErrorCode::NotFound,
            tr("The window's file %1 is not there.").arg(QStringLiteral(LATCHKEY_WINDOW_FILE)),
            tr("Install Latchkey again."));
    // What it hands over and takes must be of the very same build.
    if (QFileInfo(m_loader.fileName()).lastModified() != m_built)
        return base::fail(base::ErrorCode::Conflict,
                          tr("Latchkey was updated while it ran."),
                          tr("Quit it and start it again."));
    auto *module = qobject_cast<tray::WindowModule *>(m_loader.QPluginLoader::instance());
    if (!module)
        return base::fail(base::ErrorCode::Internal,
                          m_loader.isLoaded() ? tr("The window's file is of another version.")
                                              : m_loader.errorString(),
                          tr("Install Latchkey again."));
    m_window = module->make(m_needs);
    if (m_complaint)
        m_window->complain(*m_complaint);
    m_complaint.reset();
    m_window->setTrayMissing(m_trayMissing);
    return {};
}

} // namespace apps
