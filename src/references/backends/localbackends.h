// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reference.h"

#include <QHash>

#include <functional>

namespace references {

//! echo://some/words: the words; with a fragment the nested map some → words. For trying out.
class EchoBackend final : public core::ReferenceBackend
{
public:
    [[nodiscard]] QStringList schemes() const override { return {QStringLiteral("echo")}; }
    [[nodiscard]] bool isCacheable() const override { return false; }
    [[nodiscard]] base::Task<base::Secret> fetch(core::BackendUri uri,
                                                 QString folder,
                                                 std::stop_token stop) override;
};

//! file://path?encode=raw|base64: a file as it is, up to 1 MB.
class FileBackend final : public core::ReferenceBackend
{
public:
    [[nodiscard]] QStringList schemes() const override { return {QStringLiteral("file")}; }
    [[nodiscard]] bool isCacheable() const override { return false; }
    [[nodiscard]] base::Task<base::Secret> fetch(core::BackendUri uri,
                                                 QString folder,
                                                 std::stop_token stop) override;
};

//! env://NAME: an environment variable, which must be there. envsubst://$NAME, as vals has it:
//! variables in a text, nothing for those that are not there.
class EnvironmentBackend final : public core::ReferenceBackend
{
public:
    using Lookup = std::function<std::optional<QString>(const QString &)>;

    //! Looks into the process's own environment unless told otherwise.
    explicit EnvironmentBackend(Lookup lookup = {});
    [[nodiscard]] QStringList schemes() const override;
    [[nodiscard]] bool isCacheable() const override { return false; }
    [[nodiscard]] base::Task<base::Secret> fetch(core::BackendUri uri,
                                                 QString folder,
                                                 std::stop_token stop) override;
    [[nodiscard]] base::Task<base::Secret> fetchFor(core::BackendUri uri,
                                                    QString folder,
                                                    core::ReferencePermit permit,
                                                    std::stop_token stop) override;

private:
    Lookup m_lookup;
};

//! awssecrets:// and awsssm://, until there are AWS accounts: says so.
class AwsBackend final : public core::ReferenceBackend
{
public:
    [[nodiscard]] QStringList schemes() const override;
    [[nodiscard]] base::Task<base::Secret> fetch(core::BackendUri uri,
                                                 QString folder,
                                                 std::stop_token stop) override;
};

//! \a path below \a folder, unless it is absolute or \a folder is empty.
[[nodiscard]] QString placedIn(const QString &folder, const QString &path);

} // namespace references
