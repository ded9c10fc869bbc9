// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme

//! A service as a coloured square with one or two letters: no trademarks are shipped.
Rectangle {
    id: root

    required property string letters
    property int tone: 0
    property int size: 32

    implicitWidth: size
    implicitHeight: size
    radius: Math.round(size * 0.25)
    color: Theme.mark(tone)
    border { width: Theme.dark ? 1 : 0; color: "#1FFFFFFF" }
    Accessible.ignored: true

    Text {
        anchors.centerIn: parent
        text: root.letters
        color: "white"
        font.pixelSize: Math.round(root.size * (root.letters.length > 1 ? 0.38 : 0.46))
        font.weight: Type.strong
    }
}
