// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/redactor.h"

#include "targets.h"

void fuzz::redactor(QByteArrayView bytes)
{
    const QString once = base::redacted(QString::fromUtf8(bytes));
    FUZZ_CHECK(base::redacted(once) == once);
}
