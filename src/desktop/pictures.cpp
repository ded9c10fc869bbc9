// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/pictures.h"

#include "base/logging.h"

#include <QFile>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>

namespace desktop {

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

QImage IconProvider::requestImage(const QString &id, QSize *size, const QSize &requestedSize)
{
    const QSize wanted = requestedSize.isEmpty() ? QSize(24, 24) : requestedSize;
    if (size)
        *size = wanted;
    return drawnIcon(id.section(QLatin1Char('/'), 0, 0),
                     QColor(QLatin1Char('#') + id.section(QLatin1Char('/'), 1, 1)),
                     wanted);
}

QImage BrandProvider::requestImage(const QString &id, QSize *size, const QSize &requestedSize)
{
    static const QRegularExpression tinted(
        QStringLiteral("\\A(.+)/([0-9a-fA-F]{6})/([0-9a-fA-F]{6})\\z"));
    const QRegularExpressionMatch match = tinted.match(id);
    QList<std::pair<QByteArray, QByteArray>> colours;
    if (match.hasMatch())
        colours = {{"#5b6178", '#' + match.captured(2).toLatin1()},
                   {"#0d9488", '#' + match.captured(3).toLatin1()}};
    const QImage image = drawnBrand(match.hasMatch() ? match.captured(1) : id,
                                    colours,
                                    requestedSize.isEmpty() ? QSize() : requestedSize);
    if (size)
        *size = image.size();
    return image;
}

} // namespace desktop
