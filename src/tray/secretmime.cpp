// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/secretmime.h"

#include <QHash>

namespace tray {

namespace {

//! The marks by which clipboard managers know a secret.
const QHash<QString, QByteArray> &marks()
{
    static const QHash<QString, QByteArray> all
    {
#if defined(Q_OS_WIN)
        {QStringLiteral("application/x-qt-windows-mime;value=\""
                        "ExcludeClipboardContentFromMonitorProcessing\""),
         QByteArrayLiteral("1")},
            {QStringLiteral("application/x-qt-windows-mime;value=\"CanIncludeInClipboardHistory\""),
             QByteArray(4, '\0')},
            {QStringLiteral("application/x-qt-windows-mime;value=\"CanUploadToCloudClipboard\""),
             QByteArray(4, '\0')},
#elif defined(Q_OS_MACOS)
        {QStringLiteral("application/x-nspasteboard-concealed-type"), QByteArrayLiteral("secret")},
            {QStringLiteral("org.nspasteboard.ConcealedType"), QByteArrayLiteral("secret")},
#else
        {QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret")},
#endif
    };
    return all;
}

bool isText(const QString &format)
{
    return format == QLatin1String("text/plain")
           || format == QLatin1String("text/plain;charset=utf-8");
}

} // namespace

QStringList SecretMime::formats() const
{
    return QStringList{QStringLiteral("text/plain"), QStringLiteral("text/plain;charset=utf-8")}
           + marks().keys();
}

bool SecretMime::hasFormat(const QString &format) const
{
    return isText(format) || marks().contains(format);
}

QVariant SecretMime::retrieveData(const QString &format, QMetaType type) const
{
    if (!isText(format))
        return marks().value(format);
    if (type.id() == QMetaType::QString)
        return QString::fromUtf8(m_secret.expose());
    return m_secret.expose().toByteArray();
}

} // namespace tray
