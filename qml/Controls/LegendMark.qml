// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme

//! What a mark on the life bar means.
Row {
    id: root

    required property color tint
    required property string text

    spacing: 6

    Rectangle {
        y: 2
        width: 2
        height: 10
        color: root.tint
        anchors.verticalCenter: parent.verticalCenter
    }
    Note {
        text: root.text
        font.pixelSize: Type.caption
    }
}
