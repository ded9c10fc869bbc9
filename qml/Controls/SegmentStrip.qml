// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme

//! Segments that scroll under a fade where their room is smaller than they are; the chosen one is always in sight.
Flickable {
    id: root

    required property var options
    property int current: 0
    property string name
    property color ground: Theme.surface

    signal chosen(int index)

    function reveal() {
        const part = contentWidth / Math.max(1, options.length)
        const limit = Math.max(0, contentWidth - width)
        const from = LayoutMirroring.enabled ? options.length - 1 - current : current
        contentX = Math.max(0, Math.min(limit, part * (from + 0.5) - width / 2))
    }

    implicitWidth: segments.implicitWidth
    implicitHeight: Metrics.control
    contentWidth: segments.implicitWidth
    clip: contentWidth > width
    interactive: contentWidth > width
    boundsBehavior: Flickable.StopAtBounds
    onCurrentChanged: reveal()
    onWidthChanged: reveal()

    Segments {
        id: segments
        options: root.options
        current: root.current
        name: root.name
        onChosen: index => root.chosen(index)
    }
    Rectangle {
        parent: root
        width: 32
        height: root.height
        visible: root.contentX > 1
        gradient: Gradient {
            orientation: Gradient.Horizontal
            GradientStop { position: 0; color: root.ground }
            GradientStop { position: 1; color: Qt.alpha(root.ground, 0) }
        }
    }
    Rectangle {
        parent: root
        x: root.width - width
        width: 32
        height: root.height
        visible: root.contentWidth - root.contentX > root.width + 1
        gradient: Gradient {
            orientation: Gradient.Horizontal
            GradientStop { position: 0; color: Qt.alpha(root.ground, 0) }
            GradientStop { position: 1; color: root.ground }
        }
    }
}
