// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "web/fielderror.h"

#include <QList>
#include <QString>
#include <QStringList>

//! The pieces that pages are made of. Everything that comes in as a word is escaped here; what
//! comes in as `content` was made here.
namespace authority::markup {

//! One line to type into.
struct Line
{
    QString name;
    QString label;
    QString type = QStringLiteral("text");
    QString value = {};
    QString complete = {}; //!< autocomplete: "username", "current-password", "one-time-code"
    QString hint = {}; //!< below it
    QStringList troubles = {}; //!< what is wrong with it
    QString keyboard = {}; //!< inputmode: "numeric"
    bool isFocused = false;
    bool isCode = false; //!< wide letters
    int longest = 256;
};
[[nodiscard]] QString line(const Line &line);

enum class Look { Primary, Secondary, Plain, Danger };
enum class Focus { No, Yes };

struct Button
{
    QString label;
    Look look = Look::Primary;
    QString value = {}; //!< of `do`; empty: the form has one button
    Focus focus = Focus::No;
    bool isSleepy = false; //!< cannot be pressed for the first moment
};
[[nodiscard]] QString button(const Button &button);
//! Buttons side by side.
[[nodiscard]] QString buttons(const QString &content);

[[nodiscard]] QString hidden(const QString &name, const QString &value);
//! Whose password a form changes, for the browser's own keeper of passwords.
[[nodiscard]] QString hiddenUser(const QString &name);
[[nodiscard]] QString tick(const QString &name, const QString &label, bool isOn);
//! A form that is posted to \a action, with its CSRF token.
[[nodiscard]] QString form(const QString &action, const QString &csrf, const QString &content);

[[nodiscard]] QString link(const QString &to, const QString &words);
[[nodiscard]] QString paragraph(const QString &words);
[[nodiscard]] QString note(const QString &words); //!< small, quiet
[[nodiscard]] QString heading(const QString &words);
[[nodiscard]] QString section(const QString &title, const QString &content);
//! Content below the main thing, centred: the other ways.
[[nodiscard]] QString aside(const QString &content);

enum class Tone { Good, Warn, Bad, Plain };
[[nodiscard]] QString banner(Tone tone, const QString &words);
[[nodiscard]] QString tag(const QString &word);

//! A line of a list: words, smaller words below, and something at the end.
struct Row
{
    QString title;
    QString remark = {};
    QString end = {}; //!< content
    QString icon = {}; //!< content
};
[[nodiscard]] QString rows(const QList<Row> &rows);
//! Codes to copy, in columns.
[[nodiscard]] QString codes(const QStringList &codes);

//! Lucide's drawings (ISC licence): "check", "key", "mail", "user", "clock", "shield", "app".
[[nodiscard]] QString icon(const QString &name, int size = 18);

} // namespace authority::markup
