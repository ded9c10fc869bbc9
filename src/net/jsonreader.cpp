// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/jsonreader.h"

#include <QSet>

#include <algorithm>
#include <cstring>

namespace net {

namespace {

using Kind = JsonValue::Kind;

//! Below that names are compared with each other, above a set is made.
constexpr std::size_t fewNames = 12;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int hexDigit(char c)
{
    if (isDigit(c))
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

//! Four hex digits; -1: they are none.
int unit(QByteArrayView digits)
{
    int value = 0;
    for (const char digit : digits.first(4)) {
        if (hexDigit(digit) < 0)
            return -1;
        value = value * 16 + hexDigit(digit);
    }
    return value;
}

bool isHigh(int code)
{
    return code >= 0xd800 && code < 0xdc00;
}

bool isLow(int code)
{
    return code >= 0xdc00 && code < 0xe000;
}

//! Writes \a code as UTF-8 and gives the length.
std::size_t writeUtf8(int code, unsigned char *out)
{
    const auto tail = [code](int shift) {
        return static_cast<unsigned char>(0x80 | ((code >> shift) & 0x3f));
    };
    if (code < 0x80) {
        out[0] = static_cast<unsigned char>(code);
        return 1;
    }
    if (code < 0x800) {
        out[0] = static_cast<unsigned char>(0xc0 | (code >> 6));
        out[1] = tail(0);
        return 2;
    }
    if (code < 0x10000) {
        out[0] = static_cast<unsigned char>(0xe0 | (code >> 12));
        out[1] = tail(6);
        out[2] = tail(0);
        return 3;
    }
    out[0] = static_cast<unsigned char>(0xf0 | (code >> 18));
    out[1] = tail(12);
    out[2] = tail(6);
    out[3] = tail(0);
    return 4;
}

//! Decodes the escapes of a string that the reader has passed; never longer than \a raw. Surrogates
//! that it has let pass alone become U+FFFD.
base::Secret unescaped(QByteArrayView raw)
{
    base::Secret room = base::Secret::zeroed(static_cast<std::size_t>(raw.size()));
    unsigned char *out = room.data();
    std::size_t length = 0;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw[i] != '\\') {
            out[length++] = static_cast<unsigned char>(raw[i]);
            continue;
        }
        const char letter = raw[++i];
        if (letter != 'u') {
            static constexpr QByteArrayView from("bfnrt");
            static constexpr QByteArrayView to("\b\f\n\r\t");
            const qsizetype at = from.indexOf(letter);
            out[length++] = static_cast<unsigned char>(at < 0 ? letter : to[at]);
            continue;
        }
        int code = unit(raw.sliced(i + 1));
        i += 4;
        if (isHigh(code) && raw.sliced(i + 1).startsWith("\\u")) {
            const int low = unit(raw.sliced(i + 3));
            if (isLow(low)) {
                code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
                i += 6;
            }
        }
        if (isHigh(code) || isLow(code))
            code = 0xfffd;
        length += writeUtf8(code, out + length);
    }
    return base::Secret(room.expose().first(static_cast<qsizetype>(length)));
}

} // namespace

//! Walks over the text once and writes down where the values are.
class JsonDocument::Reader
{
public:
    Reader(JsonDocument &document, Manner manner)
        : m_bytes(document.m_text)
        , m_nodes(document.m_nodes)
        , m_isStrict(manner == Manner::Strict)
    {}

    bool readDocument()
    {
        if (!m_isStrict)
            take(QByteArrayView("\xef\xbb\xbf"));
        skipSpace();
        if (!readValue(0))
            return false;
        skipSpace();
        return m_at == m_bytes.size();
    }

private:
    [[nodiscard]] bool at(char c) const { return m_at < m_bytes.size() && m_bytes[m_at] == c; }

    bool take(char c)
    {
        if (!at(c))
            return false;
        ++m_at;
        return true;
    }

    bool take(QByteArrayView word)
    {
        if (!m_bytes.sliced(m_at).startsWith(word))
            return false;
        m_at += word.size();
        return true;
    }

    void skipSpace()
    {
        while (at(' ') || at('\t') || at('\n') || at('\r'))
            ++m_at;
    }

    bool readValue(int depth)
    {
        const std::size_t node = m_nodes.size();
        m_nodes.emplace_back();
        m_nodes[node].begin = std::size_t(m_at);
        Kind kind = Kind::Number;
        bool right = false;
        switch (m_at < m_bytes.size() ? m_bytes[m_at] : '\0') {
        case '"':
            kind = Kind::String;
            right = readString(m_nodes[node].hasEscapes);
            break;
        case '{':
            kind = Kind::Object;
            right = depth < deepest && readObject(node, depth + 1);
            break;
        case '[':
            kind = Kind::Array;
            right = depth < deepest && readArray(node, depth + 1);
            break;
        case 't':
            kind = Kind::True;
            right = take(QByteArrayView("true"));
            break;
        case 'f':
            kind = Kind::False;
            right = take(QByteArrayView("false"));
            break;
        case 'n':
            kind = Kind::Null;
            right = take(QByteArrayView("null"));
            break;
        default:
            right = readNumber();
        }
        m_nodes[node].kind = kind;
        m_nodes[node].end = std::size_t(m_at);
        m_nodes[node].next = m_nodes.size();
        return right;
    }

    bool readObject(std::size_t node, int depth)
    {
        ++m_at;
        skipSpace();
        if (take('}'))
            return true;
        for (;;) {
            if (!at('"') || !readValue(depth))
                return false;
            skipSpace();
            if (!take(':'))
                return false;
            skipSpace();
            if (!readValue(depth))
                return false;
            ++m_nodes[node].count;
            skipSpace();
            if (take('}'))
                return namesDiffer(node);
            if (!take(','))
                return false;
            skipSpace();
        }
    }

    bool readArray(std::size_t node, int depth)
    {
        ++m_at;
        skipSpace();
        if (take(']'))
            return true;
        for (;;) {
            if (!readValue(depth))
                return false;
            ++m_nodes[node].count;
            skipSpace();
            if (take(']'))
                return true;
            if (!take(','))
                return false;
            skipSpace();
        }
    }

    //! RFC 8259 4: names should be unique. Which of two methods or accounts counts must not be left
    //! to chance.
    [[nodiscard]] bool namesDiffer(std::size_t object) const
    {
        const std::size_t count = m_nodes[object].count;
        const auto nextName = [this](std::size_t name) { return m_nodes[name + 1].next; };
        if (count > fewNames) {
            QSet<QByteArray> names;
            names.reserve(qsizetype(count));
            for (std::size_t i = 0, name = object + 1; i < count; ++i, name = nextName(name))
                names.insert(nameAt(name));
            return std::size_t(names.size()) == count;
        }
        for (std::size_t i = 0, name = object + 1; i < count; ++i, name = nextName(name)) {
            for (std::size_t j = i + 1, other = nextName(name); j < count;
                 ++j, other = nextName(other)) {
                if (isSameName(m_nodes[name], m_nodes[other]))
                    return false;
            }
        }
        return true;
    }

    [[nodiscard]] QByteArrayView inside(const Node &string) const
    {
        return m_bytes.sliced(qsizetype(string.begin) + 1,
                              qsizetype(string.end - string.begin) - 2);
    }

    [[nodiscard]] QByteArray nameAt(std::size_t node) const
    {
        return unescaped(inside(m_nodes[node])).expose().toByteArray();
    }

    [[nodiscard]] bool isSameName(const Node &a, const Node &b) const
    {
        if (!a.hasEscapes && !b.hasEscapes)
            return inside(a) == inside(b);
        return unescaped(inside(a)).equals(unescaped(inside(b)).expose());
    }

    bool readString(bool &hasEscapes)
    {
        ++m_at;
        while (m_at < m_bytes.size()) {
            const char c = m_bytes[m_at];
            if (c == '"') {
                ++m_at;
                return true;
            }
            if (static_cast<unsigned char>(c) < 0x20)
                return false;
            if (c == '\\') {
                hasEscapes = true;
                if (!readEscape())
                    return false;
            }
            ++m_at;
        }
        return false;
    }

    //! Leaves the position on the escape's last letter. Strict: surrogates come in pairs only.
    bool readEscape()
    {
        if (++m_at >= m_bytes.size())
            return false;
        if (m_bytes[m_at] != 'u')
            return QByteArrayView("\"\\/bfnrt").contains(m_bytes[m_at]);
        if (m_bytes.size() - m_at < 5)
            return false;
        const int code = unit(m_bytes.sliced(m_at + 1));
        m_at += 4;
        if (code < 0 || !m_isStrict)
            return code >= 0;
        if (isLow(code))
            return false;
        if (!isHigh(code))
            return true;
        if (m_bytes.size() - m_at < 7 || !m_bytes.sliced(m_at + 1).startsWith("\\u"))
            return false;
        const int second = unit(m_bytes.sliced(m_at + 3));
        m_at += 6;
        return isLow(second);
    }

    bool readNumber()
    {
        take('-');
        if (!take('0') && !readDigits())
            return false;
        if (take('.') && !readDigits())
            return false;
        if (at('e') || at('E')) {
            ++m_at;
            if (!take('+'))
                take('-');
            return readDigits();
        }
        return true;
    }

    bool readDigits()
    {
        const qsizetype begin = m_at;
        while (m_at < m_bytes.size() && isDigit(m_bytes[m_at]))
            ++m_at;
        return m_at > begin;
    }

    QByteArrayView m_bytes;
    std::vector<Node> &m_nodes;
    bool m_isStrict;
    qsizetype m_at = 0;
};

JsonValue JsonDocument::parse(QByteArray text, Manner manner)
{
    // A user-declared constructor that only this class may call: make_shared cannot.
    const std::shared_ptr<JsonDocument> document(new JsonDocument(std::move(text)));
    if (manner == Manner::Strict && !QByteArrayView(document->m_text).isValidUtf8())
        return {};
    if (!Reader(*document, manner).readDocument())
        return {};
    return JsonValue(document, 0);
}

JsonDocument::~JsonDocument()
{
    base::wipe(m_text);
}

JsonValue::JsonValue(std::shared_ptr<const JsonDocument> document, std::size_t node)
    : m_document(std::move(document))
    , m_node(node)
{}

JsonValue::Kind JsonValue::kind() const
{
    return m_document ? m_document->m_nodes[m_node].kind : Kind::Absent;
}

QByteArrayView JsonValue::raw() const
{
    if (!m_document)
        return {};
    const JsonDocument::Node &node = m_document->m_nodes[m_node];
    return QByteArrayView(m_document->m_text)
        .sliced(qsizetype(node.begin), qsizetype(node.end - node.begin));
}

std::optional<QString> JsonValue::text() const
{
    if (kind() != Kind::String)
        return {};
    const QByteArrayView inside = raw().sliced(1).chopped(1);
    if (!m_document->m_nodes[m_node].hasEscapes)
        return QString::fromUtf8(inside);
    return QString::fromUtf8(unescaped(inside).expose());
}

std::optional<base::Secret> JsonValue::secret() const
{
    if (kind() != Kind::String)
        return {};
    return unescaped(raw().sliced(1).chopped(1));
}

std::optional<qint64> JsonValue::integer() const
{
    if (kind() != Kind::Number)
        return {};
    bool fits = false;
    const qint64 value = raw().toLongLong(&fits); // knows no fraction and no exponent
    return fits ? std::optional(value) : std::nullopt;
}

qsizetype JsonValue::size() const
{
    return m_document ? qsizetype(m_document->m_nodes[m_node].count) : 0;
}

JsonValue JsonValue::element(qsizetype place) const
{
    if (kind() != Kind::Array || place < 0 || place >= size())
        return {};
    std::size_t node = m_node + 1;
    for (qsizetype i = 0; i < place; ++i)
        node = m_document->m_nodes[node].next;
    return {m_document, node};
}

void JsonValue::forEach(const std::function<void(const JsonValue &)> &visit) const
{
    if (kind() != Kind::Array)
        return;
    std::size_t node = m_node + 1;
    for (qsizetype i = 0; i < size(); ++i) {
        visit(JsonValue(m_document, node));
        node = m_document->m_nodes[node].next;
    }
}

JsonValue JsonValue::member(QStringView name) const
{
    if (kind() != Kind::Object)
        return {};
    const QByteArray wanted = name.toUtf8();
    std::size_t node = m_node + 1;
    for (qsizetype i = 0; i < size(); ++i) {
        const JsonValue key(m_document, node);
        const bool isIt = m_document->m_nodes[node].hasEscapes
                              ? unescaped(key.raw().sliced(1).chopped(1)).equals(wanted)
                              : key.raw().sliced(1).chopped(1) == wanted;
        if (isIt)
            return {m_document, node + 1};
        node = m_document->m_nodes[node + 1].next;
    }
    return {};
}

QString JsonValue::nameOf(qsizetype place) const
{
    if (kind() != Kind::Object || place < 0 || place >= size())
        return {};
    std::size_t node = m_node + 1;
    for (qsizetype i = 0; i < place; ++i)
        node = m_document->m_nodes[node + 1].next;
    return JsonValue(m_document, node).text().value_or(QString());
}

JsonValue JsonValue::member(qsizetype place) const
{
    if (kind() != Kind::Object || place < 0 || place >= size())
        return {};
    std::size_t node = m_node + 1;
    for (qsizetype i = 0; i < place; ++i)
        node = m_document->m_nodes[node + 1].next;
    return {m_document, node + 1};
}

} // namespace net
