// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/errors.h"
#include "rpc/methods.h"
#include "rpc/topics.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

//! docs/api.md against the code: every method, in full, and nothing that is not there.
class ApiDocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(QStringLiteral(API_DOCUMENT));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_text = QString::fromUtf8(file.readAll());
        // A method has a heading of its own, "### `name`", up to the next heading.
        static const QRegularExpression heading(
            QStringLiteral("^### `([a-z_.]+)`\\n(.*?)(?=^##|\\z)"),
            QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
        for (auto matches = heading.globalMatch(m_text); matches.hasNext();) {
            const auto match = matches.next();
            QVERIFY2(!m_sections.contains(match.captured(1)), qPrintable(match.captured(1)));
            m_sections.insert(match.captured(1), match.captured(2));
        }
    }

    void everyMethodIsWrittenDown_data()
    {
        QTest::addColumn<QString>("name");
        const rpc::MethodTable table = rpc::allMethods();
        for (const rpc::Method &method : table.all())
            QTest::newRow(qPrintable(method.name)) << method.name;
    }

    void everyMethodIsWrittenDown()
    {
        QFETCH(QString, name);
        QVERIFY2(m_sections.contains(name), "There is no heading for it.");
        const QString section = m_sections.value(name);
        const rpc::MethodTable table = rpc::allMethods();
        const rpc::Method *method = table.find(name);
        QVERIFY(section.contains(method->summary));
        QStringList rows;
        for (const rpc::Param &param : method->params) {
            rows += QStringLiteral("| `%1` | %2 | %3 |")
                        .arg(param.name,
                             rpc::nameOf(param.type),
                             param.presence == rpc::Presence::Required ? QStringLiteral("yes")
                                                                       : QStringLiteral("no"));
        }
        qsizetype at = 0;
        for (const QString &row : std::as_const(rows)) {
            const qsizetype found = section.indexOf(row, at);
            QVERIFY2(found >= 0, qPrintable(QStringLiteral("Missing or out of order: ") + row));
            at = found;
        }
        // And no others.
        QCOMPARE(section.count(QRegularExpression(QStringLiteral("(?m)^\\| `"))), rows.size());
        QVERIFY2(section.contains(QStringLiteral("Result: ")), "It does not say what comes back.");
        // The result's names, as the code has them.
        static const QRegularExpression word(QStringLiteral("[a-z_]{3,}"));
        for (auto words = word.globalMatch(method->result); words.hasNext();) {
            const QString member = words.next().captured();
            QVERIFY2(section.contains(member), qPrintable(member));
        }
    }

    void nothingIsWrittenDownThatIsNotThere()
    {
        const rpc::MethodTable table = rpc::allMethods();
        for (auto it = m_sections.cbegin(); it != m_sections.cend(); ++it)
            QVERIFY2(table.find(it.key()), qPrintable(it.key()));
    }

    void everyErrorAndTopicIsWrittenDown()
    {
        using enum base::ErrorCode;
        for (const base::ErrorCode code : {NotFound,
                                           Locked,
                                           Denied,
                                           SignInRequired,
                                           Expired,
                                           InvalidInput,
                                           Unreachable,
                                           TimedOut,
                                           ToolFailed,
                                           Conflict,
                                           Corrupt,
                                           Unsupported,
                                           Cancelled,
                                           Internal}) {
            const QString row =
                QStringLiteral("| %1 | `%2` |").arg(rpc::numberOf(code)).arg(base::nameOf(code));
            QVERIFY2(m_text.contains(row), qPrintable(row));
        }
        QVERIFY(m_text.contains(QStringLiteral("| %1 | `busy` |").arg(rpc::busyNumber)));
        for (const QString &topic : rpc::allTopics())
            QVERIFY2(m_text.contains(QStringLiteral("`%1`").arg(topic)), qPrintable(topic));
    }

    void theExamplesAreJson()
    {
        static const QRegularExpression block(QStringLiteral("```json\\n(.*?)```"),
                                              QRegularExpression::DotMatchesEverythingOption);
        int examples = 0;
        for (auto matches = block.globalMatch(m_text); matches.hasNext();) {
            const QStringList lines = matches.next().captured(1).split(u'\n', Qt::SkipEmptyParts);
            for (const QString &line : lines) {
                QJsonParseError error{};
                QJsonDocument::fromJson(line.toUtf8(), &error);
                QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(line));
                ++examples;
            }
        }
        QVERIFY(examples >= 10);
    }

private:
    QString m_text;
    QMap<QString, QString> m_sections;
};

QTEST_GUILESS_MAIN(ApiDocumentTest)
#include "tst_apidocument.moc"
