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
    readonly property bool many: approval.count > 1
    //! The window has just appeared, or another question has: nobody can have read it yet.
    readonly property bool asleep: wake.running
    readonly property var learns: approval.grants
    readonly property var spoken: [back.label, back.value, past.label, past.value, heads.text, learns.map(grant => grant.text)]
    readonly property real wanted: column.implicitHeight + 2 * Metrics.s24

    function begin() {
        wake.restart()
        deny.forceActiveFocus(Qt.TabFocusReason)
    }

    //! A window that comes to the front takes the ring from what has the focus: here it must be seen.
    function mark() {
        if (deny.activeFocus)
            deny.focusReason = Qt.TabFocusReason
    }

    color: Theme.raised
    Keys.onEscapePressed: approval.deny()

    Timer { id: wake; interval: 600 }
    Connections {
        target: root.approval
        function onAsked() { root.begin() }
    }
    ColumnLayout {
        id: column
        anchors { fill: parent; margins: Metrics.s24 }
        spacing: 0
        Accessible.role: Accessible.AlertMessage
        Accessible.name: qsTr("%1 %2").arg(title.text).arg(sentence.text)
        Accessible.description: root.spoken.join(", ")

        Item {
            Layout.fillWidth: true
            implicitHeight: 48

            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Metrics.s12

                Monogram { letters: root.approval.letters; tone: root.approval.tone; size: 48 }
                Dots { anchors.verticalCenter: parent.verticalCenter }
                Brand { size: 48 }
            }
            Tag {
                anchors { right: parent.right; top: parent.top }
                visible: root.many
                mono: false
                text: qsTr("1 of %1").arg(root.approval.count)
            }
        }
        Title {
            id: title
            Layout.fillWidth: true
            Layout.topMargin: Metrics.s16
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: 18
            wrapMode: Text.Wrap
            maximumLineCount: 3
            text: qsTr("Allow %1 to sign you in?").arg(root.approval.clientName)
        }
        Note {
            id: sentence
            Layout.fillWidth: true
            Layout.topMargin: 4
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("As %1, with Latchkey’s own provider.").arg(root.approval.user)
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.topMargin: Metrics.s16
            implicitHeight: facts.implicitHeight + 28
            radius: Metrics.radiusCard
            color: Theme.sunken

            ColumnLayout {
                id: facts
                anchors { left: parent.left; right: parent.right; top: parent.top; margins: 14 }
                spacing: 4

                Fact { id: back; Layout.fillWidth: true; labelWidth: 88; label: qsTr("Returns to"); value: root.approval.returnsTo; mono: !value.includes(" ") }
                Fact { Layout.fillWidth: true; labelWidth: 88; label: qsTr("Client id"); value: root.approval.clientId; mono: true }
                Fact { id: past; Layout.fillWidth: true; labelWidth: 88; label: qsTr("Before"); value: root.approval.before }
            }
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
        RowLayout {
            Layout.topMargin: Metrics.s24
            spacing: Metrics.s8

            Countdown { fraction: root.approval.fractionLeft }
            Note { Layout.fillWidth: true; text: root.approval.timeLeft }
            PushButton {
                id: deny
                implicitWidth: Math.max(88, fullWidth)
                kind: root.strange ? PushButton.Primary : PushButton.Secondary
                text: qsTr("Deny")
                Keys.onReturnPressed: root.approval.deny()
                Keys.onEnterPressed: root.approval.deny()
                onClicked: root.approval.deny()
            }
            PushButton {
                id: allow
                kind: root.strange ? PushButton.Secondary : PushButton.Primary
                enabled: !root.asleep
                text: qsTr("Allow")
                implicitWidth: Math.max(88, fullWidth)
                onClicked: root.approval.allow()
            }
        }
    }
}
