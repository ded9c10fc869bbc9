// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qr/code.h"

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace desktop {

//! A QR code, always dark on white with its quiet zone, so that every camera reads it.
class QrPicture : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    //! What it says; nothing is drawn for "" or for what does not fit.
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    //! Modules on a side without the quiet zone; 0: nothing to draw.
    Q_PROPERTY(int modules READ modules NOTIFY textChanged)
    //! Empty modules around the code.
    Q_PROPERTY(int quietZone READ quietZone CONSTANT)

public:
    explicit QrPicture(QQuickItem *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    [[nodiscard]] int modules() const { return m_code.side(); }
    [[nodiscard]] int quietZone() const { return qr::Code::quietZone; }
    [[nodiscard]] bool isDark(int x, int y) const { return m_code.isDark(x, y); }

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void textChanged();

private:
    QString m_text;
    qr::Code m_code;
};

} // namespace desktop
