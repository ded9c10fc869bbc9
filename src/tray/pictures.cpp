// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/pictures.h"

#include "base/logging.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace tray {

namespace {

QByteArray textOf(const QString &name)
{
    QFile file(name);
    if (file.open(QIODevice::ReadOnly))
        return file.readAll();
    qCWarning(lcDesktop, "There is no picture %ls.", qUtf16Printable(name));
    return {};
}

QImage drawn(const QByteArray &svg, QSize size, qreal opacity)
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QSvgRenderer renderer(svg);
    if (!renderer.isValid())
        return image;
    QPainter painter(&image);
    painter.setOpacity(opacity);
    renderer.render(&painter);
    return image;
}

} // namespace

QImage drawnIcon(const QString &name, const QColor &color, QSize size)
{
    QByteArray svg = textOf(QStringLiteral(":/icons/%1.svg").arg(name));
    svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    // Large icons look heavy with Lucide's stroke of 2 in 24.
    if (size.width() >= 22)
        svg.replace("stroke-width=\"2\"", "stroke-width=\"1.6\"");
    return drawn(svg, size, color.alphaF());
}

QImage drawnBrand(const QString &path,
                  const QList<std::pair<QByteArray, QByteArray>> &colours,
                  QSize size)
{
    QByteArray svg = textOf(QStringLiteral(":/brand/%1.svg").arg(path));
    for (const auto &[from, to] : colours)
        svg.replace(from, to);
    if (!size.isValid())
        size = QSvgRenderer(svg).defaultSize();
    return drawn(svg, size, 1);
}

} // namespace tray
