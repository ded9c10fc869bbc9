// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/settle.h"
#include "support/verifyresult.h"
#include "vault/accountregistry.h"
#include "vault/agefilestore.h"

#include <QCoroTask>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <rapidcheck.h>

using namespace vault;

//! Any sequence of changes, restarts and edits by hand leaves what a plain map would hold.
class VaultPropertyTest : public QObject
{
    Q_OBJECT

private:
    static int below(int end) { return *rc::gen::inRange(0, end); }
    static QString name() { return QStringLiteral("latchkey/s%1/a/token").arg(below(5)); }
    static QByteArray bytes()
    {
        const auto content = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
        return QByteArray::fromStdString(content);
    }

    static core::Account account()
    {
        core::Account account;
        account.id = {QStringLiteral("s%1").arg(below(6)), QStringLiteral("a")};
        account.kind = below(2) == 0 ? core::AccountKind::OAuth : core::AccountKind::ApiKey;
        static const QStringList identities = {QString(),
                                               QStringLiteral("maria@acme.dev"),
                                               QStringLiteral("\"quoted\" \\ # ü"),
                                               QStringLiteral("two\nlines")};
        account.identity = identities.at(below(4));
        for (int i = below(3); i > 0; --i)
            account.scopes.append(QStringLiteral("scope %1").arg(below(3)));
        if (below(2) == 0)
            account.expires = QDateTime({2027, 1, 1 + below(28)}, {12, 0}, Qt::UTC);
        if (below(3) == 0)
            account.warnBefore = {std::chrono::hours(1 + below(48)), std::chrono::minutes(5)};
        return account;
    }

private Q_SLOTS:
    void cleanupTestCase() { settleEverything(); }

    void initTestCase() { qputenv("RC_PARAMS", "max_success=25 max_size=30"); }

    void anEncryptedFileHoldsWhatAMapWouldHold()
    {
        const bool holds = rc::check([] {
            const QTemporaryDir folder;
            const AgeFiles files{folder.filePath(QStringLiteral("vault.age")),
                                 folder.filePath(QStringLiteral("vault.key"))};
            auto store = std::make_unique<AgeFileStore>(files);
            RC_ASSERT(QCoro::waitFor(store->create({})).has_value());
            std::map<QString, QByteArray> model;
            for (int step = below(12); step >= 0; --step) {
                const QString entry = name();
                switch (below(5)) {
                case 0:
                    RC_ASSERT(QCoro::waitFor(store->remove(entry)).has_value());
                    model.erase(entry);
                    break;
                case 1: // a restart
                    store = std::make_unique<AgeFileStore>(files);
                    break;
                case 2:
                    store->lock();
                    RC_ASSERT(QCoro::waitFor(store->unlock({})).has_value());
                    break;
                default: {
                    const QByteArray secret = bytes();
                    RC_ASSERT(
                        QCoro::waitFor(store->write(entry, base::Secret(secret))).has_value());
                    model[entry] = secret;
                }
                }
                const auto read = QCoro::waitFor(store->read(entry));
                RC_ASSERT(read.has_value() == model.contains(entry));
                if (read)
                    RC_ASSERT(read->equals(model[entry]));
            }
            QStringList expected;
            for (const auto &[entry, secret] : model)
                expected.append(entry);
            RC_ASSERT(QCoro::waitFor(store->names()).value() == expected);
        });
        QVERIFY(holds);
    }

    void theListOfAccountsHoldsWhatAListWouldHold()
    {
        const bool holds = rc::check([] {
            const QTemporaryDir folder;
            const QString path = folder.filePath(QStringLiteral("accounts.toml"));
            auto registry = std::make_unique<AccountRegistry>(path);
            RC_ASSERT(registry->load().has_value());
            QList<core::Account> model;
            const auto place = [&model](const core::AccountId &id) {
                for (qsizetype i = 0; i < model.size(); ++i) {
                    if (model.at(i).id == id)
                        return i;
                }
                return qsizetype(-1);
            };
            int comments = 0;
            for (int step = below(25); step >= 0; --step) {
                const core::Account next = account();
                const qsizetype at = place(next.id);
                switch (below(6)) {
                case 0:
                    RC_ASSERT(QCoro::waitFor(registry->remove(next.id)).has_value());
                    if (at >= 0)
                        model.removeAt(at);
                    break;
                case 1:
                    registry = std::make_unique<AccountRegistry>(path);
                    RC_ASSERT(registry->load().has_value());
                    break;
                case 2: { // a person writes at the beginning, where no account can take it along
                    QFile file(path);
                    RC_ASSERT(file.open(QIODevice::ReadWrite));
                    const QByteArray text = file.readAll();
                    file.resize(0);
                    file.write("# comment " + QByteArray::number(comments) + "\nnote"
                               + QByteArray::number(comments) + " = 1\n\n" + text);
                    ++comments;
                    break;
                }
                default:
                    RC_ASSERT(QCoro::waitFor(registry->put(next)).has_value());
                    if (at >= 0)
                        model[at] = next;
                    else
                        model.append(next);
                }
                registry->look();
                RC_ASSERT(registry->all() == model);
            }
            AccountRegistry again(path);
            RC_ASSERT(again.load().has_value());
            RC_ASSERT(again.all() == model);
            QFile file(path);
            const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            for (int i = 0; i < comments; ++i)
                RC_ASSERT(text.contains("note" + QByteArray::number(i) + " = 1"));
        });
        QVERIFY(holds);
    }
};

QTEST_GUILESS_MAIN(VaultPropertyTest)
#include "tst_vaultproperty.moc"
