// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! How the token stands, how much of its life is left, and the two verbs that matter.
ColumnLayout {
    id: root

    required property AccountDetails details
    required property int clipboardSeconds
    // A person is needed, and signing in is what helps.
    readonly property bool lost: details.canSignIn && /signin|expired|expiring/.test(details.standing)
    readonly property bool isKey: details.canSetExpires
    readonly property bool marked: details.refreshWords !== "" || details.warnWords !== ""
    readonly property bool busy: details.state === AccountDetails.Busy

    signal warnRequested()

    spacing: 0

    RowLayout {
        spacing: Metrics.s8

        StatusChip {
            Layout.leftMargin: quiet ? -8 : 0
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            standing: root.details.standing
            when: root.details.when
        }
        Item { Layout.fillWidth: true }
        Note { visible: root.details.until !== ""; text: /signin|expired/.test(root.details.standing) ? qsTr("ended") : qsTr("until") }
        Figures { visible: root.details.until !== ""; text: root.details.until; color: Theme.ink }
    }
    Note {
        Layout.fillWidth: true
        Layout.topMargin: 6
        visible: root.details.trouble !== ""
        text: root.details.trouble
        color: Theme.warn
        wrapMode: Text.Wrap
    }
    LifeBar {
        Layout.fillWidth: true
        Layout.topMargin: Metrics.s12
        visible: root.details.lifeKnown
        remaining: root.details.remaining
        refreshAt: root.details.refreshAt < 0 ? -1 : 1 - root.details.refreshAt
        warnAt: root.details.warnAt < 0 ? -1 : 1 - root.details.warnAt
        standing: root.details.standing
    }
    RowLayout {
        Layout.topMargin: 6
        spacing: Metrics.s12
        visible: root.marked

        Flow {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter
            spacing: Metrics.s8

            LegendMark { visible: root.details.refreshWords !== ""; tint: Theme.accent; text: root.details.refreshWords }
            LegendMark { visible: root.details.warnWords !== ""; tint: Theme.warn; text: root.details.warnWords }
        }
        IconButton { iconName: "pencil"; text: qsTr("Change when you are warned"); size: 26; onClicked: root.warnRequested() }
    }
    RowLayout {
        Layout.topMargin: Metrics.s12
        spacing: Metrics.s8

        PushButton {
            Layout.fillWidth: true
            visible: root.lost
            kind: PushButton.Primary
            enabled: !root.busy
            iconName: root.isKey ? "clipboard-paste" : "log-in"
            text: root.isKey ? qsTr("Replace the key") : qsTr("Sign in again")
            onClicked: root.details.signInAgain()
        }
        PushButton {
            Layout.fillWidth: true
            visible: !root.lost || root.details.canCopy
            kind: root.lost ? PushButton.Secondary : PushButton.Primary
            enabled: root.details.canCopy && !root.busy
            iconName: "copy"
            text: root.isKey ? qsTr("Copy key") : qsTr("Copy token")
            onClicked: root.details.copyToken()
        }
        PushButton {
            visible: root.details.canRefresh
            enabled: !root.busy
            iconName: "refresh-cw"
            text: qsTr("Refresh")
            onClicked: root.details.refresh()
        }
    }
    Note {
        Layout.fillWidth: true
        Layout.topMargin: Metrics.s8
        visible: root.details.canCopy && root.clipboardSeconds > 0
        text: qsTr("The clipboard is cleared after %1 seconds.").arg(root.clipboardSeconds)
        wrapMode: Text.Wrap
    }
}
