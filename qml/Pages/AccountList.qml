// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! The rows, and what the keyboard does in them.
ListView {
    id: root

    required property AccountsModel accounts
    property string openKey
    property bool compact: false
    property bool byKeys: false
    readonly property AccountRow row: currentItem as AccountRow

    signal opened(string accountKey)
    signal removeRequested(string accountKey, string name, string service)
    signal removeSelectedRequested()

    //! Does a verb with the current row.
    function act(verb: string) {
        if (!row)
            return
        const key = row.accountKey
        switch (verb) {
        case "open": return root.opened(key)
        case "tick": return accounts.setSelected(key, !row.selected)
        case "copy": return row.over ? accounts.signInAgain(key) : accounts.copy(key)
        case "signin": return accounts.signInAgain(key)
        case "refresh": return row.renewable ? accounts.refresh(key) : undefined
        case "menu": return menu.openFor(row, row, row.width - 220, row.height - 4)
        case "remove":
            return accounts.selectedCount > 0 ? root.removeSelectedRequested() : root.removeRequested(key, qsTr("%1 %2").arg(row.service).arg(row.account), row.service)
        }
    }
    function verbOf(event: var): string {
        if (event.modifiers & Qt.ControlModifier)
            return event.key === Qt.Key_C ? "copy" : ""
        return ({ [Qt.Key_Return]: "open", [Qt.Key_Enter]: "open", [Qt.Key_Space]: "tick", [Qt.Key_Menu]: "menu", [Qt.Key_Delete]: "remove", [Qt.Key_F5]: "refresh" })[event.key] ?? ""
    }
    function step(rows: int) {
        currentIndex = Math.max(0, Math.min(count - 1, currentIndex + rows))
    }
    function use(index: int) {
        byKeys = false
        currentIndex = index
        forceActiveFocus(Qt.MouseFocusReason)
        byKeys = false
    }

    clip: true
    model: accounts
    reuseItems: true
    // Rows made ahead are made in the background; when the model is reset under them Qt 6.4 complains.
    cacheBuffer: 0
    activeFocusOnTab: true
    keyNavigationEnabled: true
    currentIndex: 0
    highlightMoveDuration: 0
    boundsBehavior: Flickable.StopAtBounds
    header: heads.columns
    section.property: "group"
    section.delegate: heads.accounts
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Accounts")
    T.ScrollBar.vertical: ThinBar { }

    onActiveFocusChanged: if (activeFocus) byKeys = true
    Keys.onPressed: event => {
        byKeys = true
        const page = Math.max(1, Math.floor(height / (row?.height ?? Metrics.row)) - 1)
        const verb = verbOf(event)
        event.accepted = true
        if (verb)
            act(verb)
        else if (event.key === Qt.Key_Home || event.key === Qt.Key_End)
            step(event.key === Qt.Key_Home ? -count : count)
        else if (event.key === Qt.Key_PageUp || event.key === Qt.Key_PageDown)
            step(event.key === Qt.Key_PageUp ? -page : page)
        else if (event.key === Qt.Key_A && event.modifiers & Qt.ControlModifier)
            accounts.selectAll()
        else
            event.accepted = false
    }

    Connections {
        target: root.accounts
        // The rows stay and say something else, so the view would stay where it is.
        function onRearranged() {
            root.currentIndex = 0
            root.positionViewAtBeginning()
        }
    }
    Heads {
        id: heads
        grouped: root.accounts.order === AccountsModel.AttentionFirst
    }
    AccountMenu {
        id: menu
        accounts: root.accounts
        onOpenRequested: key => root.opened(key)
        onRemoveRequested: key => root.act("remove")
        onClosed: root.forceActiveFocus(Qt.PopupFocusReason)
    }
    delegate: AccountRow {
        id: line
        width: root.width
        open: accountKey === root.openKey
        compact: root.compact
        keyed: root.byKeys && root.activeFocus && ListView.isCurrentItem
        onOpened: {
            root.use(index)
            root.opened(accountKey)
        }
        onToggled: on => {
            root.use(index)
            root.accounts.setSelected(accountKey, on)
        }
        onRangeRequested: {
            root.use(index)
            root.accounts.selectUpTo(accountKey)
        }
        onVerbRequested: verb => {
            root.use(index)
            root.act(verb)
        }
        onMenuRequested: (place, x, y) => {
            root.use(index)
            menu.openFor(line, place, x, y)
        }
    }
}
