// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/sops/creationrules.h"

#include "base/atomicfile.h"
#include "references/documents/yaml.h"
#include "references/words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace references {

namespace {

//! A list, or a text with commas.
QStringList namesIn(const Node *node)
{
    QStringList names;
    if (node == nullptr)
        return names;
    if (node->isScalar()) {
        for (const QString &name : QString::fromUtf8(node->view()).split(QLatin1Char(','))) {
            if (!name.trimmed().isEmpty())
                names.append(name.trimmed());
        }
        return names;
    }
    for (const Entry &entry : node->entries) {
        if (!entry.isComment)
            names += namesIn(&entry.node);
    }
    return names;
}

base::Result<> addRecipients(const Node &node, Recipients &recipients)
{
    for (const char *service : {"kms",
                                "gcp_kms",
                                "azure_keyvault",
                                "azure_kv",
                                "hc_vault",
                                "hc_vault_transit_uri",
                                "hckms"}) {
        const Node *const named = node.find(service);
        if (named != nullptr && (named->size() > 0 || !named->view().isEmpty()))
            return base::fail(base::ErrorCode::Unsupported,
                              Words::tr("The rule in .sops.yaml names a key service (%1).")
                                  .arg(QString::fromLatin1(service)),
                              Words::tr("Use the program sops for such files."));
    }
    recipients.age += namesIn(node.find("age"));
    recipients.pgp += namesIn(node.find("pgp"));
    return {};
}

base::Result<CreationRule> readRule(const Node &node)
{
    CreationRule result;
    TRY(result.rule, EncryptionRule::read(node));
    TRY_VOID(addRecipients(node, result.recipients));
    if (const Node *const groups = node.find("key_groups");
        groups != nullptr && groups->size() > 0) {
        if (groups->size() > 1)
            return base::fail(
                base::ErrorCode::Unsupported,
                Words::tr("The rule in .sops.yaml divides the key among several groups."),
                Words::tr("Use the program sops for such files."));
        for (const Entry &group : groups->entries) {
            if (!group.isComment)
                TRY_VOID(addRecipients(group.node, result.recipients));
        }
    }
    if (result.recipients.isEmpty())
        return base::fail(base::ErrorCode::InvalidInput,
                          Words::tr("The rule in .sops.yaml names no recipients."),
                          Words::tr("Add a line such as: age: age1…"));
    return result;
}

} // namespace

base::Result<CreationRule> creationRuleFor(QByteArrayView config, const QString &path)
{
    TRY(const Documents documents, readYaml(config));
    const Node *const rules = documents.front().find("creation_rules");
    if (rules == nullptr || !rules->isList())
        return base::fail(base::ErrorCode::NotFound,
                          Words::tr(".sops.yaml has no creation_rules."));
    for (const Entry &entry : rules->entries) {
        if (entry.isComment)
            continue;
        const Node *const pattern = entry.node.find("path_regex");
        if (pattern != nullptr && !pattern->view().isEmpty()) {
            const QRegularExpression expression(QString::fromUtf8(pattern->view()));
            if (!expression.isValid())
                return base::fail(base::ErrorCode::InvalidInput,
                                  Words::tr("The path_regex ‘%1’ in .sops.yaml is malformed.")
                                      .arg(expression.pattern().left(200)));
            if (!expression.match(path).hasMatch())
                continue;
        }
        return readRule(entry.node);
    }
    return base::fail(base::ErrorCode::NotFound,
                      Words::tr("No rule in .sops.yaml matches %1.").arg(path),
                      Words::tr("Add a rule, or name the recipients yourself."));
}

base::Result<CreationRule> findCreationRule(const QString &file)
{
    QDir folder = QFileInfo(file).absoluteDir();
    const QString absolute = QFileInfo(file).absoluteFilePath();
    do {
        const QString config = folder.filePath(QStringLiteral(".sops.yaml"));
        if (!QFileInfo(config).isFile())
            continue;
        TRY(const QByteArray text, base::readFile(config, 1024 * 1024));
        return creationRuleFor(text, folder.relativeFilePath(absolute));
    } while (folder.cdUp());
    return base::fail(base::ErrorCode::NotFound,
                      Words::tr("There is no .sops.yaml for %1.").arg(file),
                      Words::tr("Write one, or name the recipients yourself."));
}

} // namespace references
