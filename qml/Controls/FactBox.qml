// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme

//! Facts that a decision depends on, on sunken ground.
Rectangle {
    id: root

    default property alias facts: column.data

    implicitHeight: column.implicitHeight + 28
    radius: Metrics.radiusCard
    color: Theme.sunken

    ColumnLayout {
        id: column
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: 14 }
        spacing: 4
    }
}
