// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/desktopkeyring.h"

#include "vault/secretservice.h"
#include "vault/storeerrors.h"
#include "vault/words.h"

#include <qt6keychain/keychain.h>

namespace vault {

namespace {

using base::ErrorCode;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Tr)
};

//! The one place where QtKeychain's words become ours.
base::Error toError(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return noSuchEntry();
    case QKeychain::AccessDeniedByUser:
        return {ErrorCode::Locked,
                Words::tr("The keyring was not opened."),
                Words::tr("Unlock it to go on."),
                {}};
    case QKeychain::AccessDenied:
        return {ErrorCode::Denied,
                Words::tr("The keyring does not let Latchkey in."),
                Words::tr("Allow it in the keyring's own settings."),
                {}};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return {ErrorCode::Unreachable,
                Words::tr("No keyring answers on this desktop."),
                Words::tr("Start one, or keep the secrets in an encrypted file (Settings, Store)."),
                base::Retryable::Yes};
    case QKeychain::NoError:
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return {ErrorCode::ToolFailed,
            Words::tr("The keyring could not do it: %1").arg(job.errorString()),
            Words::tr("Try again; if it stays so, look whether the keyring program runs."),
            base::Retryable::Yes};
}

//! Starts the job and lets it live for as long as it likes: it deletes itself when it has finished.
//! Nobody may delete it earlier, because the backend still holds its address.
void launch(QKeychain::Job *job, const QString &key, Keyring::Answer answer)
{
    job->setInsecureFallback(false);
    job->setKey(key);
    QObject::connect(job,
                     &QKeychain::Job::finished,
                     job,
                     [answer = std::move(answer)](QKeychain::Job *finished) {
                         if (finished->error() != QKeychain::NoError) {
                             answer(base::fail(toError(*finished)));
                             return;
                         }
                         const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(finished);
                         answer(read ? base::Secret::take(read->binaryData()) : base::Secret());
                     });
    job->start();
}

} // namespace

DesktopKeyring::DesktopKeyring(QString service)
    : m_service(std::move(service))
{}

void DesktopKeyring::read(const QString &key, Answer answer)
{
    launch(new QKeychain::ReadPasswordJob(m_service), key, std::move(answer));
}

void DesktopKeyring::write(const QString &key, const base::Secret &value, Answer answer)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    const auto bytes = std::make_shared<QByteArray>(value.expose().toByteArray());
    job->setBinaryData(*bytes);
    // The job shares these bytes: wiping ours wipes what it held.
    launch(job, key, [answer = std::move(answer), bytes](base::Result<base::Secret> result) {
        base::wipe(*bytes);
        answer(std::move(result));
    });
}

void DesktopKeyring::remove(const QString &key, Answer answer)
{
    launch(new QKeychain::DeletePasswordJob(m_service),
           key,
           [answer = std::move(answer)](base::Result<base::Secret> result) {
               if (!result && result.error().code == ErrorCode::NotFound)
                   result = base::Secret();
               answer(std::move(result));
           });
}

void DesktopKeyring::look(Seen seen)
{
    lookAtSecretService(m_owner, std::move(seen));
}

QString DesktopKeyring::name() const
{
    return secretServiceName();
}

} // namespace vault
