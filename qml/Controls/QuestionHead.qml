// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme

//! The head of a question: who talks to whom, and in one sentence what is asked. A column, not a layout: a layout in a
//! layout does not grow when its text wraps.
Column {
    id: root

    required property string title
    required property string sentence
    property int count: 1
    default property alias marks: row.data

    Item {
        width: root.width
        height: 48

        Row {
            id: row
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Metrics.s12
        }
        Tag {
            anchors { right: parent.right; top: parent.top }
            visible: root.count > 1
            mono: false
            text: qsTr("1 of %1").arg(root.count)
        }
    }
    Title {
        width: root.width
        topPadding: Metrics.s16
        horizontalAlignment: Text.AlignHCenter
        font.pixelSize: 18
        wrapMode: Text.Wrap
        maximumLineCount: 4
        text: root.title
    }
    Note {
        width: root.width
        topPadding: 4
        horizontalAlignment: Text.AlignHCenter
        text: root.sentence
        color: Theme.ink2
        wrapMode: Text.Wrap
    }
}
