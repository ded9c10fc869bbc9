// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/secretjson.h"

#include "oauth/words.h"

#include <QByteArray>
#include <QStringList>

#include <algorithm>

namespace oauth {

namespace {

constexpr int deepest = 32;
constexpr std::size_t mostMembers = 1000;

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

//! Four hex digits, which the reader has checked.
char32_t unit(QByteArrayView digits)
{
    char32_t value = 0;
    for (const char digit : digits.first(4))
        value = value * 16 + static_cast<char32_t>(hexDigit(digit));
    return value;
}

//! Writes \a code as UTF-8 and gives the length.
std::size_t writeUtf8(char32_t code, unsigned char *out)
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

//! Decodes the escapes of a checked string; lone surrogates become U+FFFD. Never longer than raw.
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
        char32_t code = unit(raw.sliced(i + 1));
        i += 4;
        if (code >= 0xd800 && code < 0xdc00 && raw.sliced(i + 1).startsWith("\\u")) {
            const char32_t low = unit(raw.sliced(i + 3));
            if (low >= 0xdc00 && low < 0xe000) {
                code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
                i += 6;
            }
        }
        if (code >= 0xd800 && code < 0xe000)
            code = 0xfffd;
        length += writeUtf8(code, out + length);
    }
    return base::Secret(room.expose().first(static_cast<qsizetype>(length)));
}

} // namespace

//! Walks over JSON text without keeping any of it.
class SecretJson::Reader
{
public:
    explicit Reader(QByteArrayView bytes)
        : m_bytes(bytes)
    {}

    bool readDocument(std::vector<Member> &members)
    {
        if (m_bytes.startsWith("\xef\xbb\xbf"))
            m_at = 3;
        skipSpace();
        if (!readObject(&members, 1))
            return false;
        skipSpace();
        return m_at == m_bytes.size();
    }

    //! The elements of an array that is known to be right.
    void readElements(std::vector<Member> &elements)
    {
        ++m_at;
        skipSpace();
        while (!at(']')) {
            Member element;
            if (!readValue(element, 1))
                return;
            elements.push_back(std::move(element));
            skipSpace();
            if (at(','))
                ++m_at;
            skipSpace();
        }
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

    bool readValue(Member &member, int depth)
    {
        const qsizetype begin = m_at;
        if (at('"')) {
            member.kind = Kind::String;
            return readString(member.raw);
        }
        bool right = false;
        if (at('{')) {
            member.kind = Kind::Object;
            right = depth < deepest && readObject(nullptr, depth + 1);
        } else if (at('[')) {
            member.kind = Kind::Array;
            right = depth < deepest && readArray(depth + 1);
        } else if (at('t')) {
            member.kind = Kind::True;
            right = take(QByteArrayView("true"));
        } else if (at('f')) {
            member.kind = Kind::False;
            right = take(QByteArrayView("false"));
        } else if (at('n')) {
            member.kind = Kind::Null;
            right = take(QByteArrayView("null"));
        } else {
            member.kind = Kind::Number;
            right = readNumber();
        }
        member.raw = m_bytes.sliced(begin, m_at - begin);
        return right;
    }

    bool readObject(std::vector<Member> *members, int depth)
    {
        if (!take('{'))
            return false;
        skipSpace();
        if (take('}'))
            return true;
        for (std::size_t count = 0; count < mostMembers; ++count) {
            QByteArrayView rawName;
            if (!readString(rawName))
                return false;
            skipSpace();
            if (!take(':'))
                return false;
            skipSpace();
            Member member;
            if (!readValue(member, depth))
                return false;
            if (members && !keep(*members, std::move(member), rawName))
                return false;
            skipSpace();
            if (take('}'))
                return true;
            if (!take(','))
                return false;
            skipSpace();
        }
        return false;
    }

    //! RFC 8259 4: names should be unique. Which of two tokens counts must not be left to chance.
    static bool keep(std::vector<Member> &members, Member member, QByteArrayView rawName)
    {
        member.name = unescaped(rawName).expose().toByteArray();
        const bool repeated = std::any_of(members.begin(), members.end(), [&](const Member &other) {
            return other.name == member.name;
        });
        members.push_back(std::move(member));
        return !repeated;
    }

    bool readArray(int depth)
    {
        ++m_at;
        skipSpace();
        if (take(']'))
            return true;
        for (;;) {
            Member element;
            if (!readValue(element, depth))
                return false;
            skipSpace();
            if (take(']'))
                return true;
            if (!take(','))
                return false;
            skipSpace();
        }
    }

    bool readString(QByteArrayView &raw)
    {
        if (!take('"'))
            return false;
        const qsizetype begin = m_at;
        while (m_at < m_bytes.size()) {
            const char c = m_bytes[m_at];
            if (c == '"') {
                raw = m_bytes.sliced(begin, m_at - begin);
                ++m_at;
                return true;
            }
            if (static_cast<unsigned char>(c) < 0x20 || (c == '\\' && !readEscape()))
                return false;
            ++m_at;
        }
        return false;
    }

    //! Leaves the position on the escape's last letter.
    bool readEscape()
    {
        if (++m_at >= m_bytes.size())
            return false;
        if (m_bytes[m_at] != 'u')
            return QByteArrayView("\"\\/bfnrt").contains(m_bytes[m_at]);
        if (m_bytes.size() - m_at < 5)
            return false;
        const QByteArrayView digits = m_bytes.sliced(m_at + 1, 4);
        m_at += 4;
        return std::all_of(digits.begin(), digits.end(), [](char c) { return hexDigit(c) >= 0; });
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
    qsizetype m_at = 0;
};

base::Result<SecretJson> SecretJson::parse(QByteArrayView bytes)
{
    SecretJson json;
    if (!Reader(bytes).readDocument(json.m_members)) {
        return base::fail(base::ErrorCode::Corrupt,
                          Words::tr("The answer of the service cannot be read."),
                          Words::tr("Check the address of the service."));
    }
    return json;
}

const SecretJson::Member *SecretJson::find(QByteArrayView name) const
{
    const auto found = std::find_if(m_members.begin(),
                                    m_members.end(),
                                    [name](const Member &member) { return member.name == name; });
    return found == m_members.end() ? nullptr : &*found;
}

std::optional<SecretJson::Kind> SecretJson::kind(QByteArrayView name) const
{
    const Member *member = find(name);
    return member ? std::optional(member->kind) : std::nullopt;
}

std::optional<base::Secret> SecretJson::secret(QByteArrayView name) const
{
    const Member *member = find(name);
    if (!member || member->kind != Kind::String)
        return {};
    return unescaped(member->raw);
}

std::optional<QString> SecretJson::text(QByteArrayView name) const
{
    const auto value = secret(name);
    return value ? std::optional(QString::fromUtf8(value->expose())) : std::nullopt;
}

std::optional<double> SecretJson::number(QByteArrayView name) const
{
    const Member *member = find(name);
    if (!member || (member->kind != Kind::Number && member->kind != Kind::String))
        return {};
    bool readable = false;
    const double value = member->raw.toByteArray().trimmed().toDouble(&readable);
    return readable ? std::optional(value) : std::nullopt;
}

std::optional<QStringList> SecretJson::texts(QByteArrayView name) const
{
    const Member *member = find(name);
    if (!member || member->kind != Kind::Array)
        return {};
    std::vector<Member> elements;
    Reader(member->raw).readElements(elements);
    QStringList found;
    for (const Member &element : elements) {
        if (element.kind == Kind::String)
            found += QString::fromUtf8(unescaped(element.raw).expose());
    }
    return found;
}

std::optional<SecretJson> SecretJson::object(QByteArrayView name) const
{
    const Member *member = find(name);
    if (!member || member->kind != Kind::Object)
        return {};
    auto inner = parse(member->raw);
    return inner ? std::optional(*std::move(inner)) : std::nullopt;
}

} // namespace oauth
