// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "references/sops/encryptionrule.h"

#include <QHash>

namespace references {

//! The nonces of values that have been opened: what is sealed again unchanged, at the same place,
//! gets the same bytes, so that a change of one value is a change of one line.
class NonceBook
{
public:
    void add(const base::Secret &dataKey,
             QByteArrayView path,
             QByteArrayView plain,
             const QByteArray &nonce);
    //! What another book knows and this one does not.
    void add(const NonceBook &other);
    //! A known nonce, each once and in their order, or 32 new bytes.
    [[nodiscard]] QByteArray take(const base::Secret &dataKey,
                                  QByteArrayView path,
                                  QByteArrayView plain);

private:
    static QByteArray nameOf(const base::Secret &dataKey,
                             QByteArrayView path,
                             QByteArrayView plain);

    QHash<QByteArray, QList<QByteArray>> m_nonces;
};

//! Opens every value that the selection names, in place. Returns the MAC over what it found: 128
//! letters. \a nonces is filled.
[[nodiscard]] base::Result<QByteArray> openTree(Documents &documents,
                                                const EncryptionRule &rule,
                                                const base::Secret &dataKey,
                                                NonceBook &nonces);
//! The other way, with nonces from the book where it has them; afterwards it has those in use.
[[nodiscard]] base::Result<QByteArray> sealTree(Documents &documents,
                                                const EncryptionRule &rule,
                                                const base::Secret &dataKey,
                                                NonceBook &nonces);

} // namespace references
