// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! Everything about one account: its life first, then what to write down, then the facts.
FocusScope {
    id: root

    required property AccountDetails details
    required property Preferences preferences

    signal removeRequested()
    signal activityRequested(string accountKey)
    signal settingsRequested()

    function act() {
        switch (details.action) {
        case "sign_in": return details.signInAgain()
        case "retry": return details.refresh()
        case "settings": return root.settingsRequested()
        }
    }

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("%1 %2").arg(details.service).arg(details.account)

    Rectangle { anchors.fill: parent; color: Theme.surface }
    // What covers the list must not let clicks through.
    MouseArea { anchors.fill: parent }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: Metrics.header
            Layout.leftMargin: Metrics.s24
            Layout.rightMargin: Metrics.s16
            spacing: Metrics.s12

            Monogram { letters: root.details.letters; tone: root.details.tone; size: 36 }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Heading { Layout.fillWidth: true; text: qsTr("%1 %2").arg(root.details.service).arg(root.details.account) }
                Note { Layout.fillWidth: true; visible: text !== ""; text: root.details.identity }
            }
            IconButton {
                id: more
                iconName: "ellipsis"
                text: qsTr("More")
                onClicked: menu.popup(more, 0, more.height + 4)

                PopupMenu {
                    id: menu

                    MenuEntry { visible: root.details.canSignIn; iconName: root.details.canSetExpires ? "clipboard-paste" : "log-in"; text: root.details.canSetExpires ? qsTr("Replace the key…") : qsTr("Sign in again"); onTriggered: root.details.signInAgain() }
                    MenuEntry { iconName: "bell"; text: qsTr("Warn me…"); onTriggered: warn.show() }
                    MenuEntry { visible: root.details.canSetExpires; iconName: "calendar"; text: qsTr("Set its end…"); onTriggered: end.show() }
                    MenuEntry { iconName: "activity"; text: qsTr("Its activity"); onTriggered: root.activityRequested(root.details.accountKey) }
                    MenuLine { }
                    MenuEntry { danger: true; iconName: "trash-2"; text: qsTr("Remove…"); onTriggered: root.removeRequested() }
                }
            }
            IconButton { id: shut; iconName: "x"; text: qsTr("Close"); onClicked: root.details.close() }
        }
        Banner {
            Layout.fillWidth: true
            Layout.leftMargin: Metrics.s16
            Layout.rightMargin: Metrics.s16
            Layout.bottomMargin: Metrics.s12
            visible: root.details.message !== ""
            tone: root.details.messageIsTrouble ? Banner.Bad : Banner.Good
            text: root.details.message
            action: root.details.action === "unlock" ? "" : root.details.actionLabel
            closable: true
            onActionRequested: root.act()
            onClosed: root.details.dismissMessage()
        }
        Flickable {
            id: scroll
            Layout.fillWidth: true
            Layout.fillHeight: true
            contentHeight: column.implicitHeight + Metrics.s24
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ThinBar { }

            ColumnLayout {
                id: column
                anchors { left: parent.left; leftMargin: Metrics.s24 }
                width: scroll.width - 2 * Metrics.s24
                spacing: Metrics.s24

                DrawerLife {
                    Layout.fillWidth: true
                    details: root.details
                    clipboardSeconds: root.preferences.clipboardSeconds
                    onWarnRequested: warn.show()
                }
                DrawerReferences { Layout.fillWidth: true; details: root.details }
                DrawerFacts { Layout.fillWidth: true; details: root.details }
                DrawerPrograms { Layout.fillWidth: true; details: root.details; preferences: root.preferences }
                DrawerUsers {
                    Layout.fillWidth: true
                    details: root.details
                    onActivityRequested: root.activityRequested(root.details.accountKey)
                }
            }
        }
    }
    WarnDialog { id: warn; details: root.details; preferences: root.preferences }
    EndDialog { id: end; details: root.details }
}
