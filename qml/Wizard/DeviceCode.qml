// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! Step 3, with a code: large enough to read across a desk, and a picture for the phone.
WizardFrame {
    id: root

    required property SignInWizard wizard
    readonly property var ways: wizard.methods
    readonly property bool offersBrowser: ways.some(way => way.method === "browser")

    step: 3
    columnWidth: 640
    title: qsTr("Type this code on any device")
    sentence: qsTr("Point your phone at the picture, or open %1.").arg(wizard.verificationUri.replace(/^https?:\/\//, ""))

    Rectangle {
        Layout.fillWidth: true
        implicitHeight: Math.max(card.implicitHeight, qr.height) + 2 * Metrics.s24
        radius: Metrics.radiusDialog
        color: Theme.surface
        border { width: 1; color: Theme.hairline }

        ColumnLayout {
            id: card
            anchors { left: parent.left; right: qr.left; leftMargin: Metrics.s32; rightMargin: Metrics.s24; verticalCenter: parent.verticalCenter }
            spacing: 0

            Note { text: qsTr("Your code") }
            CodeBoxes { Layout.topMargin: Metrics.s8; code: root.wizard.userCode; room: card.width }
            Flow {
                Layout.fillWidth: true
                Layout.topMargin: Metrics.s16
                spacing: Metrics.s8

                PushButton {
                    kind: PushButton.Primary
                    iconName: copied.running ? "check" : "copy"
                    text: copied.running ? qsTr("Copied") : qsTr("Copy code")
                    focus: true
                    onClicked: {
                        copied.restart()
                        root.wizard.copyCode()
                    }
                }
                PushButton { iconName: "external-link"; text: qsTr("Open page"); onClicked: root.wizard.openPage(root.wizard.link) }
            }
            RowLayout {
                Layout.topMargin: Metrics.s16
                spacing: Metrics.s8

                Countdown { fraction: root.wizard.fractionLeft }
                Note { text: qsTr("Good for") }
                Figures { text: root.wizard.timeLeft; color: Theme.ink }
            }
        }
        Rectangle {
            id: qr
            anchors { right: parent.right; rightMargin: Metrics.s24; verticalCenter: parent.verticalCenter }
            width: picture.modules > 0 ? picture.width + 8 : 0
            height: picture.height + 8
            visible: picture.modules > 0
            radius: Metrics.radiusCard
            color: "#FFFFFF"
            border { width: 1; color: Theme.hairline }

            QrPicture {
                id: picture
                readonly property int cells: modules + 2 * quietZone

                anchors.centerIn: parent
                width: cells * Math.max(3, Math.floor(184 / Math.max(1, cells)))
                height: width
                text: root.wizard.qrText
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("QR code of the sign-in page")
            }
        }
    }
    Timer { id: copied; interval: 2000 }
    Flow {
        Layout.topMargin: Metrics.s16
        Layout.alignment: Qt.AlignHCenter
        Layout.maximumWidth: parent.width
        spacing: Metrics.s8

        Note { height: Metrics.controlSmall; text: qsTr("We notice by ourselves when you are done.") }
        PushButton {
            visible: root.offersBrowser
            small: true
            kind: PushButton.Plain
            text: qsTr("Use the browser here instead")
            onClicked: root.wizard.switchMethod("browser")
        }
    }
}
