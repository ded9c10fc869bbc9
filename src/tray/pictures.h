// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>

namespace tray {

//! An icon of resources/icons in a colour. No shader: it works with every backend, and the tray
//! draws with the same function. An unknown name gives an empty picture and a warning.
[[nodiscard]] QImage drawnIcon(const QString &name, const QColor &color, QSize size);
//! A picture of resources/brand, by its path there without ".svg", with colours replaced in the
//! file's text (BRAND.md: illustrations follow the theme).
[[nodiscard]] QImage drawnBrand(const QString &path,
                                const QList<std::pair<QByteArray, QByteArray>> &colours,
                                QSize size);

} // namespace tray
