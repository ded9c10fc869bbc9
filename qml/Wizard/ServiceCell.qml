// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

//! A tile in its cell of the grid; the grid walks, so the tile itself is no tab stop.
Item {
    id: root

    required property string providerId
    required property string name
    required property string letters
    required property int tone
    required property string ways
    property bool keyed: false

    signal chosen()

    ServiceTile {
        anchors { fill: parent; margins: 6 }
        focusPolicy: Qt.NoFocus
        text: root.name
        letters: root.letters
        tone: root.tone
        detail: root.ways
        keyed: root.keyed
        onClicked: root.chosen()
    }
}
