// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! What stands here while the authority does not run: why, and the way on.
Item {
    id: root

    required property AuthorityView authority
    readonly property bool failed: authority.state === AuthorityView.Failed

    signal settingsRequested()

    EmptyState {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: -Metrics.s24
        width: Math.min(440, root.width - 2 * Metrics.s24)
        iconName: root.failed ? "octagon-alert" : "id-card"
        title: root.failed ? qsTr("The authority does not run") : root.authority.state === AuthorityView.Starting ? qsTr("The authority is starting") : qsTr("The authority is off")
        sentence: root.failed ? root.authority.reason
            : root.authority.state === AuthorityView.Starting ? qsTr("It opens its keys and takes its address.")
            : qsTr("Latchkey’s own OpenID provider, on this computer only. Try your programs against it, or sign in with a practice account, without any service.")

        PushButton {
            visible: root.authority.state === AuthorityView.Off
            kind: PushButton.Primary
            text: qsTr("Turn it on")
            enabled: !root.authority.busy
            onClicked: root.authority.setOn(true)
        }
        PushButton {
            visible: root.failed
            kind: PushButton.Primary
            text: qsTr("Try again")
            enabled: !root.authority.busy
            onClicked: root.authority.retry()
        }
        PushButton {
            visible: root.failed
            text: qsTr("Open settings")
            onClicked: root.settingsRequested()
        }
    }
}
