// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/documents/flatfiles.h"

#include "references/documents/scalars.h"
#include "references/documents/secrettext.h"
#include "references/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace references {

namespace {

//! The next line without its end; \a text goes on behind it.
QByteArrayView takeLine(QByteArrayView &text)
{
    const auto end = std::find(text.begin(), text.end(), '\n') - text.begin();
    const QByteArrayView line = text.first(end);
    text = text.sliced(std::min<qsizetype>(end + 1, text.size()));
    return line;
}

base::Secret withLineEnds(QByteArrayView text)
{
    SecretText result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == 'n') {
            result << '\n';
            ++i;
        } else {
            result << text[i];
        }
    }
    return std::move(result).take();
}

base::Secret withoutLineEnds(QByteArrayView text)
{
    SecretText result;
    for (const char letter : text) {
        if (letter == '\n')
            result << "\\n";
        else
            result << letter;
    }
    return std::move(result).take();
}

base::Result<> checkFlat(const Node &node, const QString &format)
{
    if (!node.isScalar())
        return base::fail(base::ErrorCode::Unsupported,
                          Words::tr("A %1 file holds texts only, no maps or lists.").arg(format));
    return {};
}

QByteArray flatSpelling(const Node &node)
{
    return node.kind == Kind::Null ? QByteArray() : yamlSpelling(node);
}

base::Result<> checkFile(QByteArrayView text, const QString &format)
{
    if (text.size() > greatestDocument)
        return badDocument(format, 1, Words::tr("it is larger than 8 MB."));
    if (text.contains('\0') || !isUtf8(text))
        return badDocument(format, 1, Words::tr("it is not UTF-8 text."));
    return {};
}

} // namespace

base::Result<Node> readDotenv(QByteArrayView text)
{
    const QString format = QStringLiteral("dotenv");
    TRY_VOID(checkFile(text, format));
    Node result = Node::map();
    for (qsizetype number = 1; !text.isEmpty(); ++number) {
        const QByteArrayView line = takeLine(text);
        if (line.isEmpty())
            continue;
        if (line.startsWith('#')) {
            result.addComment(line.sliced(1));
            continue;
        }
        const auto equals = std::find(line.begin(), line.end(), '=') - line.begin();
        if (equals == line.size())
            return badDocument(format, number, Words::tr("a line is NAME=value."));
        const QByteArrayView key = line.first(equals);
        if (result.find(key) != nullptr)
            return badDocument(
                format,
                number,
                Words::tr("the name ‘%1’ is there twice.").arg(QString::fromUtf8(key)));
        result.entries.emplace_back(key.toByteArray(),
                                    Node(Kind::Text, withLineEnds(line.sliced(equals + 1))));
    }
    return result;
}

base::Result<base::Secret> writeDotenv(const Node &node)
{
    SecretText out;
    for (const Entry &entry : node.entries) {
        TRY_VOID(checkFlat(entry.node, QStringLiteral("dotenv")));
        if (entry.isComment) {
            out << '#' << withoutLineEnds(entry.node.view()).expose() << '\n';
            continue;
        }
        if (entry.key.contains('=') || entry.key.contains('\n') || entry.key.startsWith('#')
            || entry.key.isEmpty())
            return base::fail(base::ErrorCode::Unsupported,
                              Words::tr("A dotenv file cannot hold the name ‘%1’.")
                                  .arg(QString::fromUtf8(entry.key)));
        out << entry.key << '=';
        if (entry.node.kind == Kind::Text || entry.node.kind == Kind::Bytes)
            out << withoutLineEnds(entry.node.view()).expose();
        else
            out << flatSpelling(entry.node);
        out << '\n';
    }
    return std::move(out).take();
}

namespace {

class IniReader
{
public:
    explicit IniReader(QByteArrayView text)
        : m_rest(text)
    {}

    base::Result<Node> document()
    {
        m_result.set(iniDefaultSection, Node::map());
        m_section = m_result.find(iniDefaultSection);
        while (!m_rest.isEmpty()) {
            const QByteArrayView line = next().trimmed();
            if (line.isEmpty())
                continue;
            if (line.startsWith('#') || line.startsWith(';')) {
                m_comments.append(commentText(line));
            } else if (line.startsWith('[')) {
                TRY_VOID(header(line));
            } else {
                TRY_VOID(keyAndValue(line));
            }
        }
        give({});
        if (m_result.find(iniDefaultSection)->entries.empty())
            m_result.remove(iniDefaultSection);
        return std::move(m_result);
    }

private:
    [[nodiscard]] tl::unexpected<base::Error> bad(const QString &why) const
    {
        return badDocument(QStringLiteral("INI"), m_number, why);
    }

    QByteArrayView next()
    {
        ++m_number;
        return takeLine(m_rest);
    }

    static QByteArrayView commentText(QByteArrayView line)
    {
        const char sign = line.front();
        while (!line.isEmpty() && (line.front() == sign || line.front() == ' '))
            line = line.sliced(1);
        return line;
    }

    void give(QByteArrayView place)
    {
        for (const QByteArrayView comment : std::as_const(m_comments)) {
            m_section->addComment(comment);
            m_section->entries.back().key = place.toByteArray();
        }
        m_comments.clear();
    }

    base::Result<> header(QByteArrayView line)
    {
        const auto close = std::find(line.begin(), line.end(), ']') - line.begin();
        if (close == line.size())
            return bad(Words::tr("a section is [name]."));
        QByteArrayView behind = line.sliced(close + 1).trimmed();
        if (!behind.isEmpty() && behind.front() != '#' && behind.front() != ';')
            return bad(Words::tr("there is something behind a section’s name."));
        const QByteArrayView name = line.sliced(1, close - 1).trimmed();
        if (name.isEmpty() || (m_result.find(name) != nullptr && name != iniDefaultSection))
            return bad(Words::tr("the section ‘%1’ is there twice, or has no name.")
                           .arg(QString::fromUtf8(name)));
        if (name != iniDefaultSection)
            m_result.set(name, Node::map());
        m_section = m_result.find(name);
        give(iniAboveHeader);
        if (!behind.isEmpty())
            m_section->addComment(commentText(behind));
        return {};
    }

    base::Result<> keyAndValue(QByteArrayView line)
    {
        const auto split =
            std::find_if(line.begin(), line.end(), [](char c) { return c == '=' || c == ':'; })
            - line.begin();
        const QByteArrayView key = line.first(split).trimmed();
        if (split == line.size() || key.isEmpty() || key.front() == '"' || key.front() == '`')
            return bad(Words::tr("a line is key = value."));
        if (m_section->find(key) != nullptr)
            return bad(Words::tr("the key ‘%1’ is there twice.").arg(QString::fromUtf8(key)));
        give({});
        TRY(base::Secret text, value(line.sliced(split + 1).trimmed()));
        m_section->entries.emplace_back(key.toByteArray(), Node(Kind::Text, std::move(text)));
        return {};
    }

    base::Result<base::Secret> value(QByteArrayView text)
    {
        for (const QByteArrayView quote : {QByteArrayView("\"\"\""), QByteArrayView("`")}) {
            if (text.startsWith(quote))
                return longText(text.sliced(quote.size()), quote);
        }
        for (const char quote : {'"', '\''}) {
            if (text.size() > 1 && text.startsWith(quote) && text.endsWith(quote)
                && !text.sliced(1, text.size() - 2).contains(quote))
                return base::Secret(text.sliced(1, text.size() - 2));
        }
        const auto mark =
            std::find_if(text.begin(), text.end(), [](char c) { return c == '#' || c == ';'; })
            - text.begin();
        if (mark < text.size()) {
            m_section->addComment(commentText(text.sliced(mark)));
            text = text.first(mark).trimmed();
        }
        if (text.endsWith('\\'))
            return bad(Words::tr("a value that goes on behind a backslash is not read."));
        return base::Secret(text);
    }

    base::Result<base::Secret> longText(QByteArrayView text, QByteArrayView quote)
    {
        SecretText result;
        while (true) {
            const qsizetype end = text.indexOf(quote);
            if (end >= 0) {
                if (!text.sliced(end + quote.size()).trimmed().isEmpty())
                    return bad(Words::tr("there is something behind a value."));
                result << text.first(end);
                return std::move(result).take();
            }
            if (m_rest.isEmpty())
                return bad(Words::tr("a quotation mark is not closed."));
            result << text << '\n';
            text = next();
        }
    }

    QByteArrayView m_rest;
    qsizetype m_number = 0;
    QList<QByteArrayView> m_comments;
    Node m_result = Node::map();
    Node *m_section = nullptr;
};

//! Quoted so that it reads back, here and by Go's ini library.
base::Result<> writeIniValue(SecretText &out, QByteArrayView value)
{
    const bool hasTick = value.contains('`');
    const bool isOdd = value.contains('\n') || value.contains('#') || value.contains(';')
                       || value.trimmed().size() != value.size() || value.endsWith('\\')
                       || value.startsWith('"') || value.startsWith('\'') || value.startsWith('`');
    if (!isOdd) {
        out << value;
    } else if (!hasTick && !value.contains('\n')) {
        out << '`' << value << '`';
    } else if (!value.contains(QByteArrayView("\"\"\"")) && !value.endsWith('"')) {
        out << "\"\"\"" << value << "\"\"\"";
    } else {
        return base::fail(base::ErrorCode::Unsupported,
                          Words::tr("An INI file cannot hold one of the values."));
    }
    return {};
}

void writeComment(SecretText &out, QByteArrayView text)
{
    while (true) {
        out << "; " << takeLine(text) << '\n';
        if (text.isEmpty())
            return;
    }
}

} // namespace

base::Result<Node> readIni(QByteArrayView text)
{
    TRY_VOID(checkFile(text, QStringLiteral("INI")));
    return IniReader(text).document();
}

base::Result<base::Secret> writeIni(const Node &node)
{
    SecretText out;
    for (const Entry &section : node.entries) {
        if (section.isComment || !section.node.isMap() || section.key.contains(']'))
            return base::fail(base::ErrorCode::Unsupported,
                              Words::tr("An INI file holds sections of texts only."));
        if (!out.isEmpty())
            out << '\n';
        for (const Entry &entry : section.node.entries) {
            if (entry.isComment && entry.key == iniAboveHeader)
                writeComment(out, entry.node.view());
        }
        if (section.key != iniDefaultSection)
            out << '[' << section.key << "]\n";
        for (const Entry &entry : section.node.entries) {
            if (entry.isComment && entry.key == iniAboveHeader)
                continue;
            if (entry.isComment) {
                writeComment(out, entry.node.view());
                continue;
            }
            TRY_VOID(checkFlat(entry.node, QStringLiteral("INI")));
            out << entry.key << " = ";
            if (entry.node.kind == Kind::Text || entry.node.kind == Kind::Bytes)
                TRY_VOID(writeIniValue(out, entry.node.view()));
            else
                out << flatSpelling(entry.node);
            out << '\n';
        }
    }
    return std::move(out).take();
}

} // namespace references
