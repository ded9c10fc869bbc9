// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/imageproviders.h"

#include "tray/pictures.h"

#include <QColor>
#include <QRegularExpression>

namespace desktop {

QImage IconProvider::requestImage(const QString &id, QSize *size, const QSize &requestedSize)
{
    const QSize wanted = requestedSize.isEmpty() ? QSize(24, 24) : requestedSize;
    if (size)
        *size = wanted;
    return tray::drawnIcon(id.section(QLatin1Char('/'), 0, 0),
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
    const QImage image = tray::drawnBrand(match.hasMatch() ? match.captured(1) : id,
                                          colours,
                                          requestedSize.isEmpty() ? QSize() : requestedSize);
    if (size)
        *size = image.size();
    return image;
}

} // namespace desktop
