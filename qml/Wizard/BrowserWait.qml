// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! Step 3, in the browser: wait, with every way out in sight.
WizardFrame {
    id: root

    required property SignInWizard wizard

    step: 3
    columnWidth: 540
    title: qsTr("Go on in your browser")
    sentence: qsTr("We have opened %1. This page goes on by itself when you have signed in.").arg(wizard.host)
    art: Meeting { letters: root.wizard.letters; tone: root.wizard.tone }

    Flow {
        Layout.alignment: Qt.AlignHCenter
        Layout.maximumWidth: root.columnWidth
        spacing: Metrics.s8

        PushButton { iconName: "external-link"; text: qsTr("Open again"); focus: true; onClicked: root.wizard.openAgain() }
        PushButton { iconName: link.running ? "check" : "link"; text: link.running ? qsTr("Link copied") : qsTr("Copy link"); onClicked: { link.restart(); root.wizard.copyLink() } }
        PushButton { kind: PushButton.Plain; text: qsTr("Cancel"); onClicked: root.cancelled() }
    }
    Timer { id: link; interval: 2000 }
    RowLayout {
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Metrics.s24
        spacing: 6

        Countdown { fraction: root.wizard.fractionLeft }
        Note { text: qsTr("Waiting for another") }
        Figures { text: root.wizard.timeLeft; color: Theme.ink2 }
    }
    Rectangle {
        Layout.fillWidth: true
        Layout.topMargin: Metrics.s24
        implicitHeight: paste.implicitHeight + 32
        radius: Metrics.radiusCard
        color: Theme.surface
        border { width: 1; color: Theme.hairline }

        ColumnLayout {
            id: paste
            anchors { left: parent.left; right: parent.right; top: parent.top; margins: Metrics.s16 }
            spacing: Metrics.s8

            Body {
                Layout.fillWidth: true
                text: qsTr("The browser is on another computer?")
                font.weight: Type.medium
                wrapMode: Text.Wrap
            }
            Note {
                Layout.fillWidth: true
                text: qsTr("Sign in there, then paste the address of the last page, even if it shows an error.")
                wrapMode: Text.Wrap
            }
            RowLayout {
                Layout.topMargin: 4
                spacing: Metrics.s8

                TextBox {
                    id: address
                    Layout.fillWidth: true
                    iconName: "link"
                    placeholderText: root.wizard.redirectUri
                    name: qsTr("Address of the last page")
                    wrong: length > 0 && root.wizard.fieldProblem !== ""
                    inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
                    onAccepted: use.clicked()
                }
                PushButton {
                    id: use
                    text: qsTr("Use address")
                    enabled: address.text.trim() !== ""
                    onClicked: if (enabled) root.wizard.usePastedAddress(address.text.trim())
                }
            }
            Note {
                Layout.fillWidth: true
                visible: text !== ""
                text: address.length > 0 ? root.wizard.fieldProblem : ""
                color: Theme.bad
                wrapMode: Text.Wrap
            }
        }
    }
}
