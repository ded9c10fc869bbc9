// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! How it stands in a line, and what a developer needs to begin: issuer, client, lines to paste.
Flickable {
    id: root

    required property AuthorityView authority

    signal copyRequested(string text)
    signal sectionRequested(int section)

    contentHeight: column.implicitHeight + 2 * Metrics.s24
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    T.ScrollBar.vertical: ThinBar { }

    Component.onCompleted: authority.clientList.watch()
    Component.onDestruction: authority.clientList.unwatch()

    ColumnLayout {
        id: column
        anchors { left: parent.left; leftMargin: Metrics.s24 }
        y: Metrics.s24
        width: Math.min(760, root.width - 2 * Metrics.s24)
        spacing: Metrics.s24

        RowLayout {
            spacing: Metrics.s12

            AuthorityCount { label: qsTr("Clients"); value: root.authority.clients; onClicked: root.sectionRequested(1) }
            AuthorityCount { label: qsTr("Users"); value: root.authority.users; onClicked: root.sectionRequested(2) }
            AuthorityCount { label: qsTr("Sessions"); value: root.authority.sessions; onClicked: root.sectionRequested(3) }
            AuthorityCount { label: qsTr("Next roll-over"); words: root.authority.nextRollOver || qsTr("not planned"); onClicked: root.sectionRequested(4) }
        }
        ColumnLayout {
            spacing: Metrics.s8

            Heading { text: qsTr("Try it from your program") }
            Body {
                Layout.fillWidth: true
                text: qsTr("Any OpenID client works: give it the issuer and a client id. PKCE is required; on this computer the port of the return address is free.")
                color: Theme.ink2
                wrapMode: Text.Wrap
                lineHeight: 1.3
            }
            GridLayout {
                Layout.fillWidth: true
                Layout.topMargin: Metrics.s8
                columns: root.width < 720 ? 1 : 2
                columnSpacing: Metrics.s12
                rowSpacing: Metrics.s8

                CopyLine {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 10
                    caption: qsTr("Issuer")
                    text: root.authority.issuer
                    onCopyRequested: text => root.copyRequested(text)
                }
                CopyLine {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 10
                    visible: root.authority.quickClient !== ""
                    caption: qsTr("Client id")
                    text: root.authority.quickClient
                    onCopyRequested: text => root.copyRequested(text)
                }
                Rectangle {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 10
                    implicitHeight: 56
                    visible: root.authority.quickClient === ""
                    radius: Metrics.radiusControl
                    color: Theme.sunken

                    PushButton {
                        anchors.centerIn: parent
                        kind: PushButton.Primary
                        iconName: "plus"
                        text: qsTr("Make a client for this")
                        enabled: !root.authority.clientList.busy
                        onClicked: root.authority.makeQuickClient()
                    }
                }
            }
        }
        AuthoritySnippet {
            Layout.fillWidth: true
            names: root.authority.snippetNames
            language: root.authority.language
            text: root.authority.snippet
            onLanguageChosen: index => root.authority.language = index
            onCopyRequested: text => root.copyRequested(text)
        }
    }
}
