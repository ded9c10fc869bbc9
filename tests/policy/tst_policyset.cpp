// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/language/functions.h"
#include "policy/language/literal.h"
#include "policy/policyset.h"
#include "support/verifyresult.h"

using namespace policy;

namespace {

base::Result<PolicySet> parsed(const QByteArray &text)
{
    return PolicySet::parse({{QStringLiteral("x.cedar"), text}});
}

QByteArray when(const QByteArray &condition)
{
    return "permit (principal, action, resource) when { " + condition + " };";
}

} // namespace

//! Reading policy texts: what they are called, what is refused and where.
class PolicySetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void complaintsNameLineAndColumn_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("complaint");
        const auto row = [](const char *name, const QByteArray &text, const char *complaint) {
            QTest::newRow(name) << text << QString::fromUtf8(complaint);
        };
        row("the end is missing",
            "permit (principal, action, resource)",
            "x.cedar:1:37: the text ends where \"when\", \"unless\", \";\" has to be");
        row("a sign that is none", "permit (principal,\n  action, § resource);", "x.cedar:2:11: ");
        row("columns count characters", when("\"äöü😀\" == §").prepend("\n"), "x.cedar:2:55: ");
        row("a comment hides what it hides",
            "// permit (\n\n forbit (principal, action, resource);",
            "x.cedar:3:2: \"forbit\" stands where \"permit\", \"forbid\" has to be");
        row("an open text", when("\"abc"), "x.cedar:1:45: this text has no closing quotation mark");
        row("an escape that is none", when("\"a\\q\" == \"\""), "x.cedar:1:45: ");
        row("an unknown variable", when("user.name == 1"), "x.cedar:1:45: \"user\" is nothing");
        row("an unknown function",
            when("email(\"a\")"),
            "x.cedar:1:45: there is no function email");
        row("an unknown method", when("[1].size()"), "x.cedar:1:49: there is no method size");
        row("a wrong number of arguments", when("[1].contains()"), "x.cedar:1:49: ");
        row("a template",
            "permit (principal == ?principal, action, resource);",
            "x.cedar:1:22: ?principal makes this a template");
        row("a slot in a condition",
            when("resource.owner == ?principal"),
            "x.cedar:1:63: ?principal belongs to a template");
        row("assignment", when("1 = 1"), "x.cedar:1:47: equality is written ==");
        row("division", when("4 / 2 == 2"), "x.cedar:1:47: the language has no division");
        row("a large number",
            when("9223372036854775808 == 1"),
            "x.cedar:1:45: this number is too large");
        row("a chain of comparisons", when("1 < 2 < 3"), "x.cedar:1:51: ");
        row("a word of the language", when("context.in"), "x.cedar:1:53: \"in\" is a word");
        row("a key twice", when("{a: 1, a: 2} == 1"), "x.cedar:1:52: the key \"a\" is there twice");
        row("no UTF-8", "\xff", "x.cedar:1:1: this file is not UTF-8");
        row("an empty condition", when(""), "x.cedar:1:46: this condition is empty");
        row("an annotation twice", "@a @a permit (principal, action, resource);", "x.cedar:1:5: ");
        row("one id twice",
            "@id(\"a\") permit (principal, action, resource);\n"
            "@id(\"a\") forbid (principal, action, resource);",
            "x.cedar:2:10: another policy is called \"a\" too");
    }
    void complaintsNameLineAndColumn()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, complaint);

        const auto set = parsed(text);

        VERIFY_ERROR(set, base::ErrorCode::InvalidInput);
        QVERIFY2(set.error().message.startsWith(complaint), qPrintable(set.error().message));
    }

    void policiesAreCalledByIdOrByPlace()
    {
        const QByteArray rule = "permit (principal, action, resource);";
        const QList<PolicyText> texts{{QStringLiteral("a.cedar"), "@id(\"first\") " + rule + rule},
                                      {QStringLiteral("b.cedar"), rule}};

        const auto byId = PolicySet::parse(texts);
        const auto byPosition = PolicySet::parse(texts, Naming::ByPosition);

        VERIFY_RESULT(byId);
        QCOMPARE(byId->ids(),
                 QStringList({QStringLiteral("first"),
                              QStringLiteral("a.cedar:policy1"),
                              QStringLiteral("b.cedar:policy0")}));
        VERIFY_RESULT(byPosition);
        QCOMPARE(
            byPosition->ids(),
            QStringList(
                {QStringLiteral("policy0"), QStringLiteral("policy1"), QStringLiteral("policy2")}));
    }

    void aByteOrderMarkAndCommentsAreNoPolicies()
    {
        const auto set = parsed("\xef\xbb\xbf// nothing\n  // at all");

        VERIFY_RESULT(set);
        QCOMPARE(set->size(), 0);
    }

    void deepNestingIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto nested = [](const char *open, const char *inner, const char *close, int times) {
            return when(QByteArray(open).repeated(times) + inner
                        + QByteArray(close).repeated(times));
        };
        QTest::newRow("brackets") << nested("(", "true", ")", 20'000);
        QTest::newRow("sets") << nested("[", "", "]", 20'000);
        QTest::newRow("records") << nested("{a:", "1", "}", 20'000);
        QTest::newRow("arguments") << nested("ip(", "1", ")", 20'000);
        QTest::newRow("conditions") << nested("if ", "true", " then true else true", 20'000);
        QTest::newRow("attributes") << when("context" + QByteArray(".a").repeated(20'000));
        QTest::newRow("indices") << when("context" + QByteArray("[\"a\"]").repeated(20'000));
        QTest::newRow("methods") << when("context" + QByteArray(".isEmpty()").repeated(20'000));
        QTest::newRow("nots") << when(QByteArray("!").repeated(20'000) + "true");
        QTest::newRow("brackets with nots") << nested("!!!!(", "true", ")", 20'000);
    }
    void deepNestingIsRefused()
    {
        QFETCH(const QByteArray, text);
        VERIFY_ERROR(parsed(text), base::ErrorCode::InvalidInput);
    }

    void longChainsAreNotDeep()
    {
        VERIFY_RESULT(parsed(when("true" + QByteArray(" && true").repeated(20'000))));
        VERIFY_RESULT(parsed(when("false" + QByteArray(" || false").repeated(20'000))));
        VERIFY_RESULT(parsed(when("1" + QByteArray(" + 1").repeated(20'000) + " == 20001")));
        VERIFY_RESULT(parsed(when("[" + QByteArray("1,").repeated(20'000) + "].isEmpty()")));
    }

    void aFileHasItsLimits()
    {
        VERIFY_ERROR(parsed(QByteArray(1024 * 1024 + 1, ' ')), base::ErrorCode::InvalidInput);
        const QByteArray rule = "permit(principal,action,resource);";
        VERIFY_ERROR(parsed(rule.repeated(20'001)), base::ErrorCode::InvalidInput);
    }

    void everyFunctionIsFoundByItsName()
    {
        for (int i = 0; i <= int(Function::ToDays); ++i) {
            const auto *entry = findFunction(nameOf(Function(i)));
            QVERIFY(entry);
            QCOMPARE(int(entry->function), i);
        }
        QVERIFY(!findFunction("unknown"));
    }

    void escapesAreRustsOwn_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<bool>("isText");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("letters") << QByteArray("\\n\\r\\t\\\\\\'\\\"") << true
                                 << QByteArray("\n\r\t\\'\"");
        QTest::newRow("zero") << QByteArray("a\\0b") << true << QByteArray("a\0b", 3);
        QTest::newRow("hexadecimal") << QByteArray("\\x41\\x7f") << true << QByteArray("A\x7f");
        QTest::newRow("no ASCII") << QByteArray("\\x80") << false << QByteArray();
        QTest::newRow("half") << QByteArray("\\x4") << false << QByteArray();
        QTest::newRow("Unicode") << QByteArray("\\u{1F600}\\u{e4}\\u{20_AC}") << true
                                 << QByteArray("\xf0\x9f\x98\x80\xc3\xa4\xe2\x82\xac");
        QTest::newRow("surrogate") << QByteArray("\\u{D800}") << false << QByteArray();
        QTest::newRow("too far") << QByteArray("\\u{110000}") << false << QByteArray();
        QTest::newRow("open") << QByteArray("\\u{41") << false << QByteArray();
        QTest::newRow("seven digits") << QByteArray("\\u{0000041}") << false << QByteArray();
        QTest::newRow("carriage return") << QByteArray("a\rb") << false << QByteArray();
        QTest::newRow("star") << QByteArray("\\*") << false << QByteArray();
        QTest::newRow("nothing") << QByteArray("\\") << false << QByteArray();
    }
    void escapesAreRustsOwn()
    {
        QFETCH(const QByteArray, written);
        QFETCH(const bool, isText);
        QFETCH(const QByteArray, text);

        const auto read = unescaped({written.constData(), std::size_t(written.size())});

        QCOMPARE(read.has_value(), isText);
        if (read)
            QCOMPARE(QByteArray::fromStdString(*read), text);
    }

    void aPatternIsCutAtItsStars()
    {
        const auto parts = unescapedPattern("a*\\**\\u{41}");

        QVERIFY(parts);
        QCOMPARE(*parts, std::vector<std::string>({"a", "*", "A"}));
    }
};

QTEST_GUILESS_MAIN(PolicySetTest)
#include "tst_policyset.moc"
