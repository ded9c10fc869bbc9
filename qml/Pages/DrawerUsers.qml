// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! Who had it lately.
ColumnLayout {
    id: root

    required property AccountDetails details

    signal activityRequested()

    spacing: 0

    RowLayout {
        Layout.bottomMargin: 4

        SectionLabel { Layout.fillWidth: true; text: qsTr("Used by") }
        PushButton {
            small: true
            kind: PushButton.Plain
            text: qsTr("All activity")
            trailingIcon: "chevron-right"
            rightPadding: 4
            onClicked: root.activityRequested()
        }
    }
    Note {
        Layout.fillWidth: true
        visible: root.details.recent.length === 0
        text: qsTr("Nothing has asked for it yet.")
        wrapMode: Text.Wrap
    }
    Repeater {
        model: root.details.recent

        RowLayout {
            id: user

            required property var modelData

            Layout.preferredHeight: 40
            spacing: Metrics.s12

            ProgramMark { iconName: user.modelData.icon }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Body { Layout.fillWidth: true; text: user.modelData.name }
                Note { Layout.fillWidth: true; text: user.modelData.what }
            }
            Note { text: user.modelData.at }
        }
    }
}
