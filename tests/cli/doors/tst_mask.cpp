// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/doors/mask.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUrl>

#include <rapidcheck.h>

namespace {

using latchkey::Bytes;

std::string maskedAll(const std::vector<std::string> &values,
                      const std::vector<std::string> &pieces)
{
    std::vector<Bytes> words;
    for (const std::string &value : values) {
        for (Bytes &word : cli::spellingsOf(value))
            words.push_back(std::move(word));
    }
    const cli::MaskWords known(words);
    cli::Mask mask(known);
    std::string out;
    for (const std::string &piece : pieces)
        out += mask.pass(piece);
    return out + mask.end();
}

std::string masked(const std::string &value, const std::string &text)
{
    return maskedAll({value}, {text});
}

//! A few letters only, so that words begin like one another and meet.
std::string someText(std::size_t least, std::size_t most)
{
    const auto size = *rc::gen::inRange(least, most);
    return *rc::gen::container<std::string>(size, rc::gen::elementOf(std::string("aab")));
}

//! Piece by piece, as chance cuts it.
std::vector<std::string> cut(const std::string &text)
{
    std::vector<std::string> pieces;
    for (std::size_t at = 0; at < text.size();) {
        const auto size = *rc::gen::inRange<std::size_t>(1, 6);
        pieces.push_back(text.substr(at, size));
        at += size;
    }
    return pieces;
}

bool holds(const std::function<void()> &property)
{
    return rc::check(property);
}

} // namespace

//! Values in the output of programs.
class MaskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesEverySpelling_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray value("s3cr?t/+value \"1\"");
        QTest::newRow("itself") << value;
        QTest::newRow("base64") << value.toBase64();
        QTest::newRow("base64 without its end") << value.toBase64(QByteArray::OmitTrailingEquals);
        QTest::newRow("base64 of URLs") << value.toBase64(QByteArray::Base64UrlEncoding);
        QTest::newRow("in a URL") << value.toPercentEncoding();
        QTest::newRow("in a form") << value.toPercentEncoding().replace("%20", "+");
        QTest::newRow("in a URL, small letters") << QByteArray("s3cr%3ft%2f%2bvalue%20%221%22");
        QTest::newRow("in hexadecimal") << value.toHex();
        QTest::newRow("in large hexadecimal") << value.toHex().toUpper();
        QTest::newRow("in JSON") << QByteArray("s3cr?t/+value \\\"1\\\"");
    }
    void hidesEverySpelling()
    {
        QFETCH(const QByteArray, text);
        const std::string value = "s3cr?t/+value \"1\"";
        QCOMPARE(masked(value, "<" + text.toStdString() + ">"), std::string("<***>"));
    }

    void hidesAValueThatWasEncodedWithItsNeighbours()
    {
        const QByteArray value("gho_16C7e42F292c6912E7710c838347Ae178B4a");
        for (const char *const before : {"", "u", "us", "user:", "x-access-token:"}) {
            for (const char *const after : {"", "\n", "==", "@host"}) {
                const QByteArray whole = before + value + after;
                const std::string shown =
                    masked(value.toStdString(), whole.toBase64().toStdString());
                // What is left are characters that the neighbours share.
                QVERIFY2(shown.find("***") != std::string::npos, shown.c_str());
                const QByteArray rest = QByteArray::fromStdString(shown).replace("***", "");
                QVERIFY(rest.size() <= whole.toBase64().size() - value.size() * 4 / 3 + 4);
            }
        }
    }

    void hidesLinesOfAKey()
    {
        const std::string key = "-----BEGIN KEY-----\nMIIEvQIBADANBg\nkqhkiG9w0BAQEFAA\n";
        QCOMPARE(masked(key, "> MIIEvQIBADANBg\r\n> kqhkiG9w0BAQEFAA\r\n"),
                 std::string("> ***\r\n> ***\r\n"));
    }

    void leavesShortValuesAlone()
    {
        QVERIFY(cli::spellingsOf("abc").empty());
        QCOMPARE(masked("abc", "abcabc"), std::string("abcabc"));
    }

    void neighboursAreOneStretch()
    {
        QCOMPARE(maskedAll({"abcdef", "defghi"}, {"<abcdefghi>"}), std::string("<***>"));
        QCOMPARE(masked("abcd", "abcdabcd!"), std::string("***!"));
    }

    void aLongerWordWins()
    {
        QCOMPARE(maskedAll({"abcd", "abcdefgh"}, {"abcdefgh abcdef"}), std::string("*** ***ef"));
    }

    void aPromptIsNotHeldBack()
    {
        const std::vector<Bytes> words = cli::spellingsOf(": secret");
        const cli::MaskWords known(words);
        cli::Mask mask(known);
        std::string out = mask.pass("Password: ");
        QCOMPARE(out, std::string("Password"));
        QVERIFY(mask.isHolding());
        out += mask.pause();
        QCOMPARE(out, std::string("Password: "));
        // What comes late is hidden from there on.
        out += mask.pass("secret!");
        out += mask.end();
        QCOMPARE(out, std::string("Password: ***!"));
    }

    void aLongBeginningIsHeldBackHoweverLongItTakes()
    {
        const std::vector<Bytes> words = cli::spellingsOf("abcdefgh");
        const cli::MaskWords known(words);
        cli::Mask mask(known);
        std::string out = mask.pass("abcde");
        out += mask.pause();
        QCOMPARE(out, std::string());
        out += mask.pass("fgh.");
        out += mask.end();
        QCOMPARE(out, std::string("***."));
    }

    void noValueComesThroughHoweverItIsCut()
    {
        QVERIFY(holds([] {
            std::vector<std::string> values;
            const auto count = *rc::gen::inRange(1, 4);
            for (int i = 0; i < count; ++i)
                values.push_back(someText(4, 8));
            std::string text = someText(0, 40);
            for (const std::string &value : values)
                text += value + someText(0, 6);
            const std::string whole = maskedAll(values, {text});
            for (const std::string &value : values)
                RC_ASSERT(whole.find(value) == std::string::npos);
            RC_ASSERT(maskedAll(values, cut(text)) == whole);
        }));
    }

    void whatIsNoValueStays()
    {
        QVERIFY(holds([] {
            const std::string text =
                *rc::gen::container<std::string>(rc::gen::elementOf(std::string("cdef \n\x1b[0m")));
            RC_ASSERT(maskedAll({"aaaa", "abab"}, cut(text)) == text);
        }));
    }

    void aLongKeyTakesLittleMemoryAndTime()
    {
        std::string key;
        for (int i = 0; i < 4096; ++i)
            key += static_cast<char>('!' + (i * 7 + i / 64) % 90);
        std::string output(4 * 1024 * 1024, 'x');
        QCOMPARE(masked(key, output), output);
    }
};

QTEST_APPLESS_MAIN(MaskTest)
#include "tst_mask.moc"
