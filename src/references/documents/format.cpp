// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/documents/format.h"

#include "references/documents/flatfiles.h"
#include "references/documents/json.h"
#include "references/documents/yaml.h"

#include <QCoreApplication>

namespace references {

namespace {

constexpr std::pair<Format, QLatin1String> names[] = {{Format::Yaml, QLatin1String("yaml")},
                                                      {Format::Json, QLatin1String("json")},
                                                      {Format::Dotenv, QLatin1String("dotenv")},
                                                      {Format::Ini, QLatin1String("ini")},
                                                      {Format::Binary, QLatin1String("binary")}};

base::Result<Documents> one(base::Result<Node> node)
{
    if (!node)
        return base::fail(std::move(node).error());
    Documents documents;
    documents.push_back(*std::move(node));
    return documents;
}

} // namespace

Format formatOf(const QString &path)
{
    const auto ends = [&path](const char *ending) { return path.endsWith(QLatin1String(ending)); };
    if (ends(".yaml") || ends(".yml"))
        return Format::Yaml;
    if (ends(".json"))
        return Format::Json;
    if (ends(".env"))
        return Format::Dotenv;
    return ends(".ini") ? Format::Ini : Format::Binary;
}

std::optional<Format> formatNamed(const QString &name)
{
    for (const auto &[format, known] : names) {
        if (name == known)
            return format;
    }
    return std::nullopt;
}

QString nameOf(Format format)
{
    for (const auto &[each, name] : names) {
        if (each == format)
            return name;
    }
    return {};
}

base::Result<Documents> readDocuments(QByteArrayView text, Format format)
{
    switch (format) {
    case Format::Yaml:
        return readYaml(text);
    case Format::Json:
        return one(readJson(text));
    case Format::Dotenv:
        return one(readDotenv(text));
    case Format::Ini:
        return one(readIni(text));
    case Format::Binary:
        break;
    }
    Documents documents;
    documents.push_back(Node::map());
    documents.front().set("data", Node::text(text));
    return documents;
}

base::Result<base::Secret> writeDocuments(const Documents &documents, Format format)
{
    if (format == Format::Yaml)
        return writeYaml(documents);
    if (documents.size() != 1)
        return base::fail(
            base::ErrorCode::Unsupported,
            QCoreApplication::translate("references", "Only a YAML file holds several documents."));
    const Node &root = documents.front();
    switch (format) {
    case Format::Json:
        return writeJson(root);
    case Format::Dotenv:
        return writeDotenv(root);
    case Format::Ini:
        return writeIni(root);
    case Format::Yaml:
    case Format::Binary:
        break;
    }
    const Node *const data = root.find("data");
    if (data == nullptr || !data->isScalar())
        return base::fail(
            base::ErrorCode::Corrupt,
            QCoreApplication::translate("references", "The file has no content under “data”."));
    return data->value.clone();
}

} // namespace references
