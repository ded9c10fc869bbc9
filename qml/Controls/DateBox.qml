// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

//! A day, as year-month-day; empty for none.
TextBox {
    id: root

    readonly property bool good: text === "" || isDay(text)

    function isDay(words: string): bool {
        const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(words)
        if (!parts)
            return false
        const day = new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]))
        return day.getMonth() === Number(parts[2]) - 1 && day.getDate() === Number(parts[3])
    }

    iconName: "calendar"
    placeholderText: qsTr("year-month-day, as in 2026-12-31")
    name: qsTr("Ends on")
    wrong: text.length >= 10 && !good
    inputMethodHints: Qt.ImhDate
    maximumLength: 10
}
