// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Controls

//! One decision that is remembered: which program, which account, yes or no, how long.
AuthorityRow {
    id: root

    required property int index
    required property string approvalId
    required property string program
    required property string icon
    required property string path
    required property string accountKey
    required property string wish
    required property bool allowed
    required property string term
    required property string used
    required property string until
    required property bool isRule
    readonly property var smallWords: [allowed ? qsTr("Allowed") : qsTr("Denied"), wish, isRule ? qsTr("Rule") : ""]

    signal endRequested()

    key: approvalId
    iconName: icon
    title: program
    aside: accountKey
    detail: path === program ? used : qsTr("%1 · %2", "path and use").arg(path).arg(used)
    also: smallWords.filter(part => part !== "").join(", ")
    last: term

    Tag { visible: root.wish !== ""; mono: false; text: root.wish }
    Tag { visible: root.isRule; mono: false; text: qsTr("Rule") }
    DecisionMark { allowed: root.allowed }
}
