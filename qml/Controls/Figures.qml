// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme

//! A time whose digits all take the same room, so that it neither dances nor frays. (Qt 6.4 cannot ask a font for "tnum".)
Row {
    id: root

    required property string text
    property color color: Theme.ink2
    property int size: Type.small
    property int weight: Type.regular

    // Signs of a machine are read from the left everywhere; mirrored, this is the other way round.
    layoutDirection: LayoutMirroring.enabled ? Qt.RightToLeft : Qt.LeftToRight
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    FontMetrics {
        id: metrics
        font.family: Type.family
        font.pixelSize: root.size
        font.weight: root.weight
    }
    Repeater {
        model: root.text.length

        Text {
            required property int index
            readonly property string glyph: root.text.charAt(index)

            width: "0123456789".includes(glyph) ? Math.ceil(metrics.advanceWidth("0")) : implicitWidth
            horizontalAlignment: Text.AlignHCenter
            text: glyph
            textFormat: Text.PlainText
            color: root.color
            font: metrics.font
            Accessible.ignored: true
        }
    }
}
