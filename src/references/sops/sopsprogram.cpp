// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/sops/sopsprogram.h"

#include "references/program.h"

#include <QCoreApplication>
#include <QTemporaryFile>

namespace references {

namespace {

[[nodiscard]] base::Task<Documents> askSops(QByteArray text,
                                            Format format,
                                            base::Error reason,
                                            std::stop_token stop)
{
    // What goes to the disk is encrypted; what comes back does not.
    QTemporaryFile file;
    if (!file.open() || file.write(text) != text.size() || !file.flush())
        co_return base::fail(base::ErrorCode::Internal, file.errorString());
    const QString type = nameOf(format);
    ProgramRun sops(QStringLiteral("sops"),
                    {QStringLiteral("--decrypt"),
                     QStringLiteral("--input-type"),
                     type,
                     QStringLiteral("--output-type"),
                     type,
                     file.fileName()});
    sops.environment =
        environmentFor(QStringLiteral("SOPS_ AWS_ GOOGLE_ CLOUDSDK_ AZURE_ VAULT_ GNUPG "
                                      "GPG_ HUAWEICLOUD_")
                           .split(QLatin1Char(' ')));
    sops.patience = std::chrono::seconds(60);
    auto ended = co_await run(std::move(sops), stop);
    if (!ended && ended.error().code == base::ErrorCode::Unsupported)
        co_return base::fail(reason); // it is not installed: say why it would be needed
    CO_TRY(ProgramOutcome outcome, std::move(ended));
    if (outcome.exitCode != 0)
        co_return base::fail(
            base::ErrorCode::ToolFailed,
            QCoreApplication::translate("references", "The program sops does not open the file: %1")
                .arg(outcome.complaint));
    CO_TRY(Documents documents, readDocuments(outcome.output.expose(), format));
    co_return std::move(documents);
}

} // namespace

base::Task<Documents> decryptSops(QByteArray text,
                                  Format format,
                                  SopsKeys *keys,
                                  std::stop_token stop)
{
    auto file = co_await SopsFile::open(text, format, keys, MacCheck::Demand, stop);
    if (file) {
        Documents documents = clone(file->documents());
        co_return std::move(documents);
    }
    const base::Error error = file.error();
    if (error.code != base::ErrorCode::Unsupported || !text.contains("sops"))
        co_return base::fail(error);
    CO_TRY(Documents documents, co_await askSops(text, format, error, stop));
    co_return std::move(documents);
}

} // namespace references
