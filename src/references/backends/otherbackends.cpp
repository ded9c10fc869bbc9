// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/backends/otherbackends.h"

#include "base/atomicfile.h"
#include "references/backends/localbackends.h"
#include "references/documents/json.h"
#include "references/program.h"
#include "references/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

namespace references {

namespace {

constexpr qint64 fileLimit = 8 * 1024 * 1024;

base::Result<QByteArray> sopsText(const core::BackendUri &uri, const QString &folder)
{
    const QString type = uri.params.value(QStringLiteral("key_type"), QStringLiteral("filepath"));
    if (type == QLatin1String("filepath"))
        return base::readFile(placedIn(folder, uri.path), fileLimit);
    if (type != QLatin1String("base64"))
        return base::fail(base::ErrorCode::InvalidInput,
                          Words::tr("key_type is filepath or base64, not ‘%1’.").arg(type));
    const auto decoded = QByteArray::fromBase64Encoding(
        uri.path.toLatin1(),
        QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return base::fail(base::ErrorCode::InvalidInput,
                          Words::tr("The reference is no base64url."));
    return *decoded;
}

} // namespace

SopsBackend::SopsBackend(SopsKeyPlaces places)
    : m_places(std::move(places))
{}

base::Task<base::Secret> SopsBackend::fetch(core::BackendUri uri,
                                            QString folder,
                                            std::stop_token stop)
{
    return fetchFor(std::move(uri), std::move(folder), {}, std::move(stop));
}

base::Task<base::Secret> SopsBackend::fetchFor(core::BackendUri uri,
                                               QString folder,
                                               core::ReferencePermit permit,
                                               std::stop_token stop)
{
    CO_TRY(const QByteArray text, sopsText(uri, folder));
    Format format = formatOf(uri.path);
    const QString named = uri.params.value(QStringLiteral("format"));
    if (!named.isEmpty()) {
        const auto known = formatNamed(named);
        if (!known)
            co_return base::fail(base::ErrorCode::InvalidInput,
                                 Words::tr("There is no format ‘%1’ of SOPS files.").arg(named));
        format = *known;
    } else if (!uri.fragment.isEmpty() && format == Format::Binary) {
        format = Format::Yaml; // as vals does
    }
    SopsKeyPlaces places = m_places;
    places.permit = std::move(permit);
    SopsKeys keys(std::move(places));
    CO_TRY(const Documents documents, co_await decryptSops(text, format, &keys, stop));
    if (uri.fragment.isEmpty()) {
        CO_TRY(base::Secret plain, writeDocuments(documents, format));
        co_return std::move(plain);
    }
    // JSON keeps the types for whoever walks down.
    CO_TRY(base::Secret plain, writeJson(documents.front(), JsonStyle::Compact));
    co_return std::move(plain);
}

QByteArray SopsBackend::mark(const core::BackendUri &uri, const QString &folder) const
{
    const QFileInfo file(placedIn(folder, uri.path));
    return QByteArray::number(file.lastModified().toMSecsSinceEpoch()) + ' '
           + QByteArray::number(file.size());
}

StoreBackend::StoreBackend(core::SecretStore *store)
    : m_store(store)
{}

QStringList StoreBackend::schemes() const
{
    return {QStringLiteral("keychain"), QStringLiteral("secretservice")};
}

base::Task<base::Secret> StoreBackend::fetch(core::BackendUri uri,
                                             QString folder,
                                             std::stop_token stop)
{
    return fetchFor(std::move(uri), std::move(folder), {}, std::move(stop));
}

base::Task<base::Secret> StoreBackend::fetchFor(core::BackendUri uri,
                                                QString,
                                                core::ReferencePermit permit,
                                                std::stop_token)
{
    const QStringList parts = uri.path.split(QLatin1Char('/'));
    if (parts.size() != 4 || parts.constFirst() != QLatin1String("latchkey"))
        co_return base::fail(
            base::ErrorCode::Unsupported,
            Words::tr("Latchkey reads no other program’s entries of the keyring."),
            Words::tr("Add the secret as an API key and write auth://service/account/api_key."));
    // What a custom type names may be read; tokens and keys go by auth://. What the product keeps
    // for itself (_provider, the authority's _keys) is no account's, and parses as none.
    const QString address = QStringLiteral("auth://") + parts.mid(1).join(QLatin1Char('/'));
    const auto reference = core::CredentialRef::parse(address);
    static const QStringList recorded{QStringLiteral("token"),
                                      QStringLiteral("api_key"),
                                      QStringLiteral("refresh_token"),
                                      QStringLiteral("client_id"),
                                      QStringLiteral("client_secret"),
                                      QStringLiteral("aws")};
    if (!reference || recorded.contains(reference->type) || m_store == nullptr
        || reference->entryName() != uri.path)
        co_return base::fail(
            base::ErrorCode::Denied,
            Words::tr("This entry is given by auth:// only, where it is recorded."),
            Words::tr("Write %1.").arg(address));
    const core::AccountId account = reference->account;
    const QString entry = uri.path;
    // Nobody is asked about what is not there.
    CO_TRY(base::Secret secret, co_await m_store->read(entry));
    if (permit)
        CO_TRY_VOID(co_await permit(account));
    co_return std::move(secret);
}

ValsProgram::ValsProgram(QString program, std::chrono::milliseconds patience)
    : m_program(std::move(program))
    , m_patience(patience)
{}

base::Task<base::Secret> ValsProgram::fetchFor(core::BackendUri uri,
                                               QString folder,
                                               core::ReferencePermit permit,
                                               std::stop_token stop)
{
    // It signs in as whoever started the agent.
    const core::AccountId account{QStringLiteral("references"), QStringLiteral("vals")};
    if (permit)
        CO_TRY_VOID(co_await permit(account));
    CO_TRY(base::Secret value, co_await fetch(uri, folder, stop));
    co_return std::move(value);
}

base::Task<base::Secret> ValsProgram::fetch(core::BackendUri uri,
                                            QString folder,
                                            std::stop_token stop)
{
    // exec runs what a reference names; a document must not be able to do that.
    if (uri.scheme == QLatin1String("exec"))
        co_return base::fail(base::ErrorCode::Unsupported,
                             Words::tr("Latchkey runs no commands that a reference names."));
    const QString reference = QStringLiteral("ref+") + uri.toString();
    ProgramRun vals(m_program, {QStringLiteral("get"), reference});
    static const char *const families =
        "VALS_ AWS_ VAULT_ BAO_ GOOGLE_ GCLOUD_ CLOUDSDK_ GCP_ AZURE_ ARM_ SOPS_ GNUPG GPG_ KUBE "
        "OP_ "
        "DOPPLER_ PULUMI_ CONJUR_ HCP_ BW_ GITLAB_ TFE_ SERVERCORE_ SCW_ INFISICAL_ OCI_ TSS_ YC_";
    vals.environment = environmentFor(QString::fromLatin1(families).split(QLatin1Char(' ')));
    vals.folder = folder;
    vals.patience = m_patience;
    auto ended = co_await run(std::move(vals), stop);
    if (!ended && ended.error().code == base::ErrorCode::Unsupported)
        co_return base::fail(
            base::ErrorCode::Unsupported,
            Words::tr("Latchkey does not know %1:// itself, and the program vals is not installed.")
                .arg(uri.scheme),
            Words::tr("Install vals (github.com/helmfile/vals) and try again."));
    CO_TRY(ProgramOutcome outcome, std::move(ended));
    if (outcome.exitCode != 0)
        co_return base::fail(
            base::ErrorCode::ToolFailed,
            Words::tr("vals could not resolve %1:// : %2").arg(uri.scheme, outcome.complaint));
    co_return std::move(outcome.output);
}

} // namespace references
