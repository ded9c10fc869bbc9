// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settingspecs.h"
#include "vault/accountsfile.h"
#include "vault/words.h"

#include <QSet>

namespace vault {

namespace {

using base::ErrorCode;
using base::TomlTable;

//! "accounts.toml:12: …"
base::Error complaint(const QString &fileName, int line, const QString &what)
{
    return {ErrorCode::InvalidInput,
            QStringLiteral("%1:%2: %3").arg(fileName).arg(line).arg(what),
            Words::tr("Correct that line; until then the list stays as it was."),
            {}};
}

base::Result<QList<std::chrono::seconds>> spansOf(const TomlTable &table, const QString &fileName)
{
    TRY(const QStringList texts, base::tomlStrings(table, QStringLiteral("warn_before"), fileName));
    QList<std::chrono::seconds> spans;
    for (const QString &text : texts) {
        const auto span = core::parseSpan(text);
        if (!span) {
            const int line = table.value(QStringLiteral("warn_before")).line;
            return base::fail(complaint(fileName, line, span.error().message));
        }
        spans.append(*span);
    }
    return spans;
}

base::Result<core::AccountKind> kindOf(const TomlTable &table,
                                       const core::Account &account,
                                       const QString &fileName)
{
    const QString key = QStringLiteral("kind");
    TRY(const QString name, base::tomlString(table, key, fileName));
    if (name.isEmpty()) {
        const bool isOAuth = !account.scopes.isEmpty() || !account.provider.isEmpty();
        return isOAuth ? core::AccountKind::OAuth : core::AccountKind::ApiKey;
    }
    const auto kind = core::accountKindFrom(name);
    if (!kind)
        return base::fail(complaint(fileName, table.value(key).line, kind.error().message));
    return *kind;
}

base::Result<core::Account> accountOf(const base::TomlValue &value, const QString &fileName)
{
    const auto s = [](const char *text) { return QString::fromLatin1(text); };
    const auto *table = std::get_if<TomlTable>(&value.value);
    if (!table)
        return base::fail(
            complaint(fileName, value.line, Words::tr("an account has to be a table.")));

    core::Account account;
    TRY(const QString service, base::tomlString(*table, s("service"), fileName));
    TRY(const QString id, base::tomlString(*table, s("id"), fileName));
    TRY(const QString name, base::tomlString(*table, s("account"), fileName, id));
    const auto parsed = core::AccountId::parse(service, name);
    if (!parsed)
        return base::fail(complaint(fileName, value.line, parsed.error().message));
    account.id = *parsed;

    TRY(account.provider, base::tomlString(*table, s("provider"), fileName));
    TRY(account.identity, base::tomlString(*table, s("identity"), fileName));
    TRY(account.scopes, base::tomlStrings(*table, s("scopes"), fileName));
    TRY(account.labels, base::tomlStrings(*table, s("labels"), fileName));
    TRY(const QDateTime createdAt, base::tomlDateTime(*table, s("created_at"), fileName));
    TRY(account.created, base::tomlDateTime(*table, s("created"), fileName));
    if (!account.created.isValid())
        account.created = createdAt;
    TRY(account.expires, base::tomlDateTime(*table, s("expires"), fileName));
    TRY(account.warnBefore, spansOf(*table, fileName));
    TRY(const QString consent, base::tomlString(*table, s("consent"), fileName));
    if (!consent.isEmpty()) {
        const auto policy = core::consentPolicyFrom(consent);
        if (!policy)
            return base::fail(complaint(fileName, value.line, policy.error().message));
        account.consent = *policy;
    }
    TRY(account.kind, kindOf(*table, account, fileName));
    return account;
}

} // namespace

base::Result<QList<core::Account>> parseAccounts(QByteArrayView text, const QString &fileName)
{
    TRY(const TomlTable root, base::parseToml(text, fileName));
    const auto found = root.constFind(QStringLiteral("accounts"));
    QList<core::Account> accounts;
    if (found == root.constEnd())
        return accounts;
    const auto *list = std::get_if<base::TomlArray>(&found->value);
    if (!list) {
        return base::fail(
            complaint(fileName, found->line, Words::tr("write each account below [[accounts]].")));
    }

    QSet<core::AccountId> seen;
    seen.reserve(list->size());
    accounts.reserve(list->size());
    for (const base::TomlValue &value : *list) {
        TRY(core::Account account, accountOf(value, fileName));
        if (seen.contains(account.id)) {
            return base::fail(complaint(
                fileName, value.line, Words::tr("%1 is listed twice.").arg(account.id.joined())));
        }
        seen.insert(account.id);
        accounts.append(std::move(account));
    }
    return accounts;
}

} // namespace vault
