// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! Somebody wants to sign the person in: who, what it learns, where they return to. Silence denies.
Rectangle {
    id: root

    required property ApprovalView approval
    readonly property bool strange: approval.doubt === ApprovalView.Stranger
    readonly property var learns: approval.grants
    readonly property var spoken: [back.label, back.value, past.label, past.value, heads.text, learns.map(grant => grant.text), approval.number ? [shows.text, approval.number, advice.text] : []]
    readonly property real wanted: column.implicitHeight + 2 * Metrics.s24

    function begin() {
        bar.begin()
    }
    function mark() {
        bar.mark()
    }

    color: Theme.raised
    Keys.onEscapePressed: bar.refuse()

    Connections {
        target: root.approval
        function onAsked() { root.begin() }
    }
    ColumnLayout {
        id: column
        anchors { fill: parent; margins: Metrics.s24 }
        spacing: 0
        Accessible.role: Accessible.AlertMessage
        Accessible.name: qsTr("%1 %2").arg(head.title).arg(head.sentence)
        Accessible.description: root.spoken.join(", ")

        QuestionHead {
            id: head
            Layout.fillWidth: true
            title: qsTr("Allow %1 to sign you in?").arg(root.approval.clientName)
            sentence: qsTr("As %1, with Latchkey’s own provider.").arg(root.approval.user)
            count: root.approval.count

            Monogram { letters: root.approval.letters; tone: root.approval.tone; size: 48 }
            Dots { anchors.verticalCenter: parent.verticalCenter }
            Brand { size: 48 }
        }
        FactBox {
            Layout.fillWidth: true
            Layout.topMargin: Metrics.s16

            Fact { id: back; Layout.fillWidth: true; labelWidth: 88; label: qsTr("Returns to"); value: root.approval.returnsTo; mono: !value.includes(" ") }
            Fact { Layout.fillWidth: true; labelWidth: 88; label: qsTr("Client id"); value: root.approval.clientId; mono: true }
            Fact { id: past; Layout.fillWidth: true; labelWidth: 88; label: qsTr("Before"); value: root.approval.before }
        }
        Banner {
            Layout.fillWidth: true
            Layout.topMargin: Metrics.s12
            visible: root.approval.doubt !== ApprovalView.None
            tone: root.strange ? Banner.Warn : Banner.Calm
            text: root.strange ? qsTr("It registered itself, and nobody vouches for it. If you did not start it, deny.") : qsTr("It is new here. If you did not start it, deny.")
        }
        SectionLabel { id: heads; Layout.topMargin: Metrics.s16; Layout.bottomMargin: Metrics.s4; text: qsTr("It learns") }
        Repeater {
            model: root.learns

            RowLayout {
                id: grant

                required property var modelData

                Layout.fillWidth: true
                Layout.topMargin: 6
                spacing: 10

                Icon { name: grant.modelData.icon; Layout.alignment: Qt.AlignTop; Layout.topMargin: 1 }
                Body { Layout.fillWidth: true; text: grant.modelData.text; wrapMode: Text.Wrap; maximumLineCount: 2; elide: Text.ElideRight }
            }
        }
        Item { Layout.fillHeight: true }
        FactBox {
            Layout.fillWidth: true
            Layout.topMargin: Metrics.s16
            visible: root.approval.number !== ""

            RowLayout {
                Layout.fillWidth: true
                spacing: Metrics.s16

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 2

                    Body { id: shows; Layout.fillWidth: true; text: qsTr("The page shows the same number"); font.weight: Type.medium; wrapMode: Text.Wrap }
                    Note { id: advice; Layout.fillWidth: true; text: qsTr("Another number, or no page of yours? Deny."); wrapMode: Text.Wrap }
                }
                Mono { text: root.approval.number; font.pixelSize: Type.code; font.weight: Type.strong; color: Theme.ink }
            }
        }
        AnswerBar {
            id: bar
            Layout.fillWidth: true
            Layout.topMargin: Metrics.s24
            fraction: root.approval.fractionLeft
            timeLeft: root.approval.timeLeft
            cautious: root.strange
            allowWords: qsTr("Allow")
            onDenied: root.approval.deny()
            onAllowed: root.approval.allow()
        }
    }
}
