// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! The door is shut: what opens it.
FocusScope {
    id: root

    required property LockView lock
    readonly property bool opening: lock.state === LockView.Unlocking

    function unlock() {
        lock.unlock(passphrase.text)
        passphrase.clearSecret()
    }
    function settle() {
        if (visible && lock.needsPassphrase)
            passphrase.forceActiveFocus(Qt.OtherFocusReason)
        else if (visible)
            button.forceActiveFocus(Qt.OtherFocusReason)
    }

    onVisibleChanged: settle()
    Component.onCompleted: settle()

    Rectangle { anchors.fill: parent; color: Theme.canvas }
    ColumnLayout {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: -Metrics.s24
        width: Math.min(360, root.width - 2 * Metrics.s24)
        spacing: 0

        Picture { Layout.alignment: Qt.AlignHCenter; name: "locked" }
        Title {
            Layout.fillWidth: true
            Layout.topMargin: Metrics.s24
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Latchkey is locked")
            wrapMode: Text.Wrap
        }
        Body {
            Layout.fillWidth: true
            Layout.topMargin: Metrics.s8
            horizontalAlignment: Text.AlignHCenter
            text: root.lock.needsPassphrase ? qsTr("Programs that ask for a token are told to wait. Your passphrase opens the store again.")
                : qsTr("Programs that ask for a token are told to wait until you open it.")
            color: Theme.ink2
            wrapMode: Text.Wrap
            lineHeight: 1.35
        }
        SecretBox {
            id: passphrase
            Layout.fillWidth: true
            Layout.topMargin: Metrics.s24
            visible: root.lock.needsPassphrase
            enabled: !root.opening
            implicitHeight: 36
            iconName: "lock"
            placeholderText: qsTr("Passphrase")
            wrong: root.lock.problem !== "" && length === 0
            onAccepted: root.unlock()
        }
        Note {
            Layout.fillWidth: true
            Layout.topMargin: Metrics.s8
            visible: text !== ""
            horizontalAlignment: root.lock.needsPassphrase ? Text.AlignLeft : Text.AlignHCenter
            text: root.lock.problem
            color: Theme.bad
            wrapMode: Text.Wrap
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
        PushButton {
            id: button
            Layout.alignment: Qt.AlignHCenter
            Layout.fillWidth: root.lock.needsPassphrase
            Layout.topMargin: root.lock.needsPassphrase ? Metrics.s12 : Metrics.s24
            implicitHeight: 36
            kind: PushButton.Primary
            iconName: "lock-open"
            text: root.opening ? qsTr("Opening…") : qsTr("Unlock")
            enabled: !root.opening && (!root.lock.needsPassphrase || passphrase.length > 0)
            onClicked: root.unlock()
        }
    }
}
