// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/qrpicture.h"

#include <QPainter>
#include <QtMath>
#include <qrcodegen.hpp>

namespace desktop {

QrPicture::QrPicture(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(false);
    setOpaquePainting(true);
    setFillColor(Qt::white);
}

void QrPicture::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_side = 0;
    m_dark.clear();
    if (!text.isEmpty()) {
        try {
            const auto code = qrcodegen::QrCode::encodeText(text.toUtf8().constData(),
                                                            qrcodegen::QrCode::Ecc::MEDIUM);
            m_side = code.getSize();
            for (int y = 0; y < m_side; ++y) {
                for (int x = 0; x < m_side; ++x)
                    m_dark.push_back(code.getModule(x, y));
            }
        } catch (const qrcodegen::data_too_long &) {
            m_side = 0; // an address that does not fit is still there to copy
        }
    }
    Q_EMIT textChanged();
    update();
}

bool QrPicture::isDark(int x, int y) const
{
    return x >= 0 && y >= 0 && x < m_side && y < m_side
           && m_dark[static_cast<std::size_t>(y * m_side + x)];
}

void QrPicture::paint(QPainter *painter)
{
    if (m_side == 0)
        return;
    // Whole pixels a module where they fit: blurred edges cost cameras time.
    const qreal room = qMin(width(), height());
    const int modules = m_side + 2 * quietZone();
    const qreal module = room >= modules ? qFloor(room / modules) : room / modules;
    painter->translate((width() - module * m_side) / 2, (height() - module * m_side) / 2);
    const QColor ink(0x16, 0x16, 0x1c);
    for (int y = 0; y < m_side; ++y) {
        for (int x = 0; x < m_side; ++x) {
            if (isDark(x, y))
                painter->fillRect(QRectF(x * module, y * module, module, module), ink);
        }
    }
}

} // namespace desktop
