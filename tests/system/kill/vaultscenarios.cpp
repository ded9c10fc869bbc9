// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/atomicfile.h"
#include "core/credentialref.h"
#include "core/settingspecs.h"
#include "filekeyring.h"
#include "scenario.h"
#include "support/fakeclock.h"
#include "vault/accountregistry.h"
#include "vault/storeswitch.h"

#include <QCoroTask>

#include <algorithm>

using QCoro::waitFor;

namespace {

constexpr crypto::Argon2Cost cheap{1, 64, 1};

base::Secret secret(const QByteArray &text)
{
    return base::Secret(text);
}

base::Result<QByteArray> textOf(core::SecretStore &store, const QString &entry)
{
    const auto found = waitFor(store.read(entry));
    if (!found && found.error().code == base::ErrorCode::NotFound)
        return QByteArray("-");
    if (!found)
        return base::fail(found.error());
    return found->expose().toByteArray();
}

Scenario::Step writing(core::SecretStore &store, const char *entry, const QByteArray &text)
{
    return
        [&store, entry, text] { return waitFor(store.write(QLatin1String(entry), secret(text))); };
}

//! accounts.toml with a person's own words in it.
class RegistryScenario final : public Scenario
{
public:
    using Scenario::Scenario;

    base::Result<> prepare() override
    {
        return base::writeAtomically(path("accounts.toml"),
                                     "# mine\n\n[[accounts]]\nservice = \"github\"\n"
                                     "account = \"work\" # the office\nkind = \"api_key\"\n");
    }

    base::Result<QList<Step>> steps() override
    {
        m_registry = std::make_unique<vault::AccountRegistry>(path("accounts.toml"));
        TRY_VOID(m_registry->load());
        return QList<Step>{[this] { return waitFor(m_registry->put(account("work", "first"))); },
                           [this] { return waitFor(m_registry->put(account("home", "second"))); },
                           [this] { return waitFor(m_registry->put(account("work", "third"))); },
                           [this] { return waitFor(m_registry->remove(account("home", "").id)); }};
    }

    base::Result<QByteArray> state() override
    {
        vault::AccountRegistry registry(path("accounts.toml"));
        TRY_VOID(registry.load());
        TRY(const QByteArray text, base::readFile(path("accounts.toml")));
        if (!text.startsWith("# mine\n\n") || !text.contains("\"work\" # the office\n"))
            return base::fail(base::ErrorCode::Corrupt, QString::fromUtf8(text));
        QByteArrayList lines;
        for (const core::Account &account : registry.all()) {
            lines.append(account.id.joined().toUtf8() + '='
                         + account.labels.join(QLatin1Char('+')).toUtf8());
        }
        return lines.join(',');
    }

private:
    static core::Account account(const char *name, const char *label)
    {
        core::Account account;
        account.id = {QStringLiteral("github"), QLatin1String(name)};
        account.kind = core::AccountKind::ApiKey;
        account.labels = {QLatin1String(label)};
        return account;
    }

    std::unique_ptr<vault::AccountRegistry> m_registry;
};

//! vault.age: made, filled, and given new keys.
class AgeFileScenario final : public Scenario
{
public:
    using Scenario::Scenario;

    base::Result<> prepare() override { return {}; }

    base::Result<QList<Step>> steps() override
    {
        const auto protecting = [this](const char *passphrase) {
            return [this, passphrase] { return waitFor(m_store.protect(secret(passphrase))); };
        };
        return QList<Step>{[this] { return waitFor(m_store.create(secret("old"))); },
                           writing(m_store, "a", "one"),
                           writing(m_store, "b", "two"),
                           writing(m_store, "a", "three"),
                           protecting("new"),
                           [this] { return waitFor(m_store.remove(QStringLiteral("b"))); },
                           protecting("")};
    }

    base::Result<QByteArray> state() override
    {
        // A store that was not there yet can be made, whatever the cut-off attempt left.
        if (!m_store.exists()) {
            TRY_VOID(waitFor(m_store.create(secret("old"))));
            return QByteArray("none");
        }
        TRY_VOID(open());
        // A healthy store is never taken for an older copy of itself.
        const auto accused = m_store.olderCopyFound.subscribe(
            [this](const QDateTime &) { m_openedWith = "accused"; });
        TRY_VOID(waitFor(m_store.names()));
        if (m_store.olderCopy().isValid() || m_openedWith == "accused")
            return base::fail(base::ErrorCode::Internal, QStringLiteral("an older copy, it says"));
        // What opens it has to be able to change it, too.
        TRY_VOID(waitFor(m_store.write(QStringLiteral("after"), secret("x"))));
        QByteArrayList lines;
        TRY(const QStringList names, waitFor(m_store.names()));
        for (const QString &name : names) {
            TRY(const QByteArray text, textOf(m_store, name));
            lines.append(name.toUtf8() + '=' + text);
        }
        return m_openedWith + ':' + lines.join(',');
    }

private:
    base::Result<> open()
    {
        if (!m_store.needsPassphrase())
            m_openedWith = "key file";
        for (const char *passphrase : {"old", "new"}) {
            if (!m_openedWith.isEmpty())
                break;
            const auto opened = waitFor(m_store.unlock(secret(passphrase)));
            if (opened)
                m_openedWith = passphrase;
            else if (opened.error().code != base::ErrorCode::Denied)
                return base::fail(opened.error());
        }
        if (m_openedWith.isEmpty())
            return base::fail(base::ErrorCode::Denied, QStringLiteral("no key opens it"));
        return {};
    }

    vault::AgeFileStore m_store{{path("vault.age"), path("vault.key"), false, path("vault.seen")},
                                cheap};
    QByteArray m_openedWith;
};

//! Entries in chunks, on a keyring with small entries.
class KeyringScenario final : public Scenario
{
public:
    using Scenario::Scenario;

    base::Result<> prepare() override
    {
        TRY_VOID(writing(m_store, "x", "short")());
        return writing(m_store, "y", QByteArray(500, 'y'))();
    }

    base::Result<QList<Step>> steps() override
    {
        return QList<Step>{writing(m_store, "x", QByteArray(500, 'x')),
                           writing(m_store, "y", QByteArray(700, 'z')),
                           writing(m_store, "y", "short"),
                           writing(m_store, "x", QByteArray(300, 'w'))};
    }

    base::Result<QByteArray> state() override
    {
        TRY(const QByteArray x, textOf(m_store, QStringLiteral("x")));
        TRY(const QByteArray y, textOf(m_store, QStringLiteral("y")));
        return x + ',' + y;
    }

private:
    FakeClock m_clock;
    FileKeyring m_keyring{path("keyring")};
    vault::KeyringStore m_store{
        m_keyring, m_clock, {std::chrono::seconds(20), std::chrono::minutes(2), 200}};
};

//! Everything moves from the keyring into the encrypted file, and back.
class MoveScenario final : public Scenario
{
public:
    using Scenario::Scenario;

    base::Result<> prepare() override
    {
        TRY_VOID(base::writeAtomically(path("accounts.toml"),
                                       "[[accounts]]\nservice = \"github\"\naccount = \"work\"\n"
                                       "kind = \"api_key\"\n"));
        TRY_VOID(base::writeAtomically(path("config.toml"), "[store]\nkind = \"keyring\"\n"));
        TRY_VOID(start());
        for (const QString &entry : entries())
            TRY_VOID(waitFor(m_store.write(entry, secret("secret of " + entry.toUtf8()))));
        return {};
    }

    base::Result<QList<Step>> steps() override
    {
        TRY_VOID(start());
        return QList<Step>{[this] { return moveTo(core::StoreKind::AgeFile); },
                           [this] { return moveTo(core::StoreKind::Keyring); }};
    }

    base::Result<QByteArray> state() override
    {
        TRY_VOID(start());
        for (const QString &entry : entries()) {
            TRY(const QByteArray text, textOf(m_store, entry));
            if (text != "secret of " + entry.toUtf8())
                return base::fail(base::ErrorCode::Corrupt, entry + QString::fromUtf8(text));
        }
        // The copies that are not needed are gone.
        const bool inKeyring =
            m_settings.text(core::setting::storeKind) == QLatin1String("keyring");
        if (!inKeyring && m_keyring.entries() > 0)
            return base::fail(base::ErrorCode::Conflict, QStringLiteral("left in the keyring"));
        if (inKeyring && m_ageFile.exists()) {
            TRY(const QStringList names, waitFor(m_ageFile.names()));
            if (!names.isEmpty())
                return base::fail(base::ErrorCode::Conflict, QStringLiteral("left in the file"));
        }
        return QByteArray("all there");
    }

private:
    static QStringList entries()
    {
        return {core::tokenEntry({QStringLiteral("github"), QStringLiteral("work")}),
                QStringLiteral("latchkey/my/own/thing")};
    }

    base::Result<> start()
    {
        TRY_VOID(m_settings.load());
        TRY_VOID(m_accounts.load());
        return waitFor(m_store.decide());
    }

    base::Result<> moveTo(core::StoreKind kind)
    {
        return waitFor(m_store.moveTo(kind, base::Secret(), [](int, int) {}, {}));
    }

    FakeClock m_clock;
    vault::AccountRegistry m_accounts{path("accounts.toml")};
    base::Settings m_settings{core::settingSpecs(), {QString(), path("config.toml"), {}, {}}};
    FileKeyring m_keyring{path("keyring")};
    vault::KeyringStore m_keyringStore{
        m_keyring, m_clock, {std::chrono::seconds(20), std::chrono::minutes(2), 0}};
    vault::AgeFileStore m_ageFile{{path("vault.age"), path("vault.key")}, cheap};
    vault::StoreSwitch m_store{{m_keyringStore, m_ageFile, m_settings, m_accounts},
                               [] { return QStringList{QStringLiteral("latchkey/my/own/thing")}; }};
};

template<typename T>
MakeScenario making()
{
    return [](const QString &folder) { return std::make_unique<T>(folder); };
}

} // namespace

QMap<QString, MakeScenario> vaultScenarios()
{
    return {{QStringLiteral("registry"), making<RegistryScenario>()},
            {QStringLiteral("age_file"), making<AgeFileScenario>()},
            {QStringLiteral("keyring"), making<KeyringScenario>()},
            {QStringLiteral("move"), making<MoveScenario>()}};
}
