// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme

//! Three dots between two things that talk to each other.
Row {
    id: root

    property bool busy: false

    spacing: 6

    Repeater {
        model: 3

        Rectangle {
            id: dot

            required property int index

            width: 6
            height: 6
            radius: 3
            color: Theme.accent
            opacity: Motion.reduced || !root.busy ? [0.35, 0.65, 1][index] : 0.3

            SequentialAnimation on opacity {
                running: root.busy && !Motion.reduced
                loops: Animation.Infinite

                PauseAnimation { duration: dot.index * 180 }
                NumberAnimation { to: 1; duration: 360 }
                NumberAnimation { to: 0.3; duration: 360 }
                PauseAnimation { duration: (2 - dot.index) * 180 + 300 }
            }
        }
    }
}
