// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

//! Parts two sorts of verbs of a menu.
T.MenuSeparator {
    id: root

    implicitHeight: 9
    contentItem: Item {
        Hairline {
            anchors { left: parent.left; right: parent.right; leftMargin: 8; rightMargin: 8; verticalCenter: parent.verticalCenter }
        }
    }
}
