// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QVariant>

#include <optional>

QT_BEGIN_NAMESPACE
class QDBusVariant;
QT_END_NAMESPACE

namespace tray {

//! What the desktop says about looks: dark or light, and whether things may move. Asks the
//! settings portal and follows it; without a portal the application's palette decides.
class SystemLook : public QObject
{
    Q_OBJECT

public:
    explicit SystemLook(QObject *parent = nullptr);

    [[nodiscard]] bool isDark() const;
    [[nodiscard]] bool isMotionReduced() const { return m_motionReduced; }
    //! Whether the panel that the tray icon lies on is dark: not always the windows' theme.
    [[nodiscard]] bool isPanelDark() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void followPortal(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask(const QString &group, const QString &key);
    void take(const QString &group, const QString &key, QVariant value);

    std::optional<bool> m_portalDark; //!< empty: the portal has no preference
    bool m_motionReduced = false;
};

} // namespace tray
