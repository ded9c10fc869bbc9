// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace apps {

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_words);
    QCoreApplication::removeTranslator(&m_qtWords);
}

void Language::speak(const QString &language)
{
    QCoreApplication::removeTranslator(&m_words);
    QCoreApplication::removeTranslator(&m_qtWords);
    const QLocale locale =
        language == QLatin1String("system") ? QLocale::system() : QLocale(language);
    // Dates and numbers follow the language that is spoken, or a sentence would mix two.
    QLocale::setDefault(locale);
    const QString folder = QStringLiteral(":/i18n");
    if (m_words.load(locale, QStringLiteral("latchkey"), QStringLiteral("_"), folder)
        || m_words.load(QStringLiteral("latchkey_en"), folder))
        QCoreApplication::installTranslator(&m_words);
    if (m_qtWords.load(locale,
                       QStringLiteral("qtbase"),
                       QStringLiteral("_"),
                       QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtWords);
}

} // namespace apps
