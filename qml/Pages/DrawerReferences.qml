// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Controls
import Latchkey.Desktop

//! What to write into a configuration instead of the secret.
ColumnLayout {
    id: root

    required property AccountDetails details

    spacing: 6
    visible: details.references.length > 0

    SectionLabel { text: qsTr("References") }
    Repeater {
        model: root.details.references

        CopyLine {
            required property string modelData

            Layout.fillWidth: true
            text: modelData
            onCopyRequested: text => root.details.copyText(text)
        }
    }
}
