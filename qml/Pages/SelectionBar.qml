// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls

//! What can be done with several accounts at once; floats over the list.
FocusScope {
    id: root

    required property int count
    required property int renewable
    required property real room
    readonly property real fullWidth: chosen.implicitWidth + refresh.fullWidth + copy.fullWidth + remove.fullWidth + 106
    readonly property bool compact: fullWidth > room

    signal cleared()
    signal refreshRequested()
    signal copyRequested()
    signal removeRequested()

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

        Body {
            id: chosen
            Layout.rightMargin: Metrics.s8
            text: qsTr("%1 selected").arg(root.count)
            font.weight: Type.medium
        }
        Hairline { Layout.preferredHeight: 20; Layout.rightMargin: 4; color: Theme.outline }
        PushButton { id: refresh; kind: PushButton.Plain; iconName: "refresh-cw"; text: qsTr("Refresh"); bare: root.compact; enabled: root.renewable > 0; onClicked: root.refreshRequested() }
        PushButton { id: copy; kind: PushButton.Plain; iconName: "copy"; text: qsTr("Copy references"); bare: root.compact; onClicked: root.copyRequested() }
        PushButton { id: remove; kind: PushButton.Danger; quiet: true; iconName: "trash-2"; text: qsTr("Remove…"); bare: root.compact; onClicked: root.removeRequested() }
        Hairline { Layout.preferredHeight: 20; Layout.leftMargin: 4; color: Theme.outline }
        IconButton { iconName: "x"; text: qsTr("Clear the selection"); size: 32; onClicked: root.cleared() }
    }
}
