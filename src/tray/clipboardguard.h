// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "base/settings.h"
#include "core/services.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <chrono>

QT_BEGIN_NAMESPACE
class QClipboard;
QT_END_NAMESPACE

namespace tray {

//! Puts secrets on the clipboard, marked so that clipboard managers leave them alone, and takes
//! them off again. Of what was copied it keeps only a keyed hash.
class ClipboardGuard : public QObject
{
    Q_OBJECT

public:
    explicit ClipboardGuard(QClipboard &clipboard, QObject *parent = nullptr);
    //! Takes ours off.
    ~ClipboardGuard() override;

    //! Takes the span from the settings from now on, and clears when the desk is locked.
    void follow(base::Settings &settings, core::LockService &lock);

    //! How long a secret may stay; zero: until something else is copied.
    void setSpan(std::chrono::seconds span) { m_span = span; }
    [[nodiscard]] std::chrono::seconds span() const { return m_span; }

    //! Puts the secret on the clipboard; it is cleared after span() if it is still there.
    void copy(base::Secret secret);
    //! Puts an ordinary text there: no mark, and it stays.
    void copyText(const QString &text);
    //! Clears the clipboard if it still holds our secret: at lock and at quitting.
    void clearNow();
    //! Whether our secret is still on the clipboard, as far as can be seen.
    [[nodiscard]] bool holdsOurs() const;

Q_SIGNALS:
    void copied(int seconds);
    void cleared();

private:
    [[nodiscard]] QByteArray digest(QByteArrayView text) const;

    QClipboard &m_clipboard;
    std::chrono::seconds m_span{30};
    QByteArray m_key; //!< made anew for every copy
    QByteArray m_digest;
    QTimer m_timer;
    base::Subscription m_settingChanged;
    base::Subscription m_lockChanged;
};

} // namespace tray
