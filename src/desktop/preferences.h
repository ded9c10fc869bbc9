// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/settings.h"
#include "core/settingspecs.h"

#include <QObject>
#include <QStringList>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace tray {
class SystemLook;
} // namespace tray

namespace desktop {

//! Every setting that the window shows. A change holds at once and is written to config.toml.
class Preferences : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed to the page by the application.")
    //! "system", "light", "dark"
    Q_PROPERTY(QString theme READ theme WRITE setTheme NOTIFY changed)
    //! Whether the dark look is in force now.
    Q_PROPERTY(bool dark READ dark NOTIFY darkChanged)
    //! "comfortable", "compact"
    Q_PROPERTY(QString rows READ rows WRITE setRows NOTIFY changed)
    //! "system", "full", "none"
    Q_PROPERTY(QString motion READ motion WRITE setMotion NOTIFY changed)
    //! Whether motion is to be left out now.
    Q_PROPERTY(bool reducedMotion READ reducedMotion NOTIFY changed)
    //! "relative", "clock"
    Q_PROPERTY(QString times READ times WRITE setTimes NOTIFY changed)
    //! "system", "en", "de"
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY changed)
    //! Maps of code and name.
    Q_PROPERTY(QVariantList languages READ languages NOTIFY changed)
    //! "colour", "plain"
    Q_PROPERTY(QString trayIcon READ trayIcon WRITE setTrayIcon NOTIFY changed)
    Q_PROPERTY(bool autostart READ autostart WRITE setAutostart NOTIFY changed)
    Q_PROPERTY(bool notifySignIn READ notifySignIn WRITE setNotifySignIn NOTIFY changed)
    Q_PROPERTY(bool notifyExpiry READ notifyExpiry WRITE setNotifyExpiry NOTIFY changed)
    Q_PROPERTY(bool notifyRecovery READ notifyRecovery WRITE setNotifyRecovery NOTIFY changed)
    //! "24h", "1h", "5m"
    Q_PROPERTY(QStringList warnBefore READ warnBefore WRITE setWarnBefore NOTIFY changed)
    //! "" or "20:00-08:00"
    Q_PROPERTY(QString quietHours READ quietHours WRITE setQuietHours NOTIFY changed)
    //! 0: never
    Q_PROPERTY(int clipboardSeconds READ clipboardSeconds WRITE setClipboardSeconds NOTIFY changed)
    //! 0: never
    Q_PROPERTY(int lockIdleMinutes READ lockIdleMinutes WRITE setLockIdleMinutes NOTIFY changed)
    Q_PROPERTY(bool lockOnSuspend READ lockOnSuspend WRITE setLockOnSuspend NOTIFY changed)
    Q_PROPERTY(bool lockOnScreenLock READ lockOnScreenLock WRITE setLockOnScreenLock NOTIFY changed)
    Q_PROPERTY(int auditKeepDays READ auditKeepDays WRITE setAuditKeepDays NOTIFY changed)
    Q_PROPERTY(bool authorityEnabled READ authorityEnabled WRITE setAuthorityEnabled NOTIFY changed)
    Q_PROPERTY(int authorityPort READ authorityPort WRITE setAuthorityPort NOTIFY changed)
    //! How long a signing key is used.
    Q_PROPERTY(int authorityKeyPeriodHours READ authorityKeyPeriodHours WRITE
                   setAuthorityKeyPeriodHours NOTIFY changed)
    //! Whether "Remember" is ticked when somebody asks.
    Q_PROPERTY(bool authorityRememberConsent READ authorityRememberConsent WRITE
                   setAuthorityRememberConsent NOTIFY changed)
    //! What happens when a program asks: "ask", "allow", "deny".
    Q_PROPERTY(QString consentPolicy READ consentPolicy WRITE setConsentPolicy NOTIFY changed)
    Q_PROPERTY(
        int consentWaitSeconds READ consentWaitSeconds WRITE setConsentWaitSeconds NOTIFY changed)
    //! "auto", "always", "never"
    Q_PROPERTY(QString consentAnswerByCli READ consentAnswerByCli WRITE setConsentAnswerByCli NOTIFY
                   changed)
    Q_PROPERTY(bool socketOidcAgent READ socketOidcAgent WRITE setSocketOidcAgent NOTIFY changed)
    //! Why the last change could not be kept; "" when it could.
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

public:
    Preferences(base::Settings &settings, tray::SystemLook &look, QObject *parent = nullptr);

    [[nodiscard]] QString theme() const;
    void setTheme(const QString &theme);
    [[nodiscard]] bool dark() const { return m_dark; }
    [[nodiscard]] QString rows() const;
    void setRows(const QString &rows);
    [[nodiscard]] QString motion() const;
    void setMotion(const QString &motion);
    [[nodiscard]] bool reducedMotion() const;
    [[nodiscard]] QString times() const;
    void setTimes(const QString &times);
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &language);
    [[nodiscard]] QVariantList languages() const;
    [[nodiscard]] QString trayIcon() const;
    void setTrayIcon(const QString &trayIcon);
    [[nodiscard]] bool autostart() const;
    void setAutostart(bool autostart);
    [[nodiscard]] bool notifySignIn() const;
    void setNotifySignIn(bool notify);
    [[nodiscard]] bool notifyExpiry() const;
    void setNotifyExpiry(bool notify);
    [[nodiscard]] bool notifyRecovery() const;
    void setNotifyRecovery(bool notify);
    [[nodiscard]] QStringList warnBefore() const;
    void setWarnBefore(const QStringList &spans);
    [[nodiscard]] QString quietHours() const;
    void setQuietHours(const QString &hours);
    [[nodiscard]] int clipboardSeconds() const;
    void setClipboardSeconds(int seconds);
    [[nodiscard]] int lockIdleMinutes() const;
    void setLockIdleMinutes(int minutes);
    [[nodiscard]] bool lockOnSuspend() const;
    void setLockOnSuspend(bool lock);
    [[nodiscard]] bool lockOnScreenLock() const;
    void setLockOnScreenLock(bool lock);
    [[nodiscard]] int auditKeepDays() const;
    void setAuditKeepDays(int days);
    [[nodiscard]] bool authorityEnabled() const;
    void setAuthorityEnabled(bool enabled);
    [[nodiscard]] int authorityPort() const;
    void setAuthorityPort(int port);
    [[nodiscard]] int authorityKeyPeriodHours() const;
    void setAuthorityKeyPeriodHours(int hours);
    [[nodiscard]] bool authorityRememberConsent() const;
    void setAuthorityRememberConsent(bool remember);
    [[nodiscard]] QString consentPolicy() const;
    void setConsentPolicy(const QString &policy);
    [[nodiscard]] int consentWaitSeconds() const;
    void setConsentWaitSeconds(int seconds);
    [[nodiscard]] QString consentAnswerByCli() const;
    void setConsentAnswerByCli(const QString &way);
    [[nodiscard]] bool socketOidcAgent() const;
    void setSocketOidcAgent(bool answer);
    [[nodiscard]] QString problem() const { return m_problem; }

    //! What fixes a property so that the window cannot change it, for people ("Set by the
    //! environment."); "" when it can be changed. \a property is a name from above.
    Q_INVOKABLE QString fixedBy(const QString &property) const;
    //! "1h" → "1 hour before", for lists to choose from.
    Q_INVOKABLE QString spanWords(const QString &span) const;

Q_SIGNALS:
    void changed();
    void darkChanged();
    void problemChanged();
    //! Another language is to be spoken: load its translation, then retranslate.
    void languageChanged(const QString &language);
    void autostartChanged(bool autostart);

private:
    void set(const QString &key, const QVariant &value);
    void settle();

    base::Settings &m_settings;
    tray::SystemLook &m_look;
    base::Subscription m_changed;
    bool m_dark = false;
    QString m_problem;
};

} // namespace desktop
