// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/valstext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <optional>

namespace references {

namespace {

constexpr QChar plus = u'+';

//! Where a reference's prefix and scheme begin and end.
struct Opening
{
    qsizetype begin = 0; //!< of "ref" or "secretref"
    QString kind;
    QString scheme;
    qsizetype address = 0; //!< behind ://
};

std::optional<Opening> openingFrom(const QString &text, qsizetype from)
{
    static const QRegularExpression shape(QStringLiteral("((?:secret)?ref)\\+([^+:]*)://"));
    const auto match = shape.match(text, from);
    if (!match.hasMatch())
        return std::nullopt;
    return Opening{
        match.capturedStart(), match.captured(1), match.captured(2), match.capturedEnd()};
}

bool endsAddress(QChar letter)
{
    return letter == plus || letter == u'\n' || letter == u' ';
}

class Splitter
{
public:
    Splitter(const QString &text, const QStringList &kinds)
        : m_text(text)
        , m_kinds(kinds)
    {}

    base::Result<std::vector<Piece>> pieces()
    {
        std::vector<Piece> result;
        qsizetype at = 0;
        qsizetype search = 0;
        while (const auto opening = openingFrom(m_text, search)) {
            if (!counts(opening->kind))
                break;
            qsizetype end = opening->address;
            auto piece = reference(*opening, end, 1);
            if (!piece)
                return base::fail(std::move(piece).error());
            if (!*piece) { // too short for one
                search = opening->begin + 1;
                continue;
            }
            addWords(result, withoutMark(at, opening->begin));
            result.push_back(std::move(**piece));
            at = end;
            search = end;
        }
        addWords(result, m_text.mid(at));
        return result;
    }

private:
    bool counts(const QString &kind) const { return m_kinds.isEmpty() || m_kinds.contains(kind); }

    static void addWords(std::vector<Piece> &pieces, const QString &words)
    {
        if (words.isEmpty())
            return;
        Piece piece;
        piece.words = words;
        pieces.push_back(std::move(piece));
    }

    //! The words before a reference, without a `vals:` that announces it.
    QString withoutMark(qsizetype from, qsizetype to) const
    {
        const QString words = m_text.mid(from, to - from);
        static const QString mark = QStringLiteral("vals:");
        const qsizetype before = words.size() - mark.size();
        const bool isWhole = before == 0 || (before > 0 && !words[before - 1].isLetterOrNumber());
        return words.endsWith(mark) && isWhole ? words.left(before) : words;
    }

    //! The reference that \a opening opens; \a end goes behind it. Nothing when it is too short.
    base::Result<std::optional<Piece>> reference(const Opening &opening, qsizetype &end, int depth)
    {
        if (depth > greatestNesting)
            return base::fail(base::ErrorCode::InvalidInput,
                              QCoreApplication::translate(
                                  "references", "References lie in each other too deeply."));
        Piece piece;
        piece.kind = opening.kind;
        piece.scheme = opening.scheme;
        qsizetype begin = opening.address; // of the words that are being collected
        qsizetype at = begin;
        bool isInnerLast = false;
        while (true) {
            while (at < m_text.size() && !endsAddress(m_text[at]))
                ++at;
            const auto inner = innerAt(begin, at);
            if (!inner)
                break;
            addWords(piece.address, m_text.mid(begin, inner->begin - begin));
            qsizetype behind = inner->address;
            auto one = reference(*inner, behind, depth + 1);
            if (!one)
                return base::fail(std::move(one).error());
            if (!*one)
                break;
            piece.address.push_back(std::move(**one));
            begin = at = behind;
            // Without a plus of its own the inner one has ended at the outer one's end.
            isInnerLast = m_text[behind - 1] != plus;
            if (isInnerLast)
                break;
        }
        if (!isInnerLast) {
            // It ends in no quotation mark and no comma.
            while (at > begin && (m_text[at - 1] == u'"' || m_text[at - 1] == u','))
                --at;
            addWords(piece.address, m_text.mid(begin, at - begin));
        }
        if (piece.address.empty()
            || (!piece.address.front().isReference() && piece.address.size() == 1
                && piece.address.front().words.size() < 2))
            return std::optional<Piece>();
        if (at < m_text.size() && m_text[at] == plus)
            ++at;
        end = at;
        return std::optional<Piece>(std::move(piece));
    }

    //! Whether the plus at \a at belongs to an inner reference whose "ref" stands before it.
    std::optional<Opening> innerAt(qsizetype begin, qsizetype at) const
    {
        if (at >= m_text.size() || m_text[at] != plus)
            return std::nullopt;
        const QStringView before = QStringView(m_text).mid(begin, at - begin);
        for (const char *kind : {"secretref", "ref"}) {
            const QString name = QString::fromLatin1(kind);
            if (!before.endsWith(name))
                continue;
            if (!counts(name))
                return std::nullopt;
            const auto opening = openingFrom(m_text, at - name.size());
            if (opening && opening->begin == at - name.size())
                return opening;
            return std::nullopt;
        }
        return std::nullopt;
    }

    const QString &m_text;
    const QStringList &m_kinds;
};

} // namespace

base::Result<std::vector<Piece>> splitReferences(const QString &text, const QStringList &kinds)
{
    return Splitter(text, kinds).pieces();
}

QString joined(const std::vector<Piece> &pieces)
{
    QString text;
    for (const Piece &piece : pieces) {
        if (!piece.isReference())
            text += piece.words;
        else
            text += piece.kind + plus + piece.scheme + QStringLiteral("://") + joined(piece.address)
                    + plus;
    }
    return text;
}

} // namespace references
