// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/age.h"
#include "crypto/agearmor.h"
#include "crypto/agedetail.h"
#include "support/verifyresult.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace crypto::age;

namespace {

std::shared_ptr<Identity> identityOf(QByteArrayView text)
{
    auto parsed = Identity::parse(base::Secret(text));
    return parsed ? std::make_shared<Identity>(*std::move(parsed)) : nullptr;
}

std::shared_ptr<Identity> newIdentity()
{
    return std::make_shared<Identity>(Identity::generate());
}

base::Secret fromHex(const QJsonValue &hex)
{
    return base::Secret(QByteArray::fromHex(hex.toString().toLatin1()));
}

constexpr int quickLogN = 4;

} // namespace

//! What is written can be read again, byte for byte as age writes it, and nothing else can.
class AgeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheKnownFiles_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        QFile file(QStringLiteral(TEST_DATA "/age/encrypt-kat.json"));
        QVERIFY(file.open(QFile::ReadOnly));
        const QJsonArray vectors =
            QJsonDocument::fromJson(file.readAll()).object().value(u"vectors").toArray();
        for (const QJsonValue &vector : vectors)
            QTest::newRow(qPrintable(vector[u"name"].toString())) << vector.toObject();
    }

    void writesTheKnownFiles()
    {
        QFETCH(const QJsonObject, vector);
        const QJsonObject plaintext = vector.value(u"plaintext").toObject();
        const QByteArray plain = plaintext.value(u"text").toString().toUtf8();
        QCOMPARE(plain.size(), plaintext.value(u"len").toInteger());
        detail::Randomness random{fromHex(vector.value(u"file_key")),
                                  fromHex(vector.value(u"payload_nonce")).expose().toByteArray(),
                                  {},
                                  {}};
        QList<Recipient> recipients;
        QList<std::shared_ptr<Identity>> identities;
        for (const QJsonValue &entry : vector.value(u"recipients").toArray()) {
            identities.append(identityOf(entry[u"identity"].toString().toLatin1()));
            QVERIFY(identities.constLast());
            const auto recipient = Recipient::parse(entry[u"recipient"].toString());
            VERIFY_RESULT(recipient);
            QCOMPARE(recipient->publicKey, identities.constLast()->recipient().publicKey);
            recipients.append(*recipient);
            random.ephemeralKeys.push_back(fromHex(entry[u"ephemeral_secret"]));
        }

        const auto file = detail::encrypt(plain, recipients, random);

        VERIFY_RESULT(file);
        QCOMPARE(*file, QByteArray::fromBase64(vector.value(u"file_base64").toString().toLatin1()));
        QCOMPARE(detail::armor(*file), vector.value(u"armored").toString().toLatin1());
        for (const auto &identity : identities) {
            const auto opened = decrypt(*file, {identity});
            VERIFY_RESULT(opened);
            QCOMPARE(opened->expose(), plain);
        }
    }

    void givesBackWhatWasEncrypted_data()
    {
        QTest::addColumn<qsizetype>("size");
        for (const qsizetype size : {0, 1, 47, 48, 49, 65535, 65536, 65537, 131072, 200000})
            QTest::addRow("%lld bytes", static_cast<long long>(size)) << size;
    }

    void givesBackWhatWasEncrypted()
    {
        QFETCH(const qsizetype, size);
        const QByteArray plain(size, 'x');
        const auto me = newIdentity();
        const base::Secret passphrase("correct horse battery staple");

        for (const Armor armor : {Armor::No, Armor::Yes}) {
            const auto toKey = encrypt(plain, {me->recipient()}, armor);
            const auto toPassphrase = encrypt(plain, passphrase, quickLogN, armor);

            VERIFY_RESULT(toKey);
            VERIFY_RESULT(toPassphrase);
            const auto byKey = decrypt(*toKey, {newIdentity(), me});
            const auto byPassphrase = decrypt(*toPassphrase, passphrase);
            VERIFY_RESULT(byKey);
            VERIFY_RESULT(byPassphrase);
            QCOMPARE(byKey->expose(), plain);
            QCOMPARE(byPassphrase->expose(), plain);
        }
    }

    void neverWritesTheSameFileTwice()
    {
        const auto me = newIdentity();

        const auto first = encrypt("same", {me->recipient()});
        const auto second = encrypt("same", {me->recipient()});

        VERIFY_RESULT(first);
        VERIFY_RESULT(second);
        QVERIFY(*first != *second);
    }

    void tellsAWrongKeyFromADamagedFile()
    {
        const auto me = newIdentity();
        const base::Secret passphrase("right");
        auto toKey = *encrypt("secret", {me->recipient()});
        const auto toPassphrase = *encrypt("secret", passphrase, quickLogN);

        VERIFY_ERROR(decrypt(toKey, {newIdentity()}), base::ErrorCode::Denied);
        VERIFY_ERROR(decrypt(toKey, QList<std::shared_ptr<Identity>>()), base::ErrorCode::Denied);
        VERIFY_ERROR(decrypt(toKey, passphrase), base::ErrorCode::Denied);
        VERIFY_ERROR(decrypt(toPassphrase, base::Secret("wrong")), base::ErrorCode::Denied);
        VERIFY_ERROR(decrypt(toPassphrase, base::Secret()), base::ErrorCode::Denied);
        VERIFY_ERROR(decrypt(toPassphrase, {me}), base::ErrorCode::Denied);
        toKey.back() = static_cast<char>(toKey.back() ^ 1);
        VERIFY_ERROR(decrypt(toKey, {me}), base::ErrorCode::Corrupt);
        VERIFY_ERROR(decrypt("", {me}), base::ErrorCode::Corrupt);
        VERIFY_ERROR(decrypt("service = \"gmail\"\n", {me}), base::ErrorCode::Corrupt);
        VERIFY_ERROR(decrypt("age-encryption.org/v2\n", {me}), base::ErrorCode::Unsupported);
    }

    void refusesToEncryptToNobody()
    {
        VERIFY_ERROR(encrypt("x", QList<Recipient>()), base::ErrorCode::InvalidInput);
        VERIFY_ERROR(encrypt("x", base::Secret()), base::ErrorCode::InvalidInput);
        VERIFY_ERROR(encrypt("x", base::Secret("p"), 0), base::ErrorCode::InvalidInput);
        VERIFY_ERROR(encrypt("x", base::Secret("p"), greatestLogN + 1),
                     base::ErrorCode::InvalidInput);
        VERIFY_ERROR(encrypt("x", {Recipient{QByteArray(32, '\0')}}),
                     base::ErrorCode::InvalidInput);
        VERIFY_ERROR(encrypt("x", {Recipient{"short"}}), base::ErrorCode::InvalidInput);
    }

    void writesAgesOwnWorkFactor()
    {
        const base::Secret passphrase("as slow as the real thing");

        const auto file = encrypt("x", passphrase);

        VERIFY_RESULT(file);
        QVERIFY(file->split('\n').at(1).endsWith(" 18"));
        VERIFY_RESULT(decrypt(*file, passphrase));
    }

    void readsKeysBackAsTheyWereWritten()
    {
        const Identity made = Identity::generate();

        const auto identity = Identity::parse(made.toString());
        const auto recipient = Recipient::parse(made.recipient().toString());

        VERIFY_RESULT(identity);
        VERIFY_RESULT(recipient);
        QVERIFY(identity->privateKey().equals(made.privateKey().expose()));
        QCOMPARE(recipient->publicKey, made.recipient().publicKey);
        QVERIFY(made.toString().expose().startsWith("AGE-SECRET-KEY-1"));
        QVERIFY(made.recipient().toString().startsWith(u"age1"));
    }

    void refusesOtherKeys_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<base::ErrorCode>("code");
        const QString good = QString::fromLatin1(Identity::generate().toString().expose());
        const auto unsupported = base::ErrorCode::Unsupported;
        const auto invalid = base::ErrorCode::InvalidInput;
        QTest::newRow("empty") << QString() << invalid;
        QTest::newRow("lower case") << good.toLower() << invalid;
        QTest::newRow("mixed case") << good.first(20) + good.sliced(20).toLower() << invalid;
        QTest::newRow("cut short") << good.chopped(1) << invalid;
        QTest::newRow("one letter more") << good + u'Q' << invalid;
        QTest::newRow("a recipient") << Identity::generate().recipient().toString() << invalid;
        QTest::newRow("post-quantum") << QStringLiteral("AGE-SECRET-KEY-PQ-1QQQQ") << unsupported;
        QTest::newRow("plug-in") << QStringLiteral("AGE-PLUGIN-YUBIKEY-1QQQQ") << unsupported;
    }

    void refusesOtherKeys()
    {
        QFETCH(const QString, key);
        QFETCH(const base::ErrorCode, code);

        VERIFY_ERROR(Identity::parse(base::Secret(key.toUtf8())), code);
    }

    void refusesOtherRecipients()
    {
        const QString mine = QString::fromLatin1(Identity::generate().toString().expose());
        VERIFY_ERROR(Recipient::parse(mine), base::ErrorCode::InvalidInput);
        VERIFY_ERROR(Recipient::parse({}), base::ErrorCode::InvalidInput);
        VERIFY_ERROR(Recipient::parse(QStringLiteral("age1pq1abc")), base::ErrorCode::Unsupported);
        VERIFY_ERROR(Recipient::parse(QStringLiteral("ssh-ed25519 AAAA")),
                     base::ErrorCode::Unsupported);
    }

    void readsAllKeysOfAKeyFile()
    {
        const Identity first = Identity::generate();
        const Identity second = Identity::generate();
        const QByteArray text = "# created: today\r\n# public key: age1…\r\n"
                                + first.toString().expose().toByteArray() + "\r\n\n"
                                + second.toString().expose().toByteArray();

        const auto keys = Identity::parseKeyFile(base::Secret(text));

        VERIFY_RESULT(keys);
        QCOMPARE(keys->size(), 2);
        QCOMPARE(keys->at(1)->recipient().publicKey, second.recipient().publicKey);
    }

    void namesTheWrongLineOfAKeyFile()
    {
        const auto broken = Identity::parseKeyFile(base::Secret("# comment\nnonsense\n"));
        VERIFY_ERROR(broken, base::ErrorCode::InvalidInput);
        QVERIFY(broken.error().message.contains(u"line 2"));
        QVERIFY(!broken.error().message.contains(u"nonsense"));

        VERIFY_ERROR(Identity::parseKeyFile(base::Secret("# only a comment\n")),
                     base::ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(AgeTest)
#include "tst_age.moc"
