// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme

//! Chips side by side; when they are wider than their room they scroll under a fade. Arrows walk from chip to chip.
Flickable {
    id: root

    default property alias chips: row.data
    property color ground: Theme.surface
    readonly property bool mirrored: LayoutMirroring.enabled
    readonly property bool tooMany: row.implicitWidth > width

    function walk(step: int) {
        for (let i = 0; i < row.children.length; ++i) {
            if (!row.children[i].activeFocus)
                continue
            for (let j = i + step; j >= 0 && j < row.children.length; j += step) {
                if (row.children[j].visible) {
                    row.children[j].forceActiveFocus(Qt.TabFocusReason)
                    return reveal(row.children[j])
                }
            }
        }
    }
    function reveal(chip: Item) {
        contentX = Math.max(0, Math.min(contentX, chip.x), chip.x + chip.width + 36 - width)
    }

    contentWidth: Math.max(width, row.implicitWidth)
    clip: tooMany
    boundsBehavior: Flickable.StopAtBounds
    interactive: tooMany
    onContentWidthChanged: if (mirrored) contentX = contentWidth - width
    Keys.onLeftPressed: root.walk(mirrored ? 1 : -1)
    Keys.onRightPressed: root.walk(mirrored ? -1 : 1)

    Row {
        id: row
        anchors { left: parent.left }
        y: 2
        spacing: 6
    }
    Rectangle {
        parent: root
        anchors.right: parent.right
        width: 32
        height: root.height
        rotation: root.mirrored ? 180 : 0
        visible: root.mirrored ? root.contentX > 1 : root.contentWidth - root.contentX > root.width + 1
        gradient: Gradient {
            orientation: Gradient.Horizontal
            GradientStop { position: 0; color: Qt.alpha(root.ground, 0) }
            GradientStop { position: 1; color: root.ground }
        }
    }
}
