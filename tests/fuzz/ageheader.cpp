// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/ageheader.h"

#include "crypto/agearmor.h"
#include "targets.h"

void fuzz::ageHeader(QByteArrayView bytes)
{
    namespace detail = crypto::age::detail;
    if (const auto header = detail::parseHeader(bytes)) {
        FUZZ_CHECK(header->size > 0 && header->size <= bytes.size());
        FUZZ_CHECK(header->mac.size() == 32);
        // There is one way only to write a header, so what is read back is what was there.
        const QByteArray written = detail::writeHeader(header->stanzas);
        FUZZ_CHECK(written == bytes.first(header->authenticatedBytes));
        FUZZ_CHECK(written + detail::writeMac(header->mac) == bytes.first(header->size));
    }
    if (const auto file = detail::dearmor(bytes)) {
        FUZZ_CHECK(detail::isArmored(bytes));
        const auto again = detail::dearmor(detail::armor(*file));
        FUZZ_CHECK(again && *again == *file);
    }
}
