// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! Every account: find one, see how it stands, copy from it.
Item {
    id: root

    required property AccountsModel accounts
    required property AccountDetails details
    required property Preferences preferences
    readonly property bool narrow: width < Metrics.narrow - Metrics.railNarrow
    readonly property bool drawn: details.state !== AccountDetails.Closed

    property bool practice: false
    // How far the drawer has come in. It leaves at once: what it showed is gone by then.
    property real shown: drawn ? 1 : 0

    signal addRequested()
    signal practiceRequested()
    signal activityRequested(string accountKey)
    signal settingsRequested()

    function find() { header.find() }
    function refresh() { list.act("refresh") }
    //! Closes the topmost thing; false when nothing was open.
    function stepBack(): bool {
        if (drawn)
            details.close()
        else if (accounts.selectedCount > 0)
            accounts.clearSelection()
        else if (accounts.search !== "")
            accounts.search = ""
        else
            return false
        list.forceActiveFocus(Qt.OtherFocusReason)
        return true
    }
    function showAll() {
        accounts.search = ""
        accounts.filter = AccountsModel.All
    }

    Behavior on shown {
        enabled: root.drawn
        NumberAnimation { duration: Motion.calm; easing.type: Motion.curve }
    }
    RowLayout {
        anchors.fill: parent
        spacing: 0

        // Anchors, not a layout: Qt 6.4's layouts miss what changes its visibility behind the wizard.
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            AccountsHeader {
                id: header
                anchors { top: parent.top; left: parent.left; right: parent.right }
                accounts: root.accounts
                onAddRequested: root.addRequested()
                onListRequested: list.forceActiveFocus(Qt.TabFocusReason)
            }
            AccountsFilters {
                id: filters
                anchors { top: header.bottom; left: parent.left; right: parent.right }
                visible: root.accounts.state !== AccountsModel.Empty
                accounts: root.accounts
            }
            Item {
                anchors { fill: parent; topMargin: header.height + (root.accounts.state !== AccountsModel.Empty ? filters.height : 0) }

                AccountList {
                    id: list
                    anchors.fill: parent
                    visible: root.accounts.state === AccountsModel.Ready
                    accounts: root.accounts
                    openKey: root.drawn ? root.details.accountKey : ""
                    compact: root.preferences.rows === "compact"
                    bottomMargin: bar.visible ? 72 : Metrics.s16
                    onOpened: key => root.details.show(key)
                    onRemoveRequested: (key, name, service) => removal.ask(key, name, service)
                    onRemoveSelectedRequested: removal.askAll(root.accounts.selectedCount)
                }
                AccountsEmpty {
                    anchors.fill: parent
                    visible: root.accounts.state === AccountsModel.Empty
                    onAddRequested: root.addRequested()
                    practice: root.practice
                    onPracticeRequested: root.practiceRequested()
                }
                NoMatch {
                    anchors.fill: parent
                    visible: root.accounts.state === AccountsModel.NoMatch
                    text: root.accounts.search ? qsTr("No account matches ‘%1’.").arg(root.accounts.search)
                        : root.accounts.filter === AccountsModel.NeedsYou ? qsTr("Everything is in order: no account needs you.") : qsTr("There is no account of this kind.")
                    action: root.accounts.search ? qsTr("Clear the search") : qsTr("Show all")
                    onActionRequested: root.showAll()
                }
            }
        }
        Hairline {
            Layout.fillHeight: true
            visible: place.width > 0
        }
        Item {
            id: place
            Layout.fillHeight: true
            Layout.preferredWidth: root.narrow ? 0 : Metrics.drawer * root.shown
        }
    }
    Rectangle {
        anchors.fill: parent
        visible: opacity > 0
        opacity: root.narrow ? root.shown : 0
        color: Theme.scrim

        MouseArea { anchors.fill: parent; onClicked: root.details.close(); onWheel: wheel => wheel.accepted = true }
    }
    Elevation {
        anchors.fill: drawer
        visible: drawer.visible && root.narrow
        radius: 0
    }
    AccountDrawer {
        id: drawer
        anchors { top: parent.top; bottom: parent.bottom; right: parent.right; rightMargin: Math.round(width * root.shown) - width }
        width: Metrics.drawer
        visible: root.shown > 0
        details: root.details
        preferences: root.preferences
        onRemoveRequested: removal.ask(root.details.accountKey, qsTr("%1 %2").arg(root.details.service).arg(root.details.account), root.details.service)
        onActivityRequested: key => root.activityRequested(key)
        onSettingsRequested: root.settingsRequested()
    }
    SelectionBar {
        id: bar
        anchors { bottom: parent.bottom; bottomMargin: Metrics.s16; left: parent.left; leftMargin: Math.round((root.width - place.width - width) / 2) }
        visible: root.accounts.selectedCount > 0
        count: root.accounts.selectedCount
        renewable: root.accounts.selectedRenewable
        room: root.width - place.width - 2 * Metrics.s16
        onCleared: root.accounts.clearSelection()
        onRefreshRequested: root.accounts.refreshSelected()
        onCopyRequested: root.accounts.copySelectedReferences()
        onRemoveRequested: removal.askAll(root.accounts.selectedCount)
    }
    RemoveDialog {
        id: removal
        onConfirmed: key => key ? root.accounts.remove(key) : root.accounts.removeSelected()
    }
}
