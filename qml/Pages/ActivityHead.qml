// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme
import Latchkey.Controls

//! The heads of the columns.
Rectangle {
    id: root

    implicitHeight: 30
    color: Theme.dark ? Theme.sunken : Theme.canvas

    ActivityColumns { id: grid; width: root.width }
    Note { anchors { left: parent.left; leftMargin: grid.time } width: 60; height: 30; text: qsTr("Time") }
    Note { anchors { left: parent.left; leftMargin: grid.who } width: grid.whoWidth; height: 30; text: qsTr("Who") }
    Note { anchors { left: parent.left; leftMargin: grid.what } width: grid.whatWidth; height: 30; text: qsTr("What") }
    Note { anchors { left: parent.left; leftMargin: grid.account } width: grid.accountWidth; height: 30; text: qsTr("Account") }
    Note { anchors { left: parent.left; leftMargin: grid.outcome } width: root.width - grid.outcome - Metrics.s24; height: 30; text: qsTr("Outcome") }
    Hairline { anchors { left: parent.left; right: parent.right; top: parent.top } }
    Hairline { anchors { left: parent.left; right: parent.right; bottom: parent.bottom } }
}
