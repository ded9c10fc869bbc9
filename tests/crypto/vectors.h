// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

//! A JSON file of tests/data.
inline QJsonDocument readVectors(const char *path)
{
    QFile file(QStringLiteral(TEST_DATA "/") + QLatin1String(path));
    return file.open(QFile::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
}

inline QByteArray bytesFromHex(const QJsonValue &hex)
{
    return QByteArray::fromHex(hex.toString().toLatin1());
}
