// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verb.h"

#include <QFile>
#include <QTest>

//! Holds the man page and docs/cli.md to the table of verbs.
class DocumentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_man = read(QStringLiteral(DOCS "/man/latchkey.1"));
        m_man.replace("\\-", "-").replace("\\fB", "").replace("\\fI", "").replace("\\fR", "");
        m_man.replace("\\(aq", "'");
        m_page = read(QStringLiteral(DOCS "/cli.md"));
        QVERIFY(!m_man.isEmpty());
        QVERIFY(!m_page.isEmpty());
    }

    void everyVerbIsThere_data()
    {
        QTest::addColumn<const void *>("verb");
        for (const cli::VerbGroup &group : cli::verbGroups()) {
            for (const cli::Verb &verb : group.verbs) {
                if (!verb.name.starts_with('_'))
                    QTest::newRow(std::string(verb.name).c_str())
                        << static_cast<const void *>(&verb);
            }
        }
    }

    void everyVerbIsThere()
    {
        QFETCH(const void *, verb);
        const auto &known = *static_cast<const cli::Verb *>(verb);
        const QByteArray name = QByteArray::fromStdString(std::string(known.name));

        const QByteArray inMan = part(m_man, "\n.TP\n" + name, "\n.TP\n", "\n.SH ");
        const QByteArray inPage = part(m_page, "\n**`latchkey " + name, "\n**`", "\n##");

        QVERIFY2(!inMan.isEmpty(), "not in docs/man/latchkey.1");
        QVERIFY2(!inPage.isEmpty(), "not in docs/cli.md");
        for (const cli::Operand &operand : known.operands) {
            const QByteArray word = QByteArray::fromStdString(std::string(operand.name));
            QVERIFY2(inMan.contains(word), word.constData());
            QVERIFY2(inPage.contains(word), word.constData());
        }
        // Options follow in the man page until the next verb, which .RE closes.
        const QByteArray options = part(m_man, "\n.TP\n" + name, "\n.RE\n", "\n.SH ");
        for (const cli::Option &option : known.options) {
            const QByteArray word = QByteArray::fromStdString(std::string(option.name));
            QVERIFY2(options.contains(word), word.constData());
            QVERIFY2(inPage.contains('`' + word), word.constData());
        }
    }

    void everyExitCodeIsThere()
    {
        const QByteArray inMan = part(m_man, ".SH EXIT STATUS", "\n.SH ", "\n.SH ");
        for (const cli::ExitCode &code : cli::exitCodes) {
            const QByteArray number = QByteArray::number(code.code);
            const QByteArray name = QByteArray::fromStdString(std::string(code.name));
            const QByteArray meaning = QByteArray::fromStdString(std::string(code.meaning));
            QVERIFY2(inMan.contains(".B " + number + '\n' + name + ": " + meaning),
                     name.constData());
            QVERIFY2(m_page.contains("| " + number + " | `" + name + "` | " + meaning + " |"),
                     name.constData());
        }
    }

    void optionsOfEveryVerbAreThere()
    {
        for (const cli::Option &option : cli::globalOptions()) {
            const QByteArray word = QByteArray::fromStdString(std::string(option.name));
            QVERIFY2(m_man.contains(word), word.constData());
            QVERIFY2(m_page.contains(word), word.constData());
        }
    }

private:
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    //! From \a start to the nearest end; empty: it is not there as a whole word.
    static QByteArray part(const QByteArray &text,
                           const QByteArray &start,
                           const QByteArray &end,
                           const QByteArray &otherEnd)
    {
        for (qsizetype at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
            const qsizetype after = at + start.size();
            const char next = after < text.size() ? text[after] : '\n';
            if (next != '\n' && next != ' ' && next != '`')
                continue;
            qsizetype to = text.indexOf(end, after);
            const qsizetype other = text.indexOf(otherEnd, after);
            if (to < 0 || (other >= 0 && other < to))
                to = other;
            return text.mid(at, to < 0 ? -1 : to - at);
        }
        return {};
    }

    QByteArray m_man;
    QByteArray m_page;
};

QTEST_GUILESS_MAIN(DocumentsTest)
#include "tst_documents.moc"
