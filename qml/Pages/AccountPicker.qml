// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! One of all accounts, or every one: a button with a list that is searched by typing.
T.Button {
    id: root

    required property AccountChoices choices
    //! "github/work"; "" for every account.
    required property string accountKey

    signal chosen(string accountKey)

    function take(row: int) {
        if (row < 0 || row >= choices.count)
            return
        const key = choices.keyAt(row)
        popup.close()
        root.chosen(key)
    }

    implicitWidth: Math.min(240, label.implicitWidth)
    implicitHeight: Metrics.controlSmall
    text: choices.nameOf(accountKey)
    Accessible.role: Accessible.ComboBox
    Accessible.name: qsTr("Account: %1").arg(text)
    onClicked: popup.opened ? popup.close() : popup.open()
    Keys.onDownPressed: popup.open()
    Keys.onReturnPressed: popup.open()

    contentItem: Body { // qmllint disable deferred-property-id
        id: label
        leftPadding: root.mirrored ? 30 : 10
        rightPadding: root.mirrored ? 10 : 30
        text: root.text
        color: root.accountKey === "" ? Theme.ink : Theme.accent
        Accessible.ignored: true
    }
    background: Rectangle {
        radius: Metrics.radiusControl
        color: root.accountKey !== "" ? Theme.selected : root.hovered ? Theme.hover : Theme.raised
        border { width: 1; color: root.accountKey !== "" ? Theme.selected : Theme.outline }
        FocusRing { shown: root.visualFocus }
    }
    Icon {
        anchors { right: parent.right; rightMargin: 10; verticalCenter: parent.verticalCenter }
        name: "chevron-down"
        size: 14
        color: Theme.ink3
    }

    T.Popup {
        id: popup
        x: root.mirrored ? 0 : root.width - width
        y: root.height + 4
        width: 300
        padding: 4
        margins: 8
        focus: true
        implicitHeight: column.implicitHeight + 8
        onAboutToShow: {
            root.choices.open()
            list.currentIndex = Math.max(0, root.choices.rowOf(root.accountKey))
            list.positionViewAtIndex(list.currentIndex, ListView.Center)
            box.forceActiveFocus(Qt.PopupFocusReason)
        }
        onClosed: {
            root.choices.close()
            root.forceActiveFocus(Qt.PopupFocusReason)
        }
        background: Rectangle {
            radius: Metrics.radiusCard
            color: Theme.raised
            border { width: 1; color: Theme.outline }
            Elevation { z: -1; anchors.fill: parent }
        }
        contentItem: Column { // qmllint disable deferred-property-id
            id: column
            spacing: 4

            TextBox {
                id: box
                width: column.width
                iconName: "search"
                placeholderText: qsTr("Search")
                name: qsTr("Search for an account")
                text: root.choices.search
                onTextEdited: {
                    root.choices.search = text
                    list.currentIndex = 0
                }
                Keys.onReturnPressed: root.take(list.currentIndex)
                Keys.onEnterPressed: root.take(list.currentIndex)
                Keys.onUpPressed: list.decrementCurrentIndex()
                Keys.onDownPressed: list.incrementCurrentIndex()
                Keys.onPressed: event => {
                    const page = Math.floor(list.height / 34) - 1
                    if (event.key !== Qt.Key_PageUp && event.key !== Qt.Key_PageDown)
                        return
                    event.accepted = true
                    list.currentIndex = Math.max(0, Math.min(list.count - 1, list.currentIndex + (event.key === Qt.Key_PageUp ? -page : page)))
                }
            }
            ListView {
                id: list
                width: column.width
                height: Math.min(Math.max(1, count) * 34, 306)
                clip: true
                reuseItems: true
                cacheBuffer: 0
                highlightMoveDuration: 0
                boundsBehavior: Flickable.StopAtBounds
                model: root.choices
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Accounts")
                T.ScrollBar.vertical: ThinBar { }
                delegate: Rectangle {
                    id: line

                    required property int index
                    required property string accountKey
                    required property string service
                    required property string account
                    required property string letters
                    required property int tone

                    width: list.width
                    height: 34
                    radius: Metrics.radiusTag
                    color: ListView.isCurrentItem ? Theme.pressed : pointer.hovered ? Theme.hover : "transparent"
                    Accessible.role: Accessible.ListItem
                    Accessible.name: account === "" ? service : qsTr("%1 %2").arg(service).arg(account)
                    Accessible.selectable: true
                    Accessible.selected: accountKey === root.accountKey
                    Accessible.onPressAction: root.take(index)

                    HoverHandler { id: pointer }
                    TapHandler { onTapped: root.take(line.index) }
                    Monogram {
                        anchors { left: parent.left; leftMargin: 8; verticalCenter: parent.verticalCenter }
                        visible: line.accountKey !== ""
                        letters: line.letters
                        tone: line.tone
                        size: 20
                    }
                    Icon {
                        anchors { left: parent.left; leftMargin: 10; verticalCenter: parent.verticalCenter }
                        visible: line.accountKey === ""
                        name: "users"
                        size: 16
                        color: Theme.ink3
                    }
                    Body {
                        id: serviceName
                        anchors { left: parent.left; leftMargin: 38; verticalCenter: parent.verticalCenter }
                        width: Math.min(implicitWidth, line.width - 68)
                        text: line.service
                        font.weight: Type.medium
                        Accessible.ignored: true
                    }
                    Body {
                        anchors { left: serviceName.right; leftMargin: 6; right: parent.right; rightMargin: 30; verticalCenter: parent.verticalCenter }
                        text: line.account
                        color: Theme.ink2
                        Accessible.ignored: true
                    }
                    Icon {
                        anchors { right: parent.right; rightMargin: 10; verticalCenter: parent.verticalCenter }
                        visible: line.accountKey === root.accountKey
                        name: "check"
                        size: 14
                        color: Theme.accent
                    }
                }
                Note {
                    anchors.centerIn: parent
                    visible: list.count === 0
                    text: qsTr("No account matches.")
                }
            }
        }
    }
}
