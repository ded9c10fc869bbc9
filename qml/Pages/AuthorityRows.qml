// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Latchkey.Theme
import Latchkey.Controls

//! Rows under keys: arrows walk, Return opens, Space ticks, Delete removes, the menu key has the rest.
ListView {
    id: root

    property bool byKeys: false
    readonly property AuthorityRow row: currentItem as AuthorityRow

    signal verbRequested(string verb)

    function use(index: int) {
        currentIndex = index
        forceActiveFocus(Qt.MouseFocusReason)
        byKeys = false
    }

    clip: true
    reuseItems: true
    cacheBuffer: 0
    activeFocusOnTab: count > 0
    keyNavigationEnabled: true
    highlightMoveDuration: 0
    boundsBehavior: Flickable.StopAtBounds
    topMargin: Metrics.s8
    bottomMargin: Metrics.s8
    Accessible.role: Accessible.List
    T.ScrollBar.vertical: ThinBar { }

    onActiveFocusChanged: if (activeFocus) byKeys = true
    // A list that is filled after it was made has no current row of its own.
    onCountChanged: if (currentIndex < 0 && count > 0) currentIndex = 0
    Keys.onPressed: event => {
        byKeys = true
        const verb = event.modifiers & Qt.ControlModifier
            ? (event.key === Qt.Key_C ? "copy" : "")
            : ({ [Qt.Key_Return]: "open", [Qt.Key_Enter]: "open", [Qt.Key_Space]: "tick", [Qt.Key_Menu]: "menu", [Qt.Key_Delete]: "remove" })[event.key] ?? ""
        event.accepted = true
        if (verb)
            root.verbRequested(verb)
        else if (event.key === Qt.Key_Home || event.key === Qt.Key_End)
            currentIndex = event.key === Qt.Key_Home ? 0 : count - 1
        else
            event.accepted = false
    }
}
