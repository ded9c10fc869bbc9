// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fakeauthority.h"

//! Fills \a authority with invented people, clients and keys, as on a developer's machine.
inline void fillAuthority(FakeAuthority &authority, const QDateTime &now)
{
    constexpr qint64 min = 60;
    constexpr qint64 hour = 60 * min;
    constexpr qint64 day = 24 * hour;
    const auto s = [](const char *text) { return QString::fromUtf8(text); };

    authority.now.state = core::AuthorityStatus::State::Running;
    authority.now.issuer = s("http://127.0.0.1:7420");
    authority.now.users = 5;
    authority.now.clients = 4;
    authority.now.sessions = 2;
    authority.now.nextRollOver = now.addSecs(5 * hour + 12 * min);

    const auto client =
        [&](const char *id, const char *name, const char *redirect, qint64 usedAgo) {
            core::AuthorityClient made;
            made.id = s(id);
            made.name = s(name);
            if (*redirect)
                made.redirectUris = QStringList{s(redirect)};
            made.createdAt = now.addSecs(-9 * day);
            if (usedAgo > 0)
                made.usedAt = now.addSecs(-usedAgo);
            return made;
        };
    core::AuthorityClient own =
        client("latchkey", "Latchkey", "http://127.0.0.1/callback", 4 * min);
    own.isFirstParty = true;
    core::AuthorityClient notes =
        client("lk-8f2c41d7", "Notes for teams", "https://notes.example/auth/return", 3 * hour);
    notes.authMethod = s("client_secret_basic");
    core::AuthorityClient backup = client("lk-0d3377ab", "Nightly backup", "", 14 * hour);
    backup.authMethod = s("client_secret_basic");
    backup.grants = QStringList{s("client_credentials")};
    core::AuthorityClient player = client("lk-55e0c9f1", "Player", "com.example.player:/return", 0);
    player.isDpopBound = true;
    authority.knownClients = {own, notes, backup, player};

    const auto user = [&](const char *id,
                          const char *name,
                          const char *whole,
                          const char *mail,
                          const QStringList &roles,
                          qint64 seenAgo) {
        core::AuthorityUser made;
        made.id = s(id);
        made.name = s(name);
        made.displayName = s(whole);
        made.email = s(mail);
        made.roles = roles;
        made.hasPassword = true;
        made.createdAt = now.addSecs(-30 * day);
        if (seenAgo > 0)
            made.signedInAt = now.addSecs(-seenAgo);
        return made;
    };
    core::AuthorityUser ada =
        user("u-1", "ada", "Ada Byron", "ada@home.example", {s("admin"), s("developer")}, 4 * min);
    ada.isOwner = true;
    ada.hasTotp = true;
    core::AuthorityUser lin =
        user("u-2", "lin", "Lin Zhao", "lin@home.example", {s("developer")}, 2 * hour);
    core::AuthorityUser noor =
        user("u-3", "noor", "Noor Haddad", "noor@home.example", {s("user")}, 3 * day);
    noor.hasTotp = true;
    core::AuthorityUser sam = user("u-4", "sam", "Sam Okafor", "sam@home.example", {s("user")}, 0);
    core::AuthorityUser old =
        user("u-5", "temp", "Summer trainee", "temp@home.example", {s("user")}, 40 * day);
    old.isActive = false;
    authority.knownUsers = {ada, lin, noor, sam, old};

    const auto session = [&](const char *handle, const char *name, const char *agent, qint64 ago) {
        core::AuthoritySession made;
        made.handle = s(handle);
        made.userName = s(name);
        made.peer = s("127.0.0.1");
        made.agent = s(agent);
        made.createdAt = now.addSecs(-ago);
        made.seenAt = now.addSecs(-ago / 4);
        made.expiresAt = now.addSecs(30 * min - ago);
        return made;
    };
    authority.knownSessions = {session("s-1", "ada", "Firefox on Linux", 4 * min),
                               session("s-2", "lin", "Chromium on Linux", 18 * min)};

    const auto key = [&](const char *id, const char *algorithm, core::AuthorityKey::State state) {
        using enum core::AuthorityKey::State;
        const qint64 next = 5 * hour + 12 * min;
        core::AuthorityKey made;
        made.id = s(id);
        made.algorithm = s(algorithm);
        made.state = state;
        const qint64 active = state == Next ? next : state == Active ? next - day : next - 2 * day;
        made.createdAt = now.addSecs(active - day);
        made.activeAt = now.addSecs(active);
        made.retiringAt = now.addSecs(active + day);
        made.goneAt = now.addSecs(active + 2 * day);
        return made;
    };
    using enum core::AuthorityKey::State;
    authority.knownKeys = {key("k-9a1e", "ES256", Retiring),
                           key("k-c044", "ES256", Active),
                           key("k-71fd", "ES256", Next),
                           key("k-2b90", "RS256", Retiring),
                           key("k-e6d3", "RS256", Active),
                           key("k-08aa", "RS256", Next),
                           key("k-5c17", "EdDSA", Revoked),
                           key("k-f3b8", "EdDSA", Active)};

    const struct
    {
        const char *method;
        const char *route;
        int status;
        qint64 micros;
    } lines[]{{"POST", "/oauth/token", 200, 1420},
              {"GET", "/oauth/authorize", 303, 890},
              {"GET", "/.well-known/openid-configuration", 200, 210},
              {"POST", "/oauth/token", 400, 640},
              {"GET", "/jwks.json", 200, 180},
              {"POST", "/sign-in", 429, 300},
              {"POST", "/sign-in", 401, 184210},
              {"GET", "/oauth/userinfo", 200, 530},
              {"POST", "/oauth/device", 200, 760},
              {"GET", "/auth/users/{id}", 500, 3110}};
    qint64 ago = 0;
    for (const auto &line : lines) {
        core::AuthorityRequest request;
        request.at = now.addSecs(-(ago += 7));
        request.method = s(line.method);
        request.route = s(line.route);
        request.status = line.status;
        request.micros = line.micros;
        request.traceId =
            QStringLiteral("4bf92f3577b34da6a3ce929d0e0e%1").arg(ago, 4, 16, QLatin1Char('0'));
        request.peer = s("127.0.0.1");
        authority.seen.append(request);
    }

    const struct
    {
        const char *kind;
        const char *outcome;
        const char *user;
        const char *client;
        const char *detail;
    } events[]{{"token_issued", "done", "ada", "latchkey", "openid profile email"},
               {"allowed", "done", "ada", "latchkey", "on this desktop"},
               {"signed_in", "done", "lin", "", "password and code"},
               {"sign_in_failed", "refused", "lin", "", "wrong password"},
               {"sign_in_failed", "refused", "root", "", "too many attempts"},
               {"keys_rotated", "done", "", "", "ES256, k-c044"},
               {"token_revoked", "failed", "noor", "Notes for teams", "the vault was locked"}};
    qint64 sequence = 90;
    for (const auto &line : events) {
        core::AuthorityEvent event;
        event.sequence = --sequence;
        event.at = now.addSecs((sequence - 90) * 11 * min);
        event.kind = s(line.kind);
        event.outcome = s(line.outcome);
        event.user = s(line.user);
        event.client = s(line.client);
        event.detail = s(line.detail);
        event.traceId = s("4bf92f3577b34da6a3ce929d0e0e4736");
        authority.kept.append(event);
    }

    authority.policy.folder = s("~/.config/latchkey/policies");
    authority.policy.files = QStringList{s("default.cedar"), s("team.cedar")};
    authority.policy.policies = 7;
    authority.policy.loadedAt = now.addSecs(-3 * hour);
    authority.verdict.isAllowed = true;
    authority.verdict.determining = QStringList{s("admins-may-all")};
    authority.verdict.micros = 14;
}

//! A program that the person knows nothing of yet.
inline core::ApprovalQuestion sampleQuestion(const QDateTime &now)
{
    const auto s = [](const char *text) { return QString::fromUtf8(text); };
    core::ApprovalQuestion question;
    question.id = s("q-1");
    question.clientId = s("lk-8f2c41d7");
    question.clientName = s("Notes for teams");
    question.user = s("ada");
    question.scopes =
        QStringList{s("openid"), s("profile"), s("email"), s("offline_access"), s("notes.write")};
    question.returnsTo = s("notes.example");
    question.number = s("47");
    question.until = now.addSecs(120);
    return question;
}
