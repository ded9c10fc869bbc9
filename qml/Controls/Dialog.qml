// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import QtQuick.Window
import Latchkey.Theme

//! A question over the window: what happens, then the verbs. Esc keeps everything as it is.
T.Popup {
    id: root

    required property string title
    property string sentence
    property int columnWidth: 440
    property Item before
    property alias body: middle.data
    property alias actions: buttons.data
    // When the page goes, so does its question: nothing may stand over the locked door.
    readonly property Connections watch: Connections {
        target: root.parent
        function onVisibleChanged() { if (root.parent && !root.parent.visible) root.close() }
    }

    anchors.centerIn: T.Overlay.overlay
    width: T.Overlay.overlay ? Math.min(columnWidth, T.Overlay.overlay.width - 2 * Metrics.s24) : columnWidth
    implicitHeight: contentItem.implicitHeight + 2 * padding
    padding: Metrics.s24
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape
    // Qt 6.4 gives the keyboard back in an ApplicationWindow only.
    onAboutToShow: before = parent.Window.activeFocusItem
    onClosed: if (before && before.visible) before.forceActiveFocus(Qt.PopupFocusReason)

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Motion.quick }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; to: 0; duration: Motion.quick }
    }
    contentItem: ColumnLayout { // qmllint disable deferred-property-id
        spacing: 0
        Accessible.role: Accessible.Dialog
        Accessible.name: root.title
        Accessible.description: root.sentence

        Heading {
            Layout.fillWidth: true
            text: root.title
            wrapMode: Text.Wrap
        }
        Body {
            Layout.fillWidth: true
            Layout.topMargin: Metrics.s8
            visible: text !== ""
            text: root.sentence
            color: Theme.ink2
            wrapMode: Text.Wrap
            lineHeight: 1.3
        }
        ColumnLayout {
            id: middle
            Layout.fillWidth: true
            Layout.topMargin: visibleChildren.length ? Metrics.s16 : 0
            spacing: Metrics.s12
        }
        Flow {
            id: buttons
            Layout.fillWidth: true
            Layout.topMargin: Metrics.s24
            layoutDirection: Qt.RightToLeft
            spacing: Metrics.s8
        }
    }
    background: Rectangle {
        radius: Metrics.radiusDialog
        color: Theme.raised
        border { width: 1; color: Theme.outline }
        Elevation { z: -1; anchors.fill: parent; radius: Metrics.radiusDialog }
    }
}
