// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/pagelanguage.h"

#include <QCoreApplication>
#include <QDir>

namespace authority {

QString PageLanguage::translate(const char *context, const char *text) const
{
    if (!m_words)
        return QCoreApplication::translate(context, text);
    const QString found = m_words->translate(context, text);
    return found.isEmpty() ? QString::fromUtf8(text) : found;
}

QString PageLanguage::translate(const char *context,
                                const char *text,
                                const char *remark,
                                int number) const
{
    if (!m_words)
        return QCoreApplication::translate(context, text, remark, number);
    QString found = m_words->translate(context, text, remark, number);
    if (found.isEmpty())
        found = QString::fromUtf8(text);
    return found.replace(QStringLiteral("%n"), m_locale.toString(number));
}

QString PageLanguage::code() const
{
    return m_words ? m_locale.bcp47Name() : QLocale().bcp47Name();
}

PageLanguages::PageLanguages(const QString &folder)
{
    // The sources are English: it is there even where its file (plural forms) is not.
    PageLanguage english;
    english.m_locale = QLocale(QLocale::English);
    english.m_words = std::make_shared<QTranslator>();
    m_languages.emplace(QStringLiteral("en"), english);
    const QStringList files =
        QDir(folder).entryList({QStringLiteral("latchkey_*.qm")}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        const QString code = file.section(u'_', 1).section(u'.', 0, 0);
        const auto words = std::make_shared<QTranslator>();
        if (!words->load(folder + u'/' + file))
            continue;
        PageLanguage language;
        language.m_locale = QLocale(code);
        language.m_words = words;
        m_languages.insert_or_assign(code, language);
    }
}

PageLanguage PageLanguages::best(const QStringList &wanted) const
{
    for (const QString &tag : wanted) {
        const auto found = m_languages.find(tag.section(u'-', 0, 0).toLower());
        if (found != m_languages.end())
            return found->second;
    }
    return m_languages.at(QStringLiteral("en"));
}

} // namespace authority
