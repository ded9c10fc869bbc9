// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! Whether the record is whole, at the foot of it.
Item {
    id: root

    required property ActivityModel activity
    readonly property bool broken: activity.seal === ActivityModel.Broken

    implicitHeight: 38

    Hairline { anchors { left: parent.left; right: parent.right; top: parent.top } }
    RowLayout {
        anchors { fill: parent; leftMargin: Metrics.s24; rightMargin: Metrics.s24 }
        spacing: 6

        Icon {
            visible: root.activity.seal === ActivityModel.Whole || root.broken
            name: root.broken ? "octagon-alert" : "shield-check"
            size: 14
            color: root.broken ? Theme.bad : Theme.valid
        }
        Note {
            Layout.fillWidth: true
            text: root.activity.sealWords || qsTr("Each entry is sealed by the one before.")
            color: root.broken ? Theme.bad : Theme.ink3
        }
        PushButton {
            visible: root.activity.seal === ActivityModel.Unknown || root.broken
            small: true
            kind: PushButton.Plain
            text: root.broken ? qsTr("Check again") : qsTr("Check the record")
            onClicked: root.activity.verify()
        }
        Note { visible: root.width > 620; text: root.activity.keptWords }
    }
}
