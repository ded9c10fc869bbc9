// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! A list of the authority: what can be done over it, what a verb was refused for, and what stands in its place when it is empty.
ColumnLayout {
    id: root

    required property AuthorityList list
    required property string emptyIcon
    required property string emptyTitle
    required property string emptySentence
    property string noMatch
    property alias tools: bar.data
    property alias empties: emptyVerbs.data
    property bool quiet: false
    readonly property var problems: list.problems
    default property alias rows: middle.data

    signal everythingRequested()

    spacing: 0
    Component.onCompleted: list.watch()
    Component.onDestruction: list.unwatch()

    RowLayout {
        id: bar
        Layout.fillWidth: true
        Layout.leftMargin: Metrics.s24
        Layout.rightMargin: Metrics.s24
        Layout.topMargin: Metrics.s12
        Layout.bottomMargin: Metrics.s4
        Layout.preferredHeight: Metrics.control
        spacing: Metrics.s8
    }
    Banner {
        Layout.fillWidth: true
        Layout.leftMargin: Metrics.s16
        Layout.rightMargin: Metrics.s16
        Layout.topMargin: Metrics.s4
        visible: root.problems.length > 0 && !root.quiet
        tone: Banner.Bad
        text: root.problems.join("\n")
        closable: true
        onClosed: root.list.forgetProblems()
    }
    Item {
        id: middle
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: root.list.state === AuthorityList.Ready
    }
    Item {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: root.list.state !== AuthorityList.Ready

        EmptyState {
            anchors.centerIn: parent
            anchors.verticalCenterOffset: -Metrics.s24
            width: Math.min(420, parent.width - 2 * Metrics.s24)
            visible: root.list.state === AuthorityList.Empty
            iconName: root.emptyIcon
            title: root.emptyTitle
            sentence: root.emptySentence

            Row { id: emptyVerbs; spacing: Metrics.s8 }
        }
        NoMatch {
            anchors.fill: parent
            visible: root.list.state === AuthorityList.NoMatch
            text: root.noMatch
            action: qsTr("Show everything")
            onActionRequested: root.everythingRequested()
        }
        NoMatch {
            anchors.fill: parent
            visible: root.list.state === AuthorityList.Failed
            iconName: "octagon-alert"
            text: root.list.message
            action: qsTr("Try again")
            onActionRequested: root.list.reload()
        }
    }
}
