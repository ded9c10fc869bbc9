// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/autostart.h"

#include "base/atomicfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace tray {

namespace {

#if defined(Q_OS_MACOS)

QByteArray entry(const QString &program, const QStringList &arguments)
{
    QString items = QStringLiteral("<string>%1</string>").arg(program.toHtmlEscaped());
    for (const QString &argument : arguments)
        items += QStringLiteral("<string>%1</string>").arg(argument.toHtmlEscaped());
    return QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<plist version=\"1.0\"><dict>\n"
                          "<key>Label</key><string>latchkey</string>\n"
                          "<key>ProgramArguments</key><array>%1</array>\n"
                          "<key>RunAtLoad</key><true/>\n"
                          "</dict></plist>\n")
        .arg(items)
        .toUtf8();
}

#elif !defined(Q_OS_WIN)

//! Desktop Entry Specification, "The Exec key": quoted, and % doubled.
QString quoted(const QString &word)
{
    QString text;
    for (const QChar c : word) {
        if (c == QLatin1Char('"') || c == QLatin1Char('`') || c == QLatin1Char('$')
            || c == QLatin1Char('\\'))
            text += QLatin1String("\\\\"); // once for the string, once for the quoting
        if (c == QLatin1Char('\\'))
            text += QLatin1String("\\");
        text += c;
        if (c == QLatin1Char('%'))
            text += c;
    }
    return QLatin1Char('"') + text + QLatin1Char('"');
}

QByteArray entry(const QString &program, const QStringList &arguments)
{
    QString command = quoted(program);
    for (const QString &argument : arguments)
        command += QLatin1Char(' ') + quoted(argument);
    return QStringLiteral("[Desktop Entry]\n"
                          "Type=Application\n"
                          "Name=Latchkey\n"
                          "Exec=%1\n"
                          "Icon=latchkey\n"
                          "Terminal=false\n"
                          "X-GNOME-Autostart-enabled=true\n")
        .arg(command)
        .toUtf8();
}

#endif

} // namespace

Autostart::Autostart(QString program, QStringList arguments)
    : m_program(std::move(program))
    , m_arguments(std::move(arguments))
{}

#if defined(Q_OS_WIN)

QString Autostart::place()
{
    return QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run");
}

QByteArray Autostart::content() const
{
    return QStringLiteral("\"%1\" %2")
        .arg(QDir::toNativeSeparators(m_program), m_arguments.join(QLatin1Char(' ')))
        .toUtf8();
}

bool Autostart::isOn() const
{
    return QSettings(place(), QSettings::NativeFormat).contains(QStringLiteral("Latchkey"));
}

base::Result<> Autostart::set(bool on) const
{
    QSettings run(place(), QSettings::NativeFormat);
    if (on)
        run.setValue(QStringLiteral("Latchkey"), QString::fromUtf8(content()));
    else
        run.remove(QStringLiteral("Latchkey"));
    run.sync();
    if (run.status() == QSettings::NoError)
        return {};
    return base::fail(base::ErrorCode::Denied,
                      QCoreApplication::translate("desktop", "Windows refused the entry."));
}

#else

QString Autostart::place()
{
#if defined(Q_OS_MACOS)
    return QDir::homePath() + QStringLiteral("/Library/LaunchAgents/latchkey.plist");
#else
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
           + QStringLiteral("/autostart/latchkey.desktop");
#endif
}

QByteArray Autostart::content() const
{
    return entry(m_program, m_arguments);
}

bool Autostart::isOn() const
{
    const auto present = base::readFile(place());
    // A desktop's own settings switch an entry off by this line instead of removing it.
    return present && !present->contains("Hidden=true")
           && !present->contains("X-GNOME-Autostart-enabled=false");
}

base::Result<> Autostart::set(bool on) const
{
    if (!on) {
        if (!QFile::exists(place()) || QFile::remove(place()))
            return {};
        return base::fail(
            base::ErrorCode::Denied,
            QCoreApplication::translate("desktop", "%1 cannot be removed.").arg(place()),
            QCoreApplication::translate("desktop", "Look at its permissions."));
    }
    if (const auto present = base::readFile(place()); present && *present == content())
        return {};
    if (!QDir().mkpath(QFileInfo(place()).path()))
        return base::fail(base::ErrorCode::Denied,
                          QCoreApplication::translate("desktop", "%1 cannot be made.")
                              .arg(QFileInfo(place()).path()),
                          QCoreApplication::translate("desktop", "Look at its permissions."));
    return base::writeAtomically(place(), content(), 0644);
}

#endif

} // namespace tray
