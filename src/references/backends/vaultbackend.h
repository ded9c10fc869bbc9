// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "core/reference.h"
#include "net/httpclient.h"

#include <QHash>

#include <map>

namespace references {

//! vault://MOUNT/PATH/KEY, vault://MOUNT/PATH#/KEY and the same with openbao://: HashiCorp Vault or
//! OpenBao over HTTP, KV version 1 or 2 as the server says. Parameters as vals has them: address,
//! or proto and a host in front of the path; namespace, version, auth_method (token or approle),
//! token_env, token_file, role_id, secret_id_env, mount_path. Without them the environment counts:
//! VAULT_ADDR, VAULT_NAMESPACE, VAULT_TOKEN, VAULT_TOKEN_FILE, ~/.vault-token, VAULT_ROLE_ID,
//! VAULT_SECRET_ID (for openbao, BAO_… first). Plain http only to this machine; certificates are
//! always checked; where VAULT_ADDR is set, no reference can name another server.
class VaultBackend final : public core::ReferenceBackend
{
public:
    //! Both outlive this.
    VaultBackend(net::HttpClient &http, base::Clock &clock, QHash<QString, QString> environment);
    [[nodiscard]] QStringList schemes() const override;
    [[nodiscard]] base::Task<base::Secret> fetch(core::BackendUri uri,
                                                 QString folder,
                                                 std::stop_token stop) override;
    [[nodiscard]] base::Task<base::Secret> fetchFor(core::BackendUri uri,
                                                    QString folder,
                                                    core::ReferencePermit permit,
                                                    std::stop_token stop) override;
    void forget() override;

    //! The variables of this process that it reads.
    [[nodiscard]] static QHash<QString, QString> processEnvironment();

private:
    //! Whom to ask, as whom, for what.
    struct Question
    {
        QUrl server;
        QByteArray space; //!< the namespace
        QString path;
        bool isOpenBao = false;
    };
    struct Session
    {
        base::Secret token;
        QDateTime until;
    };

    [[nodiscard]] QString variable(const Question &question, const char *name) const;
    [[nodiscard]] base::Result<Question> questionOf(const core::BackendUri &uri) const;
    [[nodiscard]] base::Task<base::Secret> token(std::shared_ptr<const Question> question,
                                                 QMap<QString, QString> params,
                                                 std::stop_token stop);
    [[nodiscard]] base::Task<base::Secret> signIn(std::shared_ptr<const Question> question,
                                                  QMap<QString, QString> params,
                                                  std::stop_token stop);
    //! GET or POST below /v1/; the JSON text of the answer. NotFound for 404.
    [[nodiscard]] base::Task<base::Secret> ask(std::shared_ptr<const Question> question,
                                               QString path,
                                               base::Secret token,
                                               base::Secret body,
                                               std::stop_token stop);

    net::HttpClient &m_http;
    base::Clock &m_clock;
    QHash<QString, QString> m_environment;
    std::map<QByteArray, Session> m_sessions; //!< of AppRoles
};

} // namespace references
