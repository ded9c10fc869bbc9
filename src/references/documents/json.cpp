// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/documents/json.h"

#include "references/documents/scalars.h"
#include "references/documents/secrettext.h"
#include "references/words.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace references {

namespace {

class JsonReader
{
public:
    explicit JsonReader(QByteArrayView text)
        : m_text(text)
    {}

    base::Result<Node> document()
    {
        TRY(Node node, value());
        skip();
        if (m_at < m_text.size())
            return bad(Words::tr("there is something behind the value."));
        return node;
    }

private:
    [[nodiscard]] tl::unexpected<base::Error> bad(const QString &why) const
    {
        const QByteArrayView before = m_text.first(m_at);
        return badDocument(
            QStringLiteral("JSON"), 1 + std::count(before.begin(), before.end(), '\n'), why);
    }

    char letter() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    void skip()
    {
        while (letter() == ' ' || letter() == '\t' || letter() == '\n' || letter() == '\r')
            ++m_at;
    }

    bool takes(QByteArrayView word)
    {
        if (!m_text.sliced(m_at).startsWith(word))
            return false;
        m_at += word.size();
        return true;
    }

    base::Result<Node> value()
    {
        skip();
        switch (letter()) {
        case '{':
        case '[': {
            if (++m_depth > greatestDepth)
                return bad(Words::tr("it is nested too deeply."));
            auto result = letter() == '{' ? map() : list();
            --m_depth;
            return result;
        }
        case '"': {
            TRY(base::Secret text, string());
            return Node(Kind::Text, std::move(text));
        }
        case 't':
            if (takes("true"))
                return Node::boolean(true);
            break;
        case 'f':
            if (takes("false"))
                return Node::boolean(false);
            break;
        case 'n':
            if (takes("null"))
                return Node();
            break;
        default:
            if (letter() == '-' || isDigit())
                return number();
            break;
        }
        return bad(Words::tr("a value is missing."));
    }

    bool isDigit() const { return letter() >= '0' && letter() <= '9'; }

    base::Result<> digits()
    {
        if (!isDigit())
            return bad(Words::tr("a number is malformed."));
        while (isDigit())
            ++m_at;
        return {};
    }

    base::Result<Node> number()
    {
        const qsizetype begin = m_at;
        bool isInteger = true;
        takes("-");
        if (!takes("0"))
            TRY_VOID(digits());
        if (takes(".")) {
            isInteger = false;
            TRY_VOID(digits());
        }
        if (takes("e") || takes("E")) {
            isInteger = false;
            if (!takes("+"))
                takes("-");
            TRY_VOID(digits());
        }
        const QByteArrayView text = m_text.sliced(begin, m_at - begin);
        if (isInteger) {
            if (const auto integer = canonicalInteger(text))
                return Node(Kind::Integer, base::Secret(*integer));
        }
        if (const auto real = canonicalFloat(text))
            return Node(Kind::Float, base::Secret(*real));
        return bad(Words::tr("a number is too large."));
    }

    base::Result<base::Secret> string()
    {
        ++m_at;
        SecretText text;
        while (m_at < m_text.size() && letter() != '"') {
            const Utf8Letter one = firstLetter(m_text.sliced(m_at));
            if (one.size == 0 || one.code < 0x20)
                return bad(Words::tr("a text holds what JSON does not allow."));
            if (one.code == '\\') {
                TRY_VOID(escape(text));
            } else {
                text << m_text.sliced(m_at, one.size);
                m_at += one.size;
            }
        }
        if (!takes("\""))
            return bad(Words::tr("a quotation mark is not closed."));
        return std::move(text).take();
    }

    base::Result<> escape(SecretText &text)
    {
        static constexpr QByteArrayView names = "\"\\/bfnrt";
        static constexpr QByteArrayView meanings = "\"\\/\b\f\n\r\t";
        ++m_at;
        const auto known = std::find(names.begin(), names.end(), letter());
        if (m_at < m_text.size() && known != names.end()) {
            text << meanings[known - names.begin()];
            ++m_at;
            return {};
        }
        qint64 code = unit();
        if (code >= 0xD800 && code < 0xDC00 && letter() == '\\') {
            ++m_at;
            const qint64 low = unit();
            code = low >= 0xDC00 && low < 0xE000
                       ? 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
                       : -1;
        }
        if (code < 0 || (code >= 0xD800 && code < 0xE000))
            return bad(Words::tr("an escape is malformed."));
        appendUtf8(text, static_cast<char32_t>(code));
        return {};
    }

    //! uXXXX; -1: it is none.
    qint64 unit()
    {
        if (letter() != 'u' || m_at + 5 > m_text.size())
            return -1;
        const qint64 code = hexValue(m_text.sliced(m_at + 1, 4));
        m_at += 5;
        return code;
    }

    base::Result<Node> map()
    {
        Node result = Node::map();
        QSet<QByteArray> seen;
        ++m_at;
        skip();
        while (letter() != '}') {
            if (!seen.isEmpty() && !takes(","))
                return bad(Words::tr("a comma is missing."));
            skip();
            if (letter() != '"')
                return bad(Words::tr("a key is missing."));
            TRY(const base::Secret name, string());
            const QByteArray key = name.expose().toByteArray();
            skip();
            if (!takes(":"))
                return bad(Words::tr("a colon is missing."));
            TRY(Node node, value());
            if (seen.contains(key))
                return bad(
                    Words::tr("the key ‘%1’ is there twice.").arg(QString::fromUtf8(key.left(80))));
            seen.insert(key);
            result.entries.emplace_back(key, std::move(node));
            skip();
        }
        ++m_at;
        return result;
    }

    base::Result<Node> list()
    {
        Node result = Node::list();
        ++m_at;
        skip();
        while (letter() != ']') {
            if (!result.entries.empty() && !takes(","))
                return bad(Words::tr("a comma is missing."));
            TRY(Node node, value());
            result.append(std::move(node));
            skip();
        }
        ++m_at;
        return result;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
};

class JsonWriter
{
public:
    explicit JsonWriter(JsonStyle style)
        : m_isCompact(style == JsonStyle::Compact)
    {}

    base::Result<> write(const Node &node, int depth)
    {
        if (node.isMap() || node.isList())
            return collection(node, depth);
        if (node.kind == Kind::Text || node.kind == Kind::Bytes || node.kind == Kind::Time) {
            string(node.view());
            return {};
        }
        const auto spelling = jsonSpelling(node);
        if (!spelling)
            return base::fail(base::ErrorCode::Unsupported,
                              Words::tr("JSON has no infinite numbers."));
        m_out << *spelling;
        return {};
    }

    void endLine() { m_out << '\n'; }
    [[nodiscard]] base::Secret take() && { return std::move(m_out).take(); }

private:
    base::Result<> collection(const Node &node, int depth)
    {
        m_out << (node.isMap() ? '{' : '[');
        bool isFirst = true;
        for (const Entry &entry : node.entries) {
            if (entry.isComment)
                continue;
            if (!isFirst)
                m_out << ',';
            isFirst = false;
            breakLine(depth + 1);
            if (node.isMap()) {
                string(entry.key);
                m_out << (m_isCompact ? ":" : ": ");
            }
            TRY_VOID(write(entry.node, depth + 1));
        }
        if (!isFirst)
            breakLine(depth);
        m_out << (node.isMap() ? '}' : ']');
        return {};
    }

    void breakLine(int depth)
    {
        if (m_isCompact)
            return;
        m_out << '\n';
        m_out.fill('\t', depth);
    }

    void string(QByteArrayView text)
    {
        static constexpr char digits[] = "0123456789abcdef";
        m_out << '"';
        while (!text.isEmpty()) {
            const Utf8Letter letter = firstLetter(text);
            const char32_t code = letter.code;
            const int size = std::max(letter.size, 1);
            if (letter.size == 0)
                m_out << "\\ufffd"; // as Go does with what is no UTF-8
            else if (code == '"' || code == '\\')
                m_out << '\\' << static_cast<char>(code);
            else if (code == '\n')
                m_out << "\\n";
            else if (code == '\r')
                m_out << "\\r";
            else if (code == '\t')
                m_out << "\\t";
            else if (code < 0x20 || code == 0x7F)
                m_out << "\\u00" << digits[code >> 4] << digits[code & 15];
            else
                m_out << text.first(size);
            text = text.sliced(size);
        }
        m_out << '"';
    }

    SecretText m_out;
    bool m_isCompact;
};

} // namespace

base::Result<Node> readJson(QByteArrayView text)
{
    if (text.size() > greatestDocument)
        return badDocument(QStringLiteral("JSON"), 1, Words::tr("it is larger than 8 MB."));
    return JsonReader(text).document();
}

base::Result<base::Secret> writeJson(const Node &node, JsonStyle style)
{
    JsonWriter writer(style);
    TRY_VOID(writer.write(node, 0));
    if (style == JsonStyle::Tabs)
        writer.endLine();
    return std::move(writer).take();
}

} // namespace references
