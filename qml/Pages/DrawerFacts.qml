// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Latchkey.Theme
import Latchkey.Controls
import Latchkey.Desktop

//! The token's facts and its scopes.
ColumnLayout {
    id: root

    required property AccountDetails details

    spacing: 6

    SectionLabel { text: qsTr("Token") }
    Fact { Layout.fillWidth: true; visible: value !== ""; label: qsTr("Kind"); value: root.details.kind }
    Fact { Layout.fillWidth: true; visible: value !== ""; label: qsTr("Issued"); value: root.details.issued }
    Fact { Layout.fillWidth: true; visible: value !== ""; label: qsTr("Refresh token"); value: root.details.refreshToken }
    Fact { Layout.fillWidth: true; visible: value !== ""; label: qsTr("Issuer"); value: root.details.issuer }
    Fact { Layout.fillWidth: true; visible: value !== ""; label: qsTr("Client"); value: root.details.client; mono: true }
    Fact { Layout.fillWidth: true; visible: value !== ""; label: qsTr("Added"); value: root.details.added }
    Fact { Layout.fillWidth: true; visible: value !== ""; label: qsTr("Kept in"); value: root.details.keptIn }
    SectionLabel {
        Layout.topMargin: Metrics.s16
        visible: root.details.scopes.length > 0
        text: qsTr("Scopes")
    }
    Flow {
        Layout.fillWidth: true
        visible: root.details.scopes.length > 0
        spacing: 6

        Repeater {
            model: root.details.scopes

            Tag {
                required property string modelData

                width: Math.min(implicitWidth, root.width)
                text: modelData
            }
        }
    }
}
