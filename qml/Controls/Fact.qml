// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme

//! A name and what it is, side by side. Anchored, not laid out: the value wraps and the row grows with it at once.
Item {
    id: root

    required property string label
    property string value
    property bool mono: false
    property int labelWidth: 112
    //! Lines of the value; what a decision depends on has as many as it needs.
    property int most: 3
    default property alias more: tail.data

    implicitWidth: labelWidth + Metrics.s12 + words.implicitWidth + tail.implicitWidth
    implicitHeight: Math.max(20, words.implicitHeight)

    Note {
        anchors { left: parent.left }
        width: root.labelWidth
        height: 20
        text: root.label
    }
    Body {
        id: words
        anchors { left: parent.left; leftMargin: root.labelWidth + Metrics.s12; right: tail.left; rightMargin: tail.width ? Metrics.s8 : 0 }
        topPadding: 2
        bottomPadding: 2
        text: root.value
        font.family: root.mono ? Type.mono : Type.family
        font.pixelSize: root.mono ? Type.small : Type.body
        wrapMode: Text.Wrap
        maximumLineCount: root.most
    }
    Row {
        id: tail
        anchors { right: parent.right; top: parent.top; topMargin: 2 }
    }
}
