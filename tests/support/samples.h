// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services.h"

#include <QHash>

//! Invented accounts, services and events: for unit tests, for the pictures of the pages and for
//! the window without an agent. The same as in the design's pictures.

struct SampleAccount
{
    const char *service;
    const char *name;
    const char *account;
    const char *letters;
    int tone;
    const char *identity;
    core::AccountKind kind;
    core::Standing standing;
    qint64 secondsLeft; //!< 0: no expiry
    qint64 life;
    const char *usedBy;
    qint64 usedAgo;
    bool renewable;
};

inline const QList<SampleAccount> &sampleRows()
{
    using enum core::AccountKind;
    using enum core::Standing;
    constexpr qint64 min = 60;
    constexpr qint64 hour = 60 * min;
    constexpr qint64 day = 24 * hour;
    static const QList<SampleAccount> rows{
        {"aws",
         "AWS",
         "prod-deploy",
         "Aw",
         7,
         "4102 8837 5519 · DeployRole",
         AwsSso,
         Expiring,
         42 * min + 20,
         8 * hour,
         "terraform",
         8 * min,
         false},
        {"slack",
         "Slack",
         "ops",
         "Sl",
         2,
         "acme.slack.com",
         OAuth,
         NeedsSignIn,
         -1 * day,
         12 * hour,
         "deploy-bot",
         20 * hour,
         false},
        {"google",
         "Google",
         "maria",
         "Go",
         4,
         "maria@acme.dev",
         OAuth,
         Expired,
         -3 * hour,
         hour,
         "gcloud",
         3 * hour,
         false},
        {"npm",
         "npm",
         "publish",
         "np",
         6,
         "token “ci-publish”",
         ApiKey,
         Expiring,
         6 * day + hour,
         90 * day,
         "npm",
         4 * day,
         false},
        {"github",
         "GitHub",
         "work",
         "Gh",
         9,
         "maria@acme.dev",
         OAuth,
         Valid,
         42 * min + 5,
         hour,
         "git",
         2 * min,
         true},
        {"gitlab",
         "GitLab",
         "acme",
         "Gl",
         3,
         "gitlab.acme.dev · maria",
         OAuth,
         Valid,
         108 * min + 9,
         2 * hour,
         "VS Code",
         12 * min,
         true},
        {"aws",
         "AWS",
         "prod-admin",
         "Aw",
         7,
         "4102 8837 5519 · AdminRole",
         AwsRole,
         Valid,
         52 * min + 30,
         hour,
         "aws",
         hour,
         true},
        {"aws",
         "AWS",
         "ci-keys",
         "Aw",
         7,
         "AKIA…7Q2M · ci-runner",
         AwsKeys,
         NoExpiry,
         0,
         0,
         "docker",
         hour,
         false},
        {"atlassian",
         "Atlassian",
         "acme",
         "At",
         0,
         "acme.atlassian.net",
         OAuth,
         Valid,
         58 * min + 11,
         hour,
         "Cursor",
         2 * hour,
         true},
        {"openai",
         "OpenAI",
         "research",
         "Oa",
         1,
         "project “research”",
         ApiKey,
         NoExpiry,
         0,
         0,
         "python3",
         3 * hour,
         false},
        {"anthropic",
         "Anthropic",
         "research",
         "An",
         3,
         "workspace “research”",
         ApiKey,
         NoExpiry,
         0,
         0,
         "claude",
         5 * min,
         false},
        {"cloudflare",
         "Cloudflare",
         "dns",
         "Cf",
         7,
         "zone acme.dev",
         ApiKey,
         Valid,
         181 * day + hour,
         365 * day,
         "terraform",
         6 * day,
         false},
        {"sentry",
         "Sentry",
         "web",
         "Se",
         2,
         "acme / web",
         OAuth,
         Valid,
         29 * day + hour,
         30 * day,
         "sentry-cli",
         20 * hour,
         true},
        {"docker-hub",
         "Docker Hub",
         "ci",
         "Dh",
         4,
         "acmebuild",
         ApiKey,
         Valid,
         64 * day + hour,
         90 * day,
         "docker",
         hour,
         false},
    };
    return rows;
}

inline core::AccountView sampleView(const SampleAccount &row, const QDateTime &now)
{
    core::AccountView view;
    view.account.id = {QString::fromLatin1(row.service), QString::fromLatin1(row.account)};
    view.account.kind = row.kind;
    view.account.provider =
        row.kind == core::AccountKind::OAuth ? view.account.id.service : QString();
    view.account.identity = QString::fromUtf8(row.identity);
    if (row.kind == core::AccountKind::OAuth)
        view.account.scopes = {QStringLiteral("repo"),
                               QStringLiteral("read:org"),
                               QStringLiteral("workflow"),
                               QStringLiteral("gist")};
    view.account.created = now.addDays(-40);
    if (row.secondsLeft != 0) {
        view.state.expiresAt = now.addSecs(row.secondsLeft);
        view.state.issuedAt = view.state.expiresAt.addSecs(-row.life);
    }
    if (row.kind == core::AccountKind::ApiKey)
        view.account.expires = view.state.expiresAt;
    view.state.renewable = row.renewable;
    view.state.signInLost = row.standing == core::Standing::NeedsSignIn;
    view.state.lastUsed = now.addSecs(-row.usedAgo);
    view.state.lastUsedBy = QString::fromLatin1(row.usedBy);
    view.standing = row.standing;
    view.providerName = QString::fromLatin1(row.name);
    view.letters = QString::fromLatin1(row.letters);
    view.tone = row.tone;
    return view;
}

inline QList<core::AccountView> sampleAccounts(const QDateTime &now)
{
    QList<core::AccountView> views;
    for (const SampleAccount &row : sampleRows())
        views.append(sampleView(row, now));
    return views;
}

//! \a count accounts for tests of speed: the samples again and again under other names.
inline QList<core::AccountView> manyAccounts(int count, const QDateTime &now)
{
    QList<core::AccountView> views;
    views.reserve(count);
    const auto &rows = sampleRows();
    for (int i = 0; i < count; ++i) {
        core::AccountView view = sampleView(rows[i % rows.size()], now);
        view.account.id.account += QStringLiteral("-%1").arg(i);
        views.append(view);
    }
    return views;
}

inline QList<core::Provider> sampleProviders()
{
    using enum core::SignInMethod;
    struct Row
    {
        const char *id;
        const char *name;
        const char *letters;
        int tone;
        QList<core::SignInMethod> methods;
        const char *site;
    };
    static const QList<Row> rows{
        {"practice", "Practice account", "Pr", 6, {Browser, Device}, "127.0.0.1"},
        {"anthropic", "Anthropic", "An", 3, {ApiKey}, ""},
        {"atlassian", "Atlassian", "At", 0, {Browser, ApiKey}, "auth.atlassian.com"},
        {"bitbucket", "Bitbucket", "Bb", 0, {Browser, ApiKey}, "bitbucket.org"},
        {"cloudflare", "Cloudflare", "Cf", 7, {ApiKey}, ""},
        {"discord", "Discord", "Di", 1, {Browser}, "discord.com"},
        {"docker-hub", "Docker Hub", "Dh", 4, {ApiKey}, ""},
        {"dropbox", "Dropbox", "Db", 4, {Browser}, "www.dropbox.com"},
        {"github", "GitHub", "Gh", 9, {Browser, Device, ApiKey}, "github.com"},
        {"gitlab", "GitLab", "Gl", 3, {Browser, Device, ApiKey}, "gitlab.com"},
        {"google", "Google", "Go", 4, {Browser, Device}, "accounts.google.com"},
        {"linkedin", "LinkedIn", "Li", 0, {Browser}, "www.linkedin.com"},
        {"microsoft", "Microsoft", "Ms", 4, {Browser, Device}, "login.microsoftonline.com"},
        {"npm", "npm", "np", 6, {ApiKey}, ""},
        {"openai", "OpenAI", "Oa", 1, {ApiKey}, ""},
        {"reddit", "Reddit", "Re", 3, {Browser}, "www.reddit.com"},
        {"sentry", "Sentry", "Se", 2, {Browser, ApiKey}, "sentry.io"},
        {"slack", "Slack", "Sl", 2, {Browser}, "slack.com"},
        {"spotify", "Spotify", "Sp", 5, {Browser}, "accounts.spotify.com"},
        {"stripe", "Stripe", "St", 0, {ApiKey}, ""},
        {"twitch", "Twitch", "Tw", 8, {Browser, Device}, "id.twitch.tv"},
    };
    QList<core::Provider> providers;
    for (const Row &row : rows) {
        core::Provider provider;
        provider.id = QString::fromLatin1(row.id);
        provider.name = QString::fromLatin1(row.name);
        provider.letters = QString::fromLatin1(row.letters);
        provider.tone = row.tone;
        provider.methods = row.methods;
        if (*row.site != '\0') {
            const QString site = QStringLiteral("https://") + QString::fromLatin1(row.site);
            provider.authorizationEndpoint = site + QStringLiteral("/oauth/authorize");
            provider.clientPage = site + QStringLiteral("/settings/applications");
            provider.scopes = {QStringLiteral("read"), QStringLiteral("offline_access")};
        }
        provider.keyHint = QStringLiteral("sk-…");
        provider.keyPage = QStringLiteral("https://example.com/keys");
        if (provider.id == QLatin1String("google")) {
            provider.aliases = {QStringLiteral("gmail")};
            provider.clientSecretNeeded = true;
        }
        providers.append(provider);
    }
    return providers;
}

inline QList<core::AuditEvent> sampleEvents(const QDateTime &now)
{
    using enum core::AuditKind;
    using enum core::AuditOutcome;
    struct Row
    {
        qint64 ago;
        const char *actor;
        core::AuditKind kind;
        const char *account;
        core::AuditOutcome outcome;
        const char *detail;
    };
    static const QList<Row> rows{
        {2 * 60, "git", TokenIssued, "github/work", Done, ""},
        {3 * 60, "VS Code", TokenIssued, "gitlab/acme", Done, ""},
        {4 * 60, "scheduler", TokenRefreshed, "gitlab/acme", Done, "New token, 2 h"},
        {6 * 60, "curl", TokenRefused, "slack/ops", Refused, "sign_in_required"},
        {8 * 60, "tray", TokenCopied, "anthropic/research", Done, "Cleared after 30 s"},
        {12 * 60,
         "scheduler",
         TokenRefreshed,
         "google/maria",
         Failed,
         "accounts.google.com did not answer."},
        {20 * 60, "window", AccountAdded, "sentry/web", Done, ""},
        {30 * 60, "docker", TokenIssued, "docker-hub/ci", Done, ""},
        {50 * 60, "window", AccountChanged, "npm/publish", Done, "Expires on 28 November"},
        {70 * 60, "python3", TokenRefused, "openai/research", Refused, "locked"},
        {72 * 60, "window", Unlocked, "", Done, ""},
        {14 * 3600, "window", Locked, "", Done, "By hand"},
        {15 * 3600, "sentry-cli", TokenIssued, "sentry/web", Done, ""},
        {16 * 3600, "scheduler", TokenRefreshed, "github/work", Done, "New token, 60 min"},
        {50 * 3600, "window", StoreChanged, "", Done, "From the file to GNOME Keyring"},
    };
    QList<core::AuditEvent> events;
    qint64 sequence = rows.size();
    for (const Row &row : rows) {
        core::AuditEvent event;
        event.sequence = sequence--;
        event.at = now.addSecs(-row.ago);
        event.kind = row.kind;
        event.actor = QString::fromLatin1(row.actor);
        if (*row.account != '\0')
            event.account = *core::AccountId::parse(QString::fromLatin1(row.account));
        event.outcome = row.outcome;
        event.detail = QString::fromUtf8(row.detail);
        events.append(event);
    }
    return events;
}
