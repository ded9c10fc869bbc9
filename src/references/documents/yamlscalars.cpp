// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/documents/yamlscalars.h"

#include "references/documents/scalars.h"
#include "references/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace references {

YamlCursor::YamlCursor(QByteArrayView text)
{
    while (!text.isEmpty()) {
        const auto end = std::find(text.begin(), text.end(), '\n') - text.begin();
        QByteArrayView line = text.first(end);
        if (line.endsWith('\r'))
            line.chop(1);
        m_lines.append(line);
        text = text.sliced(std::min<qsizetype>(end + 1, text.size()));
    }
}

bool YamlCursor::isReadable(QByteArrayView text)
{
    while (!text.isEmpty()) {
        const Utf8Letter letter = firstLetter(text);
        const char32_t code = letter.code;
        const bool isControl =
            (code < 0x20 && code != '\t' && code != '\n' && code != '\r') || code == 0x7F;
        if (letter.size == 0 || isControl || code == 0xFEFF || code == 0xFFFE || code == 0xFFFF)
            return false;
        if (code == '\r' && (text.size() < 2 || text[1] != '\n'))
            return false;
        text = text.sliced(letter.size);
    }
    return true;
}

void YamlCursor::skipSpaces()
{
    while (letter() == ' ' || letter() == '\t')
        ++m_column;
}

void YamlCursor::nextLine()
{
    ++m_line;
    m_column = 0;
}

bool YamlCursor::isMarker(QByteArrayView marker) const
{
    if (atEnd() || !whole().startsWith(marker))
        return false;
    return whole().size() == 3 || whole()[3] == ' ' || whole()[3] == '\t';
}

tl::unexpected<base::Error> YamlScalars::bad(const QString &why) const
{
    return badDocument(QStringLiteral("YAML"), m_at.line() + 1, why);
}

tl::unexpected<base::Error> YamlScalars::refused(const QString &what) const
{
    return base::fail(
        base::ErrorCode::Unsupported,
        QCoreApplication::translate("references",
                                    "Line %1 of this YAML uses %2, which Latchkey does not read.")
            .arg(m_at.line() + 1)
            .arg(what),
        QCoreApplication::translate("references", "Write the value out in full."));
}

namespace {

QByteArrayView withoutTrailingSpaces(QByteArrayView text)
{
    while (text.endsWith(' ') || text.endsWith('\t'))
        text.chop(1);
    return text;
}

qsizetype leadingSpaces(QByteArrayView line)
{
    qsizetype count = 0;
    while (count < line.size() && line[count] == ' ')
        ++count;
    return count;
}

bool isBlank(QByteArrayView line)
{
    return withoutTrailingSpaces(line).isEmpty();
}

} // namespace

//! Goes to the next line with text and folds what lies between: one line end to a space, more to
//! one less.
base::Result<qsizetype> YamlScalars::foldLines(SecretText &text, std::size_t keptSize)
{
    while (text.size() > keptSize && (text.view().endsWith(' ') || text.view().endsWith('\t')))
        text.chop(1);
    qsizetype blank = 0;
    for (m_at.nextLine(); !m_at.atEnd() && isBlank(m_at.whole()); m_at.nextLine())
        ++blank;
    if (m_at.atEnd() || m_at.isAnyMarker())
        return bad(Words::tr("a quotation mark is not closed."));
    if (blank == 0)
        text << ' ';
    else
        text.fill('\n', blank);
    m_at.skipSpaces();
    return blank;
}

base::Result<> YamlScalars::escape(SecretText &text)
{
    static constexpr QByteArrayView names = "0abtnvfre \"/\\";
    static constexpr QByteArrayView meanings("\0\a\b\t\n\v\f\r\x1b \"/\\", 13);
    const char name = m_at.letter(1);
    const auto known = std::find(names.begin(), names.end(), name);
    if (known != names.end()) {
        text << meanings[known - names.begin()];
        m_at.move(2);
        return {};
    }
    if (name == '\t') {
        text << '\t';
        m_at.move(2);
        return {};
    }
    const char32_t letter = name == 'N'   ? 0x85
                            : name == '_' ? 0xA0
                            : name == 'L' ? 0x2028
                            : name == 'P' ? 0x2029
                                          : 0;
    if (letter != 0) {
        appendUtf8(text, letter);
        m_at.move(2);
        return {};
    }
    const qsizetype digits = name == 'x' ? 2 : name == 'u' ? 4 : name == 'U' ? 8 : 0;
    const auto number = [this](qsizetype from, qsizetype count) {
        return m_at.rest().size() < from + count ? -1 : hexValue(m_at.rest().sliced(from, count));
    };
    qint64 code = digits > 0 ? number(2, digits) : -1;
    qsizetype size = 2 + digits;
    // JSON, which YAML contains, writes letters beyond the first 65536 as two.
    if (digits == 4 && code >= 0xD800 && code < 0xDC00 && m_at.letter(6) == '\\'
        && m_at.letter(7) == 'u') {
        const qint64 low = number(8, 4);
        if (low >= 0xDC00 && low < 0xE000) {
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
            size = 12;
        }
    }
    if (code < 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
        return bad(Words::tr("an escape in a quoted text is not known."));
    appendUtf8(text, static_cast<char32_t>(code));
    m_at.move(size);
    return {};
}

base::Result<base::Secret> YamlScalars::quoted()
{
    const char quote = m_at.letter();
    m_at.move(1);
    SecretText text;
    std::size_t kept = 0; // spaces before this were escaped and stay
    while (true) {
        const QByteArrayView rest = m_at.rest();
        if (rest.isEmpty()) {
            TRY_VOID(foldLines(text, kept));
            kept = text.size();
            continue;
        }
        if (rest.front() == quote && quote == '\'' && m_at.letter(1) == '\'') {
            text << '\'';
            m_at.move(2);
        } else if (rest.front() == quote) {
            m_at.move(1);
            return std::move(text).take();
        } else if (quote == '"' && rest.front() == '\\' && rest.size() == 1) {
            // An escaped line end joins the lines without a space.
            m_at.nextLine();
            while (!m_at.atEnd() && isBlank(m_at.whole())) {
                text << '\n';
                m_at.nextLine();
            }
            if (m_at.atEnd() || m_at.isAnyMarker())
                return bad(Words::tr("a quotation mark is not closed."));
            m_at.skipSpaces();
            kept = text.size();
        } else if (quote == '"' && rest.front() == '\\') {
            TRY_VOID(escape(text));
            kept = text.size();
        } else {
            text << rest.front();
            m_at.move(1);
        }
    }
}

qsizetype YamlScalars::plainLength(QByteArrayView rest, bool inFlow) const
{
    qsizetype end = 0;
    for (; end < rest.size(); ++end) {
        const char letter = rest[end];
        const char next = end + 1 < rest.size() ? rest[end + 1] : '\n';
        const bool spaceFollows = next == ' ' || next == '\t' || next == '\n';
        const bool isFlowSign = inFlow && QByteArrayView(",[]{}").contains(letter);
        const bool flowFollows = inFlow && QByteArrayView(",[]{}").contains(next);
        if (isFlowSign || (letter == ':' && (spaceFollows || flowFollows)))
            break;
        if (letter == '#' && end > 0 && (rest[end - 1] == ' ' || rest[end - 1] == '\t'))
            break;
    }
    return withoutTrailingSpaces(rest.first(end)).size();
}

base::Result<base::Secret> YamlScalars::plain(qsizetype indent, bool inFlow)
{
    SecretText text;
    for (bool first = true;; first = false) {
        const QByteArrayView rest = m_at.rest();
        const qsizetype length = plainLength(rest, inFlow);
        if (!first && length == 0)
            break;
        text << rest.first(length);
        m_at.move(length);
        if (!isBlank(m_at.rest()))
            break;
        // A further line belongs to it when it stands further right and is no comment.
        YamlCursor ahead = m_at;
        qsizetype blank = 0;
        for (ahead.nextLine(); !ahead.atEnd() && isBlank(ahead.whole()); ahead.nextLine())
            ++blank;
        if (ahead.atEnd() || ahead.isAnyMarker() || leadingSpaces(ahead.whole()) <= indent)
            break;
        ahead.skipSpaces();
        const qsizetype further = plainLength(ahead.rest(), inFlow);
        if (ahead.letter() == '#' || further == 0)
            break;
        if (ahead.letter(further) == ':' && !inFlow)
            return bad(Words::tr("a key stands where a value goes on."));
        m_at = ahead;
        if (blank == 0)
            text << ' ';
        else
            text.fill('\n', blank);
    }
    return std::move(text).take();
}

base::Result<base::Secret> YamlScalars::block(qsizetype indent, QList<PendingComment> &comments)
{
    const bool isFolded = m_at.letter() == '>';
    m_at.move(1);
    char chomp = ' ';
    qsizetype depth = 0;
    for (; m_at.letter() != ' ' && m_at.letter() != '\t' && m_at.letter() != '\n'; m_at.move(1)) {
        const char sign = m_at.letter();
        if ((sign == '+' || sign == '-') && chomp == ' ')
            chomp = sign;
        else if (sign >= '1' && sign <= '9' && depth == 0)
            depth = std::max<qsizetype>(indent, 0) + sign - '0';
        else
            return bad(Words::tr("the header of a text block is malformed."));
    }
    const qsizetype before = m_at.column();
    m_at.skipSpaces();
    if (m_at.letter() == '#' && m_at.column() > before)
        comments.append({indent, m_at.rest().sliced(1)});
    else if (m_at.letter() != '\n')
        return bad(Words::tr("the header of a text block is malformed."));
    m_at.nextLine();

    SecretText text;
    qsizetype ends = 0; // line ends that wait to be written
    bool wasMore = false; // the last line stood further right
    bool isFirst = true;
    for (; !m_at.atEnd(); m_at.nextLine()) {
        const QByteArrayView line = m_at.whole();
        const qsizetype spaces = leadingSpaces(line);
        if (spaces == line.size() && (depth == 0 || spaces <= depth)) {
            ++ends;
            continue;
        }
        if (m_at.isAnyMarker() || spaces <= indent)
            break;
        if (depth == 0)
            depth = spaces;
        if (spaces < depth)
            break;
        const QByteArrayView content = line.sliced(depth);
        const bool isMore = content.startsWith(' ') || content.startsWith('\t');
        if (isFirst)
            text.fill('\n', ends);
        else if (!isFolded || isMore || wasMore)
            text.fill('\n', ends);
        else if (ends == 1)
            text << ' ';
        else
            text.fill('\n', ends - 1);
        text << content;
        ends = 1;
        wasMore = isMore;
        isFirst = false;
    }
    if (chomp == '+')
        text.fill('\n', ends);
    else if (chomp == ' ' && !isFirst)
        text << '\n';
    return std::move(text).take();
}

base::Result<Entry> YamlScalars::key(QSet<QByteArray> &seen, bool inFlow)
{
    Entry entry;
    if (m_at.letter() == '"' || m_at.letter() == '\'') {
        TRY(const base::Secret text, quoted());
        entry.key = text.expose().toByteArray();
    } else {
        const qsizetype length = plainLength(m_at.rest(), inFlow);
        const QByteArrayView text = m_at.rest().first(length);
        if (text == QByteArrayView("<<"))
            return refused(Words::tr("a merge key"));
        if (text == QByteArrayView("?") || text.startsWith("? "))
            return refused(Words::tr("a complex key"));
        entry.keyKind = plainScalar(text).kind;
        entry.key = text.toByteArray();
        m_at.move(length);
    }
    if (seen.contains(entry.key))
        return bad(
            Words::tr("the key ‘%1’ is there twice.").arg(QString::fromUtf8(entry.key.left(80))));
    seen.insert(entry.key);
    return entry;
}

} // namespace references
