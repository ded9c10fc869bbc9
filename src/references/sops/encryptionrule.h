// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "references/documents/node.h"

#include <QList>
#include <QRegularExpression>
#include <QString>

#include <optional>

namespace references {

//! Which values of a file are encrypted: at most one rule, by the name of a key or by a comment.
struct EncryptionRule
{
    enum class Kind {
        UnencryptedSuffix,
        EncryptedSuffix,
        UnencryptedRegex,
        EncryptedRegex,
        UnencryptedCommentRegex,
        EncryptedCommentRegex
    };

    Kind kind = Kind::UnencryptedSuffix;
    QString pattern = QStringLiteral("_unencrypted");
    bool macOnlyEncrypted = false; //!< the check covers encrypted values only

    //! The key of a rule in the file: "encrypted_regex".
    [[nodiscard]] static QByteArray keyOf(Kind kind);
    //! Reads the rule of a file's metadata or of a creation rule; \a map has strings under those
    //! keys. InvalidInput for two rules or a malformed expression.
    [[nodiscard]] static base::Result<EncryptionRule> read(const Node &map);
    [[nodiscard]] static QList<Kind> kinds();

    friend bool operator==(const EncryptionRule &, const EncryptionRule &) = default;
};

//! The comments before a value, one list for each map or list that it is in.
using CommentStack = QList<QList<QByteArray>>;

//! An EncryptionRule made ready. Expressions are searched anywhere in a key, as Go's are.
class Selection
{
public:
    [[nodiscard]] static base::Result<Selection> make(const EncryptionRule &rule);
    [[nodiscard]] bool isEncrypted(const QList<QByteArray> &path,
                                   const CommentStack &comments,
                                   bool isComment) const;

private:
    [[nodiscard]] bool anyKey(const QList<QByteArray> &path) const;

    EncryptionRule m_rule;
    QRegularExpression m_expression;
};

} // namespace references
