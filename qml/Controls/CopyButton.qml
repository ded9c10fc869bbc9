// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme

//! Copies something; shows a check for two seconds when it has.
IconButton {
    id: root

    property string what
    property bool copied: false

    signal copyRequested()

    iconName: copied ? "check" : "copy"
    text: copied ? qsTr("Copied") : what ? qsTr("Copy %1").arg(what) : qsTr("Copy")
    tint: copied ? Theme.valid : Theme.ink2
    onClicked: {
        root.copied = true
        rest.restart()
        root.copyRequested()
    }

    Timer {
        id: rest
        interval: 2000
        onTriggered: root.copied = false
    }
}
