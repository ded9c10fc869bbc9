// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/age.h"
#include "crypto/ageheader.h"
#include "crypto/bech32.h"
#include "crypto/random.h"

#include <QTest>

#include <rapidcheck.h>

using namespace crypto::age;

namespace {

constexpr int chunk = 64 * 1024;

//! Sizes around the borders of the chunks, and any small one.
rc::Gen<int> anySize()
{
    return rc::gen::oneOf(rc::gen::inRange(0, 300),
                          rc::gen::inRange(chunk - 20, chunk + 20),
                          rc::gen::inRange(2 * chunk - 20, 2 * chunk + 20));
}

QByteArray anyBytes(int size)
{
    return crypto::randomBytes(size);
}

std::shared_ptr<Identity> newIdentity()
{
    return std::make_shared<Identity>(Identity::generate());
}

} // namespace

//! What holds for every file, not only for those somebody thought of.
class AgeProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBack()
    {
        QVERIFY(rc::check("decrypt(encrypt(x)) == x", [] {
            const QByteArray plain = anyBytes(*anySize());
            const auto armor = *rc::gen::element(Armor::No, Armor::Yes);
            QList<Recipient> recipients;
            QList<std::shared_ptr<Identity>> identities;
            for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
                identities.append(newIdentity());
                recipients.append(identities.constLast()->recipient());
            }
            const auto file = encrypt(plain, recipients, armor);
            RC_ASSERT(file.has_value());
            for (const auto &identity : identities) {
                const auto opened = decrypt(*file, {identity});
                RC_ASSERT(opened.has_value());
                RC_ASSERT(opened->equals(plain));
            }
        }));
    }

    void anyFlippedBitIsRefused()
    {
        QVERIFY(rc::check("a flipped bit is refused", [] {
            const auto me = newIdentity();
            QByteArray file = *encrypt(anyBytes(*anySize()), {me->recipient()});
            // Half of the flips in the header, where there is more to get wrong.
            const int header = 200;
            const int end = static_cast<int>(file.size());
            const int at = *rc::gen::oneOf(rc::gen::inRange(0, std::min(header, end)),
                                           rc::gen::inRange(0, end));
            file[at] = static_cast<char>(file[at] ^ (1 << *rc::gen::inRange(0, 8)));
            RC_ASSERT(!decrypt(file, {me}).has_value());
        }));
    }

    void anyCutIsRefused()
    {
        QVERIFY(rc::check("a file cut short or lengthened is refused", [] {
            const auto me = newIdentity();
            const QByteArray file = *encrypt(anyBytes(*anySize()), {me->recipient()});
            const auto size = static_cast<int>(file.size());
            RC_ASSERT(!decrypt(file.first(*rc::gen::inRange(0, size)), {me}).has_value());
            RC_ASSERT(!decrypt(file + anyBytes(*rc::gen::inRange(1, 40)), {me}).has_value());
        }));
    }

    void anyPassphraseWorks()
    {
        QVERIFY(rc::check("any passphrase opens what it closed, and no other does", [] {
            const auto text = *rc::gen::nonEmpty<std::string>();
            const QByteArrayView bytes(text.data(), static_cast<qsizetype>(text.size()));
            const QByteArray plain = anyBytes(*rc::gen::inRange(0, 100));
            const auto file = encrypt(plain, base::Secret(bytes), 2);
            RC_ASSERT(file.has_value());
            const auto opened = decrypt(*file, base::Secret(bytes));
            RC_ASSERT(opened.has_value() && opened->equals(plain));
            const QByteArray other = bytes.toByteArray() + '!';
            RC_ASSERT(!decrypt(*file, base::Secret(other)).has_value());
        }));
    }

    void headersReadBackAsWritten()
    {
        QVERIFY(rc::check("parseHeader(writeHeader(x)) == x", [] {
            const auto word = rc::gen::nonEmpty(
                rc::gen::container<std::string>(rc::gen::inRange<char>(0x21, 0x7f)));
            QList<detail::Stanza> stanzas;
            for (int i = *rc::gen::inRange(1, 5); i > 0; --i) {
                detail::Stanza stanza{QByteArray::fromStdString(*word), {}, {}};
                for (int j = *rc::gen::inRange(0, 3); j > 0; --j)
                    stanza.arguments.append(QByteArray::fromStdString(*word));
                stanza.body = anyBytes(*rc::gen::inRange(0, 150));
                stanzas.append(stanza);
            }
            const QByteArray mac = anyBytes(32);
            const QByteArray text = detail::writeHeader(stanzas);

            const auto header = detail::parseHeader(text + detail::writeMac(mac) + "payload");

            RC_ASSERT(header.has_value());
            RC_ASSERT(header->stanzas == stanzas);
            RC_ASSERT(header->mac == mac);
            RC_ASSERT(header->authenticatedBytes == text.size());
            RC_ASSERT(header->size == text.size() + 45);
        }));
    }

    void noiseIsRefusedWithoutHarm()
    {
        QVERIFY(rc::check("noise behind the version line is no header", [] {
            const auto noise = *rc::gen::container<std::string>(rc::gen::oneOf(
                rc::gen::element('-', '>', ' ', '\n', 'A', '='), rc::gen::arbitrary<char>()));
            const auto text = QByteArray::fromStdString(noise);
            RC_ASSERT(!detail::parseHeader(text).has_value());
            RC_ASSERT(!detail::parseHeader("age-encryption.org/v1\n" + text).has_value());
        }));
    }

    void bech32ReadsBackAsWritten()
    {
        QVERIFY(rc::check("bech32::decode(encode(x)) == x", [] {
            const QByteArray data = anyBytes(*rc::gen::inRange(0, 100));
            const auto text = crypto::bech32::encode("age", data);
            const auto decoded = crypto::bech32::decode(text.expose());
            RC_ASSERT(decoded.has_value());
            RC_ASSERT(decoded->prefix == "age");
            RC_ASSERT(decoded->data.equals(data));
        }));
    }
};

QTEST_GUILESS_MAIN(AgeProperties)
#include "tst_ageproperties.moc"
