// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/backends/localbackends.h"
#include "references/backends/otherbackends.h"
#include "references/documents/json.h"
#include "references/resolver.h"
#include "sopsdata.h"
#include "support/fakeclock.h"
#include "support/faketokenservice.h"
#include "support/verifyresult.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace references;

namespace {

QJsonObject vectors()
{
    return QJsonDocument::fromJson(sopsdata::contentOf(QStringLiteral(TEST_DATA "/vals/vals.json")))
        .object();
}

//! Counts how often it is asked.
class CountingBackend final : public core::ReferenceBackend
{
public:
    int asked = 0;
    QByteArray answer = "a: 1\nb: {c: two}\n";
    std::function<void()> meanwhile;

    QStringList schemes() const override { return {QStringLiteral("count")}; }
    base::Task<base::Secret> fetch(core::BackendUri, QString, std::stop_token) override
    {
        ++asked;
        if (meanwhile)
            meanwhile();
        co_return base::Secret(answer);
    }
};

//! A resolver with everything that needs no network.
class House
{
public:
    explicit House(QHash<QString, QString> environment = {})
        : counting(new CountingBackend)
        , resolver({clock, tokens, nullptr}, backends(environment), std::chrono::seconds(300))
    {}

    base::Result<Node> value(
        const QString &text,
        core::ReferenceRequest::Missing missing = core::ReferenceRequest::Missing::IsAnError,
        const QStringList &kinds = {})
    {
        core::ReferenceRequest request;
        request.text = text;
        request.actor = QStringLiteral("test");
        request.folder = QStringLiteral(TEST_DATA "/vals/fs");
        request.missing = missing;
        request.kinds = kinds;
        return QCoro::waitFor(resolver.value(request, std::stop_token()));
    }

    QString text(const QString &text, const QStringList &kinds = {})
    {
        const auto node = value(text, core::ReferenceRequest::Missing::IsNull, kinds);
        return node ? QString::fromUtf8(plainWords(*node).expose())
                    : QStringLiteral("error: ") + node.error().message;
    }

    FakeClock clock;
    FakeTokenService tokens;
    CountingBackend *counting;
    Resolver resolver;

private:
    Resolver::Backends backends(const QHash<QString, QString> &environment)
    {
        Resolver::Backends all;
        all.push_back(std::make_unique<EchoBackend>());
        all.push_back(std::make_unique<FileBackend>());
        all.push_back(std::make_unique<EnvironmentBackend>(
            [environment](const QString &name) -> std::optional<QString> {
                const auto found = environment.find(name);
                return found == environment.end() ? std::nullopt : std::optional(*found);
            }));
        all.push_back(std::make_unique<SopsBackend>(
            sopsdata::placesWith(sopsdata::path(QStringLiteral("age-test-key.txt")))));
        all.push_back(std::make_unique<StoreBackend>(nullptr));
        all.push_back(std::make_unique<AwsBackend>());
        all.push_back(std::unique_ptr<core::ReferenceBackend>(counting));
        all.push_back(std::make_unique<ValsProgram>(QStringLiteral("no-such-vals")));
        return all;
    }
};

QHash<QString, QString> environmentOf(const QJsonObject &object)
{
    QHash<QString, QString> result;
    for (const QString &name : object.keys())
        result.insert(name, object.value(name).toString());
    return result;
}

} // namespace

//! References to values.
class ResolverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resolvesAsValsDoes_data()
    {
        QTest::addColumn<QJsonObject>("row");
        const QJsonObject all = vectors();
        int number = 0;
        for (const char *table : {"upstream_get", "cases"}) {
            for (const auto &each : all.value(QLatin1String(table)).toArray()) {
                const QJsonObject row = each.toObject();
                QTest::addRow("%d %s %s",
                              ++number,
                              qPrintable(row.value(QStringLiteral("mode")).toString()),
                              qPrintable(row.value(QStringLiteral("input")).toString()))
                    << row;
            }
        }
        QVERIFY(number >= 78);
    }
    void resolvesAsValsDoes()
    {
        QFETCH(const QJsonObject, row);
        auto environment = environmentOf(vectors().value(QStringLiteral("env")).toObject());
        environment.insert(environmentOf(row.value(QStringLiteral("env")).toObject()));
        House house(environment);
        const QString input = row.value(QStringLiteral("input")).toString();
        const QJsonValue expected = row.contains(QStringLiteral("expected"))
                                        ? row.value(QStringLiteral("expected"))
                                        : row.value(QStringLiteral("result"));

        const auto node = house.value(input, core::ReferenceRequest::Missing::IsNull);

        if (row.contains(QStringLiteral("error"))) {
            QVERIFY2(!node, "should have failed");
            QVERIFY(!node.error().message.isEmpty());
            return;
        }
        VERIFY_RESULT(node);
        if (row.value(QStringLiteral("mode")).toString() == QStringLiteral("value")) {
            Node wrapped = Node::list();
            wrapped.append(node->clone());
            const auto json = writeJson(wrapped);
            VERIFY_RESULT(json);
            QCOMPARE(QJsonDocument::fromJson(json->expose().toByteArray()).array().first(),
                     expected);
        } else {
            QCOMPARE(QString::fromUtf8(plainWords(*node).expose()), expected.toString());
        }
    }

    void leavesSecretReferencesAloneWhenTold()
    {
        House house;

        QCOMPARE(house.text(QStringLiteral("secretref+echo://sec/v"), {QStringLiteral("ref")}),
                 QStringLiteral("secretref+echo://sec/v"));
        QCOMPARE(house.text(QStringLiteral("ref+echo://cfg/v"), {QStringLiteral("ref")}),
                 QStringLiteral("cfg/v"));
    }

    void aMissingKeyIsAnErrorUnlessTold()
    {
        House house;

        VERIFY_ERROR(house.value(QStringLiteral("ref+count://x#/nope")), base::ErrorCode::NotFound);
        VERIFY_ERROR(house.value(QStringLiteral("ref+count://x#/a/b")),
                     base::ErrorCode::InvalidInput);
    }

    void tokensComeFromTheService()
    {
        House house;
        const QString reference = QStringLiteral("auth://github/work/token?min_valid=600");

        const auto value = house.value(reference);

        VERIFY_RESULT(value);
        QCOMPARE(value->view().toByteArray(), QByteArray("token-of-github/work"));
        QCOMPARE(house.tokens.taken.size(), 1);
        QVERIFY(house.tokens.taken.constFirst().startsWith(QStringLiteral("github/work by test")));
        VERIFY_ERROR(house.value(QStringLiteral("auth://github/work/refresh_token")),
                     base::ErrorCode::Denied);
        VERIFY_ERROR(house.value(QStringLiteral("auth://github/work/token?scope=repo")),
                     base::ErrorCode::SignInRequired);
        VERIFY_ERROR(house.value(QStringLiteral("auth://github/work/aws")),
                     base::ErrorCode::Unsupported);
    }

    void valuesAreKeptForAWhile()
    {
        House house;
        QCOMPARE(house.text(QStringLiteral("ref+count://x#/a")), QStringLiteral("1"));
        QCOMPARE(house.text(QStringLiteral("ref+count://x#/b/c")), QStringLiteral("two"));
        QCOMPARE(house.counting->asked, 1);

        house.text(QStringLiteral("ref+count://y#/a"));
        QCOMPARE(house.counting->asked, 2);

        house.clock.advance(std::chrono::seconds(301));
        house.text(QStringLiteral("ref+count://x#/a"));
        QCOMPARE(house.counting->asked, 3);

        house.resolver.forget();
        house.text(QStringLiteral("ref+count://x#/a"));
        QCOMPARE(house.counting->asked, 4);
    }

    void aLockMeanwhileKeepsNothing()
    {
        House house;
        house.counting->meanwhile = [&house] { house.resolver.forget(); };

        VERIFY_ERROR(house.value(QStringLiteral("ref+count://x#/a")), base::ErrorCode::Locked);
    }

    void valuesAreNotExpandedAgain()
    {
        House house({{QStringLiteral("EVIL"), QStringLiteral("ref+file:///etc/passwd")}});

        QCOMPARE(house.text(QStringLiteral("x ref+env://EVIL y")),
                 QStringLiteral("x ref+file:///etc/passwd y"));
        VERIFY_ERROR(house.value(QStringLiteral("ref+echo://ref+env://EVIL")),
                     base::ErrorCode::InvalidInput);
    }

    void whatNobodyKnowsNeedsTheProgramVals()
    {
        House house;

        const auto value = house.value(QStringLiteral("ref+gcpsecrets://project/secret"));

        VERIFY_ERROR(value, base::ErrorCode::Unsupported);
        QVERIFY(value.error().message.contains(QStringLiteral("vals")));
        VERIFY_ERROR(house.value(QStringLiteral("ref+exec://sh/-c")), base::ErrorCode::Unsupported);
        VERIFY_ERROR(house.value(QStringLiteral("ref+awssecrets://a/b")),
                     base::ErrorCode::Unsupported);
        VERIFY_ERROR(house.value(QStringLiteral("ref+keychain://other")),
                     base::ErrorCode::Unsupported);
    }

    void aMissingVariableIsAnError()
    {
        House house({{QStringLiteral("HERE"), QStringLiteral("x")}});

        QCOMPARE(house.text(QStringLiteral("ref+env://HERE")), QStringLiteral("x"));
        VERIFY_ERROR(house.value(QStringLiteral("ref+env://GONE")), base::ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(ResolverTest)
#include "tst_resolver.moc"
