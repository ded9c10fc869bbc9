// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! Latchkey's own provider: whether it runs, and everything it keeps.
ColumnLayout {
    id: root

    required property AuthorityView authority
    property int section: 0
    readonly property bool serves: authority.state === AuthorityView.Running || authority.state === AuthorityView.Locked
    readonly property var heads: [qsTr("Overview"), qsTr("Clients"), qsTr("Users"), qsTr("Sessions"), qsTr("Keys"), qsTr("Live"), qsTr("Policies")]

    signal copyRequested(string text)
    signal settingsRequested()
    signal unlockRequested()

    function find() {
        section = 2
        reach.restart()
    }
    function stepBack(): bool {
        if (section === 2 && authority.userList.search !== "") {
            authority.userList.search = ""
            return true
        }
        return false
    }

    spacing: 0

    // The page of a section is made after the change is known.
    Timer { id: reach; interval: 0; onTriggered: (users.item as AuthorityUsersPage)?.find() }
    PageHeader {
        Layout.fillWidth: true
        title: qsTr("Authority")
        note: root.authority.state === AuthorityView.Running ? root.authority.issuer : ""

        Icon {
            visible: root.authority.state === AuthorityView.Failed || root.authority.state === AuthorityView.Locked
            name: root.authority.state === AuthorityView.Locked ? "lock" : "octagon-alert"
            color: root.authority.state === AuthorityView.Locked ? Theme.ink2 : Theme.bad
        }
        Note {
            text: root.authority.stateWords
            color: root.authority.state === AuthorityView.Failed ? Theme.bad : Theme.ink2
            font.weight: Type.medium
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
        Toggle {
            checked: root.authority.on
            enabled: !root.authority.busy
            Accessible.name: qsTr("The authority is on")
            onToggled: root.authority.setOn(checked)
        }
    }
    Item {
        Layout.fillWidth: true
        Layout.leftMargin: Metrics.s24
        Layout.rightMargin: Metrics.s24
        implicitHeight: Metrics.control + Metrics.s12
        visible: root.serves

        SegmentStrip {
            anchors { left: parent.left }
            width: Math.min(implicitWidth, parent.width)
            height: Metrics.control
            name: qsTr("Parts of the authority")
            options: root.heads
            current: root.section
            onChosen: index => root.section = index
        }
    }
    Banner {
        Layout.fillWidth: true
        Layout.leftMargin: Metrics.s16
        Layout.rightMargin: Metrics.s16
        Layout.bottomMargin: Metrics.s12
        visible: root.authority.state === AuthorityView.Locked
        text: root.authority.reason
        action: qsTr("Unlock")
        onActionRequested: root.unlockRequested()
    }
    Hairline { Layout.fillWidth: true; visible: root.serves }
    Item {
        Layout.fillWidth: true
        Layout.fillHeight: true

        AuthorityAway {
            anchors.fill: parent
            visible: !root.serves
            authority: root.authority
            onSettingsRequested: root.settingsRequested()
        }
        Present {
            wanted: root.serves && root.section === 0

            AuthorityOverview {
                anchors.fill: parent
                authority: root.authority
                onCopyRequested: text => root.copyRequested(text)
                onSectionRequested: section => root.section = section
            }
        }
        Present {
            wanted: root.serves && root.section === 1

            AuthorityClientsPage {
                anchors.fill: parent
                clients: root.authority.clientList
                onCopyRequested: text => root.copyRequested(text)
            }
        }
        Present {
            id: users
            wanted: root.serves && root.section === 2

            AuthorityUsersPage {
                anchors.fill: parent
                users: root.authority.userList
            }
        }
        Present {
            wanted: root.serves && root.section === 3

            AuthoritySessionsPage {
                anchors.fill: parent
                sessions: root.authority.sessionList
            }
        }
        Present {
            wanted: root.serves && root.section === 4

            AuthorityKeysPage {
                anchors.fill: parent
                keys: root.authority.keyList
                onCopyRequested: text => root.copyRequested(text)
            }
        }
        Present {
            wanted: root.serves && root.section === 5

            AuthorityLivePage {
                anchors.fill: parent
                requests: root.authority.requestList
                events: root.authority.eventList
                onCopyRequested: text => root.copyRequested(text)
            }
        }
        Present {
            wanted: root.serves && root.section === 6

            AuthorityPoliciesPage {
                anchors.fill: parent
                policies: root.authority.policies
                onCopyRequested: text => root.copyRequested(text)
            }
        }
    }
}
