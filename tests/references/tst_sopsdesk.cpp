// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/sops/sopsdesk.h"
#include "sopsdata.h"
#include "support/fakeclock.h"
#include "support/fakeconsent.h"
#include "support/fakeports.h"
#include "support/verifyresult.h"

#include <QTemporaryDir>
#include <QTest>

using namespace references;

namespace {

//! A desk with files in a folder, and a key that lies beside them or in our vault.
class House
{
public:
    enum class Key { Beside, InVault, None };

    explicit House(Key key = Key::Beside)
        : desk(places(key), clock, &consent)
    {}

    core::SopsRequest request(const QString &name, bool asProgram = true) const
    {
        core::SopsRequest made;
        made.path = folder.filePath(name);
        if (asProgram)
            made.program = std::make_shared<core::Program>(FakePrograms::git());
        return made;
    }
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(folder.filePath(name));
        if (file.open(QFile::WriteOnly))
            file.write(content);
    }
    QByteArray read(const QString &name) const
    {
        return sopsdata::contentOf(folder.filePath(name));
    }
    base::Result<> encrypt(const QString &name)
    {
        return QCoro::waitFor(desk.encryptInPlace(request(name), recipients(), std::stop_token()));
    }
    base::Result<QByteArray> plain(const QString &name,
                                   const QString &extract = {},
                                   const QString &format = {})
    {
        auto opened =
            QCoro::waitFor(desk.decrypt(request(name), extract, format, std::stop_token()));
        if (!opened)
            return base::fail(opened.error());
        mark = opened->mark;
        return opened->text.expose().toByteArray();
    }
    static core::SopsRecipients recipients() { return {{sopsdata::testRecipient()}, {}}; }

    QTemporaryDir folder;
    FakeClock clock;
    FakeConsent consent;
    FakeSecretStore store;
    QByteArray mark;
    SopsDesk desk;

private:
    SopsKeyPlaces places(Key key)
    {
        const QString file = sopsdata::path(QStringLiteral("age-test-key.txt"));
        if (key == Key::None)
            return {};
        if (key == Key::Beside)
            return sopsdata::placesWith(file);
        store.put(QStringLiteral("latchkey/sops/default/age_key"),
                  sopsdata::contentOf(file).constData());
        SopsKeyPlaces made;
        made.store = &store;
        return made;
    }
};

const QByteArray text(
    "# mine\ndatabase:\n    password: hunter2\n    ports:\n        - 1\n        - 2\n");
const QString name = QStringLiteral("s.yaml");

} // namespace

//! SOPS files for programs.
class SopsDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encryptsAndDecryptsInPlace()
    {
        House house;
        house.write(name, text);
        VERIFY_RESULT(house.encrypt(name));
        QVERIFY(!house.read(name).contains("hunter2"));
        const auto plain = house.plain(name);
        VERIFY_RESULT(plain);
        QCOMPARE(*plain, text);
        VERIFY_RESULT(
            QCoro::waitFor(house.desk.decryptInPlace(house.request(name), std::stop_token())));
        QCOMPARE(house.read(name), text);
    }

    void encryptWritesNothing()
    {
        House house;
        house.write(name, text);
        const auto sealed = QCoro::waitFor(
            house.desk.encrypt(house.request(name), House::recipients(), std::stop_token()));
        VERIFY_RESULT(sealed);
        QVERIFY(sealed->contains("ENC["));
        QCOMPARE(house.read(name), text);
    }

    void theRulesOfTheFolderCount()
    {
        House house;
        house.write(QStringLiteral(".sops.yaml"),
                    "creation_rules:\n  - path_regex: \\.yaml$\n    encrypted_regex: ^password$\n"
                    "    age: "
                        + sopsdata::testRecipient().toUtf8() + "\n");
        house.write(name, text);
        VERIFY_RESULT(
            QCoro::waitFor(house.desk.encryptInPlace(house.request(name), {}, std::stop_token())));
        QVERIFY(!house.read(name).contains("hunter2"));
        QVERIFY(house.read(name).contains("- 1"));
    }

    void aFileThatIsEncryptedStays()
    {
        House house;
        house.write(name, text);
        VERIFY_RESULT(house.encrypt(name));
        const QByteArray before = house.read(name);
        const auto again = house.encrypt(name);
        QVERIFY(!again);
        QCOMPARE(again.error().code, base::ErrorCode::Conflict);
        QCOMPARE(house.read(name), before);
    }

    void extractsValues_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("a text") << QStringLiteral("[\"database\"][\"password\"]")
                                << QByteArray("hunter2");
        QTest::newRow("an item") << QStringLiteral("[\"database\"][\"ports\"][1]")
                                 << QByteArray("2");
        QTest::newRow("a list") << QStringLiteral("[\"database\"][\"ports\"]")
                                << QByteArray("[1,2]");
    }
    void extractsValues()
    {
        QFETCH(const QString, path);
        QFETCH(const QByteArray, value);
        House house;
        house.write(name, text);
        VERIFY_RESULT(house.encrypt(name));
        const auto part = house.plain(name, path);
        VERIFY_RESULT(part);
        QCOMPARE(*part, value);
    }

    void aValueThatIsNotThereIsNotFound()
    {
        House house;
        house.write(name, text);
        VERIFY_RESULT(house.encrypt(name));
        for (const char *const path :
             {"[\"no\"]", "[\"database\"][\"ports\"][2]", "[\"database\"][0]"}) {
            const auto part = house.plain(name, QString::fromLatin1(path));
            QVERIFY(!part);
            QCOMPARE(part.error().code, base::ErrorCode::NotFound);
        }
    }

    void setsAndRemovesOneValue()
    {
        House house;
        house.write(name, text);
        VERIFY_RESULT(house.encrypt(name));
        const QString key = QStringLiteral("[\"database\"][\"password\"]");
        VERIFY_RESULT(QCoro::waitFor(
            house.desk.set(house.request(name), key, base::Secret("\"new\""), std::stop_token())));
        QCOMPARE(house.plain(name, key).value_or("?"), QByteArray("new"));
        VERIFY_RESULT(QCoro::waitFor(
            house.desk.set(house.request(name), key, base::Secret(), std::stop_token())));
        QVERIFY(!house.plain(name, key));
        const auto wrong = QCoro::waitFor(
            house.desk.set(house.request(name), key, base::Secret("not json"), std::stop_token()));
        QVERIFY(!wrong);
        QVERIFY(!wrong.error().message.contains(QLatin1String("not json")));
    }

    void takesTheWholeFromAnEditor()
    {
        House house;
        house.write(name, text);
        VERIFY_RESULT(house.encrypt(name));
        VERIFY_RESULT(house.plain(name));
        const QByteArray changed = QByteArray(text).replace("hunter2", "hunter3");
        VERIFY_RESULT(QCoro::waitFor(house.desk.replace(
            house.request(name), base::Secret(changed), house.mark, std::stop_token())));
        QCOMPARE(house.plain(name).value_or("?"), changed);
    }

    void somebodyElsesChangeIsAConflict()
    {
        House house;
        house.write(name, text);
        VERIFY_RESULT(house.encrypt(name));
        VERIFY_RESULT(house.plain(name));
        const QByteArray mark = house.mark;
        VERIFY_RESULT(QCoro::waitFor(house.desk.set(
            house.request(name), QStringLiteral("[\"a\"]"), base::Secret("1"), std::stop_token())));
        const QByteArray before = house.read(name);
        const auto refused = QCoro::waitFor(
            house.desk.replace(house.request(name), base::Secret(text), mark, std::stop_token()));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, base::ErrorCode::Conflict);
        QCOMPARE(house.read(name), before);
    }

    void tellsWhomAFileIsFor()
    {
        House house;
        house.write(name, text);
        const auto before = house.desk.info(house.request(name));
        VERIFY_RESULT(before);
        QVERIFY(!before->isEncrypted);
        VERIFY_RESULT(house.encrypt(name));
        const auto facts = house.desk.info(house.request(name));
        VERIFY_RESULT(facts);
        QVERIFY(facts->isEncrypted);
        QCOMPARE(facts->age, QStringList{sopsdata::testRecipient()});
        QCOMPARE(facts->rule, QStringLiteral("unencrypted_suffix"));
        QVERIFY(facts->lastModified.isValid());
    }

    void aPathBeginsAtTheRoot()
    {
        House house;
        core::SopsRequest request;
        request.path = name;
        QCOMPARE(house.desk.info(request).error().code, base::ErrorCode::InvalidInput);
    }

    void aShellBringsItsOwnKeys()
    {
        House closed(House::Key::None);
        closed.write(name, text);
        VERIFY_RESULT(closed.encrypt(name));
        QVERIFY(!closed.plain(name));
        core::SopsRequest request = closed.request(name);
        const QByteArray keys =
            sopsdata::contentOf(sopsdata::path(QStringLiteral("age-test-key.txt")));
        request.ageKeys = std::make_shared<const base::Secret>(keys);
        VERIFY_RESULT(QCoro::waitFor(closed.desk.decrypt(request, {}, {}, std::stop_token())));
        QVERIFY(closed.consent.asked.isEmpty());
    }

    void onlyOurOwnKeyNeedsTheOwner()
    {
        House beside;
        beside.write(name, text);
        VERIFY_RESULT(beside.encrypt(name));
        VERIFY_RESULT(beside.plain(name));
        QVERIFY(beside.consent.asked.isEmpty());

        House vault(House::Key::InVault);
        vault.write(name, text);
        VERIFY_RESULT(vault.encrypt(name));
        QVERIFY(vault.consent.asked.isEmpty());
        VERIFY_RESULT(vault.plain(name));
        QCOMPARE(vault.consent.asked.size(), 1);
        QCOMPARE(vault.consent.asked.constFirst().account.joined(), QStringLiteral("sops/default"));
        vault.consent.refusal =
            base::Error{base::ErrorCode::Denied, QStringLiteral("The owner said no."), {}, {}};
        const auto refused = vault.plain(name);
        QVERIFY(!refused);
        QCOMPARE(refused.error().message, QStringLiteral("The owner said no."));
        // The person's own window is not asked about.
        VERIFY_RESULT(QCoro::waitFor(
            vault.desk.decrypt(vault.request(name, false), {}, {}, std::stop_token())));
    }
};

QTEST_GUILESS_MAIN(SopsDeskTest)
#include "tst_sopsdesk.moc"
