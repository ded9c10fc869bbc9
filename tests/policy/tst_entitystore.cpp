// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/entitystore.h"
#include "support/verifyresult.h"

using namespace policy;

//! Reading entities and their names.
class EntityStoreTest : public QObject
{
    Q_OBJECT

    static base::Result<EntityStore> parsed(const QByteArray &json)
    {
        return EntityStore::parse(json, QStringLiteral("entities.json"));
    }

private Q_SLOTS:
    void readsEveryKindOfValue()
    {
        const auto store =
            parsed("[\n"
                   "{\"uid\": {\"type\": \"User\", \"id\": \"a\"},\n"
                   "\"attrs\": {\"n\": -9223372036854775808, \"s\": \"ä\", \"b\": true, \"set\": "
                   "[1, [2]],\n"
                   "\"record\": {\"deep\": {\"deeper\": 1}},\n"
                   "\"user\": {\"__entity\": {\"type\": \"App::User\", \"id\": \"b\"}},\n"
                   "\"ip\": {\"__extn\": {\"fn\": \"ip\", \"arg\": \"::1\"}},\n"
                   "\"decimal\": {\"__extn\": {\"fn\": \"decimal\", \"arg\": \"1.5\"}},\n"
                   "\"time\": {\"__extn\": {\"fn\": \"datetime\", \"arg\": \"2024-10-15\"}},\n"
                   "\"span\": {\"__extn\": {\"fn\": \"duration\", \"arg\": \"1d\"}}},\n"
                   "\"parents\": [{\"type\": \"Group\", \"id\": \"g\"}, {\"__entity\": {\"type\": "
                   "\"Group\", \"id\": \"h\"}}],\n"
                   "\"tags\": {\"t\": 1}},\n"
                   "{\"uid\": \"Group::\\\"g\\\"\", \"attrs\": {}, \"parents\": []}]");

        VERIFY_RESULT(store);
        QCOMPARE(store->entities().size(), 2);
        QCOMPARE(store->entities().first().parents.size(), 2);
        QCOMPARE(store->entities().last().uid,
                 EntityUid({QStringLiteral("Group"), QStringLiteral("g")}));
    }

    void refusesWhatIsNoEntity_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("complaint");
        const auto row = [](const char *name, const QByteArray &json, const char *complaint) {
            QTest::newRow(name) << json << QString::fromUtf8(complaint);
        };
        const auto with = [](const QByteArray &value) {
            return "[{\"uid\": {\"type\": \"U\", \"id\": \"a\"}, \"attrs\": {\"x\": " + value
                   + "}, \"parents\": []}]";
        };
        row("no JSON", "[\n  {]", "entities.json:2:4: ");
        row("no list", "{}", "entities.json:1:1: this is no list of entities");
        row("no object", "[1]", "entities.json: entity 1: ");
        row("no uid", "[{}]", "entities.json: entity 1: an entity is written");
        row("an unknown member",
            "[{\"uid\": \"U::\\\"a\\\"\", \"attributes\": {}}]",
            "entities.json: entity 1: attributes");
        row("a fraction", with("1.5"), "entities.json: U::\"a\": x: only whole numbers");
        row("too large", with("9223372036854775808"), "entities.json: U::\"a\": x: only whole");
        row("null", with("null"), "entities.json: U::\"a\": x: null is no value");
        row("a wrong address",
            with("{\"__extn\": {\"fn\": \"ip\", \"arg\": \"1.2.3\"}}"),
            "entities.json: U::\"a\": x: \"1.2.3\" is no ip");
        row("an unknown constructor", with("{\"__extn\": {\"fn\": \"url\", \"arg\": \"\"}}"), "");
        row("a half entity", with("{\"__entity\": {\"type\": \"U\"}}"), "");
        row("an entity and more",
            with("{\"__entity\": {\"type\": \"U\", \"id\": \"a\"}, \"y\": 1}"),
            "");
        row("an expression", with("{\"__expr\": \"1 + 1\"}"), "");
        row("no type", "[{\"uid\": {\"type\": \"a b\", \"id\": \"a\"}}]", "");
        row("a reserved type", "[{\"uid\": {\"type\": \"App::in\", \"id\": \"a\"}}]", "");
        row("deep", with(QByteArray("[").repeated(200) + QByteArray("]").repeated(200)), "");
        row("parents", "[{\"uid\": \"U::\\\"a\\\"\", \"parents\": {}}]", "");
        row("attrs", "[{\"uid\": \"U::\\\"a\\\"\", \"attrs\": []}]", "");
        row("a circle",
            "[{\"uid\": \"U::\\\"a\\\"\", \"parents\": [\"U::\\\"b\\\"\"]},\n"
            "{\"uid\": \"U::\\\"b\\\"\", \"parents\": [\"U::\\\"a\\\"\"]}]",
            "entities.json: U::\"");
        row("its own parent", "[{\"uid\": \"U::\\\"a\\\"\", \"parents\": [\"U::\\\"a\\\"\"]}]", "");
        row("twice",
            "[{\"uid\": \"U::\\\"a\\\"\"}, {\"uid\": \"U::\\\"a\\\"\", \"attrs\": {\"n\": 1}}]",
            "");
        row("an action in a user",
            "[{\"uid\": \"Action::\\\"a\\\"\", \"parents\": [\"U::\\\"a\\\"\"]}]",
            "");
    }
    void refusesWhatIsNoEntity()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, complaint);

        const auto store = parsed(json);

        VERIFY_ERROR(store, base::ErrorCode::InvalidInput);
        QVERIFY2(store.error().message.startsWith(complaint), qPrintable(store.error().message));
    }

    void theSameTwiceIsOnce()
    {
        VERIFY_RESULT(parsed("[{\"uid\": \"U::\\\"a\\\"\", \"attrs\": {\"n\": 1}, \"parents\": "
                             "[\"U::\\\"b\\\"\"]},\n"
                             "{\"uid\": \"U::\\\"a\\\"\", \"attrs\": {\"n\": 1}, \"parents\": "
                             "[\"U::\\\"b\\\"\"]}]"));
    }

    void aHierarchyWithoutEndIsRefused()
    {
        QList<Entity> chain;
        for (int i = 0; i < 5000; ++i)
            chain.append(Entity{{QStringLiteral("U"), QString::number(i)},
                                {},
                                {{QStringLiteral("U"), QString::number(i + 1)}},
                                {}});
        VERIFY_ERROR(EntityStore::from(chain), base::ErrorCode::InvalidInput);
        VERIFY_RESULT(EntityStore::from(chain.first(2000)));
    }

    void namesAreReadBack_data()
    {
        QTest::addColumn<EntityUid>("uid");
        QTest::addColumn<QString>("text");
        const auto row = [](const QString &type, const QString &id, const QString &text) {
            QTest::newRow(qPrintable(text)) << EntityUid{type, id} << text;
        };
        row(QStringLiteral("User"), QStringLiteral("alice"), QStringLiteral("User::\"alice\""));
        row(QStringLiteral("A::B_1"), QString(), QStringLiteral("A::B_1::\"\""));
        row(QStringLiteral("U"), QStringLiteral("a\"b\\c"), QStringLiteral("U::\"a\\\"b\\\\c\""));
        row(QStringLiteral("U"), QStringLiteral("a\nb"), QStringLiteral("U::\"a\\u{a}b\""));
        row(QStringLiteral("U"), QString::fromUtf8("ü😀"), QString::fromUtf8("U::\"ü😀\""));
    }
    void namesAreReadBack()
    {
        QFETCH(const EntityUid, uid);
        QFETCH(const QString, text);

        QCOMPARE(toText(uid), text);
        const auto read = parseEntityUid(text);
        VERIFY_RESULT(read);
        QCOMPARE(*read, uid);
    }

    void whatNamesNoEntityIsRefused()
    {
        for (const char *text : {"",
                                 "User",
                                 "User::",
                                 "User::alice",
                                 "\"a\"",
                                 "User::\"a\" x",
                                 "in::\"a\"",
                                 "1::\"a\""})
            VERIFY_ERROR(parseEntityUid(QString::fromUtf8(text)), base::ErrorCode::InvalidInput);
    }
};

Q_DECLARE_METATYPE(policy::EntityUid)

QTEST_GUILESS_MAIN(EntityStoreTest)
#include "tst_entitystore.moc"
