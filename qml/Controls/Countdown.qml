// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme

//! A small ring that empties.
Canvas {
    id: root

    required property real fraction
    property color tint: fraction < 0.15 ? Theme.warn : Theme.accent
    property color track: Theme.outline

    implicitWidth: 16
    implicitHeight: 16
    Accessible.ignored: true
    onFractionChanged: requestPaint()
    onTintChanged: requestPaint()
    onTrackChanged: requestPaint()
    onPaint: {
        const pen = getContext("2d")
        pen.reset()
        pen.lineWidth = 2
        pen.strokeStyle = root.track
        pen.beginPath()
        pen.arc(width / 2, height / 2, width / 2 - 1.5, 0, 2 * Math.PI)
        pen.stroke()
        pen.strokeStyle = root.tint
        pen.lineCap = "round"
        pen.beginPath()
        pen.arc(width / 2, height / 2, width / 2 - 1.5, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * root.fraction)
        pen.stroke()
    }
}
