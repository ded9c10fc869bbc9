// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Latchkey.Theme

//! Verbs of a thing, or ways to order a list.
T.Menu {
    id: root

    implicitWidth: contentItem.implicitWidth + 2 * padding
    implicitHeight: contentItem.implicitHeight + 2 * padding
    padding: 4
    margins: 8
    overlap: 1

    readonly property Connections watch: Connections {
        target: root.parent
        function onVisibleChanged() { if (root.parent && !root.parent.visible) root.close() }
    }

    contentItem: ListView {
        implicitWidth: {
            let widest = 168
            for (let i = 0; i < root.count; ++i)
                widest = Math.max(widest, root.itemAt(i).implicitWidth)
            return widest
        }
        implicitHeight: contentHeight
        clip: true
        interactive: false
        model: root.contentModel
        currentIndex: root.currentIndex
    }
    background: Rectangle {
        radius: Metrics.radiusCard
        color: Theme.raised
        border { width: 1; color: Theme.outline }
        Elevation { z: -1; anchors.fill: parent }
    }
}
