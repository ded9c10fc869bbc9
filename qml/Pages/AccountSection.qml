// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme
import Latchkey.Controls

//! The head of a group of accounts.
SectionLabel {
    id: root

    required property string section

    height: section === "attention" ? 36 : 40
    leftPadding: Metrics.s24
    rightPadding: Metrics.s24
    bottomPadding: 8
    verticalAlignment: Text.AlignBottom
    text: section === "attention" ? qsTr("Needs you") : qsTr("In order")
}
