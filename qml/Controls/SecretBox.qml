// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

//! One line that hides what is typed; the eye shows it for as long as one wants.
TextBox {
    id: root

    property bool shown: false

    function clearSecret() {
        clear()
        shown = false
    }

    behind: 40
    echoMode: shown ? TextInput.Normal : TextInput.Password
    inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
    passwordMaskDelay: 0

    IconButton {
        anchors { right: parent.right; rightMargin: 3; verticalCenter: parent.verticalCenter }
        size: 26
        iconName: root.shown ? "eye-off" : "eye"
        text: root.shown ? qsTr("Hide") : qsTr("Show")
        onClicked: root.shown = !root.shown
    }
}
