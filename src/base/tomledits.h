// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/tomlscan.h"

namespace base::tomlscan {

//! A text with the places of everything in it, and the cuts a TomlEditor makes. Each change spoils
//! the places, so a Draft makes one change at a time and is scanned anew.
class Draft
{
public:
    explicit Draft(QByteArray text);

    [[nodiscard]] const QByteArray &text() const { return m_text; }
    //! Whether a list of tables stands on the way to \a path, so that it does not say which one.
    [[nodiscard]] bool isAmbiguous(const Path &path) const;

    [[nodiscard]] qsizetype blocks(const Path &array) const;
    //! The first block whose keys hold these texts, or -1.
    [[nodiscard]] qsizetype findBlock(const Path &array,
                                      const QList<std::pair<Path, QString>> &texts) const;

    //! Sets \a path to \a literal; where it is new, it goes into \a table or a sub-table of it.
    void set(const Path &table, const Path &path, const QByteArray &literal);
    //! Removes a key, a table or a block, wherever its parts are written.
    void remove(const Path &path);
    //! False when something else than a list of tables is there.
    [[nodiscard]] bool appendBlock(const Path &array,
                                   const QList<std::pair<Path, QByteArray>> &keyLiterals);

private:
    //! An entry together with what it stands in.
    struct Found
    {
        const Section *section = nullptr;
        const Node *table = nullptr; //!< an inline one; null when it stands on a line of its own
        std::size_t index = 0;
        const Entry *entry = nullptr;
    };

    //! Below: an entry whose dotted key goes on behind the path will do as well.
    enum class Match { Exact, Below };

    [[nodiscard]] std::optional<Found> find(const Path &path, Match match = Match::Exact) const;
    [[nodiscard]] std::optional<Found> findIn(const Section &section,
                                              const Node *table,
                                              const Path &path,
                                              Match match = Match::Exact) const;
    [[nodiscard]] bool holds(const std::optional<Found> &found, const QString &text) const;
    //! The inline table or the list at \a path.
    [[nodiscard]] const Node *nodeAt(const Path &path) const;
    [[nodiscard]] const Section *sectionAt(const Path &path) const;

    [[nodiscard]] bool insertInto(const Path &holder, const Path &path, const QByteArray &literal);
    void insertInline(const Node &table, const QByteArray &entry);
    void insertLine(qsizetype at, qsizetype indentedLike, const QByteArray &line);
    void insertAtRoot(const QByteArray &line);
    void appendSection(const QByteArray &header, const QList<QByteArray> &lines);
    void appendItem(const Node &list, const QByteArray &item);

    [[nodiscard]] bool removeOne(const Path &path);
    void removeEntry(const Found &found);
    void removeItem(const Node &list, std::size_t index);
    void removeSection(std::size_t index);

    void cut(qsizetype begin, qsizetype end) { splice(begin, end, {}); }
    void splice(qsizetype begin, qsizetype end, const QByteArray &replacement);
    [[nodiscard]] QByteArray lineAt(qsizetype lineBegin) const;
    [[nodiscard]] qsizetype lineBefore(qsizetype lineBegin) const;

    QByteArray m_text;
    QByteArray m_lineBreak = "\n";
    std::vector<Section> m_sections;
};

//! A path as a key in TOML.
[[nodiscard]] QByteArray written(const Path &path);

} // namespace base::tomlscan
