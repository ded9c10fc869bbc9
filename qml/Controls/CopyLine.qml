// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme

//! Something to copy: the words in mono, the verb at the end; a check for two seconds afterwards.
Rectangle {
    id: root

    required property string text
    property string caption
    property bool bare: false

    signal copyRequested(string text)

    implicitHeight: caption ? 56 : 34
    radius: Metrics.radiusControl
    color: bare ? "transparent" : Theme.sunken

    ColumnLayout {
        anchors { left: parent.left; right: copy.left; leftMargin: root.bare ? Metrics.s16 : 10; rightMargin: Metrics.s8; verticalCenter: parent.verticalCenter }
        spacing: 2

        Note {
            Layout.fillWidth: true
            visible: root.caption !== ""
            text: root.caption
        }
        Mono {
            Layout.fillWidth: true
            text: root.text
            elide: Text.ElideMiddle
        }
    }
    CopyButton {
        id: copy
        anchors { right: parent.right; rightMargin: root.bare ? Metrics.s12 : 3; verticalCenter: parent.verticalCenter }
        what: root.text
        onCopyRequested: root.copyRequested(root.text)
    }
}
