// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Latchkey.Theme
import Latchkey.Controls

//! A service to choose.
T.Button {
    id: root

    required property string letters
    required property int tone
    required property string detail
    property bool keyed: false

    Accessible.name: text
    Accessible.description: detail

    contentItem: Item { // qmllint disable deferred-property-id
        Monogram {
            anchors { left: parent.left; leftMargin: 14 }
            y: 14
            letters: root.letters
            tone: root.tone
            size: 30
        }
        Body {
            anchors { left: parent.left; right: parent.right; bottom: ways.top; leftMargin: 14; rightMargin: 8; bottomMargin: 1 }
            text: root.text
            font.weight: Type.medium
            Accessible.ignored: true
        }
        Note {
            id: ways
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: 14; rightMargin: 8; bottomMargin: 10 }
            font.pixelSize: Type.caption
            text: root.detail
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Metrics.radiusCard
        color: root.down ? Theme.pressed : root.hovered ? Theme.hover : Theme.surface
        border { width: 1; color: root.hovered ? Theme.outlineStrong : Theme.hairline }
        FocusRing { shown: root.keyed; around: Metrics.radiusCard }
    }
}
