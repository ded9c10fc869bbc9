// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme
import Latchkey.Controls

//! A code, letter by letter; long ones have narrower boxes.
Row {
    id: root

    required property string code
    property real room: 340
    readonly property int box: Math.max(16, Math.min(34, Math.floor((room - (code.length - 1) * spacing) / Math.max(1, code.length))))

    spacing: 4
    // Signs of a machine are read from the left everywhere; mirrored, this is the other way round.
    layoutDirection: LayoutMirroring.enabled ? Qt.RightToLeft : Qt.LeftToRight
    Accessible.role: Accessible.StaticText
    Accessible.name: code.split("").join(" ")

    Repeater {
        model: root.code.length

        Rectangle {
            id: box

            required property int index
            readonly property string letter: root.code.charAt(index)
            readonly property bool gap: letter === "-" || letter === " "

            width: gap ? Math.min(12, root.box) : root.box
            height: 44
            radius: Metrics.radiusControl
            color: gap ? "transparent" : Theme.sunken

            Mono {
                anchors.centerIn: parent
                text: box.gap ? "–" : box.letter
                font.pixelSize: root.box < 24 ? 18 : Type.code
                font.weight: Type.strong
                color: box.gap ? Theme.ink3 : Theme.ink
                Accessible.ignored: true
            }
        }
    }
}
