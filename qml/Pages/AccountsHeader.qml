// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Controls
import Latchkey.Desktop

//! The head of the accounts: search and add.
PageHeader {
    id: root

    required property AccountsModel accounts
    readonly property bool filled: accounts.state !== AccountsModel.Empty

    signal addRequested()
    signal listRequested()

    function find() {
        box.forceActiveFocus(Qt.ShortcutFocusReason)
        box.selectAll()
    }

    title: qsTr("Accounts")
    note: !filled ? "" : accounts.count === accounts.total ? (accounts.total === 1 ? qsTr("1 account") : qsTr("%1 accounts").arg(accounts.total.toLocaleString(Qt.locale(), "f", 0))) : qsTr("%1 of %2").arg(accounts.count).arg(accounts.total)

    TextBox {
        id: box
        Layout.preferredWidth: root.width < 560 ? 160 : 220
        visible: root.filled
        iconName: "search"
        keyHint: qsTr("Ctrl F")
        placeholderText: qsTr("Search")
        name: qsTr("Search the accounts")
        text: root.accounts.search
        onTextEdited: root.accounts.search = text
        Keys.onDownPressed: root.listRequested()
        Keys.onReturnPressed: root.listRequested()
        Keys.onEscapePressed: event => {
            event.accepted = root.accounts.search !== ""
            root.accounts.search = ""
        }
    }
    PushButton {
        visible: root.filled
        kind: PushButton.Primary
        iconName: "plus"
        text: qsTr("Add account")
        onClicked: root.addRequested()
    }
}
