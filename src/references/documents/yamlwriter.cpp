// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/documents/scalars.h"
#include "references/documents/secrettext.h"
#include "references/documents/yaml.h"

#include <algorithm>

namespace references {

namespace {

bool isPrintable(char32_t code)
{
    return (code >= 0x20 && code < 0x7F) || code == 0x85 || (code >= 0xA0 && code < 0xD800)
           || (code >= 0xE000 && code < 0xFFFE && code != 0xFEFF) || code >= 0x10000;
}

//! Letters that no reader of YAML takes for something else when they stand in a plain scalar.
bool isQuiet(QByteArrayView text)
{
    while (!text.isEmpty()) {
        const Utf8Letter letter = firstLetter(text);
        const bool isLineEnd =
            letter.code == 0x85 || letter.code == 0x2028 || letter.code == 0x2029;
        if (letter.size == 0 || !isPrintable(letter.code) || isLineEnd)
            return false;
        text = text.sliced(letter.size);
    }
    return true;
}

//! YAML 1.1 takes these for booleans and more, and somebody else's reader may still.
bool isOldWord(QByteArrayView text)
{
    const QByteArray word = text.toByteArray().toLower();
    for (const char *old :
         {"y", "n", "yes", "no", "on", "off", "=", "<<", "true", "false", "null"}) {
        if (word == old)
            return true;
    }
    // Base 60: "1:20" was once a number.
    return std::all_of(word.begin(), word.end(), [](char c) {
        return (c >= '0' && c <= '9') || QByteArrayView("+-:._").contains(c);
    });
}

bool canBePlain(QByteArrayView text)
{
    if (text.isEmpty() || text.size() > 100'000 || text.startsWith(' ') || text.endsWith(' ')
        || text.endsWith(':') || !isQuiet(text))
        return false;
    if (QByteArrayView("!&*|>%@`\"'#,[]{}").contains(text.front()))
        return false;
    if (QByteArrayView("-?:").contains(text.front()) && (text.size() == 1 || text[1] == ' '))
        return false;
    if (text.startsWith("---") || text.startsWith("...") || text.contains(QByteArrayView(": "))
        || text.contains(QByteArrayView(" #")))
        return false;
    return plainScalar(text).kind == Kind::Text && !isOldWord(text);
}

//! Several lines that a literal block gives back as they are.
bool canBeBlock(QByteArrayView text)
{
    if (!text.contains('\n') || text.startsWith(' ') || text.startsWith('\n'))
        return false;
    for (QByteArrayView rest = text; !rest.isEmpty();) {
        const auto end = std::find(rest.begin(), rest.end(), '\n') - rest.begin();
        const QByteArrayView line = rest.first(end);
        const bool onlySpaces =
            std::all_of(line.begin(), line.end(), [](char c) { return c == ' ' || c == '\t'; });
        if (line.startsWith('\t') || (onlySpaces && !line.isEmpty()) || !isQuiet(line))
            return false;
        rest = rest.sliced(std::min<qsizetype>(end + 1, rest.size()));
    }
    return true;
}

class YamlWriter
{
public:
    void document(const Node &node)
    {
        if (node.isMap() && node.entries.empty())
            m_out << "{}\n";
        else if (node.isList() && node.entries.empty())
            m_out << "[]\n";
        else if (node.isScalar())
            scalar(node, 0);
        else
            collection(node, 0, false);
    }
    void mark() { m_out << "---\n"; }
    [[nodiscard]] base::Secret take() && { return std::move(m_out).take(); }

private:
    //! \a onLine: the first entry goes on a line that has been begun.
    void collection(const Node &node, qsizetype indent, bool onLine)
    {
        for (const Entry &entry : node.entries) {
            if (!onLine)
                m_out.fill(' ', indent);
            onLine = false;
            if (entry.isComment) {
                m_out << '#' << entry.node.view() << '\n';
                continue;
            }
            if (node.isList()) {
                m_out << '-';
                item(entry.node, indent);
            } else {
                key(entry);
                m_out << ':';
                value(entry.node, indent);
            }
        }
    }

    static bool isEmptyCollection(const Node &node) { return node.size() == 0; }

    void value(const Node &node, qsizetype indent)
    {
        if (node.isScalar()) {
            m_out << ' ';
            scalar(node, indent);
        } else if (node.entries.empty()) {
            m_out << (node.isMap() ? " {}\n" : " []\n");
        } else if (isEmptyCollection(node)) {
            // Comments alone make no collection: they stand in the brackets.
            bracketed(node, indent + 4);
        } else {
            m_out << '\n';
            collection(node, indent + 4, false);
        }
    }

    void item(const Node &node, qsizetype indent)
    {
        if (!node.isScalar() && !isEmptyCollection(node) && !node.entries.front().isComment) {
            m_out << ' ';
            collection(node, indent + 2, true);
        } else if (!node.isScalar() && !isEmptyCollection(node)) {
            m_out << '\n';
            collection(node, indent + 2, false);
        } else {
            value(node, indent);
        }
    }

    void bracketed(const Node &node, qsizetype indent)
    {
        m_out << (node.isMap() ? " {" : " [");
        for (const Entry &entry : node.entries) {
            m_out << '\n';
            m_out.fill(' ', indent);
            m_out << '#' << entry.node.view();
        }
        m_out << '\n';
        m_out.fill(' ', indent);
        m_out << (node.isMap() ? "}\n" : "]\n");
    }

    void key(const Entry &entry)
    {
        const bool keepsKind = entry.keyKind != Kind::Text;
        if (keepsKind || canBePlain(entry.key))
            m_out << entry.key;
        else
            doubleQuoted(entry.key);
    }

    void scalar(const Node &node, qsizetype indent)
    {
        if (node.kind != Kind::Text && node.kind != Kind::Bytes) {
            m_out << yamlSpelling(node) << '\n';
        } else if (canBePlain(node.view())) {
            m_out << node.view() << '\n';
        } else if (canBeBlock(node.view())) {
            block(node.view(), (indent / 4 + 1) * 4);
        } else {
            doubleQuoted(node.view());
            m_out << '\n';
        }
    }

    void block(QByteArrayView text, qsizetype indent)
    {
        if (!text.endsWith('\n'))
            m_out << "|-\n";
        else
            m_out << (text.endsWith("\n\n") ? "|+\n" : "|\n");
        while (!text.isEmpty()) {
            const auto end = std::find(text.begin(), text.end(), '\n') - text.begin();
            if (end > 0)
                m_out.fill(' ', indent);
            m_out << text.first(end) << '\n';
            text = text.sliced(std::min<qsizetype>(end + 1, text.size()));
        }
    }

    void doubleQuoted(QByteArrayView text)
    {
        static constexpr char digits[] = "0123456789ABCDEF";
        m_out << '"';
        while (!text.isEmpty()) {
            const Utf8Letter letter = firstLetter(text);
            const char32_t code = letter.code;
            const int size = std::max(letter.size, 1);
            if (code == '"' || code == '\\') {
                m_out << '\\' << static_cast<char>(code);
            } else if (code == '\n') {
                m_out << "\\n";
            } else if (code == '\t') {
                m_out << "\\t";
            } else if (code == '\r') {
                m_out << "\\r";
            } else if (isPrintable(code) && isQuiet(text.first(size))) {
                m_out << text.first(size);
            } else {
                m_out << "\\u";
                for (int shift = 12; shift >= 0; shift -= 4)
                    m_out << digits[(code >> shift) & 15];
            }
            text = text.sliced(size);
        }
        m_out << '"';
    }

    SecretText m_out;
};

} // namespace

base::Secret writeYaml(const Documents &documents)
{
    YamlWriter writer;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        if (i > 0)
            writer.mark();
        writer.document(documents[i]);
    }
    return std::move(writer).take();
}

} // namespace references
