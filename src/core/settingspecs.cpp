// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settingspecs.h"

#include "core/authoritysettings.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace core {

using base::SettingSpec;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QStringList words(const char *text)
{
    return s(text).split(QLatin1Char(' '));
}

} // namespace

QList<SettingSpec> settingSpecs()
{
    using namespace setting;
    const qint64 year = 365;
    return {
        {theme, s("system"), words("system light dark"), 0, 0, s("The window's theme.")},
        {rows, s("comfortable"), words("comfortable compact"), 0, 0, s("Height of the rows.")},
        {motion, s("system"), words("system full none"), 0, 0, s("Whether things move.")},
        {times, s("relative"), words("relative clock"), 0, 0, s("Times as a span or as a time.")},
        {language, s("system"), words("system en de"), 0, 0, s("Language of the window.")},
        {trayIcon, s("colour"), words("colour plain"), 0, 0, s("Tray icon with colour or plain.")},
        {autostart, false, {}, 0, 0, s("Start in the tray when the session starts.")},
        {notifySignIn, true, {}, 0, 0, s("Tell when an account needs a new sign-in.")},
        {notifyExpiry, true, {}, 0, 0, s("Tell before a token ends that cannot renew itself.")},
        {notifyRecovery, true, {}, 0, 0, s("Tell when a refresh works again after failing.")},
        {warnBefore, words("24h 1h 5m"), {}, 0, 0, s("How long before the end one is told.")},
        {quietHours, QString(), {}, 0, 0, s("No notices in these hours, such as 20:00-08:00.")},
        {clipboardSeconds,
         qint64(30),
         {},
         0,
         3600,
         s("Clear a copied secret after so many seconds; 0 never.")},
        {lockIdleMinutes,
         qint64(0),
         {},
         0,
         7 * 24 * 60,
         s("Lock after so many idle minutes; 0 never.")},
        {lockOnSuspend, true, {}, 0, 0, s("Lock when the computer sleeps.")},
        {lockOnScreenLock, false, {}, 0, 0, s("Lock when the screen locks.")},
        {storeKind, s("auto"), words("auto keyring age_file"), 0, 0, s("Where secrets are kept.")},
        {storeKeyFile,
         QString(),
         {},
         0,
         0,
         s("Your own key file; empty: vault.key beside the file.")},
        {storeTimeoutSeconds, qint64(20), {}, 1, 600, s("How long to wait for the keyring.")},
        {logLevel, s("info"), words("debug info warning critical"), 0, 0, s("How much is logged.")},
        {auditKeepDays, year, {}, 1, 100 * year, s("How long the record is kept.")},
        {auditKeepMegabytes, qint64(64), {}, 1, 100000, s("How large the record may grow.")},
        {networkTimeoutSeconds, qint64(30), {}, 1, 600, s("How long to wait for a server.")},
        {consentPolicy,
         s("ask"),
         words("ask allow deny"),
         0,
         0,
         s("What happens when a program asks for an account that says nothing of it.")},
        {consentWaitSeconds, qint64(60), {}, 5, 600, s("Seconds until silence is a no.")},
        {consentRules,
         QStringList(),
         {},
         0,
         0,
         s("Who need not be asked about: \"allow /usr/bin/git github/*\".")},
        {consentAnswerByCli,
         s("auto"),
         words("auto always never"),
         0,
         0,
         s("Whether `latchkey approve` may answer; auto: only where there is no screen.")},
        {socketMaxConnections, qint64(100), {}, 1, 1000, s("Connections to the socket at once.")},
        {socketOidcAgent, false, {}, 0, 0, s("Answer programs made for oidc-agent, too.")},
        {referencesCacheSeconds,
         qint64(60),
         {},
         0,
         24 * 3600,
         s("How long values from elsewhere are kept; 0: not at all.")},
        {authorityEnabled, true, {}, 0, 0, s("Latchkey's own provider runs while Latchkey does.")},
        {authorityPort, qint64(7420), {}, 1024, 65535, s("The provider's port on this computer.")},
        {authorityKeyPeriodHours, qint64(24), {}, 1, year * 24, s("Hours a signing key is used.")},
        {authorityRememberConsent, false, {}, 0, 0, s("Offer to remember a client, ticked.")},
        {authorityPublicUrl, QString(), {}, 0, 0, s("The provider's address behind a proxy.")},
        {authorityMetricsPublic, false, {}, 0, 0, s("Anyone may read the provider's /metrics.")},
        {authorityUnusedClientHours,
         qint64(24),
         {},
         0,
         year * 24,
         s("Hours until a self-registered client that is never used goes; 0: never.")},
        {authorityRequireDpopNonce,
         false,
         {},
         0,
         0,
         s("DPoP proofs need a nonce of the provider.")},
        {authorityStrictPolicies,
         true,
         {},
         0,
         0,
         s("A policy that forbids and cannot be evaluated denies.")},
        {authorityTrustedProxies,
         QString(),
         {},
         0,
         0,
         s("Proxies that the provider believes: 10.0.0.0/24 ::1")},
    };
}

base::Result<std::chrono::seconds> parseSpan(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("\\A([1-9][0-9]{0,6})\\s*([smhd])\\z"));
    const QRegularExpressionMatch match = shape.match(text.trimmed());
    if (!match.hasMatch()) {
        return base::fail(
            base::ErrorCode::InvalidInput,
            QCoreApplication::translate("core", "‘%1’ is not a span of time.").arg(text),
            QCoreApplication::translate("core", "Write a number and s, m, h or d, such as 24h."));
    }
    const qint64 number = match.captured(1).toLongLong();
    switch (match.captured(2).front().unicode()) {
    case 'm':
        return std::chrono::minutes(number);
    case 'h':
        return std::chrono::hours(number);
    case 'd':
        return std::chrono::hours(24 * number);
    default:
        return std::chrono::seconds(number);
    }
}

} // namespace core
