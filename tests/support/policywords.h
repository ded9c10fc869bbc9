// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

//! What made-up policies are made of; the last ones of each are wrong on purpose.
namespace policywords {

inline const QStringList words{QStringLiteral("a"),
                               QStringLiteral("b"),
                               QStringLiteral("abc"),
                               QStringLiteral("aXbXc"),
                               QStringLiteral(""),
                               QStringLiteral("*"),
                               QString::fromUtf8("gr\xc3\xbc\xc3\x9f \xf0\x9f\x98\x80")};
inline const QStringList numbers{QStringLiteral("0"),
                                 QStringLiteral("1"),
                                 QStringLiteral("-1"),
                                 QStringLiteral("2"),
                                 QStringLiteral("7"),
                                 QStringLiteral("4611686018427387904"),
                                 QStringLiteral("9223372036854775807"),
                                 QStringLiteral("(-9223372036854775808)")};
inline const QStringList addresses{QStringLiteral("10.0.0.1"),
                                   QStringLiteral("10.0.0.0/8"),
                                   QStringLiteral("127.0.0.1"),
                                   QStringLiteral("0.0.0.0/0"),
                                   QStringLiteral("224.0.0.1/20"),
                                   QStringLiteral("::1"),
                                   QStringLiteral("::/0"),
                                   QStringLiteral("fe80::/10"),
                                   QStringLiteral("ff02::1"),
                                   QStringLiteral("1.2.3"),
                                   QStringLiteral("1:2:3:4:5:6:7:8/64"),
                                   QStringLiteral("::1.2.3.4"),
                                   QStringLiteral("10.0.0.1/33")};
inline const QStringList decimals{QStringLiteral("0.0"),
                                  QStringLiteral("-0.0"),
                                  QStringLiteral("1.5"),
                                  QStringLiteral("1.50"),
                                  QStringLiteral("-3.1415"),
                                  QStringLiteral("922337203685477.5807"),
                                  QStringLiteral("922337203685477.5808"),
                                  QStringLiteral("1.23456"),
                                  QStringLiteral("1")};
inline const QStringList times{QStringLiteral("2024-10-15"),
                               QStringLiteral("1970-01-01"),
                               QStringLiteral("1969-12-31T23:59:59.999Z"),
                               QStringLiteral("2024-10-15T11:35:00Z"),
                               QStringLiteral("2024-10-15T11:35:00.000+0100"),
                               QStringLiteral("2024-02-30"),
                               QStringLiteral("2024-02-29T23:00:00-0130"),
                               QStringLiteral("0000-01-01"),
                               QStringLiteral("9999-12-31T23:59:59Z"),
                               QStringLiteral("2024-10-15T24:00:00Z")};
inline const QStringList spans{QStringLiteral("0ms"),
                               QStringLiteral("1d"),
                               QStringLiteral("-1d2h"),
                               QStringLiteral("1h30m"),
                               QStringLiteral("86400000ms"),
                               QStringLiteral("1s1ms"),
                               QStringLiteral("9223372036854775807ms"),
                               QStringLiteral("-9223372036854775808ms"),
                               QStringLiteral("1h1d"),
                               QStringLiteral("1x")};

} // namespace policywords
