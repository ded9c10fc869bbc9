// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "core/consent.h"
#include "core/ports.h"
#include "core/reference.h"
#include "core/services.h"
#include "references/documents/node.h"
#include "references/valstext.h"

#include <map>
#include <memory>

namespace references {

//! What a Resolver works on. All outlive it; the vault may be absent.
struct ResolverNeeds
{
    base::Clock &clock;
    core::TokenService &tokens;
    core::SecretStore *store = nullptr; //!< for types that are neither token nor key
    //! Asked when a program wants something of an account. Without one every program is refused.
    core::ConsentService *consent = nullptr;
    //! So that nobody is asked about an account that is not there; none: it turns out later.
    const core::AccountService *accounts = nullptr;
};

//! Turns references into values: auth:// through the tokens, vals' through the backends; what no
//! backend answers to goes to the one for the rest (the program vals). Values are kept for a while
//! until forget() (lock).
class Resolver final : public core::ReferenceService
{
public:
    using Backends = std::vector<std::unique_ptr<core::ReferenceBackend>>;

    Resolver(ResolverNeeds needs, Backends backends, std::chrono::seconds keepFor);
    ~Resolver() override;

    [[nodiscard]] base::Task<base::Secret> resolve(core::ReferenceRequest request,
                                                   std::stop_token stop) override;
    //! The value of a text that is one reference, with its own type; other texts are Text.
    [[nodiscard]] base::Task<Node> value(core::ReferenceRequest request, std::stop_token stop);
    //! Drops every value, also those that are on their way.
    void forget();
    void setKeepFor(std::chrono::seconds keepFor) { m_keepFor = keepFor; }
    //! For parameters that a reference does not give: VALS_REGION for region. Empty: none.
    void setDefaults(QHash<QString, QString> environment) { m_defaults = std::move(environment); }

private:
    struct Kept
    {
        base::Secret value;
        QDateTime until;
        QList<core::AccountId> accounts; //!< whose owner was asked for it
    };
    using Request = std::shared_ptr<const core::ReferenceRequest>;

    [[nodiscard]] base::Task<Node> auth(core::ReferenceRequest request, std::stop_token stop);
    [[nodiscard]] base::Task<Node> backendValue(std::shared_ptr<const Piece> piece,
                                                Request request,
                                                std::stop_token stop);
    [[nodiscard]] base::Task<base::Secret> fetched(core::BackendUri uri,
                                                   Request request,
                                                   std::stop_token stop);
    //! Whether the program behind \a request may use \a account.
    [[nodiscard]] base::Task<> permit(Request request,
                                      core::AccountId account,
                                      std::stop_token stop);
    [[nodiscard]] core::ReferenceBackend *backendFor(const QString &scheme) const;

    ResolverNeeds m_needs;
    Backends m_backends;
    std::chrono::seconds m_keepFor;
    QHash<QString, QString> m_defaults;
    //! By the SHA-256 of folder and address, which may hold the value of an inner reference.
    std::map<QByteArray, Kept> m_kept;
    int m_epoch = 0;
};

//! What a value reads as inside of a text, by Go's %v: <nil>, true, map[a:1 b:two], [x y].
[[nodiscard]] base::Secret plainWords(const Node &node);

} // namespace references
