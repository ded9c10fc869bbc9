// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk/clientsecrets.h"
#include "support/fakeports.h"
#include "support/verifyresult.h"

#include <QTest>

namespace {

//! Answers every reference with "value of REFERENCE", or asks the store again as auth:// would.
class FakeReferences final : public core::ReferenceService
{
public:
    core::SecretStore *again = nullptr;
    QString entry;
    QStringList asked;

    [[nodiscard]] base::Task<base::Secret> resolve(core::ReferenceRequest request,
                                                   std::stop_token) override
    {
        asked += request.text;
        if (again != nullptr) {
            CO_TRY(base::Secret inner, co_await again->read(entry));
            co_return std::move(inner);
        }
        const QByteArray bytes = "value of " + request.text.toUtf8();
        co_return base::Secret(bytes);
    }
};

struct House
{
    House()
    {
        core::Provider acme;
        acme.id = QStringLiteral("acme");
        acme.name = QStringLiteral("Acme");
        acme.clientId = QStringLiteral("latchkey-at-acme");
        acme.clientSecret = QStringLiteral("ref+env://ACME");
        providers.list = {acme};
        secrets.resolveBy(references);
    }
    QByteArray read(const QString &entry)
    {
        auto value = QCoro::waitFor(secrets.read(entry));
        return value ? value->expose().toByteArray() : base::nameOf(value.error().code).toUtf8();
    }

    FakeSecretStore store;
    FakeProviders providers;
    FakeReferences references;
    apps::ClientSecrets secrets{store, providers};
};

} // namespace

//! Clients that a provider's file names.
class ClientSecretsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheClientOfAFile()
    {
        House house;
        QCOMPARE(house.read(core::clientIdEntry(QStringLiteral("acme"))),
                 QByteArray("value of latchkey-at-acme"));
        QCOMPARE(house.read(core::clientSecretEntry(QStringLiteral("acme"))),
                 QByteArray("value of ref+env://ACME"));
    }

    void whatAPersonEnteredWins()
    {
        House house;
        const QString entry = core::clientSecretEntry(QStringLiteral("acme"));
        house.store.put(entry, "entered");
        QCOMPARE(house.read(entry), QByteArray("entered"));
        QVERIFY(house.references.asked.isEmpty());
    }

    void othersAreNotThere()
    {
        House house;
        QCOMPARE(house.read(core::clientSecretEntry(QStringLiteral("other"))),
                 QByteArray("not_found"));
        QCOMPARE(house.read(QStringLiteral("latchkey/acme/me/token")), QByteArray("not_found"));
        house.store.become(core::StoreState::Locked);
        QCOMPARE(house.read(core::clientSecretEntry(QStringLiteral("acme"))), QByteArray("locked"));
    }

    void aSecretThatNeedsItselfEnds()
    {
        House house;
        house.references.again = &house.secrets;
        house.references.entry = core::clientSecretEntry(QStringLiteral("acme"));
        QCOMPARE(house.read(house.references.entry), QByteArray("invalid_input"));
    }
};

QTEST_GUILESS_MAIN(ClientSecretsTest)
#include "tst_clientsecrets.moc"
