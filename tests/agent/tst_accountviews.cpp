// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/agenthouse.h"
#include "support/verifyresult.h"

#include <QCoroTask>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace std::chrono_literals;
using core::Standing;

//! The list is kept, and yet always what each account says of itself at that moment.
class AccountViewsTest : public QObject
{
    Q_OBJECT

private:
    static QString told(const core::AccountView &view)
    {
        return view.account.id.joined() + u' ' + core::nameOf(view.standing) + u' '
               + view.state.expiresAt.toString(Qt::ISODate) + u' ' + view.state.lastUsedBy + u' '
               + view.account.identity;
    }
    static QStringList listed(const AgentHouse &house)
    {
        QStringList lines;
        const auto views = house.book.list();
        for (const core::AccountView &view : views)
            lines += told(view);
        return lines;
    }
    static QStringList found(const AgentHouse &house)
    {
        QStringList lines;
        for (const core::Account &account : house.accounts.list)
            lines += told(*house.book.find(account.id));
        return lines;
    }
    static Standing standing(const AgentHouse &house, qsizetype place)
    {
        return house.book.list().at(place).standing;
    }

private Q_SLOTS:
    void whatTurnsByTimeTurnsInTheList()
    {
        AgentHouse house;
        house.oauth("github/work", 25h, false);
        house.oauth("github/home", 2h, true);
        QVERIFY(house.book.load());
        QCOMPARE(standing(house, 0), Standing::Valid);

        house.clock.advance(61min);
        QCOMPARE(standing(house, 0), Standing::Expiring);
        house.clock.advance(24h);
        QCOMPARE(standing(house, 0), Standing::Expired);
        QCOMPARE(listed(house), found(house));
    }

    void aRenewableTokenThatCannotBeRenewedEnds()
    {
        AgentHouse house;
        const auto id = house.oauth("github/work", 1h, true);
        QVERIFY(house.book.load());
        core::TokenChange failed;
        failed.account = id;
        failed.what = core::TokenChange::What::RefreshFailed;
        house.tokens.changed.announce(failed);
        QCOMPARE(standing(house, 0), Standing::Valid);
        house.clock.advance(57min); // the time to renew it has come, and gone
        QCOMPARE(standing(house, 0), Standing::Valid);
        house.clock.advance(4min);
        QCOMPARE(standing(house, 0), Standing::Expired);
    }

    void otherWarningTimesMakeOtherStandings()
    {
        const QTemporaryDir folder;
        base::Settings::Sources sources;
        sources.userFile = folder.filePath(QStringLiteral("config.toml"));
        base::Settings settings(core::settingSpecs(), sources);
        VERIFY_RESULT(settings.load());
        AgentHouse house;
        house.oauth("github/work", 30h, false);
        agent::AccountBook book{{house.accounts,
                                 house.states,
                                 house.secrets,
                                 house.tokens,
                                 house.providers,
                                 house.audit,
                                 house.clock,
                                 settings}};
        VERIFY_RESULT(book.load());
        QCOMPARE(book.list().constFirst().standing, Standing::Valid);

        VERIFY_RESULT(settings.set(core::setting::warnBefore, QStringList{QStringLiteral("48h")}));

        QCOMPARE(book.list().constFirst().standing, Standing::Expiring);
    }

    void whateverHappensTheListIsWhatEachAccountSays()
    {
        AgentHouse house;
        for (int i = 0; i < 40; ++i)
            house.oauth(qPrintable(QStringLiteral("github/a%1").arg(i)), 1h * (i + 1), i % 3 == 0);
        QVERIFY(house.book.load());
        std::mt19937 dice(7); // the same throws every time
        const auto any = [&] {
            return house.accounts.list.at(qsizetype(dice() % size_t(house.accounts.list.size())));
        };
        for (int step = 0; step < 400; ++step) {
            switch (dice() % 7) {
            case 0:
                house.clock.advance(std::chrono::minutes(dice() % 90));
                break;
            case 1:
                house.book.noteUse(any().id, QStringLiteral("git %1").arg(step));
                break;
            case 2: {
                core::TokenChange change;
                change.account = any().id;
                change.what = core::TokenChange::What::Refreshed;
                change.issuedAt = house.clock.now();
                change.expiresAt = house.clock.now().addSecs(3600);
                change.renewable = dice() % 2 == 0;
                house.tokens.changed.announce(change);
                break;
            }
            case 3: {
                core::Account account = any();
                account.identity = QStringLiteral("me %1").arg(step);
                VERIFY_RESULT(QCoro::waitFor(house.book.change(account, QStringLiteral("test"))));
                break;
            }
            case 4:
                if (house.accounts.list.size() > 20) {
                    const core::AccountId id = any().id;
                    VERIFY_RESULT(QCoro::waitFor(house.book.remove(id, QStringLiteral("test"))));
                }
                break;
            case 5: {
                core::AccountId id{QStringLiteral("openai"), QStringLiteral("k%1").arg(step)};
                VERIFY_RESULT(QCoro::waitFor(house.book.addApiKey(
                    id, {}, {}, base::Secret("sk-1"), {}, QStringLiteral("test"))));
                break;
            }
            default:
                // Somebody edits the file: another order.
                std::reverse(house.accounts.list.begin(), house.accounts.list.end());
                house.accounts.changed.announce();
                break;
            }
            QCOMPARE(listed(house), found(house));
        }
    }

    void aClockThatWasSetBackIsNoticed()
    {
        AgentHouse house;
        house.oauth("github/work", 25h, false);
        QVERIFY(house.book.load());
        house.clock.advance(26h);
        QCOMPARE(standing(house, 0), Standing::Expired);
        house.clock.advance(-25h);
        QCOMPARE(standing(house, 0), Standing::Expiring);
    }
};

QTEST_GUILESS_MAIN(AccountViewsTest)
#include "tst_accountviews.moc"
