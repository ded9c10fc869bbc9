// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/backends/localbackends.h"

#include "base/atomicfile.h"
#include "references/documents/json.h"
#include "references/words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace references {

namespace {

constexpr qint64 fileLimit = 1024 * 1024;

} // namespace

QString placedIn(const QString &folder, const QString &path)
{
    return folder.isEmpty() || QDir::isAbsolutePath(path) ? path : QDir(folder).filePath(path);
}

base::Task<base::Secret> EchoBackend::fetch(core::BackendUri uri, QString, std::stop_token)
{
    if (uri.fragment.isEmpty())
        co_return base::Secret::take(uri.path.toUtf8());
    const QStringList steps = uri.path.split(QLatin1Char('/'));
    if (steps.size() < 2)
        co_return base::fail(
            base::ErrorCode::InvalidInput,
            Words::tr("echo with a fragment needs two words and a slash in its path."));
    Node node = Node::text(steps.constLast().toUtf8());
    for (qsizetype i = steps.size() - 2; i >= 0; --i) {
        Node outer = Node::map();
        outer.set(steps[i].toUtf8(), std::move(node));
        node = std::move(outer);
    }
    CO_TRY(base::Secret text, writeJson(node, JsonStyle::Compact));
    co_return std::move(text);
}

base::Task<base::Secret> FileBackend::fetch(core::BackendUri uri, QString folder, std::stop_token)
{
    const QString encode = uri.params.value(QStringLiteral("encode"), QStringLiteral("raw"));
    if (encode != QLatin1String("raw") && encode != QLatin1String("base64"))
        co_return base::fail(
            base::ErrorCode::InvalidInput,
            Words::tr("A file is encoded as raw or base64, not as ‘%1’.").arg(encode));
    const QString path = placedIn(folder, uri.path);
    // A pipe or a device could keep us waiting for ever.
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        co_return base::fail(base::ErrorCode::InvalidInput,
                             Words::tr("%1 is no plain file.").arg(path));
    CO_TRY(QByteArray bytes, base::readFile(path, fileLimit));
    if (encode == QLatin1String("base64")) {
        QByteArray encoded = bytes.toBase64();
        base::wipe(bytes);
        co_return base::Secret::take(std::move(encoded));
    }
    co_return base::Secret::take(std::move(bytes));
}

EnvironmentBackend::EnvironmentBackend(Lookup lookup)
    : m_lookup(std::move(lookup))
{
    if (!m_lookup)
        m_lookup = [](const QString &name) -> std::optional<QString> {
            const QByteArray key = name.toLocal8Bit();
            if (!qEnvironmentVariableIsSet(key.constData()))
                return std::nullopt;
            return qEnvironmentVariable(key.constData());
        };
}

QStringList EnvironmentBackend::schemes() const
{
    return {QStringLiteral("env"), QStringLiteral("envsubst")};
}

base::Task<base::Secret> EnvironmentBackend::fetchFor(core::BackendUri uri,
                                                      QString folder,
                                                      core::ReferencePermit permit,
                                                      std::stop_token stop)
{
    // This process's environment is not that of whoever asks.
    const core::AccountId account{QStringLiteral("references"), QStringLiteral("env")};
    if (permit)
        CO_TRY_VOID(co_await permit(account));
    CO_TRY(base::Secret value, co_await fetch(uri, folder, stop));
    co_return std::move(value);
}

base::Task<base::Secret> EnvironmentBackend::fetch(core::BackendUri uri, QString, std::stop_token)
{
    if (uri.scheme == QLatin1String("env")) {
        const auto value = m_lookup(uri.path);
        if (!value)
            co_return base::fail(base::ErrorCode::NotFound,
                                 Words::tr("There is no environment variable %1.").arg(uri.path));
        co_return base::Secret::take(value->toUtf8());
    }
    static const QRegularExpression variable(
        QStringLiteral("\\$(?:([A-Za-z_][A-Za-z0-9_]*)|\\{([A-Za-z_][A-Za-z0-9_]*)\\})"));
    QString text;
    qsizetype at = 0;
    for (auto matches = variable.globalMatch(uri.path); matches.hasNext();) {
        const auto match = matches.next();
        const QString name = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
        text += uri.path.mid(at, match.capturedStart() - at) + m_lookup(name).value_or(QString());
        at = match.capturedEnd();
    }
    text += uri.path.mid(at);
    base::Secret value = base::Secret::take(text.toUtf8());
    base::wipe(text);
    co_return std::move(value);
}

QStringList AwsBackend::schemes() const
{
    return {QStringLiteral("awssecrets"), QStringLiteral("awsssm")};
}

base::Task<base::Secret> AwsBackend::fetch(core::BackendUri uri, QString, std::stop_token)
{
    co_return base::fail(
        base::ErrorCode::Unsupported,
        Words::tr("%1:// comes with AWS accounts, which this version of Latchkey lacks.")
            .arg(uri.scheme));
}

} // namespace references
