// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme

//! A program, as its icon on a neutral square.
Rectangle {
    id: root

    required property string iconName
    property int size: 28

    implicitWidth: size
    implicitHeight: size
    radius: Math.round(size * 0.25)
    color: Theme.neutralTint

    Icon {
        anchors.centerIn: parent
        name: root.iconName
        size: Math.round(root.size * 0.57)
    }
}
