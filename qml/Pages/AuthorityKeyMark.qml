// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Controls

//! What a colour of the keys' line means.
Row {
    id: root

    required property color tint
    required property string text
    //! A moment is an upright line, a span a bar.
    property bool moment

    spacing: 6

    Rectangle { anchors.verticalCenter: parent.verticalCenter; width: root.moment ? 1 : 14; height: root.moment ? 14 : 6; radius: root.moment ? 0 : 3; color: root.tint }
    Note { anchors.verticalCenter: parent.verticalCenter; text: root.text }
}
