// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme

//! Settings that belong together, in one box under one head.
ColumnLayout {
    id: root

    required property string title
    default property alias rows: inner.data

    spacing: Metrics.s8

    SectionLabel {
        Layout.leftMargin: Metrics.s4
        text: root.title
    }
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: inner.implicitHeight
        radius: Metrics.radiusCard
        color: Theme.surface
        border { width: 1; color: Theme.hairline }

        ColumnLayout {
            id: inner
            anchors { left: parent.left; right: parent.right }
            spacing: 0
        }
    }
}
