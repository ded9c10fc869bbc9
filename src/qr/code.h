// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>

#include <vector>

namespace qr {

//! A QR code as dark and light modules; who shows it draws it dark on white.
class Code
{
public:
    //! Empty modules that belong around every code.
    static constexpr int quietZone = 4;

    //! InvalidInput: empty, or more than a code can hold.
    [[nodiscard]] static base::Result<Code> encode(QByteArrayView text);

    //! Modules on a side, without the quiet zone.
    [[nodiscard]] int side() const { return m_side; }
    //! False outside.
    [[nodiscard]] bool isDark(int x, int y) const;

    //! The code with its quiet zone as an SVG element: one path, no script, no style. \a label is
    //! its name for those who do not see it.
    [[nodiscard]] QString toSvg(const QString &label) const;

private:
    int m_side = 0;
    std::vector<bool> m_dark;
};

} // namespace qr
