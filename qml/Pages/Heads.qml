// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Latchkey.Theme
import Latchkey.Controls

//! The heads of lists and of their groups. A file of its own without the Bound pragma: Qt 6.4 cannot make a ListView's
//! section delegate or header that was written in a Bound file ("Component is not ready"), and the pages want to be Bound.
QtObject {
    id: root

    property bool grouped: true
    property var wordsOfDay: day => day

    readonly property Component accounts: Component {
        AccountSection {
            id: group
            width: group.parent ? group.parent.width : 0
        }
    }
    readonly property Component columns: Component {
        AccountColumns {
            id: columns
            width: columns.parent ? columns.parent.width : 0
            grouped: root.grouped // qmllint disable unqualified
        }
    }
    readonly property Component days: Component {
        SectionLabel {
            id: day

            required property string section

            width: day.parent ? day.parent.width : 0
            leftPadding: Metrics.s24

            rightPadding: Metrics.s24
            height: 34
            verticalAlignment: Text.AlignBottom
            bottomPadding: 6
            text: root.wordsOfDay(day.section) // qmllint disable unqualified
        }
    }
}
