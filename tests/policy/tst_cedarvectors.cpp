// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/engine.h"
#include "support/fakeclock.h"
#include "support/verifyresult.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace {

const QString dataFolder = QStringLiteral(TEST_DATA "/cedar/");

QByteArray readAll(const QString &path)
{
    QFile file(dataFolder + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject readObject(const QString &path)
{
    return QJsonDocument::fromJson(readAll(path)).object();
}

policy::EntityUid uid(const QJsonValue &json)
{
    return {json[QLatin1String("type")].toString(), json[QLatin1String("id")].toString()};
}

QStringList sorted(QStringList names)
{
    names.sort();
    return names;
}

QStringList strings(const QJsonValue &json)
{
    QStringList all;
    for (const QJsonValue &each : json.toArray())
        all += each.toString();
    return sorted(all);
}

//! Puts the escapes in that a schema makes unnecessary.
QJsonValue escaped(const QJsonValue &json)
{
    if (json.isArray()) {
        QJsonArray list;
        for (const QJsonValue &each : json.toArray())
            list.append(escaped(each));
        return list;
    }
    if (!json.isObject())
        return json;
    QJsonObject object = json.toObject();
    const auto isExactly = [&object](const char *one, const char *two) {
        return object.size() == 2 && object.contains(QLatin1String(one))
               && object.contains(QLatin1String(two));
    };
    if (isExactly("type", "id"))
        return QJsonObject{{QStringLiteral("__entity"), object}};
    if (isExactly("fn", "arg"))
        return QJsonObject{{QStringLiteral("__extn"), object}};
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (!member.key().startsWith(QLatin1String("__")))
            member.value() = escaped(member.value());
    }
    return object;
}

QJsonArray escapedEntities(QJsonArray entities)
{
    for (QJsonValueRef each : entities) {
        QJsonObject entity = each.toObject();
        entity[QStringLiteral("attrs")] = escaped(entity.value(QLatin1String("attrs")));
        each = entity;
    }
    return entities;
}

} // namespace

//! Cedar's own tests: same decision, same determining policies, same policies in error.
class CedarVectorsTest : public QObject
{
    Q_OBJECT

    static void answers(const QByteArray &policies,
                        const QJsonArray &entities,
                        const QJsonArray &requests)
    {
        const auto set = policy::PolicySet::parse({{QStringLiteral("test"), policies}},
                                                  policy::Naming::ByPosition);
        VERIFY_RESULT(set);
        const auto store = policy::EntityStore::parse(QJsonDocument(entities).toJson(),
                                                      QStringLiteral("entities"));
        VERIFY_RESULT(store);
        const FakeClock clock;
        policy::EngineOptions options;
        options.strictness = policy::Strictness::CedarStandard;
        options.timeLimit = std::chrono::minutes(5);
        policy::Engine engine(clock, options);
        engine.use(*set, *store);
        for (const QJsonValue &request : requests) {
            const auto decision = engine.explain({uid(request[QLatin1String("principal")]),
                                                  uid(request[QLatin1String("action")]),
                                                  uid(request[QLatin1String("resource")]),
                                                  request[QLatin1String("context")].toObject(),
                                                  {}});
            const bool isAllowed =
                request[QLatin1String("decision")].toString() == QLatin1String("allow");
            QStringList errors;
            QString messages;
            for (const policy::PolicyTrouble &trouble : decision.errors) {
                errors += trouble.policy;
                messages += trouble.policy + u' ' + trouble.error.message + u'\n';
            }
            const QByteArray shown =
                QJsonDocument(request.toObject()).toJson() + messages.toUtf8() + policies;
            QVERIFY2(decision.isAllowed() == isAllowed, shown.constData());
            QVERIFY2(sorted(decision.determining) == strings(request[QLatin1String("reason")]),
                     shown.constData());
            QVERIFY2(sorted(errors) == strings(request[QLatin1String("errors")]),
                     shown.constData());
        }
    }

    static void corpusRows(const QString &file)
    {
        QTest::addColumn<QJsonObject>("vector");
        const QJsonArray tests = readObject(file).value(QLatin1String("tests")).toArray();
        QVERIFY(!tests.isEmpty());
        for (const QJsonValue &each : tests)
            QTest::newRow(qPrintable(each[QLatin1String("id")].toString())) << each.toObject();
    }

    static void corpusTest()
    {
        QFETCH(const QJsonObject, vector);
        answers(vector.value(QLatin1String("policies")).toString().toUtf8(),
                vector.value(QLatin1String("entities")).toArray(),
                vector.value(QLatin1String("requests")).toArray());
    }

private Q_SLOTS:
    void corpusCore_data() { corpusRows(QStringLiteral("corpus-core.json")); }
    void corpusCore() { corpusTest(); }

    void corpusExtensions_data() { corpusRows(QStringLiteral("corpus-ext.json")); }
    void corpusExtensions() { corpusTest(); }

    void handwritten_data()
    {
        QTest::addColumn<QString>("path");
        QDirIterator files(dataFolder + QStringLiteral("handwritten/tests"),
                           {QStringLiteral("*.json")},
                           QDir::Files,
                           QDirIterator::Subdirectories);
        int count = 0;
        for (; files.hasNext(); ++count) {
            const QString path = files.next().mid(dataFolder.size());
            QTest::newRow(qPrintable(path)) << path;
        }
        QCOMPARE(count, 22);
    }
    void handwritten()
    {
        QFETCH(const QString, path);
        const QJsonObject vector = readObject(path);
        const auto file = [&vector](const char *member) {
            return QStringLiteral("handwritten/") + vector.value(QLatin1String(member)).toString();
        };
        QJsonArray requests = vector.value(QLatin1String("requests")).toArray();
        for (QJsonValueRef each : requests) {
            QJsonObject request = each.toObject();
            request[QStringLiteral("context")] = escaped(request.value(QLatin1String("context")));
            each = request;
        }
        answers(readAll(file("policies")),
                escapedEntities(QJsonDocument::fromJson(readAll(file("entities"))).array()),
                requests);
    }

    void syntax_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isPolicy");
        const auto cases =
            readObject(QStringLiteral("syntax.json")).value(QLatin1String("cases")).toArray();
        QVERIFY(!cases.isEmpty());
        for (const QJsonValue &each : cases)
            QTest::newRow(qPrintable(each[QLatin1String("policy")].toString()))
                << each[QLatin1String("policy")].toString()
                << each[QLatin1String("parses")].toBool();
    }
    void syntax()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, isPolicy);

        const auto set = policy::PolicySet::parse({{QStringLiteral("test"), text.toUtf8()}});

        QVERIFY2(set.has_value() == isPolicy, set ? "" : qPrintable(set.error().message));
    }
};

QTEST_GUILESS_MAIN(CedarVectorsTest)
#include "tst_cedarvectors.moc"
