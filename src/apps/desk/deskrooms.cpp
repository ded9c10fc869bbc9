// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk/deskrooms.h"

#include "authority/keys/keyring.h"
#include "base/logging.h"
#include "core/actorscope.h"
#include "core/credentialref.h"
#include "core/settingspecs.h"

namespace apps {

namespace {

std::chrono::milliseconds secondsOf(const base::Settings &settings, const QString &key)
{
    return std::chrono::seconds(settings.number(key));
}

} // namespace

net::HttpLimits Desk::Rooms::httpLimits() const
{
    const base::Settings &settings = needs.settings;
    net::HttpLimits limits;
    limits.total = secondsOf(settings, core::setting::networkTimeoutSeconds);
    limits.silence = std::min(limits.silence, limits.total);
    return limits;
}

vault::KeyringStore::Limits Desk::Rooms::keyringLimits() const
{
    const base::Settings &settings = needs.settings;
    vault::KeyringStore::Limits limits;
    limits.call = secondsOf(settings, core::setting::storeTimeoutSeconds);
    return limits;
}

vault::AgeFiles Desk::Rooms::ageFiles() const
{
    const base::Paths &paths = needs.paths;
    const base::Settings &settings = needs.settings;
    vault::AgeFiles files;
    files.vault = paths.vaultFile();
    const QString own = settings.text(core::setting::storeKeyFile);
    files.isOwnKey = !own.isEmpty();
    files.key = own.isEmpty() ? paths.data + QStringLiteral("/vault.key") : own;
    files.seen = paths.state + QStringLiteral("/vault.seen");
    return files;
}

AuthorityHouse::Options Desk::Rooms::authorityOptions() const
{
    AuthorityHouse::Options options = needs.authority;
    options.databaseFile = needs.paths.databaseFile();
    options.openBreakers = breaker.openCount();
    options.policyFolder = needs.paths.config + QStringLiteral("/policies");
    if (options.ownerName.isEmpty())
        options.ownerName = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    if (options.ownerName.isEmpty())
        options.ownerName = QStringLiteral("owner");
    return options;
}

std::unique_ptr<core::SignInFlow> Desk::Rooms::makeFlow(core::SignInMethod method)
{
    switch (method) {
    case core::SignInMethod::Browser:
        return std::make_unique<oauth::BrowserFlow>(
            catalog, tokenEndpoint, completion, needs.browser, needs.clock);
    case core::SignInMethod::Device:
        return std::make_unique<oauth::DeviceFlow>(
            catalog, retry, tokenEndpoint, completion, needs.clock);
    case core::SignInMethod::ApiKey:
        break;
    }
    return nullptr;
}

QStringList Desk::Rooms::clientEntries() const
{
    QStringList entries;
    const QList<core::Provider> providers = catalog.all();
    for (const core::Provider &provider : providers) {
        entries += core::clientIdEntry(provider.id);
        entries += core::clientSecretEntry(provider.id);
    }
    return entries + authority::KeyRing::vaultEntries(*database);
}

void Desk::Rooms::movePractice()
{
    const core::AuthorityStatus status = authority.status();
    const bool isThere = status.state == core::AuthorityStatus::State::Running
                         || status.state == core::AuthorityStatus::State::Locked;
    catalog.setIssuer(QStringLiteral("practice"), isThere ? status.issuer : QString());
}

QStringList Desk::Rooms::warnings() const
{
    QStringList warnings = needs.settings.warnings() + catalog.warnings() + consent.warnings();
    if (registry.trouble())
        warnings += registry.trouble()->message;
    return warnings;
}

base::Result<> Desk::Rooms::reload()
{
    catalog.load();
    movePractice();
    const auto accounts = registry.load();
    const auto values = [this] {
        const core::ActorScope by(QStringLiteral("config.toml"));
        return needs.settings.load();
    }();
    const QStringList said = warnings();
    for (const QString &warning : said)
        qCWarning(lcAgent).noquote() << warning;
    if (!values) {
        qCWarning(lcAgent).noquote() << values.error().message << values.error().remedy;
        return values;
    }
    if (accounts && !said.isEmpty())
        return base::fail(base::ErrorCode::InvalidInput, said.constFirst());
    return accounts;
}

agent::ConsentDesk::Asking Desk::Rooms::asking() const
{
    using Asking = agent::ConsentDesk::Asking;
    switch (needs.door.kind) {
    case Door::Kind::Once: // whoever started us is the one who asks
        return Asking::Allow;
    case Door::Kind::Socket:
        return Asking::Person;
    case Door::Kind::None:
        break;
    }
    return Asking::Nobody;
}

rpc::Needs Desk::Rooms::rpcNeeds()
{
    rpc::Needs wanted{book,
                      tokenDesk,
                      signIn,
                      lock,
                      storeDesk,
                      activity,
                      consent,
                      references.references(),
                      references.sops(),
                      doctor,
                      programs,
                      *audit,
                      needs.settings,
                      needs.clock,
                      needs.paths,
                      needs.version,
                      needs.hasScreen,
                      needs.shutdown,
                      [this] { return reload(); }};
    wanted.restores = &storeDesk;
    // config.check reads the settings itself.
    wanted.warnings = [this] { return catalog.warnings() + consent.warnings(); };
    return wanted;
}

} // namespace apps
