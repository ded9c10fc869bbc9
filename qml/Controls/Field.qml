// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme

//! What to type, its box, and below it what is wrong or worth knowing.
ColumnLayout {
    id: root

    required property string label
    property string hint
    property string problem
    default property alias box: middle.data

    Layout.fillWidth: true
    Layout.fillHeight: false
    Layout.bottomMargin: Metrics.s16
    spacing: 6
    // A box that hides its words has no name of its own for Qt: the field says it.
    Accessible.role: Accessible.Grouping
    Accessible.name: label

    SectionLabel { text: root.label; Accessible.ignored: true }
    RowLayout {
        id: middle
        Layout.fillWidth: true
        spacing: Metrics.s8
    }
    Note {
        Layout.fillWidth: true
        visible: text !== ""
        text: root.problem || root.hint
        color: root.problem ? Theme.bad : Theme.ink3
        wrapMode: Text.Wrap
        Accessible.role: root.problem ? Accessible.AlertMessage : Accessible.StaticText
        Accessible.name: text
    }
}
