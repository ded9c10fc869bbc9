// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme

//! A key to press.
Rectangle {
    id: root

    required property string text

    implicitWidth: label.implicitWidth + 10
    implicitHeight: 18
    radius: Metrics.radiusTag
    color: Theme.neutralTint

    Note {
        id: label
        anchors.centerIn: parent
        text: root.text
        font.pixelSize: Type.caption
        color: Theme.ink2
    }
}
