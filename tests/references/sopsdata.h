// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "references/sops/sopsfile.h"

#include <QCoroTask>
#include <QFile>

//! Files and keys of tests/data/sops.
namespace sopsdata {

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

inline QString path(const QString &name)
{
    return QStringLiteral(TEST_DATA "/sops/") + name;
}

inline references::SopsKeyPlaces placesWith(const QString &keyFile)
{
    references::SopsKeyPlaces places;
    const QByteArray text = contentOf(keyFile);
    auto identities = crypto::age::Identity::parseKeyFile(base::Secret(text));
    if (identities)
        places.identities = *identities;
    return places;
}

inline references::SopsKeys testKeys()
{
    return references::SopsKeys(placesWith(path(QStringLiteral("age-test-key.txt"))));
}

inline QString testRecipient()
{
    return QStringLiteral("age1a6zcl9q95zpc69tqkda59v3enhv9nmskw88ej74m95n4vql0w5fscffu2j");
}

inline base::Result<references::SopsFile> open(
    const QByteArray &text,
    references::Format format,
    references::SopsKeys keys = testKeys(),
    references::MacCheck check = references::MacCheck::Demand)
{
    return QCoro::waitFor(
        references::SopsFile::open(text, format, &keys, check, std::stop_token()));
}

inline base::Result<references::SopsFile> create(const QByteArray &plain,
                                                 references::Format format,
                                                 const references::EncryptionRule &rule = {},
                                                 const references::Recipients &recipients = {
                                                     {testRecipient()}, {}})
{
    references::SopsKeys keys = testKeys();
    return QCoro::waitFor(references::SopsFile::create(
        base::Secret(plain), format, rule, recipients, &keys, std::stop_token()));
}

inline QByteArray plainOf(const references::SopsFile &file)
{
    const auto text = file.plainText();
    return text ? text->expose().toByteArray() : text.error().message.toUtf8();
}

} // namespace sopsdata
