// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme
import Latchkey.Controls

//! Yes or no, with its sign: colour is never the only one.
Rectangle {
    id: root

    required property bool allowed

    implicitWidth: row.implicitWidth + 14
    implicitHeight: 22
    radius: Metrics.radiusTag
    color: allowed ? Theme.neutralTint : Theme.badTint

    Row {
        id: row
        anchors.centerIn: parent
        spacing: 4

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: root.allowed ? "check" : "ban"
            size: 12
            color: root.allowed ? Theme.valid : Theme.bad
        }
        Body {
            anchors.verticalCenter: parent.verticalCenter
            text: root.allowed ? qsTr("Allowed") : qsTr("Denied")
            font.pixelSize: Type.caption
            font.weight: Type.medium
            color: root.allowed ? Theme.ink2 : Theme.bad
            Accessible.ignored: true
        }
    }
}
