// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/clipboardguard.h"

#include "core/settingspecs.h"
#include "tray/secretmime.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <array>

namespace tray {

ClipboardGuard::ClipboardGuard(QClipboard &clipboard, QObject *parent)
    : QObject(parent)
    , m_clipboard(clipboard)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ClipboardGuard::clearNow);
    connect(qGuiApp, &QGuiApplication::aboutToQuit, this, &ClipboardGuard::clearNow);
}

ClipboardGuard::~ClipboardGuard()
{
    clearNow();
}

void ClipboardGuard::follow(base::Settings &settings, core::LockService &lock)
{
    const auto takeSpan = [this, &settings] {
        setSpan(std::chrono::seconds(settings.number(core::setting::clipboardSeconds)));
    };
    takeSpan();
    m_settingChanged = settings.changed.subscribe([takeSpan](const QString &) { takeSpan(); });
    m_lockChanged = lock.changed.subscribe([this](const core::LockService::State &state) {
        if (state == core::LockService::State::Locked)
            clearNow();
    });
}

void ClipboardGuard::copy(base::Secret secret)
{
    std::array<quint32, 8> random;
    QRandomGenerator::system()->fillRange(random.data(), static_cast<qsizetype>(random.size()));
    m_key = QByteArray(reinterpret_cast<const char *>(random.data()), sizeof random);
    m_digest = digest(secret.expose());
    m_clipboard.setMimeData(new SecretMime(std::move(secret)), QClipboard::Clipboard);
    if (m_span.count() > 0)
        m_timer.start(m_span);
    else
        m_timer.stop();
    Q_EMIT copied(static_cast<int>(m_span.count()));
}

void ClipboardGuard::copyText(const QString &text)
{
    m_timer.stop();
    m_digest.clear();
    m_clipboard.setText(text, QClipboard::Clipboard);
}

bool ClipboardGuard::holdsOurs() const
{
    if (m_digest.isEmpty())
        return false;
    // While we own it there is no need to read it back, which can wait for another program.
    if (m_clipboard.ownsClipboard())
        return qobject_cast<const SecretMime *>(m_clipboard.mimeData(QClipboard::Clipboard))
               != nullptr;
    // A clipboard manager may have taken it over.
    QByteArray found = m_clipboard.text(QClipboard::Clipboard).toUtf8();
    const bool ours = digest(found) == m_digest;
    base::wipe(found);
    return ours;
}

void ClipboardGuard::clearNow()
{
    m_timer.stop();
    const bool ours = holdsOurs();
    m_digest.clear();
    if (!ours)
        return;
    m_clipboard.clear(QClipboard::Clipboard);
    Q_EMIT cleared();
}

QByteArray ClipboardGuard::digest(QByteArrayView text) const
{
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, m_key);
    code.addData(text.data(), text.size());
    return code.result();
}

} // namespace tray
