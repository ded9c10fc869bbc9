// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! Step 1: which service.
WizardFrame {
    id: root

    required property ServicesModel services
    readonly property int columns: width < 800 ? 4 : 5

    signal serviceChosen(string providerId)
    signal otherRequested(string address)

    function find() {
        box.forceActiveFocus(Qt.ShortcutFocusReason)
        box.selectAll()
    }
    function accept() {
        if (services.address !== "")
            root.otherRequested(services.address)
        else if (services.count > 0)
            root.serviceChosen(services.firstId())
        else
            root.otherRequested("")
    }

    step: 1
    centred: false
    columnWidth: 760
    title: qsTr("Which account do you want to keep?")
    sentence: services.practice && height >= 600 ? qsTr("No service needed: try Latchkey with its own provider, as a practice account.") : ""

    TextBox {
        id: box
        Layout.fillWidth: true
        Layout.maximumWidth: 400
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Metrics.s16
        Layout.bottomMargin: root.height < 600 ? Metrics.s12 : Metrics.s24
        iconName: "search"
        placeholderText: qsTr("Search %1 services, or paste an address").arg(root.services.total)
        name: qsTr("Search the services")
        text: root.services.search
        implicitHeight: 36
        focus: true
        onTextEdited: root.services.search = text
        onAccepted: root.accept()
        Keys.onDownPressed: grid.forceActiveFocus(Qt.TabFocusReason)
    }
    GridView {
        id: grid
        Layout.fillWidth: true
        Layout.leftMargin: -6
        Layout.rightMargin: -18
        Layout.fillHeight: true
        visible: root.services.count > 0 && root.services.address === ""
        clip: true
        activeFocusOnTab: true
        keyNavigationEnabled: true
        boundsBehavior: Flickable.StopAtBounds
        cellWidth: Math.floor((width - 12) / root.columns)
        cellHeight: 104
        cacheBuffer: 0
        highlightMoveDuration: 0
        model: root.services
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Services")
        Keys.onReturnPressed: (currentItem as ServiceCell)?.chosen()
        Keys.onEnterPressed: (currentItem as ServiceCell)?.chosen()
        Keys.onSpacePressed: (currentItem as ServiceCell)?.chosen()
        delegate: ServiceCell {
            width: grid.cellWidth
            height: grid.cellHeight
            keyed: grid.activeFocus && GridView.isCurrentItem
            onChosen: root.serviceChosen(providerId)
        }
        T.ScrollBar.vertical: ThinBar { }
    }
    Item {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: !grid.visible

        ColumnLayout {
            anchors.centerIn: parent
            width: Math.min(420, parent.width)
            spacing: Metrics.s16

            Icon { Layout.alignment: Qt.AlignHCenter; name: root.services.address ? "globe" : "search"; size: 28; color: Theme.ink3 }
            Body {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                text: root.services.address ? qsTr("We can ask %1 how it signs people in.").arg(root.services.address) : qsTr("No service matches ‘%1’. It can be added all the same.").arg(root.services.search)
                color: Theme.ink2
                wrapMode: Text.Wrap
            }
            PushButton {
                Layout.alignment: Qt.AlignHCenter
                kind: PushButton.Primary
                text: root.services.address ? qsTr("Use this address") : qsTr("Other service…")
                onClicked: root.otherRequested(root.services.address)
            }
        }
    }
    Hairline { Layout.fillWidth: true }
    RowLayout {
        Layout.preferredHeight: 56
        spacing: Metrics.s8

        Note {
            Layout.fillWidth: true
            text: qsTr("Not there? Any OpenID service works, and so does any key.")
            wrapMode: Text.Wrap
        }
        PushButton { iconName: "wand-sparkles"; text: qsTr("Other service…"); onClicked: root.otherRequested("") }
    }
}
