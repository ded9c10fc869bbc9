// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls

//! Where one can go, and shutting the store.
Rectangle {
    id: root

    required property string current
    property bool narrow: false
    property int needsYou: 0
    //! How many programs wait for an answer.
    property int asking: 0

    signal chosen(string place)
    signal lockRequested()

    implicitWidth: narrow ? Metrics.railNarrow : Metrics.rail
    color: Theme.canvas
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Pages")

    ColumnLayout {
        anchors { fill: parent; leftMargin: Metrics.s8; rightMargin: Metrics.s8; bottomMargin: Metrics.s8 }
        spacing: 2

        RowLayout {
            Layout.preferredHeight: Metrics.header
            Layout.leftMargin: root.narrow ? 6 : 8
            spacing: 10

            Brand { size: 28 }
            Heading {
                Layout.fillWidth: true
                visible: !root.narrow
                text: "Latchkey"
            }
        }
        Repeater {
            model: [
                { place: "accounts", icon: "users", text: qsTr("Accounts"), badge: root.needsYou },
                { place: "activity", icon: "activity", text: qsTr("Activity"), badge: 0 },
                { place: "programs", icon: "terminal", text: qsTr("Programs"), badge: root.asking },
                { place: "authority", icon: "id-card", text: qsTr("Authority"), badge: 0 }
            ]

            NavigationItem {
                required property var modelData

                Layout.fillWidth: true
                iconName: modelData.icon
                text: modelData.text
                badge: modelData.badge
                narrow: root.narrow
                checked: root.current === modelData.place
                onClicked: root.chosen(modelData.place)
            }
        }
        Item { Layout.fillHeight: true }
        NavigationItem {
            Layout.fillWidth: true
            iconName: "settings"
            text: qsTr("Settings")
            narrow: root.narrow
            checked: root.current === "settings"
            onClicked: root.chosen("settings")
        }
        NavigationItem {
            Layout.fillWidth: true
            iconName: "lock-open"
            text: qsTr("Lock now")
            narrow: root.narrow
            onClicked: root.lockRequested()
        }
    }
    Hairline { anchors { right: parent.right; top: parent.top; bottom: parent.bottom } }
}
