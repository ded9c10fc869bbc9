// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/sops/sopskeys.h"

#include "base/atomicfile.h"
#include "references/program.h"
#include "references/words.h"

#include <QCoreApplication>
#include <QProcessEnvironment>

#include <algorithm>

namespace references {

namespace {

constexpr qint64 keyFileLimit = 1024 * 1024;
constexpr std::size_t dataKeySize = 32;

} // namespace

QHash<QString, QString> SopsKeyPlaces::processEnvironment()
{
    QHash<QString, QString> result;
    const auto ours = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"SOPS_AGE_KEY",
                             "SOPS_AGE_KEY_FILE",
                             "SOPS_AGE_KEY_CMD",
                             "SOPS_GPG_EXEC",
                             "XDG_CONFIG_HOME",
                             "HOME"}) {
        const QString key = QString::fromLatin1(name);
        if (ours.contains(key))
            result.insert(key, ours.value(key));
    }
    return result;
}

SopsKeys::SopsKeys(SopsKeyPlaces places)
    : m_places(std::move(places))
{}

QString SopsKeys::value(const char *name) const
{
    return m_places.environment.value(QString::fromLatin1(name));
}

QString SopsKeys::keysFile() const
{
    const QString folder = value("XDG_CONFIG_HOME").isEmpty()
                               ? value("HOME") + QStringLiteral("/.config")
                               : value("XDG_CONFIG_HOME");
    return folder + QStringLiteral("/sops/age/keys.txt");
}

//! Identities stand on lines, or (SOPS_AGE_KEY) with spaces between them.
void SopsKeys::read(const base::Secret &text, const QString &place, Found &found) const
{
    bool isAny = false;
    QByteArrayView rest = text.expose();
    while (!rest.isEmpty()) {
        const auto lineEnd = std::find(rest.begin(), rest.end(), '\n') - rest.begin();
        QByteArrayView line = rest.first(lineEnd).trimmed();
        rest = rest.sliced(std::min<qsizetype>(lineEnd + 1, rest.size()));
        if (line.startsWith('#'))
            continue;
        while (!line.isEmpty()) {
            const auto end = std::find(line.begin(), line.end(), ' ') - line.begin();
            const base::Secret word(line.first(end));
            line = line.sliced(end).trimmed();
            auto identity = crypto::age::Identity::parse(word);
            if (identity) {
                found.identities.append(
                    std::make_shared<crypto::age::Identity>(*std::move(identity)));
                isAny = true;
            } else {
                found.troubles.append(place + QStringLiteral(": ") + identity.error().message);
            }
        }
    }
    if (!isAny && found.troubles.isEmpty())
        found.troubles.append(Words::tr("%1 holds no age key.").arg(place));
}

base::Task<base::Secret> SopsKeys::keyCommand(QString recipient, std::stop_token stop)
{
    CO_TRY(QStringList words, splitCommand(value("SOPS_AGE_KEY_CMD")));
    if (words.isEmpty())
        co_return base::Secret();
    const QString program = words.takeFirst();
    ProgramRun command(program, words);
    command.environment = environmentFor({QStringLiteral("SOPS_"), QStringLiteral("LATCHKEY_")});
    command.environment.insert(QStringLiteral("SOPS_AGE_RECIPIENT"), recipient);
    command.patience = m_places.patience;
    CO_TRY(ProgramOutcome outcome, co_await run(std::move(command), stop));
    if (outcome.exitCode != 0)
        co_return base::fail(
            base::ErrorCode::ToolFailed,
            Words::tr("The command in SOPS_AGE_KEY_CMD failed: %1").arg(outcome.complaint));
    co_return std::move(outcome.output);
}

base::Task<> SopsKeys::gather(std::shared_ptr<Found> found, QString recipient, std::stop_token stop)
{
    found->identities = m_places.identities;
    if (const QString keys = value("SOPS_AGE_KEY"); !keys.isEmpty()) {
        const base::Secret text = base::Secret::take(keys.toUtf8());
        read(text, QStringLiteral("SOPS_AGE_KEY"), *found);
    }
    const QString named = value("SOPS_AGE_KEY_FILE");
    for (const QString &path : {named, keysFile()}) {
        if (path.isEmpty())
            continue;
        auto bytes = base::readFile(path, keyFileLimit);
        if (bytes) {
            const base::Secret text = base::Secret::take(std::move(*bytes));
            read(text, path, *found);
        } else if (path == named || bytes.error().code != base::ErrorCode::NotFound) {
            found->troubles.append(bytes.error().message);
        }
    }
    if (!value("SOPS_AGE_KEY_CMD").isEmpty()) {
        const auto text = co_await keyCommand(recipient, stop);
        if (text)
            read(*text, QStringLiteral("SOPS_AGE_KEY_CMD"), *found);
        else if (text.error().code == base::ErrorCode::Cancelled)
            co_return base::fail(text.error());
        else
            found->troubles.append(text.error().message);
    }
    co_return {};
}

base::Task<> SopsKeys::gatherOwn(std::shared_ptr<Found> found)
{
    found->identities.clear();
    if (m_places.store == nullptr)
        co_return {};
    const QStringList entries = m_places.storeEntries;
    for (const QString &entry : entries) {
        const auto text = co_await m_places.store->read(entry);
        if (text) {
            read(*text, entry, *found);
            break;
        }
        if (text.error().code != base::ErrorCode::NotFound) {
            found->troubles.append(text.error().message);
            break;
        }
    }
    co_return {};
}

base::Result<base::Secret> SopsKeys::openByAge(const QList<WrappedKey> &keys, Found &found)
{
    for (const WrappedKey &key : keys) {
        auto opened = crypto::age::decrypt(key.closed, found.identities);
        if (opened && opened->size() != dataKeySize)
            return base::fail(base::ErrorCode::Corrupt,
                              Words::tr("The file’s data key has the wrong size."));
        if (opened)
            return std::move(*opened);
        if (opened.error().code == base::ErrorCode::Corrupt)
            found.troubles.append(opened.error().message);
    }
    return base::Secret();
}

base::Task<base::Secret> SopsKeys::unwrap(QList<WrappedKey> age,
                                          QList<WrappedKey> pgp,
                                          QStringList services,
                                          std::stop_token stop)
{
    const auto found = std::make_shared<Found>();
    QStringList wanted;
    if (!age.isEmpty()) {
        const QString first = age.constFirst().recipient;
        CO_TRY_VOID(co_await gather(found, first, stop));
        CO_TRY(base::Secret byOthers, openByAge(age, *found));
        if (!byOthers.isEmpty())
            co_return std::move(byOthers);
        // Our own key opens what whoever asks could not open himself: the owner is asked, but only
        // when it is this key that fits.
        CO_TRY_VOID(co_await gatherOwn(found));
        CO_TRY(base::Secret byOwn, openByAge(age, *found));
        if (!byOwn.isEmpty() && m_places.permit) {
            const core::AccountId account{QStringLiteral("sops"), QStringLiteral("default")};
            CO_TRY_VOID(co_await m_places.permit(account));
        }
        if (!byOwn.isEmpty())
            co_return std::move(byOwn);
        for (const WrappedKey &key : age)
            wanted.append(key.recipient);
    }
    for (const WrappedKey &key : pgp) {
        auto opened = co_await openByPgp(key, stop);
        if (opened && opened->size() == dataKeySize)
            co_return std::move(*opened);
        if (!opened && opened.error().code == base::ErrorCode::Cancelled)
            co_return base::fail(opened.error());
        wanted.append(key.recipient);
    }
    if (!services.isEmpty())
        co_return base::fail(
            base::ErrorCode::Unsupported,
            Words::tr("The file’s key lies with a key service (%1) that Latchkey does not ask.")
                .arg(services.join(QStringLiteral(", "))),
            Words::tr("Install the program sops; Latchkey hands such files to it."));
    if (wanted.isEmpty())
        co_return base::fail(base::ErrorCode::Corrupt, Words::tr("The file is closed to nobody."));
    QString message = Words::tr("None of your keys opens this file; it is closed to %1.")
                          .arg(wanted.mid(0, 5).join(QStringLiteral(", ")));
    if (!found->troubles.isEmpty())
        message += QLatin1Char(' ') + found->troubles.constFirst();
    co_return base::fail(
        base::ErrorCode::Denied,
        message,
        Words::tr("Ask somebody who can open it to add your age key to its recipients."));
}

base::Task<base::Secret> SopsKeys::openByPgp(WrappedKey key, std::stop_token stop)
{
    const QString named = value("SOPS_GPG_EXEC");
    const QString program = named.isEmpty() ? QStringLiteral("gpg") : named;
    ProgramRun gpg(
        program,
        {QStringLiteral("--batch"), QStringLiteral("--quiet"), QStringLiteral("--decrypt")});
    gpg.environment = environmentFor({QStringLiteral("GNUPG"), QStringLiteral("GPG_")});
    gpg.input = base::Secret(key.closed);
    gpg.patience = m_places.patience;
    CO_TRY(ProgramOutcome outcome, co_await run(std::move(gpg), stop));
    if (outcome.exitCode != 0)
        co_return base::fail(base::ErrorCode::Denied,
                             Words::tr("gpg does not open it: %1").arg(outcome.complaint));
    co_return std::move(outcome.output);
}

base::Task<QList<WrappedKey>> SopsKeys::wrapForPgp(QByteArray fingerprints,
                                                   base::Secret dataKey,
                                                   std::stop_token stop)
{
    QList<WrappedKey> keys;
    const QString named = value("SOPS_GPG_EXEC");
    const QString program = named.isEmpty() ? QStringLiteral("gpg") : named;
    for (const QByteArray &each : fingerprints.split(',')) {
        const QString fingerprint = QString::fromLatin1(each.trimmed());
        if (fingerprint.isEmpty())
            continue;
        ProgramRun gpg(program,
                       {QStringLiteral("--batch"),
                        QStringLiteral("--yes"),
                        QStringLiteral("--no-default-recipient"),
                        QStringLiteral("--no-encrypt-to"),
                        QStringLiteral("--trust-model"),
                        QStringLiteral("always"),
                        QStringLiteral("--encrypt"),
                        QStringLiteral("--armor"),
                        QStringLiteral("--recipient"),
                        fingerprint});
        gpg.environment = environmentFor({QStringLiteral("GNUPG"), QStringLiteral("GPG_")});
        gpg.input = dataKey.clone();
        gpg.patience = m_places.patience;
        CO_TRY(const ProgramOutcome outcome, co_await run(std::move(gpg), stop));
        if (outcome.exitCode != 0)
            co_return base::fail(
                base::ErrorCode::ToolFailed,
                Words::tr("gpg cannot encrypt to %1: %2").arg(fingerprint, outcome.complaint));
        keys.append({fingerprint, outcome.output.expose().toByteArray()});
    }
    co_return keys;
}

base::Result<QList<WrappedKey>> SopsKeys::wrapForAge(const QStringList &recipients,
                                                     const base::Secret &dataKey)
{
    QList<WrappedKey> keys;
    for (const QString &text : recipients) {
        TRY(const auto recipient, crypto::age::Recipient::parse(text));
        TRY(const QByteArray closed,
            crypto::age::encrypt(dataKey.expose(), {recipient}, crypto::age::Armor::Yes));
        keys.append({recipient.toString(), closed});
    }
    return keys;
}

} // namespace references
