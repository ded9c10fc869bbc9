// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! Which programs may have which account: who waits for an answer, and what is remembered.
ColumnLayout {
    id: root

    required property ProgramsView programs
    required property Preferences preferences
    readonly property ProgramsModel list: programs.remembered
    readonly property bool empty: list.state === ProgramsModel.Empty

    signal settingsRequested()
    signal activityRequested(string program)
    signal accountRequested(string accountKey)

    function find() {
        box.forceActiveFocus(Qt.ShortcutFocusReason)
        box.selectAll()
    }
    //! Undoes the topmost thing; false when there was none.
    function stepBack(): bool {
        if (list.search === "")
            return false
        list.search = ""
        return true
    }

    spacing: 0

    PageHeader {
        Layout.fillWidth: true
        title: qsTr("Programs")

        TextBox {
            id: box
            Layout.preferredWidth: root.width < 720 ? 160 : 220
            visible: !root.empty
            iconName: "search"
            keyHint: qsTr("Ctrl F")
            placeholderText: qsTr("Search")
            name: qsTr("Search the programs")
            text: root.list.search
            onTextEdited: root.list.search = text
            Keys.onDownPressed: rows.forceActiveFocus(Qt.TabFocusReason)
        }
        PushButton {
            iconName: root.programs.paused ? "bell" : "hourglass"
            text: root.programs.paused ? qsTr("Ask again") : qsTr("Pause questions")
            onClicked: root.programs.setPaused(!root.programs.paused)
        }
    }
    ProgramsRule {
        Layout.fillWidth: true
        Layout.leftMargin: Metrics.s24
        Layout.rightMargin: Metrics.s24
        Layout.bottomMargin: Metrics.s12
        programs: root.programs
        preferences: root.preferences
        onSettingsRequested: root.settingsRequested()
    }
    ProgramsWaiting {
        Layout.fillWidth: true
        Layout.leftMargin: Metrics.s24
        Layout.rightMargin: Metrics.s24
        Layout.bottomMargin: Metrics.s12
        visible: root.programs.waiting.length > 0
        programs: root.programs
    }
    ChipStrip {
        Layout.fillWidth: true
        Layout.leftMargin: Metrics.s24
        Layout.rightMargin: Metrics.s24
        Layout.preferredHeight: 34
        visible: !root.empty

        FilterChip { text: qsTr("Everything"); count: root.list.counts[0]; checked: root.list.sort === ProgramsModel.Everything; onClicked: root.list.sort = ProgramsModel.Everything }
        FilterChip { text: qsTr("Allowed"); count: root.list.counts[1]; checked: root.list.sort === ProgramsModel.Allowed; onClicked: root.list.sort = ProgramsModel.Allowed }
        FilterChip { text: qsTr("Denied"); count: root.list.counts[2]; checked: root.list.sort === ProgramsModel.Denied; onClicked: root.list.sort = ProgramsModel.Denied }
        FilterChip { text: qsTr("Rules"); count: root.list.counts[3]; checked: root.list.sort === ProgramsModel.Rules; onClicked: root.list.sort = ProgramsModel.Rules }
    }
    Item {
        Layout.fillWidth: true
        Layout.fillHeight: true

        ProgramsList {
            id: rows
            anchors.fill: parent
            visible: root.list.state === ProgramsModel.Ready
            list: root.list
            focus: true
            onActivityRequested: program => root.activityRequested(program)
            onAccountRequested: key => root.accountRequested(key)
        }
        EmptyState {
            anchors.centerIn: parent
            anchors.verticalCenterOffset: -Metrics.s24
            width: Math.min(420, parent.width - 2 * Metrics.s24)
            visible: root.empty
            iconName: "terminal"
            title: qsTr("No program is remembered")
            sentence: qsTr("When a program asks for a token, a window asks you. What you allow for longer than once stands here, and you can take it back.")
        }
        NoMatch {
            anchors.fill: parent
            visible: root.list.state === ProgramsModel.NoMatch
            text: root.list.search ? qsTr("No program matches ‘%1’.").arg(root.list.search) : qsTr("There is nothing of this kind.")
            action: qsTr("Show everything")
            onActionRequested: root.list.clearFilters()
        }
        NoMatch {
            anchors.fill: parent
            visible: root.list.state === ProgramsModel.Failed
            iconName: "octagon-alert"
            text: root.list.message
            action: qsTr("Try again")
            onActionRequested: root.list.reload()
        }
    }
}
