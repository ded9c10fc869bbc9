// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/preferences.h"

#include "core/actorscope.h"
#include "tray/phrases.h"
#include "tray/systemlook.h"

namespace desktop {

namespace setting = core::setting;

namespace {

QString keyOf(const QString &property)
{
    static const QHash<QString, QString> keys{
        {QStringLiteral("theme"), setting::theme},
        {QStringLiteral("rows"), setting::rows},
        {QStringLiteral("motion"), setting::motion},
        {QStringLiteral("times"), setting::times},
        {QStringLiteral("language"), setting::language},
        {QStringLiteral("trayIcon"), setting::trayIcon},
        {QStringLiteral("autostart"), setting::autostart},
        {QStringLiteral("notifySignIn"), setting::notifySignIn},
        {QStringLiteral("notifyExpiry"), setting::notifyExpiry},
        {QStringLiteral("notifyRecovery"), setting::notifyRecovery},
        {QStringLiteral("warnBefore"), setting::warnBefore},
        {QStringLiteral("quietHours"), setting::quietHours},
        {QStringLiteral("clipboardSeconds"), setting::clipboardSeconds},
        {QStringLiteral("lockIdleMinutes"), setting::lockIdleMinutes},
        {QStringLiteral("lockOnSuspend"), setting::lockOnSuspend},
        {QStringLiteral("lockOnScreenLock"), setting::lockOnScreenLock},
        {QStringLiteral("auditKeepDays"), setting::auditKeepDays},
        {QStringLiteral("authorityEnabled"), setting::authorityEnabled},
        {QStringLiteral("authorityPort"), setting::authorityPort},
        {QStringLiteral("authorityKeyPeriodHours"), setting::authorityKeyPeriodHours},
        {QStringLiteral("authorityRememberConsent"), setting::authorityRememberConsent},
        {QStringLiteral("consentPolicy"), setting::consentPolicy},
        {QStringLiteral("consentWaitSeconds"), setting::consentWaitSeconds},
        {QStringLiteral("consentAnswerByCli"), setting::consentAnswerByCli},
        {QStringLiteral("socketOidcAgent"), setting::socketOidcAgent},
    };
    return keys.value(property);
}

} // namespace

Preferences::Preferences(base::Settings &settings, tray::SystemLook &look, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_look(look)
{
    connect(&m_look, &tray::SystemLook::changed, this, &Preferences::settle);
    m_changed = m_settings.changed.subscribe([this](const QString &key) {
        settle();
        if (key == setting::language)
            Q_EMIT languageChanged(language());
        else if (key == setting::autostart)
            Q_EMIT autostartChanged(autostart());
    });
    settle();
}

void Preferences::settle()
{
    const QString wanted = theme();
    const bool dark =
        wanted == QLatin1String("system") ? m_look.isDark() : wanted == QLatin1String("dark");
    const bool turned = dark != m_dark;
    m_dark = dark;
    Q_EMIT changed();
    if (turned)
        Q_EMIT darkChanged();
}

void Preferences::set(const QString &key, const QVariant &value)
{
    if (m_settings.value(key) == value)
        return;
    const core::ActorScope by(QStringLiteral("window"));
    const auto result = m_settings.set(key, value);
    const QString problem = result ? QString() : result.error().message;
    if (!result)
        Q_EMIT changed(); // the control goes back to what holds
    if (problem == m_problem)
        return;
    m_problem = problem;
    Q_EMIT problemChanged();
}

QString Preferences::theme() const
{
    return m_settings.text(setting::theme);
}

void Preferences::setTheme(const QString &theme)
{
    set(setting::theme, theme);
}

QString Preferences::rows() const
{
    return m_settings.text(setting::rows);
}

void Preferences::setRows(const QString &rows)
{
    set(setting::rows, rows);
}

QString Preferences::motion() const
{
    return m_settings.text(setting::motion);
}

void Preferences::setMotion(const QString &motion)
{
    set(setting::motion, motion);
}

bool Preferences::reducedMotion() const
{
    return motion() == QLatin1String("none")
           || (motion() == QLatin1String("system") && m_look.isMotionReduced());
}

QString Preferences::times() const
{
    return m_settings.text(setting::times);
}

void Preferences::setTimes(const QString &times)
{
    set(setting::times, times);
}

QString Preferences::language() const
{
    return m_settings.text(setting::language);
}

void Preferences::setLanguage(const QString &language)
{
    set(setting::language, language);
}

QVariantList Preferences::languages() const
{
    const auto entry = [](const char *code, const QString &name) {
        return QVariantMap{{QStringLiteral("code"), QString::fromLatin1(code)},
                           {QStringLiteral("name"), name}};
    };
    // Languages in their own words, so that who cannot read this one finds the way back.
    return {entry("system", tr("As the system")),
            entry("en", QStringLiteral("English")),
            entry("de", QStringLiteral("Deutsch"))};
}

QString Preferences::trayIcon() const
{
    return m_settings.text(setting::trayIcon);
}

void Preferences::setTrayIcon(const QString &trayIcon)
{
    set(setting::trayIcon, trayIcon);
}

bool Preferences::autostart() const
{
    return m_settings.flag(setting::autostart);
}

void Preferences::setAutostart(bool autostart)
{
    set(setting::autostart, autostart);
}

bool Preferences::notifySignIn() const
{
    return m_settings.flag(setting::notifySignIn);
}

void Preferences::setNotifySignIn(bool notify)
{
    set(setting::notifySignIn, notify);
}

bool Preferences::notifyExpiry() const
{
    return m_settings.flag(setting::notifyExpiry);
}

void Preferences::setNotifyExpiry(bool notify)
{
    set(setting::notifyExpiry, notify);
}

bool Preferences::notifyRecovery() const
{
    return m_settings.flag(setting::notifyRecovery);
}

void Preferences::setNotifyRecovery(bool notify)
{
    set(setting::notifyRecovery, notify);
}

QStringList Preferences::warnBefore() const
{
    return m_settings.value(setting::warnBefore).toStringList();
}

void Preferences::setWarnBefore(const QStringList &spans)
{
    set(setting::warnBefore, spans);
}

QString Preferences::quietHours() const
{
    return m_settings.text(setting::quietHours);
}

void Preferences::setQuietHours(const QString &hours)
{
    set(setting::quietHours, hours.trimmed());
}

int Preferences::clipboardSeconds() const
{
    return static_cast<int>(m_settings.number(setting::clipboardSeconds));
}

void Preferences::setClipboardSeconds(int seconds)
{
    set(setting::clipboardSeconds, static_cast<qint64>(seconds));
}

int Preferences::lockIdleMinutes() const
{
    return static_cast<int>(m_settings.number(setting::lockIdleMinutes));
}

void Preferences::setLockIdleMinutes(int minutes)
{
    set(setting::lockIdleMinutes, static_cast<qint64>(minutes));
}

bool Preferences::lockOnSuspend() const
{
    return m_settings.flag(setting::lockOnSuspend);
}

void Preferences::setLockOnSuspend(bool lock)
{
    set(setting::lockOnSuspend, lock);
}

bool Preferences::lockOnScreenLock() const
{
    return m_settings.flag(setting::lockOnScreenLock);
}

void Preferences::setLockOnScreenLock(bool lock)
{
    set(setting::lockOnScreenLock, lock);
}

int Preferences::auditKeepDays() const
{
    return static_cast<int>(m_settings.number(setting::auditKeepDays));
}

void Preferences::setAuditKeepDays(int days)
{
    set(setting::auditKeepDays, static_cast<qint64>(days));
}

bool Preferences::authorityEnabled() const
{
    return m_settings.flag(setting::authorityEnabled);
}

void Preferences::setAuthorityEnabled(bool enabled)
{
    set(setting::authorityEnabled, enabled);
}

int Preferences::authorityPort() const
{
    return static_cast<int>(m_settings.number(setting::authorityPort));
}

void Preferences::setAuthorityPort(int port)
{
    set(setting::authorityPort, static_cast<qint64>(port));
}

int Preferences::authorityKeyPeriodHours() const
{
    return static_cast<int>(m_settings.number(setting::authorityKeyPeriodHours));
}

void Preferences::setAuthorityKeyPeriodHours(int hours)
{
    set(setting::authorityKeyPeriodHours, static_cast<qint64>(hours));
}

bool Preferences::authorityRememberConsent() const
{
    return m_settings.flag(setting::authorityRememberConsent);
}

void Preferences::setAuthorityRememberConsent(bool remember)
{
    set(setting::authorityRememberConsent, remember);
}

QString Preferences::consentPolicy() const
{
    return m_settings.text(setting::consentPolicy);
}

void Preferences::setConsentPolicy(const QString &policy)
{
    set(setting::consentPolicy, policy);
}

int Preferences::consentWaitSeconds() const
{
    return static_cast<int>(m_settings.number(setting::consentWaitSeconds));
}

void Preferences::setConsentWaitSeconds(int seconds)
{
    set(setting::consentWaitSeconds, qint64(seconds));
}

QString Preferences::consentAnswerByCli() const
{
    return m_settings.text(setting::consentAnswerByCli);
}

void Preferences::setConsentAnswerByCli(const QString &way)
{
    set(setting::consentAnswerByCli, way);
}

bool Preferences::socketOidcAgent() const
{
    return m_settings.flag(setting::socketOidcAgent);
}

void Preferences::setSocketOidcAgent(bool answer)
{
    set(setting::socketOidcAgent, answer);
}

QString Preferences::fixedBy(const QString &property) const
{
    const QString key = keyOf(property);
    if (key.isEmpty())
        return {};
    const QString layer = m_settings.layerOf(key);
    if (layer == QLatin1String("environment"))
        return tr("Set by the environment: LATCHKEY_%1.")
            .arg(QString(key).replace(QLatin1Char('.'), QLatin1Char('_')).toUpper());
    if (layer == QLatin1String("command line"))
        return tr("Set on the command line.");
    return {};
}

QString Preferences::spanWords(const QString &span) const
{
    return tray::Phrases::warning(span);
}

} // namespace desktop
