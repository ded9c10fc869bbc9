// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/qrpicture.h"

#include <QPainter>
#include <QtMath>

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
    // An address that does not fit is still there to copy.
    auto code = qr::Code::encode(text.toUtf8());
    m_code = code ? std::move(*code) : qr::Code();
    Q_EMIT textChanged();
    update();
}

void QrPicture::paint(QPainter *painter)
{
    const int side = modules();
    if (side == 0)
        return;
    // Whole pixels a module where they fit: blurred edges cost cameras time.
    const qreal room = qMin(width(), height());
    const int whole = side + 2 * quietZone();
    const qreal module = room >= whole ? qFloor(room / whole) : room / whole;
    painter->translate((width() - module * side) / 2, (height() - module * side) / 2);
    const QColor ink(0x16, 0x16, 0x1c);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            if (isDark(x, y))
                painter->fillRect(QRectF(x * module, y * module, module, module), ink);
        }
    }
}

} // namespace desktop
