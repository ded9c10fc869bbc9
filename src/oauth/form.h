// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QByteArrayView>
#include <QString>

namespace oauth {

//! An application/x-www-form-urlencoded body that may hold secrets, so it grows on the secure heap.
class Form
{
public:
    Form &add(QByteArrayView name, QByteArrayView value);
    Form &add(QByteArrayView name, const QString &value);
    Form &add(QByteArrayView name, const base::Secret &value);
    [[nodiscard]] base::Secret take() { return std::move(m_encoded); }
    [[nodiscard]] Form clone() const;

    //! One value in that encoding.
    [[nodiscard]] static base::Secret encoded(QByteArrayView value);

private:
    void append(QByteArrayView bytes);

    base::Secret m_encoded;
};

} // namespace oauth
