// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/accountsfile.h"

#include "targets.h"

void fuzz::accountsFile(QByteArrayView bytes)
{
    const QString name = QStringLiteral("accounts.toml");
    const QByteArray text = bytes.toByteArray();
    const auto accounts = vault::parseAccounts(text, name);
    auto file = vault::AccountsFile::open(text, name);
    FUZZ_CHECK(accounts.has_value() == file.has_value());
    if (!file)
        return;
    FUZZ_CHECK(file->text() == text);
    FUZZ_CHECK(file->accounts() == *accounts);
    if (accounts->isEmpty())
        return;

    // A change of one account leaves a file that reads as the others and the changed one.
    core::Account changed = accounts->first();
    changed.labels = {QStringLiteral("fuzz \"label\"")};
    if (file->replace(0, changed)) {
        auto expected = *accounts;
        expected[0] = changed;
        FUZZ_CHECK(file->accounts() == expected);
        const auto again = vault::parseAccounts(file->text(), name);
        FUZZ_CHECK(again && *again == expected);
    }
    const qsizetype before = file->accounts().size();
    if (file->remove(0)) {
        const auto again = vault::parseAccounts(file->text(), name);
        FUZZ_CHECK(again && again->size() == before - 1);
    }
}
