// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/doors/template.h"

#include <QTest>

namespace {

//! The pieces in one line: words as they are, references as <reference@line:column>.
QByteArray shown(std::string_view text)
{
    const auto pieces = cli::splitTemplate(text);
    if (!pieces)
        return QByteArray::fromStdString("error: " + pieces.error().message);
    std::string all;
    for (const cli::TemplatePiece &piece : *pieces) {
        if (piece.isReference)
            all += '<' + std::string(piece.text) + '@' + std::to_string(piece.line) + ':'
                   + std::to_string(piece.column) + '>';
        else
            all += piece.text;
    }
    return QByteArray::fromStdString(all);
}

} // namespace

//! Templates with references in braces.
class TemplateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsReferences_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("pieces");
        const auto row = [](const char *what, const char *text, const char *pieces) {
            QTest::newRow(what) << QByteArray(text) << QByteArray(pieces);
        };
        row("none", "a b\n", "a b\n");
        row("nothing", "", "");
        row("one", "{{ auth://a/b/token }}", "<auth://a/b/token@1:1>");
        row("without blanks", "{{auth://a/b/token}}", "<auth://a/b/token@1:1>");
        row("in words", "x {{ ref+echo://a }} y\n", "x <ref+echo://a@1:3> y\n");
        row("two on a line",
            "{{ auth://a/b/c }}{{ auth://d/e/f }}",
            "<auth://a/b/c@1:1><auth://d/e/f@1:19>");
        row("on later lines", "a\n  {{ vals:ref+env://A }}\n", "a\n  <vals:ref+env://A@2:3>\n");
        row("columns are characters", "äöü{{ auth://a/b/c }}", "äöü<auth://a/b/c@1:4>");
        row("another template's braces",
            "{{ .Values.a }} {{ auth://a/b/c }}",
            "{{ .Values.a }} <auth://a/b/c@1:17>");
        row("a brace more", "{{{ auth://a/b/c }}}", "{<auth://a/b/c@1:2>}");
        row("open braces of others", "{{ if\n}}", "{{ if\n}}");
        row("lone braces", "{ auth://a/b/c }", "{ auth://a/b/c }");
        row("not closed",
            "a\nb {{ auth://a/b/c\n}}",
            "error: Line 2, column 3: the braces of a reference are not closed.");
    }
    void findsReferences()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, pieces);
        QCOMPARE(shown({text.constData(), static_cast<std::size_t>(text.size())}), pieces);
    }

    void aMillionBracesTakeNoTime()
    {
        const std::string braces(1'000'000, '{');
        QCOMPARE(shown(braces).size(), qsizetype(1'000'000));
    }

    void knowsAReference_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("is");
        QTest::newRow("auth") << QByteArray("auth://a/b/token") << true;
        QTest::newRow("auth inside of words") << QByteArray("x auth://a/b/token") << false;
        QTest::newRow("ref") << QByteArray("ref+echo://a") << true;
        QTest::newRow("ref inside of words") << QByteArray("https://u:ref+echo://a+@host") << true;
        QTest::newRow("secretref") << QByteArray("secretref+echo://a") << true;
        QTest::newRow("vals") << QByteArray("vals:ref+echo://a") << true;
        QTest::newRow("a word that ends in ref") << QByteArray("ref+x") << false;
        QTest::newRow("an address") << QByteArray("https://example.org/ref+a") << false;
        QTest::newRow("the second one") << QByteArray("ref+a+b ref+echo://c") << true;
        QTest::newRow("nothing") << QByteArray() << false;
    }
    void knowsAReference()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const bool, is);
        QCOMPARE(cli::looksLikeReference({text.constData(), static_cast<std::size_t>(text.size())}),
                 is);
    }
};

QTEST_APPLESS_MAIN(TemplateTest)
#include "tst_template.moc"
