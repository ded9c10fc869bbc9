// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls

//! What can be done with several users at once; floats over the list.
FocusScope {
    id: root

    required property int count
    required property real room
    readonly property bool compact: chosen.implicitWidth + on.fullWidth + off.fullWidth + remove.fullWidth + 106 > room

    signal cleared()
    signal changeRequested(string verb)

    implicitWidth: row.implicitWidth + 20
    implicitHeight: 44
    Accessible.role: Accessible.ToolBar
    Accessible.name: chosen.text

    Elevation { anchors.fill: plate; radius: 12 }
    Rectangle {
        id: plate
        anchors.fill: parent
        radius: 12
        color: Theme.raised
        border { width: 1; color: Theme.outline }
    }
    RowLayout {
        id: row
        anchors { fill: parent; leftMargin: 14; rightMargin: 6 }
        spacing: 2

        Body { id: chosen; Layout.rightMargin: Metrics.s8; text: qsTr("%1 selected").arg(root.count); font.weight: Type.medium }
        Hairline { Layout.preferredHeight: 20; Layout.rightMargin: 4; color: Theme.outline }
        PushButton { id: on; kind: PushButton.Plain; iconName: "user-check"; text: qsTr("Activate"); bare: root.compact; onClicked: root.changeRequested("activate") }
        PushButton { id: off; kind: PushButton.Plain; iconName: "user-x"; text: qsTr("Deactivate"); bare: root.compact; onClicked: root.changeRequested("deactivate") }
        PushButton { id: remove; kind: PushButton.Danger; quiet: true; iconName: "trash-2"; text: qsTr("Remove…"); bare: root.compact; onClicked: root.changeRequested("remove") }
        Hairline { Layout.preferredHeight: 20; Layout.leftMargin: 4; color: Theme.outline }
        IconButton { iconName: "x"; text: qsTr("Clear the selection"); size: 32; onClicked: root.cleared() }
    }
}
