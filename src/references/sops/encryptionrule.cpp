// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/sops/encryptionrule.h"

#include <QCoreApplication>

#include <algorithm>

namespace references {

QByteArray EncryptionRule::keyOf(Kind kind)
{
    switch (kind) {
    case Kind::UnencryptedSuffix:
        return "unencrypted_suffix";
    case Kind::EncryptedSuffix:
        return "encrypted_suffix";
    case Kind::UnencryptedRegex:
        return "unencrypted_regex";
    case Kind::EncryptedRegex:
        return "encrypted_regex";
    case Kind::UnencryptedCommentRegex:
        return "unencrypted_comment_regex";
    case Kind::EncryptedCommentRegex:
        return "encrypted_comment_regex";
    }
    return {};
}

QList<EncryptionRule::Kind> EncryptionRule::kinds()
{
    return {Kind::UnencryptedSuffix,
            Kind::EncryptedSuffix,
            Kind::UnencryptedRegex,
            Kind::EncryptedRegex,
            Kind::UnencryptedCommentRegex,
            Kind::EncryptedCommentRegex};
}

base::Result<EncryptionRule> EncryptionRule::read(const Node &map)
{
    EncryptionRule rule;
    int count = 0;
    for (const Kind kind : kinds()) {
        const Node *const node = map.find(keyOf(kind));
        if (node == nullptr || node->view().isEmpty())
            continue;
        rule.kind = kind;
        rule.pattern = QString::fromUtf8(node->view());
        ++count;
    }
    if (count > 1)
        return base::fail(
            base::ErrorCode::InvalidInput,
            QCoreApplication::translate(
                "references", "The file names more than one rule for what is encrypted."));
    if (const Node *const only = map.find("mac_only_encrypted"))
        rule.macOnlyEncrypted = only->view().compare("true", Qt::CaseInsensitive) == 0;
    return rule;
}

base::Result<Selection> Selection::make(const EncryptionRule &rule)
{
    Selection selection;
    selection.m_rule = rule;
    if (rule.kind != EncryptionRule::Kind::UnencryptedSuffix
        && rule.kind != EncryptionRule::Kind::EncryptedSuffix) {
        selection.m_expression.setPattern(rule.pattern);
        if (!selection.m_expression.isValid())
            return base::fail(base::ErrorCode::InvalidInput,
                              QCoreApplication::translate(
                                  "references", "The expression ‘%1’ of the file is malformed.")
                                  .arg(rule.pattern.left(200)));
    }
    return selection;
}

bool Selection::anyKey(const QList<QByteArray> &path) const
{
    const bool isSuffix = m_rule.kind == EncryptionRule::Kind::UnencryptedSuffix
                          || m_rule.kind == EncryptionRule::Kind::EncryptedSuffix;
    const QByteArray suffix = m_rule.pattern.toUtf8();
    return std::any_of(path.begin(), path.end(), [&](const QByteArray &key) {
        return isSuffix ? key.endsWith(suffix)
                        : m_expression.match(QString::fromUtf8(key)).hasMatch();
    });
}

bool Selection::isEncrypted(const QList<QByteArray> &path,
                            const CommentStack &comments,
                            bool isComment) const
{
    using By = EncryptionRule::Kind;
    switch (m_rule.kind) {
    case By::UnencryptedSuffix:
    case By::UnencryptedRegex:
        return !anyKey(path);
    case By::EncryptedSuffix:
    case By::EncryptedRegex:
        return anyKey(path);
    case By::UnencryptedCommentRegex:
    case By::EncryptedCommentRegex:
        break;
    }
    const bool marksPlain = m_rule.kind == By::UnencryptedCommentRegex;
    for (qsizetype i = 0; i < comments.size(); ++i) {
        for (qsizetype j = 0; j < comments[i].size(); ++j) {
            // The comment that asks for encryption stays readable itself.
            const bool isItself =
                isComment && i + 1 == comments.size() && j + 1 == comments[i].size();
            if (isItself && !marksPlain)
                continue;
            if (m_expression.match(QString::fromUtf8(comments[i][j])).hasMatch())
                return !marksPlain;
        }
    }
    return marksPlain;
}

} // namespace references
