// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme

//! A scope, a label, a type: a small word in a box.
Rectangle {
    id: root

    required property string text
    property bool mono: true
    property color words: Theme.ink2

    implicitWidth: label.implicitWidth + 14
    implicitHeight: 22
    radius: Metrics.radiusTag
    color: Theme.neutralTint

    Body {
        id: label
        anchors.centerIn: parent
        width: Math.min(implicitWidth, root.width - 14)
        text: root.text
        font.family: root.mono ? Type.mono : Type.family
        font.pixelSize: Type.caption
        font.weight: root.mono ? Type.regular : Type.medium
        color: root.words
    }
}
