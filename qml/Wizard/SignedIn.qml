// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! The end: it works, this is how to use it.
WizardFrame {
    id: root

    required property SignInWizard wizard

    readonly property var scopes: wizard.grantedScopes

    signal copyRequested(string text)
    signal tokenRequested(string accountKey)
    signal anotherRequested()

    step: 3
    canGoBack: false
    columnWidth: 480
    title: qsTr("%1 %2 is ready").arg(wizard.serviceName).arg(wizard.name)
    sentence: (wizard.identity ? qsTr("Signed in as %1.").arg(wizard.identity) + " " : "")
        + (wizard.keepsFresh ? qsTr("We keep the token fresh from now on.") : wizard.when ? qsTr("We tell you before it ends.") : qsTr("It is in the store."))

    art: Monogram {
        letters: root.wizard.letters
        tone: root.wizard.tone
        size: 60

        Rectangle {
            anchors { right: parent.right; bottom: parent.bottom; margins: -8 }
            width: 26
            height: 26
            radius: 13
            color: Theme.valid
            border { width: 3; color: Theme.canvas }
            Icon { anchors.centerIn: parent; name: "check"; size: 14; color: Theme.canvas }
        }
    }
    SettingGroup {
        Layout.fillWidth: true
        title: qsTr("Use it")

        CopyLine {
            Layout.fillWidth: true
            bare: true
            caption: qsTr("Now, from the clipboard")
            text: root.wizard.method === "api_key" ? qsTr("the key") : qsTr("a fresh token")
            onCopyRequested: root.tokenRequested(root.wizard.accountKey)
        }
        Hairline { Layout.fillWidth: true; Layout.leftMargin: Metrics.s16 }
        CopyLine {
            Layout.fillWidth: true
            bare: true
            caption: qsTr("In a configuration, by its reference")
            text: root.wizard.reference
            onCopyRequested: text => root.copyRequested(text)
        }
        Hairline { Layout.fillWidth: true; Layout.leftMargin: Metrics.s16 }
        CopyLine {
            Layout.fillWidth: true
            bare: true
            caption: qsTr("Wherever a name is asked for")
            text: root.wizard.accountKey
            onCopyRequested: text => root.copyRequested(text)
        }
    }
    RowLayout {
        Layout.topMargin: Metrics.s16
        spacing: Metrics.s8

        StatusChip {
            Layout.leftMargin: -4
            Layout.alignment: Qt.AlignTop
            standing: root.wizard.standing
            when: root.wizard.when
        }
        Flow {
            Layout.fillWidth: true
            layoutDirection: Qt.RightToLeft
            spacing: 6

            Repeater {
                model: root.scopes.slice(0, 8)

                Tag {
                    required property string modelData

                    text: modelData
                }
            }
        }
    }
    RowLayout {
        Layout.topMargin: Metrics.s24
        Layout.alignment: Qt.AlignHCenter
        spacing: Metrics.s8

        PushButton { text: qsTr("Add another"); iconName: "plus"; onClicked: root.anotherRequested() }
        PushButton { kind: PushButton.Primary; text: qsTr("Done"); implicitWidth: 96; focus: true; onClicked: root.cancelled() }
    }
}
