// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/providerfile.h"

#include "targets.h"

void fuzz::providerFile(QByteArrayView bytes)
{
    const QString name = QStringLiteral("example.toml");
    const auto provider = oauth::parseProvider(bytes, name);
    if (!provider) {
        FUZZ_CHECK(provider.error().message.contains(name));
        return;
    }
    FUZZ_CHECK(!provider->id.isEmpty());
    // The same text over the entry itself changes nothing that would make it unreadable.
    const auto again = oauth::parseProvider(
        bytes, name, [&provider](const QString &) { return std::optional(*provider); });
    FUZZ_CHECK(again.has_value());
}
