// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/engine.h"
#include "policy/language/parser.h"
#include "support/fakeclock.h"
#include "support/policymaker.h"

#include <QJsonDocument>
#include <QTest>

#include <rapidcheck.h>

using namespace policy;

namespace {

const QString name = QStringLiteral("x");

PolicySet setOf(const QString &text)
{
    const auto set = PolicySet::parse({{name, text.toUtf8()}}, Naming::ByPosition);
    RC_ASSERT(set.has_value());
    return *set;
}

EntityStore storeOf(const QJsonArray &entities)
{
    const auto store = EntityStore::parse(QJsonDocument(entities).toJson(), name);
    RC_ASSERT(store.has_value());
    return *store;
}

//! The texts of a set's policies, one by one: the maker writes each on a line of its own.
QStringList single(const QString &policies)
{
    return policies.split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

//! What has to hold for whatever policies, entities and requests.
class PolicyPropertyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! The index finds what applies: a set says what its policies say one by one.
    void aSetIsTheSumOfItsPolicies()
    {
        const bool holds = rc::check([this] {
            PolicyMaker maker(*rc::gen::arbitrary<quint32>());
            const QString policies = maker.policies() + maker.policies();
            const EntityStore entities = storeOf(maker.entities());
            const Request request = PolicyMaker::toRequest(maker.request());
            const QStringList texts = single(policies);
            QStringList permits;
            QStringList forbids;
            QStringList errors;
            for (qsizetype i = 0; i < texts.size(); ++i) {
                m_standard.use(setOf(texts.at(i)), entities);
                const Decision alone = m_standard.explain(request);
                const QString id = QStringLiteral("policy%1").arg(i);
                if (!alone.errors.isEmpty())
                    errors += id;
                else if (!alone.determining.isEmpty())
                    (alone.isAllowed() ? permits : forbids) += id;
            }

            m_standard.use(setOf(policies), entities);
            const Decision all = m_standard.explain(request);

            RC_ASSERT(all.isAllowed() == (forbids.isEmpty() && !permits.isEmpty()));
            RC_ASSERT(all.determining == (forbids.isEmpty() ? permits : forbids));
            QStringList said;
            for (const PolicyTrouble &trouble : all.errors)
                said += trouble.policy;
            RC_ASSERT(said == errors);
        });
        QVERIFY(holds);
    }

    void strictNeverAllowsMore()
    {
        const bool holds = rc::check([this] {
            PolicyMaker maker(*rc::gen::arbitrary<quint32>());
            const PolicySet set = setOf(maker.policies());
            const EntityStore entities = storeOf(maker.entities());
            const Request request = PolicyMaker::toRequest(maker.request());
            m_standard.use(set, entities);
            m_strict.use(set, entities);
            const Decision strict = m_strict.explain(request);
            const Decision standard = m_standard.explain(request);
            RC_ASSERT(standard.isAllowed() || !strict.isAllowed());
            RC_ASSERT(strict.errors == standard.errors);
            if (strict.errors.isEmpty())
                RC_ASSERT(strict == standard);
        });
        QVERIFY(holds);
    }

    void anotherForbidNeverAllows()
    {
        const bool holds = rc::check([this] {
            PolicyMaker maker(*rc::gen::arbitrary<quint32>());
            const QString policies = maker.policies();
            const QString more =
                maker.policies().replace(QLatin1String("permit("), QLatin1String("forbid("));
            const EntityStore entities = storeOf(maker.entities());
            const Request request = PolicyMaker::toRequest(maker.request());
            m_strict.use(setOf(policies), entities);
            const bool before = m_strict.explain(request).isAllowed();
            m_strict.use(setOf(policies + more), entities);
            RC_ASSERT(before || !m_strict.explain(request).isAllowed());
        });
        QVERIFY(holds);
    }

    void theCacheSaysWhatTheEngineSays()
    {
        const bool holds = rc::check([this] {
            PolicyMaker maker(*rc::gen::arbitrary<quint32>());
            m_strict.use(setOf(maker.policies()), storeOf(maker.entities()));
            for (int i = 0; i < 4; ++i) {
                const Request request = PolicyMaker::toRequest(maker.request());
                const Decision first = m_strict.decide(request);
                RC_ASSERT(first == m_strict.explain(request));
                RC_ASSERT(first == m_strict.decide(request));
            }
        });
        QVERIFY(holds);
    }

    //! It makes no difference whether an entity is in the store or comes with the request.
    void entitiesMayComeWithTheRequest()
    {
        const bool holds = rc::check([this] {
            PolicyMaker maker(*rc::gen::arbitrary<quint32>());
            const PolicySet set = setOf(maker.policies());
            const EntityStore entities = storeOf(maker.entities());
            Request request = PolicyMaker::toRequest(maker.request());
            m_strict.use(set, entities);
            const Decision stored = m_strict.explain(request);
            m_strict.use(set, {});
            request.entities = entities.entities();
            RC_ASSERT(stored == m_strict.explain(request));
        });
        QVERIFY(holds);
    }

    void damagedTextsAreRefusedWithTheirPlace()
    {
        const bool holds = rc::check([] {
            PolicyMaker maker(*rc::gen::arbitrary<quint32>());
            const QByteArray text = maker.damaged(maker.policies()).toUtf8();
            const auto set = PolicySet::parse({{name, text}});
            if (set)
                return;
            const QStringList parts = set.error().message.split(u':');
            RC_ASSERT(parts.size() >= 4 && parts[0] == name);
            const int line = parts[1].toInt();
            const auto lines = text.split('\n');
            RC_ASSERT(line >= 1 && line <= lines.size());
            const int column = parts[2].toInt();
            RC_ASSERT(column >= 1
                      && column <= QString::fromUtf8(lines.at(line - 1)).toUcs4().size() + 1);
        });
        QVERIFY(holds);
    }

private:
    static EngineOptions lenient()
    {
        EngineOptions options;
        options.strictness = Strictness::CedarStandard;
        return options;
    }

    FakeClock m_clock;
    Engine m_strict{m_clock};
    Engine m_standard{m_clock, lenient()};
};

QTEST_GUILESS_MAIN(PolicyPropertyTest)
#include "tst_policyproperty.moc"
