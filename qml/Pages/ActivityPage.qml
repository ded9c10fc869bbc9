// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! Who asked for what, and what came of it.
ColumnLayout {
    id: root

    required property ActivityModel activity
    readonly property bool filled: activity.state === ActivityModel.Ready

    signal accountRequested(string accountKey)

    function find() {
        box.forceActiveFocus(Qt.ShortcutFocusReason)
        box.selectAll()
    }
    //! Undoes the topmost thing; false when there was none.
    function stepBack(): bool {
        if (activity.search === "" && activity.account === "")
            return false
        if (activity.search !== "")
            activity.search = ""
        else
            activity.account = ""
        return true
    }

    spacing: 0

    Heads {
        id: heads
        wordsOfDay: day => root.activity.wordsOfDay(day)
    }
    PageHeader {
        Layout.fillWidth: true
        title: qsTr("Activity")

        TextBox {
            id: box
            Layout.preferredWidth: root.width < 720 ? 160 : 220
            visible: root.activity.state !== ActivityModel.Empty
            iconName: "search"
            keyHint: qsTr("Ctrl F")
            placeholderText: qsTr("Search")
            name: qsTr("Search the record")
            text: root.activity.search
            onTextEdited: root.activity.search = text
            Keys.onDownPressed: list.forceActiveFocus(Qt.TabFocusReason)
        }
        LiveButton {
            checked: root.activity.live
            waiting: root.activity.waiting
            onToggled: root.activity.live = checked
        }
    }
    ActivityFilters {
        Layout.fillWidth: true
        visible: root.activity.state !== ActivityModel.Empty
        activity: root.activity
    }
    ActivityHead {
        Layout.fillWidth: true
        visible: root.filled
    }
    ListView {
        id: list
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: root.filled
        clip: true
        activeFocusOnTab: true
        keyNavigationEnabled: true
        reuseItems: true
        cacheBuffer: 0
        highlightMoveDuration: 0
        boundsBehavior: Flickable.StopAtBounds
        bottomMargin: Metrics.s8
        model: root.activity
        section.property: "day"
        section.delegate: heads.days
        Accessible.role: Accessible.List
        Accessible.name: qsTr("The record")
        Keys.onReturnPressed: {
            const row = currentItem as ActivityRow
            if (row && row.accountKey)
                root.accountRequested(row.accountKey)
        }
        delegate: ActivityRow {
            width: list.width
            keyed: list.activeFocus && ListView.isCurrentItem
            onAccountRequested: key => root.accountRequested(key)
        }
        T.ScrollBar.vertical: ThinBar { }
    }
    Item {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: !root.filled

        EmptyState {
            anchors.centerIn: parent
            width: Math.min(420, parent.width - 2 * Metrics.s24)
            visible: root.activity.state === ActivityModel.Empty
            title: qsTr("Nothing has happened yet")
            sentence: qsTr("Whenever a token is copied, renewed or refused, and whenever an account changes, a line appears here. Never a secret.")
            art: Picture { name: "log-empty" }
        }
        NoMatch {
            anchors.fill: parent
            visible: root.activity.state === ActivityModel.NoMatch
            text: root.activity.search ? qsTr("No entry matches ‘%1’.").arg(root.activity.search) : qsTr("There is no entry of this kind in this time.")
            action: qsTr("Show everything")
            onActionRequested: root.activity.clearFilters()
        }
        NoMatch {
            anchors.fill: parent
            visible: root.activity.state === ActivityModel.Unreadable
            iconName: "octagon-alert"
            text: root.activity.message
            action: qsTr("Try again")
            onActionRequested: root.activity.reload()
        }
    }
    ActivitySeal {
        Layout.fillWidth: true
        activity: root.activity
    }
}
