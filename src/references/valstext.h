// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace references {

//! A piece of a text with references in it: words that stay, or one reference, whose address may
//! hold references itself.
struct Piece
{
    QString words; //!< outside of references
    QString kind; //!< "ref" or "secretref"; empty: words
    QString scheme; //!< as written, unchecked
    std::vector<Piece> address; //!< what stands behind ://, words and inner references

    [[nodiscard]] bool isReference() const { return !kind.isEmpty(); }
};

//! How deep references may lie in references.
inline constexpr int greatestNesting = 10;

//! Takes a text apart as the program vals does. Its expression is
//! `((secret)?ref)\+([^\+:]*:\/\/[^\+\n ]+[^\+\n ",])\+?`: a reference goes on to a plus, a space
//! or a line end, does not end in a quotation mark or comma, and swallows one plus behind it. A
//! reference whose address ends in "ref" before such a plus holds another one. \a kinds: which of
//! "ref" and "secretref" count; empty: both. From the first that does not count on, all is words.
//! A leading `vals:` before a reference belongs to it.
[[nodiscard]] base::Result<std::vector<Piece>> splitReferences(const QString &text,
                                                               const QStringList &kinds = {});
//! The text again; a plus that was swallowed is written where the next piece needs it.
[[nodiscard]] QString joined(const std::vector<Piece> &pieces);

} // namespace references
