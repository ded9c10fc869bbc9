// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! "May X do Y on Z?", and which policies say so.
ColumnLayout {
    id: root

    required property AuthorityPolicies policies
    readonly property var deciders: policies.determining
    readonly property bool ready: principal.text.trim() !== "" && action.text.trim() !== "" && resource.text.trim() !== ""

    function ask() {
        if (ready)
            policies.ask(principal.text, action.text, resource.text, context.text)
    }

    spacing: 0

    GridLayout {
        Layout.fillWidth: true
        columns: root.width < 560 ? 1 : 3
        columnSpacing: Metrics.s12
        rowSpacing: 0

        Field {
            Layout.preferredWidth: 10
            label: qsTr("May")
            TextBox { id: principal; Layout.fillWidth: true; text: root.policies.owner; font.family: Type.mono; font.pixelSize: Type.small; name: qsTr("Who"); onAccepted: root.ask() }
        }
        Field {
            Layout.preferredWidth: 10
            label: qsTr("do")
            TextBox { id: action; Layout.fillWidth: true; text: "Action::\"User_read\""; font.family: Type.mono; font.pixelSize: Type.small; name: qsTr("Does what"); onAccepted: root.ask() }
        }
        Field {
            Layout.preferredWidth: 10
            label: qsTr("on")
            TextBox { id: resource; Layout.fillWidth: true; text: "Authority::\"local\""; font.family: Type.mono; font.pixelSize: Type.small; name: qsTr("With what"); onAccepted: root.ask() }
        }
    }
    Field {
        label: qsTr("Context, as JSON")
        TextBox { id: context; Layout.fillWidth: true; text: "{}"; font.family: Type.mono; font.pixelSize: Type.small; name: qsTr("Context, as JSON"); onAccepted: root.ask() }
        PushButton { kind: PushButton.Primary; text: qsTr("Ask"); enabled: root.ready; onClicked: root.ask() }
    }
    Rectangle {
        id: answer

        readonly property bool allowed: root.policies.verdict === AuthorityPolicies.Allowed
        readonly property bool failed: root.policies.verdict === AuthorityPolicies.Failed

        Layout.fillWidth: true
        implicitHeight: words.implicitHeight + 28
        visible: root.policies.verdict !== AuthorityPolicies.None
        radius: Metrics.radiusCard
        color: "transparent"
        border { width: 1; color: Theme.hairline }
        Accessible.role: Accessible.AlertMessage
        Accessible.name: qsTr("%1. %2").arg(head.text).arg(why.text)

        ColumnLayout {
            id: words
            anchors { left: parent.left; right: parent.right; top: parent.top; margins: 14 }
            spacing: Metrics.s8

            RowLayout {
                spacing: Metrics.s8

                Icon { name: answer.allowed ? "circle-check" : answer.failed ? "octagon-alert" : "ban"; color: answer.allowed ? Theme.valid : Theme.bad }
                Heading { id: head; text: answer.allowed ? qsTr("Allow") : answer.failed ? qsTr("The question could not be asked") : qsTr("Deny"); color: answer.allowed ? Theme.valid : Theme.bad }
                Note { Layout.fillWidth: true; text: root.policies.took }
            }
            Note {
                id: why
                Layout.fillWidth: true
                visible: !answer.failed
                text: root.deciders.length > 0 ? qsTr("Decided by %1.").arg(root.deciders.join(", ")) : qsTr("No policy speaks of it; what is not allowed is denied.")
                color: Theme.ink2
                wrapMode: Text.Wrap
            }
            AuthorityProblems { lines: root.policies.errors }
        }
    }
}
