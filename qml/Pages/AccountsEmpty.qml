// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Latchkey.Theme
import Latchkey.Controls

//! The first thing a person sees.
Item {
    id: root

    //! There is a practice account to begin with.
    property bool practice: false

    signal addRequested()
    signal practiceRequested()

    EmptyState {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: -Metrics.s24
        width: Math.min(420, root.width - 2 * Metrics.s24)
        title: qsTr("Keep your first account here")
        sentence: qsTr("Sign in once. Your tools then ask Latchkey for a fresh token, and you see who asked. Nothing leaves this computer.")
        art: Item {
            width: 220
            height: 84

            Monogram { x: 12; y: 20; letters: "Gh"; tone: 9; size: 44 }
            Monogram { x: 164; y: 20; letters: "Aw"; tone: 7; size: 44 }
            Rectangle { x: 62; y: 42; width: 16; height: 1; color: Theme.outlineStrong }
            Rectangle { x: 142; y: 42; width: 16; height: 1; color: Theme.outlineStrong }
            Brand { x: 74; y: 6; size: 72 }
        }

        PushButton {
            kind: PushButton.Primary
            iconName: "plus"
            text: qsTr("Add account")
            onClicked: root.addRequested()
        }
        PushButton {
            visible: root.practice
            text: qsTr("Try a practice account")
            onClicked: root.practiceRequested()
        }
    }
}
