// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/agedetail.h"
#include "crypto/digest.h"
#include "support/verifyresult.h"

#include <QDirIterator>
#include <QMultiHash>
#include <QTest>

using crypto::age::Identity;
using crypto::age::detail::open;
using crypto::age::detail::Opened;
using crypto::age::detail::Stage;

namespace {

//! One file of the published test kit: lines "key: value", an empty line, an age file.
struct Vector
{
    QMultiHash<QByteArray, QByteArray> fields;
    QByteArray file;

    static Vector read(const QString &name)
    {
        QFile source(QStringLiteral(TEST_DATA "/age/testkit/") + name);
        if (!source.open(QFile::ReadOnly))
            return {};
        Vector vector;
        for (QByteArray line = source.readLine(); line.size() > 1; line = source.readLine()) {
            const qsizetype colon = line.indexOf(": ");
            vector.fields.insert(line.first(colon), line.sliced(colon + 2).chopped(1));
        }
        vector.file = source.readAll();
        if (vector.fields.value("compressed") == "zlib") {
            // Qt wants the size in front, and takes it for a hint.
            const char hint[] = {0, 1, 0, 0};
            vector.file = qUncompress(QByteArray(hint, 4) + vector.file);
        }
        return vector;
    }
};

QByteArray expectationOf(Stage stage)
{
    switch (stage) {
    case Stage::Armor:
        return "armor failure";
    case Stage::Header:
        return "header failure";
    case Stage::FileKey:
        return "no match";
    case Stage::Mac:
        return "HMAC failure";
    case Stage::Payload:
        return "payload failure";
    case Stage::Done:
        return "success";
    }
    Q_UNREACHABLE();
}

} // namespace

//! The published test kit of the age format, with the released bytes of broken payloads.
class AgeTestkit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheTestKit_data()
    {
        QTest::addColumn<QString>("name");
        QDirIterator files(QStringLiteral(TEST_DATA "/age/testkit"), QDir::Files);
        while (files.hasNext()) {
            files.next();
            QTest::newRow(qPrintable(files.fileName())) << files.fileName();
        }
    }

    void agreesWithTheTestKit()
    {
        QFETCH(const QString, name);
        const Vector vector = Vector::read(name);
        QVERIFY(!vector.fields.isEmpty());

        QList<std::shared_ptr<Identity>> identities;
        for (const QByteArray &text : vector.fields.values("identity")) {
            auto identity = Identity::parse(base::Secret(text));
            if (text.startsWith("AGE-SECRET-KEY-PQ-")) {
                VERIFY_ERROR(identity, base::ErrorCode::Unsupported);
                ++m_postQuantum;
                return;
            }
            VERIFY_RESULT(identity);
            identities.append(std::make_shared<Identity>(*std::move(identity)));
        }
        const base::Secret passphrase(vector.fields.value("passphrase"));

        const Opened opened =
            passphrase.isEmpty() ? open(vector.file, identities) : open(vector.file, passphrase);

        QCOMPARE(expectationOf(opened.stage), vector.fields.value("expect"));
        if (vector.fields.contains("payload"))
            QCOMPARE(crypto::digest(crypto::Hash::Sha256, opened.released.expose()).toHex(),
                     vector.fields.value("payload"));
        else
            QVERIFY(opened.released.isEmpty());
        QCOMPARE(opened.error.message.isEmpty(), opened.stage == Stage::Done);
        ++m_judged;
    }

    void wasComplete()
    {
        QCOMPARE(m_judged, 124);
        QCOMPARE(m_postQuantum, 19);
    }

private:
    int m_judged = 0;
    int m_postQuantum = 0;
};

QTEST_GUILESS_MAIN(AgeTestkit)
#include "tst_agetestkit.moc"
