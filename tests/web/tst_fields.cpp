// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/verifyresult.h"
#include "web/fields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace web;

namespace {

Fields fieldsOf(const char *json)
{
    return Fields(QJsonDocument::fromJson(json).object());
}

QList<QByteArray> codesOf(const Fields &fields)
{
    QList<QByteArray> codes;
    for (const FieldError &error : fields.errors())
        codes.append(error.field.toLatin1() + ':' + error.code);
    return codes;
}

} // namespace

class FieldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodFieldsAreRead()
    {
        Fields fields = fieldsOf(R"({"name":"Ädä","size":7,"on":true,"kind":"b","ids":["x","y"],
                                     "password":"s p","more":{"k":1}})");

        QCOMPARE(fields.text("name"), QStringLiteral("Ädä"));
        QCOMPARE(fields.integer("size", 1, 10), 7);
        QVERIFY(fields.flag("on"));
        QCOMPARE(fields.choice("kind", {QStringLiteral("a"), QStringLiteral("b")}),
                 QStringLiteral("b"));
        QCOMPARE(fields.texts("ids").size(), 2);
        QCOMPARE(fields.secret("password").expose(), QByteArrayView("s p"));
        QCOMPARE(fields.object("more").size(), 1);
        QCOMPARE(fields.optionalText("absent"), std::nullopt);
        fields.nothingElse();
        QVERIFY(fields.isValid());
        QVERIFY(!fields.refusal());
    }

    void everythingThatIsWrongIsToldAtOnce()
    {
        Fields fields = fieldsOf(R"({"name":"","mail":"a b","long":"xxxx","size":11,"half":1.5,
                                     "on":"yes","kind":"c","ids":["ok",7],"list":{},"odd":1})");

        static_cast<void>(fields.text("name"));
        static_cast<void>(fields.text("mail", {.charset = Charset::Name}));
        static_cast<void>(fields.text("long", {.longest = 3}));
        static_cast<void>(fields.text("missing"));
        static_cast<void>(fields.integer("size", 1, 10));
        static_cast<void>(fields.integer("half", 0));
        static_cast<void>(fields.flag("on"));
        static_cast<void>(fields.choice("kind", {QStringLiteral("a")}));
        static_cast<void>(fields.texts("ids"));
        static_cast<void>(fields.texts("list"));
        fields.nothingElse();

        QCOMPARE(codesOf(fields),
                 QList<QByteArray>({"name:required",
                                    "mail:not_allowed",
                                    "long:too_long",
                                    "missing:required",
                                    "size:out_of_range",
                                    "half:not_a_number",
                                    "on:not_a_flag",
                                    "kind:not_a_choice",
                                    "ids:not_a_text",
                                    "list:not_a_list",
                                    "odd:unknown"}));
        const auto refusal = fields.refusal();
        QVERIFY(refusal);
        QCOMPARE(refusal->status(), 422);
        const QJsonArray errors = refusal->object().value(QStringLiteral("errors")).toArray();
        QCOMPARE(errors.size(), 11);
        QCOMPARE(errors.first().toObject().value(QStringLiteral("code")).toString(),
                 QStringLiteral("required"));
    }

    void controlCharactersAreNoText()
    {
        Fields fields(QJsonObject{{QStringLiteral("a"), QStringLiteral("x\x07y")},
                                  {QStringLiteral("b"), QStringLiteral("x\ny")},
                                  {QStringLiteral("c"), QStringLiteral("x\ny")},
                                  {QStringLiteral("d"), QString(QChar(0xd800))}});
        static_cast<void>(fields.text("a"));
        static_cast<void>(fields.text("b"));
        static_cast<void>(fields.text("c", {.charset = Charset::Lines}));
        static_cast<void>(fields.text("d"));
        QCOMPARE(codesOf(fields),
                 QList<QByteArray>({"a:not_allowed", "b:not_allowed", "d:not_allowed"}));
    }

    void formsAreReadByTheSameRules()
    {
        const auto form = Parameters::parse("n=5&on=on&w=+7&ids=a&ids=b", {"ids"});
        VERIFY_RESULT(form);
        Fields fields(*form);

        QCOMPARE(fields.integer("n", 0), 5);
        QVERIFY(fields.flag("on"));
        QCOMPARE(fields.texts("ids").size(), 2);
        static_cast<void>(fields.integer("w", 0));
        QCOMPARE(codesOf(fields), QList<QByteArray>({"w:not_a_number"}));
    }
};

QTEST_GUILESS_MAIN(FieldsTest)
#include "tst_fields.moc"
