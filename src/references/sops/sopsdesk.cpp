// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/sops/sopsdesk.h"

#include "base/atomicfile.h"
#include "crypto/digest.h"
#include "references/documents/json.h"
#include "references/sops/creationrules.h"
#include "references/sops/sopsprogram.h"
#include "references/words.h"

#include <QCoreApplication>
#include <QDir>

namespace references {

namespace {

base::Result<Format> formatFor(const core::SopsRequest &request)
{
    if (!QDir::isAbsolutePath(request.path))
        return base::fail(base::ErrorCode::InvalidInput,
                          Words::tr("‘%1’ is not an absolute path.").arg(request.path));
    if (request.format.isEmpty())
        return formatOf(request.path);
    const auto named = formatNamed(request.format);
    if (!named)
        return base::fail(base::ErrorCode::InvalidInput,
                          Words::tr("There is no format ‘%1’ of SOPS files.").arg(request.format),
                          Words::tr("Say yaml, json, dotenv, ini or binary."));
    return *named;
}

QByteArray markOf(QByteArrayView text)
{
    return crypto::digest(crypto::Hash::Sha256, text).toHex();
}

tl::unexpected<base::Error> changedMeanwhile(const QString &path)
{
    return base::fail(base::ErrorCode::Conflict,
                      Words::tr("%1 was changed by somebody else meanwhile.").arg(path),
                      Words::tr("Read it again and repeat the change."));
}

//! Writes unless the file is no longer \a before.
base::Result<> writeOver(const QString &path, const QByteArray &before, const QByteArray &after)
{
    if (before == after)
        return {};
    TRY(const QByteArray now, base::readFile(path, greatestDocument));
    if (now != before)
        return changedMeanwhile(path);
    return base::writeAtomically(path, after);
}

//! One value of the file, as a text by itself: strings as they are, the rest as the format has it.
base::Result<base::Secret> extracted(const Documents &documents, const QString &path, Format format)
{
    TRY(const TreePath steps, parseTreePath(path));
    const Node *at = documents.empty() ? nullptr : &documents.front();
    for (const TreeStep &step : steps) {
        if (at == nullptr)
            break;
        if (step.index < 0) {
            at = at->isMap() ? at->find(step.key) : nullptr;
            continue;
        }
        const Node *item = nullptr;
        int index = 0;
        for (const Entry &entry : at->entries) {
            if (at->isList() && !entry.isComment && index++ == step.index)
                item = &entry.node;
        }
        at = item;
    }
    if (at == nullptr)
        return base::fail(base::ErrorCode::NotFound,
                          Words::tr("The file has no value at %1.").arg(path));
    if (at->isScalar())
        return base::Secret(at->view());
    Documents part;
    part.push_back(at->clone());
    const bool canBeWritten = format == Format::Yaml && at->isMap();
    if (!canBeWritten)
        return writeJson(part.front(), JsonStyle::Compact);
    return writeDocuments(part, format);
}

} // namespace

SopsDesk::SopsDesk(SopsKeyPlaces places, base::Clock &clock, core::ConsentService *consent)
    : m_places(std::move(places))
    , m_clock(clock)
    , m_consent(consent)
{}

SopsKeyPlaces SopsDesk::placesFor(const core::SopsRequest &request, std::stop_token stop) const
{
    SopsKeyPlaces places = m_places;
    if (request.ageKeys != nullptr) {
        // What is no identity among them is no reason to leave out the others.
        auto brought = crypto::age::Identity::parseKeyFile(*request.ageKeys);
        if (brought)
            places.identities += *brought;
    }
    if (request.program == nullptr)
        return places;
    if (m_consent == nullptr) {
        places.store = nullptr;
        return places;
    }
    places.permit = [consent = m_consent,
                     program = request.program,
                     traceId = request.traceId,
                     stop = std::move(stop)](core::AccountId account) {
        core::ConsentRequest question;
        question.program = program;
        question.account = std::move(account);
        question.traceId = traceId;
        return consent->permit(std::move(question), stop);
    };
    return places;
}

base::Task<core::SopsPlain> SopsDesk::decrypt(core::SopsRequest request,
                                              QString extract,
                                              QString outputFormat,
                                              std::stop_token stop)
{
    CO_TRY(const Format format, formatFor(request));
    Format wanted = format;
    if (!outputFormat.isEmpty()) {
        const auto named = formatNamed(outputFormat);
        if (!named)
            co_return base::fail(
                base::ErrorCode::InvalidInput,
                Words::tr("There is no format ‘%1’ of SOPS files.").arg(outputFormat),
                Words::tr("Say yaml, json, dotenv, ini or binary."));
        wanted = *named;
    }
    CO_TRY(const QByteArray text, base::readFile(request.path, greatestDocument));
    if (format == Format::Binary && !SopsFile::isEncrypted(text, format))
        co_return base::fail(
            base::ErrorCode::InvalidInput,
            Words::tr("%1 is not encrypted: it has no SOPS part.").arg(request.path),
            Words::tr("Encrypt it first, or say what the file is."));
    SopsKeys keys(placesFor(request, stop));
    SopsKeys *const opened = &keys;
    CO_TRY(const Documents documents, co_await decryptSops(text, format, opened, stop));
    core::SopsPlain plain;
    plain.mark = markOf(text);
    if (extract.isEmpty()) {
        CO_TRY(plain.text, writeDocuments(documents, wanted));
    } else {
        CO_TRY(plain.text, extracted(documents, extract, wanted));
    }
    co_return std::move(plain);
}

base::Task<QByteArray> SopsDesk::encrypted(core::SopsRequest request,
                                           base::Secret plain,
                                           core::SopsRecipients recipients,
                                           std::stop_token stop)
{
    CO_TRY(const Format format, formatFor(request));
    CreationRule rule;
    Recipients whom{recipients.age, recipients.pgp};
    auto found = findCreationRule(request.path);
    if (!found && whom.isEmpty())
        co_return base::fail(std::move(found).error());
    if (found)
        rule = *std::move(found);
    if (whom.isEmpty())
        whom = rule.recipients;
    SopsKeys keys(placesFor(request, stop));
    SopsKeys *const closing = &keys;
    const EncryptionRule how = rule.rule;
    CO_TRY(const SopsFile file,
           co_await SopsFile::create(std::move(plain), format, how, whom, closing, stop));
    CO_TRY(QByteArray text, file.encrypted(m_clock.now()));
    co_return std::move(text);
}

base::Task<QByteArray> SopsDesk::encrypt(core::SopsRequest request,
                                         core::SopsRecipients recipients,
                                         std::stop_token stop)
{
    CO_TRY_VOID(formatFor(request));
    CO_TRY(QByteArray bytes, base::readFile(request.path, greatestDocument));
    base::Secret plain = base::Secret::take(std::move(bytes));
    CO_TRY(QByteArray text, co_await encrypted(request, std::move(plain), recipients, stop));
    co_return std::move(text);
}

base::Task<> SopsDesk::encryptInPlace(core::SopsRequest request,
                                      core::SopsRecipients recipients,
                                      std::stop_token stop)
{
    CO_TRY_VOID(formatFor(request));
    CO_TRY(QByteArray before, base::readFile(request.path, greatestDocument));
    base::Secret plain{QByteArrayView(before)};
    const auto after = co_await encrypted(request, std::move(plain), recipients, stop);
    const auto written =
        after ? writeOver(request.path, before, *after) : base::Result<>(base::fail(after.error()));
    base::wipe(before);
    co_return written;
}

base::Task<> SopsDesk::decryptInPlace(core::SopsRequest request, std::stop_token stop)
{
    const QString whole;
    CO_TRY(const core::SopsPlain plain, co_await decrypt(request, whole, whole, stop));
    CO_TRY(const QByteArray now, base::readFile(request.path, greatestDocument));
    if (markOf(now) != plain.mark)
        co_return changedMeanwhile(request.path);
    co_return base::writeAtomically(request.path, plain.text.expose());
}

base::Task<> SopsDesk::set(core::SopsRequest request,
                           QString key,
                           base::Secret json,
                           std::stop_token stop)
{
    CO_TRY(const Format format, formatFor(request));
    CO_TRY(const TreePath path, parseTreePath(key));
    std::optional<Node> value;
    if (!json.isEmpty()) {
        auto parsed = readJson(json.expose());
        if (!parsed)
            co_return base::fail(base::ErrorCode::InvalidInput,
                                 Words::tr("The value is not JSON."),
                                 Words::tr("Write a text in quotation marks: \"hunter2\"."));
        value = *std::move(parsed);
    }
    CO_TRY(const QByteArray before, base::readFile(request.path, greatestDocument));
    SopsKeys keys(placesFor(request, stop));
    SopsKeys *const opened = &keys;
    CO_TRY(SopsFile file, co_await SopsFile::open(before, format, opened, MacCheck::Demand, stop));
    if (value) {
        CO_TRY_VOID(file.set(path, *std::move(value)));
    } else {
        CO_TRY_VOID(file.remove(path));
    }
    CO_TRY(const QByteArray after, file.encrypted(m_clock.now()));
    co_return writeOver(request.path, before, after);
}

base::Task<> SopsDesk::replace(core::SopsRequest request,
                               base::Secret plain,
                               QByteArray mark,
                               std::stop_token stop)
{
    CO_TRY(const Format format, formatFor(request));
    const auto before = base::readFile(request.path, greatestDocument);
    if (!before && before.error().code == base::ErrorCode::NotFound && mark.isEmpty()) {
        const core::SopsRecipients byRule;
        CO_TRY(const QByteArray made, co_await encrypted(request, std::move(plain), byRule, stop));
        co_return base::writeAtomically(request.path, made, 0644);
    }
    if (!before)
        co_return base::fail(before.error());
    if (!mark.isEmpty() && markOf(*before) != mark)
        co_return changedMeanwhile(request.path);
    const QByteArray text = *before;
    SopsKeys keys(placesFor(request, stop));
    SopsKeys *const opened = &keys;
    CO_TRY(SopsFile file, co_await SopsFile::open(text, format, opened, MacCheck::Demand, stop));
    CO_TRY_VOID(file.replace(std::move(plain)));
    CO_TRY(const QByteArray after, file.encrypted(m_clock.now()));
    co_return writeOver(request.path, text, after);
}

base::Result<core::SopsFacts> SopsDesk::info(const core::SopsRequest &request) const
{
    TRY(const Format format, formatFor(request));
    TRY(const QByteArray text, base::readFile(request.path, greatestDocument));
    core::SopsFacts facts;
    facts.format = nameOf(format);
    TRY(const std::optional<SopsMetadata> metadata, SopsFile::factsOf(text, format));
    if (!metadata)
        return facts;
    facts.isEncrypted = true;
    for (const WrappedKey &key : metadata->ageKeys())
        facts.age.append(key.recipient);
    for (const WrappedKey &key : metadata->pgpKeys())
        facts.pgp.append(key.recipient);
    facts.services = metadata->services();
    facts.rule = QString::fromLatin1(EncryptionRule::keyOf(metadata->rule().kind));
    facts.pattern = metadata->rule().pattern;
    facts.lastModified =
        QDateTime::fromString(QString::fromLatin1(metadata->lastModified()), Qt::ISODate);
    return facts;
}

} // namespace references
