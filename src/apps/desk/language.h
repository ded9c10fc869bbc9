// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>

namespace apps {

//! The language that the program speaks: the setting's, or the system's where there is a
//! translation, else English.
class Language
{
public:
    ~Language();
    //! "system", "en", "de"
    void speak(const QString &language);

private:
    QTranslator m_words;
    QTranslator m_qtWords;
};

} // namespace apps
