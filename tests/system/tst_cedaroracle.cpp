// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/engine.h"
#include "support/cedaroracle.h"
#include "support/fakeclock.h"
#include "support/policymaker.h"

#include <QTest>

//! Latchkey and Cedar's own authorizer, asked the same: made-up policies, entities and requests,
//! and damaged texts. POLICY_ROUNDS and POLICY_SEED ask for more and for others.
class CedarOracleTest : public QObject
{
    Q_OBJECT

    static QStringList sorted(QStringList names)
    {
        names.sort();
        return names;
    }

    static QStringList strings(const QJsonValue &json)
    {
        QStringList all;
        for (const QJsonValue &each : json.toArray())
            all += each.toString();
        return sorted(all);
    }

    static quint32 number(const char *variable, quint32 usual)
    {
        bool isNumber = false;
        const int given = qEnvironmentVariableIntValue(variable, &isNumber);
        return isNumber ? quint32(given) : usual;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString why = m_oracle.missing(); !why.isEmpty())
            QSKIP(qPrintable(why));
        QVERIFY(m_oracle.start());
    }

    void decidesAsCedarDoes()
    {
        const FakeClock clock;
        policy::EngineOptions options;
        options.strictness = policy::Strictness::CedarStandard;
        policy::Engine engine(clock, options);
        int allowed = 0;
        int erred = 0;
        const quint32 first = number("POLICY_SEED", 1);
        const quint32 rounds = number("POLICY_ROUNDS", 1000);
        for (quint32 seed = first; seed < first + rounds; ++seed) {
            PolicyMaker maker(seed);
            const QString policies = maker.policies();
            const QJsonArray entities = maker.entities();
            const QJsonArray requests{maker.request(), maker.request(), maker.request()};
            const auto said = m_oracle.ask({{QStringLiteral("op"), QStringLiteral("decide")},
                                            {QStringLiteral("policies"), policies},
                                            {QStringLiteral("entities"), entities},
                                            {QStringLiteral("requests"), requests}});
            const auto set = policy::PolicySet::parse({{QStringLiteral("test"), policies.toUtf8()}},
                                                      policy::Naming::ByPosition);
            QVERIFY2(set, set ? "" : qPrintable(set.error().message + u'\n' + policies));
            const auto store =
                policy::EntityStore::parse(QJsonDocument(entities).toJson(), QStringLiteral("e"));
            QVERIFY2(store, store ? "" : qPrintable(store.error().message));
            engine.use(*set, *store);
            const auto answers = said.value(QLatin1String("answers")).toArray();
            QCOMPARE(answers.size(), requests.size());
            for (qsizetype i = 0; i < requests.size(); ++i) {
                const auto decision =
                    engine.explain(PolicyMaker::toRequest(requests.at(i).toObject()));
                QStringList errors;
                QString messages;
                for (const policy::PolicyTrouble &trouble : decision.errors) {
                    errors += trouble.policy;
                    messages +=
                        trouble.policy + QStringLiteral(": ") + trouble.error.message + u'\n';
                }
                const QJsonValue answer = answers.at(i);
                const bool isAllowed =
                    answer[QLatin1String("decision")].toString() == QLatin1String("allow");
                // The most telling comes first: Qt Test cuts what is long.
                const QByteArray shown =
                    QByteArray::number(seed) + "\nwe: " + decision.determining.join(u' ').toUtf8()
                    + '\n' + messages.toUtf8()
                    + "\ncedar: " + QJsonDocument(answer.toObject()).toJson(QJsonDocument::Compact)
                    + '\n' + policies.toUtf8()
                    + QJsonDocument(requests.at(i).toObject()).toJson(QJsonDocument::Compact);
                QVERIFY2(decision.isAllowed() == isAllowed
                             && sorted(decision.determining)
                                    == strings(answer[QLatin1String("reason")])
                             && sorted(errors) == strings(answer[QLatin1String("errors")]),
                         shown.constData());
                allowed += isAllowed ? 1 : 0;
                erred += errors.isEmpty() ? 0 : 1;
            }
        }
        // The made-up requests are worth something: not all are denied, not all go wrong.
        const int requests = int(rounds) * 3;
        QVERIFY2(allowed > requests / 20, qPrintable(QString::number(allowed)));
        QVERIFY2(erred > requests / 20 && erred < requests * 3 / 4,
                 qPrintable(QString::number(erred)));
    }

    void readsAsCedarDoes()
    {
        int refused = 0;
        const quint32 first = number("POLICY_SEED", 1);
        const quint32 rounds = number("POLICY_ROUNDS", 2500);
        for (quint32 seed = first; seed < first + rounds; ++seed) {
            PolicyMaker maker(seed);
            const QString text = maker.damaged(maker.policies());
            const auto said = m_oracle.ask({{QStringLiteral("op"), QStringLiteral("parse")},
                                            {QStringLiteral("policies"), text}});
            const auto set = policy::PolicySet::parse({{QStringLiteral("test"), text.toUtf8()}});
            const bool parses = said.value(QLatin1String("parses")).toBool();
            const QString shown = QString::number(seed) + u'\n' + text + u'\n'
                                  + (set ? QStringLiteral("we: fine") : set.error().message) + u'\n'
                                  + said.value(QLatin1String("error")).toString();
            QVERIFY2(set.has_value() == parses, qPrintable(shown));
            refused += parses ? 0 : 1;
        }
        QVERIFY(refused > int(rounds) / 4 && refused < int(rounds));
    }

private:
    CedarOracle m_oracle{QStringLiteral(CEDAR_ORACLE)};
};

QTEST_GUILESS_MAIN(CedarOracleTest)
#include "tst_cedaroracle.moc"
