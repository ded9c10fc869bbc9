// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk/referencehouse.h"

#include "core/settingspecs.h"
#include "net/httpclient.h"
#include "references/backends/localbackends.h"
#include "references/backends/otherbackends.h"
#include "references/backends/vaultbackend.h"
#include "references/resolver.h"
#include "references/sops/sopsdesk.h"

#include <QProcessEnvironment>

namespace apps {

namespace {

std::chrono::seconds keepFor(const base::Settings &settings)
{
    return std::chrono::seconds(settings.number(core::setting::referencesCacheSeconds));
}

//! A variable of the agent's own. Its settings may hold what is not for everybody.
std::optional<QString> variable(const QString &name)
{
    if (name.startsWith(QLatin1String("LATCHKEY_")))
        return std::nullopt;
    const auto ours = QProcessEnvironment::systemEnvironment();
    return ours.contains(name) ? std::optional(ours.value(name)) : std::nullopt;
}

references::SopsKeyPlaces keyPlaces(core::SecretStore &store)
{
    references::SopsKeyPlaces places;
    places.environment = references::SopsKeyPlaces::processEnvironment();
    places.store = &store;
    return places;
}

references::Resolver::Backends backendsFor(const ReferenceHouse::Needs &needs)
{
    using namespace references;
    Resolver::Backends all;
    all.push_back(std::make_unique<EchoBackend>());
    all.push_back(std::make_unique<FileBackend>());
    all.push_back(std::make_unique<EnvironmentBackend>(&variable));
    all.push_back(std::make_unique<SopsBackend>(keyPlaces(needs.store)));
    all.push_back(std::make_unique<VaultBackend>(
        needs.http, needs.clock, VaultBackend::processEnvironment()));
    all.push_back(std::make_unique<StoreBackend>(&needs.store));
    all.push_back(std::make_unique<AwsBackend>());
    all.push_back(std::make_unique<ValsProgram>());
    return all;
}

//! VALS_REGION and its like.
QHash<QString, QString> parameterDefaults()
{
    QHash<QString, QString> defaults;
    const auto ours = QProcessEnvironment::systemEnvironment();
    const QStringList names = ours.keys();
    for (const QString &name : names) {
        if (name.startsWith(QLatin1String("VALS_")))
            defaults.insert(name, ours.value(name));
    }
    return defaults;
}

} // namespace

struct ReferenceHouse::Rooms
{
    explicit Rooms(const Needs &needs)
        : resolver({needs.clock, needs.tokens, &needs.store, needs.consent, needs.accounts},
                   backendsFor(needs),
                   keepFor(needs.settings))
        , sops(keyPlaces(needs.store), needs.clock, needs.consent)
    {
        resolver.setDefaults(parameterDefaults());
        onSetting = needs.settings.changed.subscribe(
            [this, &settings = needs.settings](const QString &key) {
                if (key == core::setting::referencesCacheSeconds)
                    resolver.setKeepFor(keepFor(settings));
            });
    }

    references::Resolver resolver;
    references::SopsDesk sops;
    base::Subscription onSetting;
};

ReferenceHouse::ReferenceHouse(Needs needs)
    : m_rooms(std::make_unique<Rooms>(needs))
{}

ReferenceHouse::~ReferenceHouse() = default;

core::ReferenceService &ReferenceHouse::references()
{
    return m_rooms->resolver;
}

core::SopsService &ReferenceHouse::sops()
{
    return m_rooms->sops;
}

void ReferenceHouse::forget()
{
    m_rooms->resolver.forget();
}

} // namespace apps
