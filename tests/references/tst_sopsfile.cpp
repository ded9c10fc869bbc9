// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/digest.h"
#include "sopsdata.h"
#include "support/verifyresult.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace references;

namespace {

const QDateTime later = QDateTime(QDate(2026, 5, 6), QTime(7, 8, 9), Qt::UTC);

QByteArray sealedText(const base::Result<SopsFile> &file)
{
    const auto text = file->encrypted(later);
    return text ? *text : QByteArray();
}

} // namespace

//! What Latchkey writes as SOPS files, and what happens when somebody touches them.
class SopsFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFormatGoesThereAndBack_data()
    {
        QTest::addColumn<Format>("format");
        QTest::addColumn<QByteArray>("plain");
        QTest::newRow("yaml") << Format::Yaml
                              << QByteArray("# top\na: one\nb:\n    # inner\n    c: 2\n    d: 2.5\n"
                                            "list:\n    - true\n    # in a list\n    - null\n"
                                            "    - k: v\n      l: w\n    - - x\n"
                                            "text: |\n    first\n    second\nempty: \"\"\n"
                                            "when: 2026-01-02T03:04:05Z\nnone: {}\n# end\n");
        QTest::newRow("two documents") << Format::Yaml << QByteArray("a: 1\n---\na: 2\n# last\n");
        QTest::newRow("json") << Format::Json
                              << QByteArray(
                                     "{\n\t\"a\": \"x\",\n\t\"n\": 9007199254740993,\n"
                                     "\t\"f\": 0.5,\n\t\"l\": [\n\t\ttrue,\n\t\tnull\n\t]\n}\n");
        QTest::newRow("dotenv") << Format::Dotenv
                                << QByteArray("#comment\nA=1\nB=two words\nC=line\\nbreak\nE=\n");
        QTest::newRow("ini") << Format::Ini
                             << QByteArray("; about it\n[one]\na = 1\n; inside\nb = `x;y`\n\n"
                                           "[two]\nc = z\n");
        QTest::newRow("binary") << Format::Binary << QByteArray("any\0thing\xff\n", 11);
    }
    void everyFormatGoesThereAndBack()
    {
        QFETCH(const Format, format);
        QFETCH(const QByteArray, plain);
        const auto file = sopsdata::create(plain, format);
        VERIFY_RESULT(file);

        const QByteArray sealed = sealedText(file);
        const auto opened = sopsdata::open(sealed, format);

        VERIFY_RESULT(opened);
        QCOMPARE(sopsdata::plainOf(*opened), plain);
        QVERIFY(SopsFile::isEncrypted(sealed, format));
        QVERIFY(!SopsFile::isEncrypted(plain, format));
        QVERIFY(!sealed.contains("two words") && !sealed.contains("inner"));
    }

    void everyRuleIsHonoured_data()
    {
        QTest::addColumn<EncryptionRule::Kind>("kind");
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QByteArrayList>("clear");
        using By = EncryptionRule::Kind;
        QTest::newRow("unencrypted suffix") << By::UnencryptedSuffix << QStringLiteral("_pub")
                                            << QByteArrayList{"value-1", "value-2"};
        QTest::newRow("encrypted suffix")
            << By::EncryptedSuffix << QStringLiteral("_sec")
            << QByteArrayList{"value-1", "value-2", "value-3", "value-5"};
        QTest::newRow("unencrypted regex") << By::UnencryptedRegex << QStringLiteral("^(top|deep)")
                                           << QByteArrayList{"value-1", "value-2", "value-3"};
        QTest::newRow("encrypted regex")
            << By::EncryptedRegex << QStringLiteral("sec$")
            << QByteArrayList{"value-1", "value-2", "value-3", "value-5"};
        QTest::newRow("comment asks for none")
            << By::UnencryptedCommentRegex << QStringLiteral("plain") << QByteArrayList{"value-5"};
        QTest::newRow("comment asks for it")
            << By::EncryptedCommentRegex << QStringLiteral("plain")
            << QByteArrayList{"value-1", "value-2", "value-3", "value-4"};
    }
    void everyRuleIsHonoured()
    {
        QFETCH(const EncryptionRule::Kind, kind);
        QFETCH(const QString, pattern);
        QFETCH(const QByteArrayList, clear);
        const QByteArray plain =
            "top_pub: value-1\ndeep_pub:\n    in: value-2\ndeep:\n    - value-3\n"
            "other_sec: value-4\n# plain here\nlast: value-5\n";
        for (const bool macOnly : {false, true}) {
            const EncryptionRule rule{kind, pattern, macOnly};
            const auto file = sopsdata::create(plain, Format::Yaml, rule);
            VERIFY_RESULT(file);
            const QByteArray sealed = sealedText(file);
            for (const char *value : {"value-1", "value-2", "value-3", "value-4", "value-5"})
                QCOMPARE(sealed.contains(QByteArray(" ") + value), clear.contains(value));
            const auto opened = sopsdata::open(sealed, Format::Yaml);
            VERIFY_RESULT(opened);
            QCOMPARE(sopsdata::plainOf(*opened), plain);
        }
    }

    void whatIsTamperedWithIsRefused_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("a clear value changed")
            << QByteArray("open here") << QByteArray("open there");
        QTest::newRow("a type changed") << QByteArray("type:int") << QByteArray("type:bool");
        QTest::newRow("a key renamed") << QByteArray("number:") << QByteArray("numbed:");
        QTest::newRow("a value made clear")
            << QByteArray("number: ENC") << QByteArray("number: NEC");
        QTest::newRow("the time changed") << QByteArray("07:08:09") << QByteArray("07:08:10");
        QTest::newRow("the mac emptied")
            << QByteArray("    mac: ENC") << QByteArray("    mac: \"\" #");
        QTest::newRow("the mac gone") << QByteArray("    mac: ENC") << QByteArray("    cam: ENC");
        QTest::newRow("a clear value added")
            << QByteArray("number:") << QByteArray("new_unencrypted: x\nnumber:");
    }
    void whatIsTamperedWithIsRefused()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        const auto file =
            sopsdata::create("number: 42\nwords: hello\nx_unencrypted: open here\n", Format::Yaml);
        VERIFY_RESULT(file);
        QByteArray sealed = sealedText(file);
        QVERIFY(sealed.contains(from));
        VERIFY_RESULT(sopsdata::open(sealed, Format::Yaml));

        sealed.replace(from, to);

        VERIFY_ERROR(sopsdata::open(sealed, Format::Yaml), base::ErrorCode::Corrupt);
    }

    void valuesCannotChangePlaces()
    {
        const auto file = sopsdata::create("a: first\nb: other\n", Format::Yaml);
        VERIFY_RESULT(file);
        QByteArray sealed = sealedText(file);
        QByteArrayList lines = sealed.split('\n');
        const QByteArray first = lines[0].mid(3);
        lines[0] = "a: " + lines[1].mid(3);
        lines[1] = "b: " + first;

        VERIFY_ERROR(sopsdata::open(lines.join('\n'), Format::Yaml), base::ErrorCode::Corrupt);
    }

    void everyFlippedBitIsNoticed()
    {
        const auto file = sopsdata::create("secret: value\n", Format::Yaml);
        VERIFY_RESULT(file);
        const QByteArray sealed = sealedText(file);
        const qsizetype end = sealed.indexOf(",type:");
        for (qsizetype i = sealed.indexOf("data:") + 5; i < end; ++i) {
            QByteArray changed = sealed;
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            if (changed == sealed)
                continue;
            VERIFY_ERROR(sopsdata::open(changed, Format::Yaml), base::ErrorCode::Corrupt);
        }
    }

    void oneChangedValueIsOneChangedLine()
    {
        auto file = sopsdata::create(
            "a: same\nb: same\nlist:\n    - x\n    - x\nc: old\n# note\nd: 1\n", Format::Yaml);
        VERIFY_RESULT(file);
        const QByteArray before = sealedText(file);
        auto opened = sopsdata::open(before, Format::Yaml);
        VERIFY_RESULT(opened);

        VERIFY_RESULT(opened->set({{"c", -1}}, Node::text("new")));
        const QByteArray after = sealedText(opened);

        const QByteArrayList old = before.split('\n');
        const QByteArrayList now = after.split('\n');
        QCOMPARE(now.size(), old.size());
        QByteArrayList changed;
        for (qsizetype i = 0; i < old.size(); ++i) {
            if (old[i] != now[i])
                changed.append(now[i].trimmed().left(3));
        }
        // The MAC changes; the time is the same here.
        QCOMPARE(changed, (QByteArrayList{"c: ", "mac"}));
    }

    void valuesAreSetAndRemovedByPath()
    {
        auto file = sopsdata::create("a:\n    b: 1\nlist:\n    - x\n", Format::Yaml);
        VERIFY_RESULT(file);
        const auto set = [&file](const char *path, const char *value) {
            const auto place = parseTreePath(QString::fromUtf8(path));
            return place ? file->set(*place, Node::text(value))
                         : base::Result<>(base::fail(place.error()));
        };

        VERIFY_RESULT(set("[\"a\"][\"b\"]", "two"));
        VERIFY_RESULT(set("[\"a\"][\"new\"][\"deep\"]", "three"));
        VERIFY_RESULT(set("[\"list\"][0]", "w"));
        VERIFY_RESULT(set("[\"list\"][1]", "z"));
        VERIFY_ERROR(set("[\"list\"][7]", "z"), base::ErrorCode::NotFound);
        for (const char *odd :
             {"", "a", "[", "[\"a\"", "[1.5]", "[\"a\",\"b\"]", "[-1]", "[\"a\"]x"})
            VERIFY_ERROR(set(odd, "z"), base::ErrorCode::InvalidInput);

        QCOMPARE(
            sopsdata::plainOf(*file),
            QByteArray("a:\n    b: two\n    new:\n        deep: three\nlist:\n    - w\n    - z\n"));
        VERIFY_RESULT(file->remove({{"a", -1}}));
        VERIFY_ERROR(file->remove({{"a", -1}, {"b", -1}}), base::ErrorCode::NotFound);
        QCOMPARE(sopsdata::plainOf(*file), QByteArray("list:\n    - w\n    - z\n"));
    }

    void aPersonWithoutAKeyGetsOneSentence()
    {
        const auto file = sopsdata::create("a: b\n", Format::Yaml);
        VERIFY_RESULT(file);
        SopsKeys others(sopsdata::placesWith(sopsdata::path(QStringLiteral("age-test-key-2.txt"))));

        const auto opened = sopsdata::open(sealedText(file), Format::Yaml, std::move(others));

        VERIFY_ERROR(opened, base::ErrorCode::Denied);
        QVERIFY(opened.error().message.contains(sopsdata::testRecipient()));
        QVERIFY(!opened.error().remedy.isEmpty());
    }

    void severalRecipientsMayOpenIt()
    {
        const auto other = crypto::age::Identity::generate();
        SopsKeyPlaces places;
        places.identities = {std::make_shared<crypto::age::Identity>(
            *crypto::age::Identity::parse(other.toString()))};
        const auto file =
            sopsdata::create("a: b\n",
                             Format::Yaml,
                             {},
                             {{sopsdata::testRecipient(), other.recipient().toString()}, {}});
        VERIFY_RESULT(file);
        const QByteArray sealed = sealedText(file);

        VERIFY_RESULT(sopsdata::open(sealed, Format::Yaml));
        VERIFY_RESULT(sopsdata::open(sealed, Format::Yaml, SopsKeys(places)));
        VERIFY_ERROR(sopsdata::create("a: b\n", Format::Yaml, {}, {}),
                     base::ErrorCode::InvalidInput);
    }

    void changesOfTwoSidesAreMerged()
    {
        const auto file =
            sopsdata::create("a:\n    x: 1\n    y: 1\nb: old\nc: gone\n", Format::Yaml);
        VERIFY_RESULT(file);
        const QByteArray base = sealedText(file);
        const auto side = [&base](const std::function<void(SopsFile &)> &edit) {
            auto opened = sopsdata::open(base, Format::Yaml);
            if (opened)
                edit(*opened);
            return opened ? sopsdata::open(sealedText(opened), Format::Yaml) : std::move(opened);
        };
        const auto before = sopsdata::open(base, Format::Yaml);
        VERIFY_RESULT(before);
        auto ours = side([](SopsFile &edited) {
            QVERIFY(edited.set({{"a", -1}, {"x", -1}}, Node::text("ours")));
            QVERIFY(edited.set({{"d", -1}}, Node::text("new here")));
        });
        VERIFY_RESULT(ours);
        const auto theirs = side([](SopsFile &edited) {
            QVERIFY(edited.set({{"a", -1}, {"y", -1}}, Node::text("theirs")));
            QVERIFY(edited.remove({{"c", -1}}));
            QVERIFY(edited.set({{"e", -1}}, Node::text("new there")));
        });
        VERIFY_RESULT(theirs);
        const auto rivals = side([](SopsFile &edited) {
            QVERIFY(edited.remove({{"a", -1}, {"x", -1}}));
        });
        VERIFY_RESULT(rivals);

        VERIFY_RESULT(ours->merge(*before, *theirs));
        const QByteArray merged = sealedText(ours);

        const auto opened = sopsdata::open(merged, Format::Yaml);
        VERIFY_RESULT(opened);
        QCOMPARE(
            sopsdata::plainOf(*opened),
            QByteArray("a:\n    x: ours\n    \"y\": theirs\nb: old\nd: new here\ne: new there\n"));
        // What they sealed is as they sealed it.
        const QByteArray text = sealedText(theirs);
        const qsizetype begin = text.indexOf("\ne: ");
        QVERIFY(merged.contains(text.mid(begin, text.indexOf('\n', begin + 1) - begin)));
        const auto conflict = ours->merge(*before, *rivals);
        VERIFY_ERROR(conflict, base::ErrorCode::Conflict);
        QVERIFY(conflict.error().message.contains(QStringLiteral("a/x")));
    }

    void whatIsEncryptedIsNotEncryptedAgain()
    {
        const auto file = sopsdata::create("a: b\n", Format::Yaml);
        VERIFY_RESULT(file);

        VERIFY_ERROR(sopsdata::create(sealedText(file), Format::Yaml), base::ErrorCode::Conflict);
        VERIFY_ERROR(sopsdata::open("a: b\n", Format::Yaml), base::ErrorCode::InvalidInput);
    }

    void theProgramAgeOpensTheDataKey()
    {
        const QString age = QStandardPaths::findExecutable(QStringLiteral("age"));
        if (age.isEmpty())
            QSKIP("The program age is not installed.");
        const auto file = sopsdata::create("a: b\n", Format::Yaml);
        VERIFY_RESULT(file);
        QProcess process;
        process.start(age,
                      {QStringLiteral("-d"),
                       QStringLiteral("-i"),
                       sopsdata::path(QStringLiteral("age-test-key.txt"))});
        process.write(file->metadata().ageKeys().constFirst().closed);
        process.closeWriteChannel();

        QVERIFY(process.waitForFinished());

        QCOMPARE(process.exitCode(), 0);
        QCOMPARE(process.readAllStandardOutput().size(), 32);
    }

    void keysComeFromTheEnvironmentsPlaces()
    {
        const auto file = sopsdata::create("a: b\n", Format::Yaml);
        VERIFY_RESULT(file);
        const QByteArray sealed = sealedText(file);
        const QString keyFile = sopsdata::path(QStringLiteral("age-test-key.txt"));
        const QString key = QString::fromLatin1(sopsdata::contentOf(keyFile).split('\n').value(2));
        QTemporaryDir config;
        QVERIFY(QDir(config.path()).mkpath(QStringLiteral("sops/age")));
        QVERIFY(QFile::copy(keyFile, config.filePath(QStringLiteral("sops/age/keys.txt"))));
        const auto opens = [&sealed](const char *name, const QString &value) {
            SopsKeyPlaces places;
            places.environment.insert(QString::fromLatin1(name), value);
            return sopsdata::open(sealed, Format::Yaml, SopsKeys(places)).has_value();
        };

        QVERIFY(opens("SOPS_AGE_KEY", key));
        QVERIFY(opens("SOPS_AGE_KEY_FILE", keyFile));
        QVERIFY(opens("SOPS_AGE_KEY_CMD", QStringLiteral("cat '%1'").arg(keyFile)));
        QVERIFY(opens("XDG_CONFIG_HOME", config.path()));
        QVERIFY(!opens("SOPS_AGE_KEY_FILE", QStringLiteral("/nowhere/keys.txt")));
        QVERIFY(!opens("SOPS_AGE_KEY_CMD", QStringLiteral("false")));
        QVERIFY(!opens("SOPS_AGE_KEY", QStringLiteral("AGE-SECRET-KEY-1QQQ")));
    }

    void filesOfKeyServicesAreTheProgramsMatter()
    {
        auto file = sopsdata::create("a: b\n", Format::Yaml);
        VERIFY_RESULT(file);
        QByteArray sealed = sealedText(file);
        const qsizetype begin = sealed.indexOf("    age:");
        const qsizetype end = sealed.indexOf("    lastmodified");
        const QByteArray kms = "    kms:\n        - arn: arn:aws:kms:eu-west-1:1:key/x\n"
                               "          enc: AQ==\n";

        sealed.replace(begin, end - begin, kms);
        const auto alone = sopsdata::open(sealed, Format::Yaml);
        sealed.replace("    kms:", "    key_groups:");
        const auto groups = sopsdata::open(sealed, Format::Yaml);

        VERIFY_ERROR(alone, base::ErrorCode::Unsupported);
        VERIFY_ERROR(groups, base::ErrorCode::Unsupported);
    }
};

QTEST_GUILESS_MAIN(SopsFileTest)
#include "tst_sopsfile.moc"
