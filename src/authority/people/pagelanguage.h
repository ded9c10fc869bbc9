// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>
#include <QTranslator>

#include <map>
#include <memory>

namespace authority {

//! The language that one reader is spoken to in, whatever the process itself speaks.
class PageLanguage
{
public:
    //! What the process speaks.
    PageLanguage() = default;

    //! lupdate finds the words by this function's name.
    [[nodiscard]] QString translate(const char *context, const char *text) const;
    //! The same for a number that the sentence depends on (%n).
    [[nodiscard]] QString translate(const char *context,
                                    const char *text,
                                    const char *remark,
                                    int number) const;
    //! "de", "en".
    [[nodiscard]] QString code() const;
    [[nodiscard]] const QLocale &locale() const { return m_locale; }

private:
    friend class PageLanguages;

    QLocale m_locale;
    std::shared_ptr<const QTranslator> m_words; //!< null: as the process speaks
};

//! The languages that there are words for.
class PageLanguages
{
public:
    //! Reads what is compiled into the program, in \a folder.
    explicit PageLanguages(const QString &folder = QStringLiteral(":/i18n"));

    //! The first of \a wanted ("de-AT", "en") that there are words for; English otherwise.
    [[nodiscard]] PageLanguage best(const QStringList &wanted) const;

private:
    std::map<QString, PageLanguage> m_languages;
};

} // namespace authority
