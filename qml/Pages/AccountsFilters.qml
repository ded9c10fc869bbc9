// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! Ways to look at the accounts, and their order.
Item {
    id: root

    required property AccountsModel accounts
    readonly property var orders: [
        { order: AccountsModel.AttentionFirst, text: qsTr("Attention first") },
        { order: AccountsModel.ByName, text: qsTr("By name") },
        { order: AccountsModel.ByExpiry, text: qsTr("By end") },
        { order: AccountsModel.ByLastUsed, text: qsTr("By last use") }
    ]

    implicitHeight: 42

    RowLayout {
        anchors { fill: parent; leftMargin: Metrics.s24; rightMargin: Metrics.s16; bottomMargin: Metrics.s12 }
        spacing: Metrics.s12

        ChipStrip {
            Layout.fillWidth: true
            Layout.fillHeight: true

            FilterChip { text: qsTr("All"); count: root.accounts.total; checked: root.accounts.filter === AccountsModel.All; onClicked: root.accounts.filter = AccountsModel.All }
            FilterChip { text: qsTr("Needs you"); count: root.accounts.needsYouCount; checked: root.accounts.filter === AccountsModel.NeedsYou; onClicked: root.accounts.filter = AccountsModel.NeedsYou }
            FilterChip { text: qsTr("OAuth"); count: root.accounts.oauthCount; checked: root.accounts.filter === AccountsModel.OAuth; onClicked: root.accounts.filter = AccountsModel.OAuth }
            FilterChip { text: qsTr("API keys"); count: root.accounts.apiKeyCount; checked: root.accounts.filter === AccountsModel.ApiKeys; onClicked: root.accounts.filter = AccountsModel.ApiKeys }
            FilterChip { visible: root.accounts.awsCount > 0 || checked; text: qsTr("AWS"); count: root.accounts.awsCount; checked: root.accounts.filter === AccountsModel.Aws; onClicked: root.accounts.filter = AccountsModel.Aws }
        }
        PushButton {
            id: sort
            small: true
            kind: PushButton.Plain
            iconName: "arrow-up-down"
            text: root.orders.find(entry => entry.order === root.accounts.order)?.text ?? ""
            Accessible.name: qsTr("Order: %1").arg(text)
            onClicked: menu.popup(sort, 0, sort.height + 4)

            PopupMenu {
                id: menu

                Instantiator {
                    model: root.orders
                    onObjectAdded: (index, object) => menu.insertItem(index, object as T.MenuItem)
                    onObjectRemoved: (index, object) => menu.removeItem(object as T.MenuItem)

                    MenuEntry {
                        required property var modelData

                        checkable: true
                        checked: root.accounts.order === modelData.order
                        text: modelData.text
                        onTriggered: root.accounts.order = modelData.order
                    }
                }
            }
        }
    }
    Hairline { anchors { left: parent.left; right: parent.right; bottom: parent.bottom } }
}
