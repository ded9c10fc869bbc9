// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QRegularExpression>
#include <QSet>
#include <QString>
#include <QStringList>

//! One source file as the rules of the house look at it.
struct SourceFile
{
    QString path; //!< below the root: "src/core/account.h"
    QString text;
    QString code; //!< text with comments and the insides of literals blanked, line for line

    //! "src/core/account.h:12", for \a offset in text.
    [[nodiscard]] QString at(qsizetype offset) const;
    //! Where \a pattern is found in \a where (text or code).
    [[nodiscard]] QStringList places(const QRegularExpression &pattern, const QString &where) const;
};

//! Reads the files with one of \a suffixes below \a folders of the source root.
[[nodiscard]] QList<SourceFile> sourceFiles(const QStringList &folders,
                                            const QStringList &suffixes);

//! Blanks comments and the insides of literals of C++ and JavaScript.
[[nodiscard]] QString codeOf(const QString &text);

//! Places of Task-returning declarations that lack [[nodiscard]]. What the header of the same name
//! declares is looked at there.
[[nodiscard]] QStringList forgettableTasks(const SourceFile &file, const QString &header);

//! Places where a temporary is braced or captured inside a co_await expression.
[[nodiscard]] QStringList unnamedAwaits(const SourceFile &file);

//! room → the rooms that it may see, from the plan that CMake drew, what those use included.
[[nodiscard]] QHash<QString, QSet<QString>> housePlan(const QString &planFile);
