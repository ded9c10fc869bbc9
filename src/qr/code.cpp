// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "qr/code.h"

#include <QCoreApplication>
#include <qrcodegen.hpp>

namespace qr {

base::Result<Code> Code::encode(QByteArrayView text)
{
    if (text.isEmpty()) {
        return base::fail(base::ErrorCode::InvalidInput,
                          QCoreApplication::translate("qr", "There is nothing to draw."));
    }
    try {
        const QByteArray terminated = text.toByteArray();
        const auto drawn =
            qrcodegen::QrCode::encodeText(terminated.constData(), qrcodegen::QrCode::Ecc::MEDIUM);
        Code code;
        code.m_side = drawn.getSize();
        for (int y = 0; y < code.m_side; ++y) {
            for (int x = 0; x < code.m_side; ++x)
                code.m_dark.push_back(drawn.getModule(x, y));
        }
        return code;
    } catch (const qrcodegen::data_too_long &) {
        return base::fail(base::ErrorCode::InvalidInput,
                          QCoreApplication::translate("qr", "This is too long for a QR code."));
    }
}

bool Code::isDark(int x, int y) const
{
    return x >= 0 && y >= 0 && x < m_side && y < m_side
           && m_dark[static_cast<std::size_t>(y * m_side + x)];
}

QString Code::toSvg(const QString &label) const
{
    QString path;
    for (int y = 0; y < m_side; ++y) {
        for (int x = 0; x < m_side; ++x) {
            if (!isDark(x, y))
                continue;
            const int from = x;
            while (isDark(x + 1, y))
                ++x;
            path += QStringLiteral("M%1 %2h%3v1H%1z")
                        .arg(from + quietZone)
                        .arg(y + quietZone)
                        .arg(x + 1 - from);
        }
    }
    const int whole = m_side + 2 * quietZone;
    return QStringLiteral(
               "<svg class=\"qr\" role=\"img\" aria-label=\"%1\" viewBox=\"0 0 %2 %2\""
               " shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h%2v%2H0z\"/>"
               "<path fill=\"#16161c\" d=\"%3\"/></svg>")
        .arg(label.toHtmlEscaped())
        .arg(whole)
        .arg(path);
}

} // namespace qr
