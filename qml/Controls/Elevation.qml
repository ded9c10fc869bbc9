// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme

//! The soft shadow under what floats: popups, dialogs, the bar of a selection. Stacked translucent rectangles need no effect.
Item {
    id: root

    property int radius: Metrics.radiusCard
    property int depth: 10

    Repeater {
        model: root.depth

        Rectangle {
            required property int index

            anchors.fill: root
            anchors.margins: -index - 1
            anchors.topMargin: -index + 3
            anchors.bottomMargin: -index - 5
            radius: root.radius + index
            color: Theme.dark ? "#0A000000" : "#0420222E"
        }
    }
}
