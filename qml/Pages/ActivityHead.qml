// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme
import Latchkey.Controls

//! The heads of the columns.
Rectangle {
    id: root

    required property ActivityColumns columns

    implicitHeight: 30
    color: Theme.dark ? Theme.sunken : Theme.canvas

    Note { x: root.columns.time; width: 60; height: 30; text: qsTr("Time") }
    Note { x: root.columns.who; width: root.columns.whoWidth; height: 30; text: qsTr("Who") }
    Note { x: root.columns.what; width: root.columns.whatWidth; height: 30; text: qsTr("What") }
    Note { x: root.columns.account; width: root.columns.accountWidth; height: 30; text: qsTr("Account") }
    Note { x: root.columns.outcome; width: root.width - x; height: 30; text: qsTr("Outcome") }
    Hairline { anchors { left: parent.left; right: parent.right; top: parent.top } }
    Hairline { anchors { left: parent.left; right: parent.right; bottom: parent.bottom } }
}
