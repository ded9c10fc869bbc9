// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference.h"
#include "references/valstext.h"
#include "support/verifyresult.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace references;

namespace {

QJsonArray vectors(const char *name)
{
    QFile file(QStringLiteral(TEST_DATA "/vals/vals.json"));
    if (!file.open(QFile::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String(name)).toArray();
}

//! The lookup of vals' own test: scheme-host-path.
QString looked(const Piece &piece);

QString expanded(const std::vector<Piece> &pieces)
{
    QString text;
    for (const Piece &piece : pieces)
        text += piece.isReference() ? looked(piece) : piece.words;
    return text;
}

QString looked(const Piece &piece)
{
    QString address = expanded(piece.address);
    address = address.section(QLatin1Char('#'), 0, 0).section(QLatin1Char('?'), 0, 0);
    const qsizetype slash = address.indexOf(QLatin1Char('/'));
    const QString host = slash < 0 ? address : address.left(slash);
    const QString path = slash < 0 ? QString() : address.mid(slash);
    return piece.scheme + QLatin1Char('-') + host + QLatin1Char('-') + path;
}

} // namespace

//! The grammar of vals, by its own tests.
class ValsTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expandsAsValsDoes_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QStringList>("only");
        QTest::addColumn<QString>("expected");
        int number = 0;
        for (const auto &each : vectors("upstream_regex")) {
            const QJsonObject row = each.toObject();
            QTest::addRow(
                "%d %s", ++number, qPrintable(row.value(QStringLiteral("name")).toString()))
                << row.value(QStringLiteral("input")).toString()
                << row.value(QStringLiteral("only")).toVariant().toStringList()
                << row.value(QStringLiteral("expected")).toString();
        }
        QVERIFY(number >= 25);
    }
    void expandsAsValsDoes()
    {
        QFETCH(const QString, input);
        QFETCH(const QStringList, only);
        QFETCH(const QString, expected);

        const auto pieces = splitReferences(input, only);

        VERIFY_RESULT(pieces);
        QCOMPARE(expanded(*pieces), expected);
    }

    void takesUrisApartAsValsDoes_data()
    {
        QTest::addColumn<QJsonObject>("row");
        for (const auto &each : vectors("uris"))
            QTest::newRow(qPrintable(each.toObject().value(QStringLiteral("uri")).toString()))
                << each.toObject();
    }
    void takesUrisApartAsValsDoes()
    {
        QFETCH(const QJsonObject, row);

        const auto uri = core::BackendUri::parse(row.value(QStringLiteral("uri")).toString());

        if (row.contains(QStringLiteral("error"))) {
            VERIFY_ERROR(uri, base::ErrorCode::InvalidInput);
            return;
        }
        VERIFY_RESULT(uri);
        QCOMPARE(uri->scheme, row.value(QStringLiteral("scheme")).toString());
        QCOMPARE(uri->path, row.value(QStringLiteral("path")).toString());
        QCOMPARE(uri->fragment.join(QLatin1Char('/')),
                 row.value(QStringLiteral("fragment")).toString());
        const QJsonObject params = row.value(QStringLiteral("params")).toObject();
        QCOMPARE(uri->params.size(), params.size());
        for (const QString &name : params.keys())
            QCOMPARE(uri->params.value(name), params.value(name).toString());
        // And back.
        const auto again = core::BackendUri::parse(uri->toString());
        VERIFY_RESULT(again);
        QCOMPARE(*again, *uri);
    }

    void knowsItsOwnMark()
    {
        const auto pieces =
            splitReferences(QStringLiteral("vals:ref+echo://ab x vals:ref+echo://cd"));

        VERIFY_RESULT(pieces);
        QCOMPARE(pieces->size(), std::size_t(3));
        QCOMPARE(expanded(*pieces), QStringLiteral("echo-ab- x echo-cd-"));
    }

    void refusesReferencesTooDeep()
    {
        QString text = QStringLiteral("ab");
        for (int i = 0; i < 12; ++i)
            text.prepend(QStringLiteral("ref+echo://"));

        VERIFY_ERROR(splitReferences(text), base::ErrorCode::InvalidInput);
    }

    void seesWhetherThereIsAny()
    {
        QVERIFY(core::hasReference(QStringLiteral("auth://github/work/token")));
        QVERIFY(core::hasReference(QStringLiteral("a ref+echo://b")));
        QVERIFY(core::hasReference(QStringLiteral("secretref+x://y")));
        QVERIFY(!core::hasReference(QStringLiteral("see auth://github/work/token")));
        QVERIFY(!core::hasReference(QStringLiteral("https://example.com/ref")));
    }
};

QTEST_GUILESS_MAIN(ValsTextTest)
#include "tst_valstext.moc"
