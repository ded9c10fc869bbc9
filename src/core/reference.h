// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "base/task.h"
#include "core/credentialref.h"
#include "core/program.h"

#include <QMap>
#include <QStringList>

#include <chrono>
#include <functional>
#include <stop_token>

namespace core {

//! auth://service/account/type?min_valid=600&scope=a,b: a reference to what the product itself
//! keeps. The path knows no percent-encoding, as the names need none; in the values of parameters
//! %XX stands for a byte of UTF-8, and `+` for itself. Unknown and repeated parameters are refused.
struct Reference
{
    CredentialRef target;
    std::chrono::seconds minValid{0};
    QStringList scopes;

    [[nodiscard]] static base::Result<Reference> parse(const QString &text);
    //! The one spelling: parse(toString()) gives the same, and parsing a spelling twice changes it
    //! once at most.
    [[nodiscard]] QString toString() const;

    friend bool operator==(const Reference &, const Reference &) = default;
};

//! BACKEND://PATH[?PARAMS][#FRAGMENT], as the program vals takes it apart: the host is part of the
//! path and keeps its case, what begins with arn:aws is taken whole.
struct BackendUri
{
    QString scheme;
    QString path;
    QMap<QString, QString> params;
    QStringList fragment; //!< keys to go down by; empty: the whole

    [[nodiscard]] static base::Result<BackendUri> parse(const QString &text);
    //! Reads back as the same; also the name under which a value is cached.
    [[nodiscard]] QString toString() const;

    friend bool operator==(const BackendUri &, const BackendUri &) = default;
};

//! Asks the owner whether whoever wants a value may have this account's. A value that was fetched
//! with it is given to nobody else without asking again, also where it is kept for a while.
using ReferencePermit = std::function<base::Task<>(AccountId)>;

//! Port: one place where values are kept (a file, Vault, Secrets Manager).
class ReferenceBackend
{
public:
    virtual ~ReferenceBackend();
    //! The schemes that it answers to.
    [[nodiscard]] virtual QStringList schemes() const = 0;
    //! The value; with a fragment in \a uri the JSON or YAML text that the fragment points into.
    //! NotFound when the place has no such value. \a folder is where relative paths begin.
    [[nodiscard]] virtual base::Task<base::Secret> fetch(BackendUri uri,
                                                         QString folder,
                                                         std::stop_token stop) = 0;
    //! The same for a place that opens what belongs to an account of ours: \a permit is asked
    //! before the account's secret is used.
    [[nodiscard]] virtual base::Task<base::Secret> fetchFor(BackendUri uri,
                                                            QString folder,
                                                            ReferencePermit permit,
                                                            std::stop_token stop);
    //! Whether fetch() goes down by the fragment itself and gives the value there.
    [[nodiscard]] virtual bool takesFragment() const { return false; }
    //! Whether the resolver may keep the value for a while.
    [[nodiscard]] virtual bool isCacheable() const { return true; }
    //! Tells one state of the place from another where that is cheap (a file's time): a value is
    //! kept for as long as this stays the same. Empty: it cannot be told.
    [[nodiscard]] virtual QByteArray mark(const BackendUri &uri, const QString &folder) const;
    //! Drops every decrypted value (lock).
    virtual void forget() {}
};

//! Who wants a reference resolved, and how.
struct ReferenceRequest
{
    enum class Missing { IsAnError, IsNull };

    QString text; //!< with any number of references in it, or none
    QString actor; //!< for the record
    QString folder; //!< where relative paths begin; empty: the process's own
    QStringList kinds; //!< "ref", "secretref": the others stay as they are; empty: all
    Missing missing = Missing::IsAnError; //!< a key that the document does not have
    //! Who asks through the socket: the owner's consent is needed for every account of ours that
    //! the text names or that opens what it names. Empty: the person's own window.
    ProgramPointer program = {};
    QString traceId = {};
};

//! Service: references to values.
class ReferenceService
{
public:
    virtual ~ReferenceService();
    //! The text with every reference replaced by its value.
    [[nodiscard]] virtual base::Task<base::Secret> resolve(ReferenceRequest request,
                                                           std::stop_token stop) = 0;
};

//! Whether a text has something that resolve() would replace: a whole auth:// reference, or vals'.
[[nodiscard]] bool hasReference(const QString &text);

} // namespace core
